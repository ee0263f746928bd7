import type { CareFacts } from '@sojourn/shared/care/facts';
import type { CareEvent } from '@sojourn/shared/care/event';
import type { SessionCreated } from '@sojourn/shared/session/event';
import { newId } from '../auth/secret.ts';
import type { Therapist } from '../auth/sign-in.ts';

type Scheduled = Extract<CareEvent, { type: 'session.scheduled' }>;

/** How a session begins: with opaque identities and rooms for LiveKit (MD3, MD4), and what the care says. */
export function sessionCreation(
  therapist: Therapist,
  care: CareFacts,
  { sessionId, kind, scheduledAt }: Scheduled,
): SessionCreated {
  const person = (name: string, phone: string | null) => ({
    name,
    phone,
    mediaIdentity: newId('p'),
  });
  const { firstName, phone, chaperone } = care.record;
  return {
    type: 'session.created',
    sessionId,
    kind,
    practiceName: therapist.practiceName,
    scheduledAt,
    people: {
      therapist: person(therapist.name, therapist.phone),
      client: person(firstName, phone),
      chaperone: person(chaperone?.name ?? '', chaperone?.phone ?? null),
    },
    rooms: {
      opening: newId('r'),
      therapy: newId('r'),
      closing: newId('r'),
      line: newId('r'),
    },
    care,
  };
}
