import type { CreateSessionRequest } from '@sojourn/shared/http/api';
import type { SessionState } from '@sojourn/shared/session/state';
import { newId } from '../auth/secret.ts';
import type { Therapist } from '../auth/sign-in.ts';
import type { Executor } from './execute.ts';

/** A new session of this therapist, with opaque identities and rooms for LiveKit (MD3, MD4). */
export function createSession(
  executor: Executor,
  therapist: Therapist,
  wanted: CreateSessionRequest,
): Promise<SessionState> {
  const person = (name: string, phone: string | null | undefined) => ({
    name,
    phone: phone ?? null,
    mediaIdentity: newId('p'),
  });
  return executor.create(therapist.therapistId, {
    type: 'session.created',
    sessionId: newId('s'),
    kind: wanted.kind,
    practiceName: therapist.practiceName,
    scheduledAt: wanted.scheduledAt,
    people: {
      therapist: person(therapist.name, therapist.phone),
      client: person(wanted.clientName, wanted.clientPhone),
      chaperone: person(wanted.chaperoneName ?? '', wanted.chaperonePhone),
    },
    rooms: { opening: newId('r'), therapy: newId('r'), closing: newId('r') },
  });
}
