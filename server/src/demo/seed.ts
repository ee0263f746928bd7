import type { ClientRecord } from '@sojourn/shared/care/client-record';
import type { App } from '../app.ts';
import { issueInvite } from '../auth/invites.ts';
import { createSignInLink } from '../auth/sign-in.ts';
import { addTherapist } from '../auth/therapists.ts';
import type { Sealer } from '../record/seal.ts';
import { readSession, sessionsOf } from '../session/store.ts';
import { signConsents } from './papers.ts';
import { playDosingSession } from './past-session.ts';
import { createPlay, type Play } from './play.ts';
import { A_DAY, DEMO, MINUTE, NOOR, ROBIN, terms } from './practice.ts';

interface Wanted {
  app: Pick<App, 'db' | 'clock'>;
  sealer: Sealer;
  publicUrl: string;
}

/**
 * A practice with two clients: one with a dosing session ready to join, one whose dosing session was
 * closed yesterday. Fresh links into the first at each start.
 */
export async function seedDemo({
  app: { db, clock },
  sealer,
  publicUrl,
}: Wanted): Promise<{ therapist: string; client: string; chaperone: string }> {
  const { name, phone, practiceName } = DEMO;
  const therapistId = await addTherapist(db, { name, phone, practice: practiceName });
  const play = createPlay(db, sealer, { therapistId, name, phone, practiceName });
  const now = clock();

  const sessions = await sessionsOf(db, therapistId);
  if (!sessions.some(({ phase }) => phase === 'closed')) await playNoor(play, now);

  // A session that somebody has entered stays as it is, so that a restart loses nobody's place.
  let sessionId: string | undefined;
  for (const { id, kind, clientId } of sessions) {
    const state = kind === 'dosing' && clientId !== null ? await readSession(db, id) : null;
    const untouched =
      state?.phase === 'arrival' &&
      state.people.client.admission === 'expected' &&
      state.people.chaperone.admission === 'expected';
    if (untouched) sessionId ??= id;
  }
  const known = sessions.find(({ clientName }) => clientName === ROBIN.firstName)?.clientId;
  sessionId ??= await playRobin(play, known ?? null, now);

  return {
    therapist: await createSignInLink(db, therapistId, publicUrl, now, `/sessions/${sessionId}`),
    client: (await issueInvite(db, sessionId, 'client', publicUrl, now)).url,
    chaperone: (await issueInvite(db, sessionId, 'chaperone', publicUrl, now)).url,
  };
}

/** Cleared, ordered and prepared; the consents are signed, the answers of the day are still open. */
async function playRobin(play: Play, known: string | null, now: number): Promise<string> {
  const clientId = known ?? (await prepared(play, ROBIN, now));
  play.time.now = now;
  const sessionId = await play.schedule(clientId, 'dosing');
  await signConsents(play, sessionId, 'Robin Castellan');
  return sessionId;
}

/** The whole way to a dosing session that was closed yesterday. */
async function playNoor(play: Play, now: number): Promise<void> {
  const clientId = await prepared(play, NOOR, now);
  play.time.now = now - A_DAY - 150 * MINUTE;
  const sessionId = await play.schedule(clientId, 'dosing');
  await playDosingSession(play, sessionId);
}

/** Consultation, screening, order, and one preparation session, in the weeks before. */
async function prepared(play: Play, record: ClientRecord, now: number): Promise<string> {
  play.time.now = now - 30 * A_DAY;
  const clientId = await play.register(record);
  await talk(play, clientId, 'consultation', record.firstName);
  play.time.now = now - 20 * A_DAY;
  const order = terms(now);
  await play.care(clientId, {
    type: 'screening.record',
    screening: {
      outcome: 'cleared',
      by: order.prescriberName,
      decidedAt: play.time.now,
      validUntil: now + 160 * A_DAY,
    },
  });
  await play.care(clientId, { type: 'order.write', replaces: null, terms: order });
  play.time.now = now - 7 * A_DAY;
  await talk(play, clientId, 'preparation', record.firstName);
  return clientId;
}

async function talk(
  play: Play,
  clientId: string,
  kind: 'consultation' | 'preparation',
  client: string,
): Promise<void> {
  const sessionId = await play.schedule(clientId, kind);
  await play.gather(sessionId, { client });
  await play.press(sessionId, 'client', { type: 'location.attest', elsewhere: null });
  await play.advance(sessionId, 'talk');
  play.time.now += 50 * MINUTE;
  await play.advance(sessionId, 'closed');
}
