import { decideSessionDosed, decideSessionEnd } from '@sojourn/shared/care/decide';
import { factsOf } from '@sojourn/shared/care/state';
import { learntIn } from '@sojourn/shared/session/prompt-offer';
import { decideSystem } from '@sojourn/shared/session/decide';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { isOver } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Trx } from '../record/stream.ts';
import type { Work } from '../record/writer.ts';
import { appendToSession, lockSession } from '../session/store.ts';
import { appendToCare, lockCare, type LockedCare } from './store.ts';

/*
 * What a course of care and its sessions tell each other, in the transaction of whichever changed (CC4).
 * Whoever writes to more than one record locks the practice, then the course of care, then sessions, in
 * this order everywhere, so that two writers cannot wait for each other.
 */

const BY_SYSTEM = { actor: 'system', commandId: null } as const;

/** The course of care that this session belongs to. Call it before the session is locked. */
export async function lockCareOf(trx: Trx, sessionId: string): Promise<LockedCare | null> {
  const row = await trx
    .selectFrom('session')
    .select('client_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row?.client_id ? lockCare(trx, row.client_id) : null;
}

/** Tells the client's open sessions what the course of care says now; not the one that it comes from. */
export async function tellSessions(
  work: Work,
  { care, policy }: LockedCare,
  from: string | null = null,
): Promise<void> {
  const facts = factsOf(care.state, policy);
  for (const sessionId of await openSessions(work.trx, care.streamId)) {
    const session = sessionId === from ? null : await lockSession(work.trx, sessionId);
    if (!session) continue;
    const now = Math.max(work.now, session.headAt);
    const events = decideSystem(session.state, { type: 'care.note', care: facts }, now);
    await appendToSession(work, session, BY_SYSTEM, events);
  }
}

/**
 * Tells the course of care that this session has reached T0, or has ended; other open sessions hear of it, too.
 * @param locked as `lockCareOf` gave it
 */
export async function tellCare(
  work: Work,
  locked: LockedCare | null,
  before: SessionState,
  after: SessionState,
  events: readonly SessionEvent[],
): Promise<void> {
  const { phase, sessionId, care: facts } = after;
  const t0 = before.dose.t0 === null ? after.dose.t0 : null;
  const ended = !isOver(before.phase) && (phase === 'closed' || phase === 'cancelled');
  if ((!ended && t0 === null) || facts.clientId === null) return;
  if (!locked) throw new Error('A session changed its course of care before that was locked');
  const cancelled = events.find((event) => event.type === 'session.cancelled');
  const stopsCourse = cancelled?.stopsCourse ? cancelled.reason : null;
  const news = [
    ...(t0 === null ? [] : decideSessionDosed(locked.care.state, { sessionId, t0 })),
    ...(ended
      ? decideSessionEnd(locked.care.state, {
          sessionId,
          phase,
          stopsCourse,
          grounding: learntIn(after),
        })
      : []),
  ];
  const care = await appendToCare(work, locked.care, BY_SYSTEM, news);
  await tellSessions(work, { ...locked, care }, sessionId);
}

async function openSessions(trx: Trx, clientId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('session')
    .select('session_id')
    .where('client_id', '=', clientId)
    .where('is_open', '=', true)
    .orderBy('session_id')
    .execute();
  return rows.map((row) => row.session_id);
}
