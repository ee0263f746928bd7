import type { App } from './app.ts';
import { issueInvite } from './auth/invites.ts';
import { createSignInLink } from './auth/sign-in.ts';
import { addTherapist } from './auth/therapists.ts';
import { createSession } from './session/create.ts';
import { sessionsOf } from './session/store.ts';

const DEMO = {
  name: 'Dr. Maya Ellis',
  phone: '+1 303 555 0101',
  practiceName: 'Juniper Lane Therapy (demo)',
};

/** A practice with one dosing session ready to join, and fresh links into it. */
export async function seedDemo({
  app: { db, executor, clock },
  publicUrl,
}: {
  app: App;
  publicUrl: string;
}): Promise<{ therapist: string; client: string; chaperone: string }> {
  const { name, phone, practiceName } = DEMO;
  const therapistId = await addTherapist(db, { name, phone, practice: practiceName });

  // A session that somebody has entered stays as it is, so that a restart loses nobody's place.
  const untouched = (await sessionsOf(db, therapistId)).find((session) => session.revision === 1);
  const { sessionId } =
    untouched ??
    (await createSession(
      executor,
      { ...DEMO, therapistId },
      {
        kind: 'dosing',
        clientName: 'Robin',
        chaperoneName: 'Sam',
        chaperonePhone: '+1 303 555 0147',
        scheduledAt: clock(),
      },
    ));
  const now = clock();
  return {
    therapist: await createSignInLink(db, therapistId, publicUrl, now, `/sessions/${sessionId}`),
    client: (await issueInvite(db, sessionId, 'client', publicUrl, now)).url,
    chaperone: (await issueInvite(db, sessionId, 'chaperone', publicUrl, now)).url,
  };
}
