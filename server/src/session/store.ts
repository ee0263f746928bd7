import type { SessionCreated, SessionEvent } from '@sojourn/shared/session/event';
import { evolve, STATE_VERSION } from '@sojourn/shared/session/evolve';
import { isOver } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import type { SessionSummary } from '@sojourn/shared/http/api';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import {
  append,
  insertStream,
  lockStream,
  readState,
  type Locked,
  type StreamKind,
  type Trx,
  type Who,
} from '../record/stream.ts';
import type { Work } from '../record/writer.ts';
import { enqueueJobs } from './enqueue.ts';

export const SESSION_STREAM: StreamKind<SessionState, SessionEvent> = {
  kind: 'session',
  version: STATE_VERSION,
  evolve,
};

export type LockedSession = Locked<SessionState>;

export const lockSession = (trx: Trx, sessionId: string): Promise<LockedSession | null> =>
  lockStream<SessionState>(trx, sessionId);

/** A new session of this therapist. */
export async function insertSession(
  { trx, now, changed }: Work,
  therapistId: string,
  event: SessionCreated,
): Promise<SessionState> {
  const who = { actor: 'therapist', commandId: null } as const;
  const { sessionId } = event;
  const state = await insertStream(trx, SESSION_STREAM, sessionId, who, event, now);
  await trx
    .insertInto('session')
    .values({
      session_id: sessionId,
      therapist_id: therapistId,
      client_id: event.care?.clientId ?? null,
      kind: state.kind,
      phase: state.phase,
      is_open: true,
      scheduled_at: state.scheduledAt,
    })
    .execute();
  changed.set(sessionId, state);
  return state;
}

/**
 * Appends to a session, keeps its row up to date, writes down what must be done after the commit (TM2),
 * and seals a closed record and an addendum (RC3).
 */
export async function appendToSession(
  work: Work,
  locked: LockedSession,
  who: Who,
  events: readonly SessionEvent[],
): Promise<LockedSession> {
  if (events.length === 0) return locked;
  const { trx, now, sealer, changed } = work;
  const after = await append(trx, SESSION_STREAM, locked, who, events, now);
  const { state, headHash, headAt } = after;
  await enqueueJobs(work, locked.state, state, events);
  if (state.phase !== locked.state.phase) {
    await trx
      .updateTable('session')
      .set({ phase: state.phase, is_open: !isOver(state.phase) })
      .where('session_id', '=', state.sessionId)
      .execute();
  }
  if (state.phase === 'closed' || events.some(({ type }) => type === 'addendum.written')) {
    const head = { seq: state.revision, hash: headHash };
    const seal = sealer.seal(state.sessionId, head, headAt);
    await trx
      .insertInto('seal')
      .values({
        session_id: state.sessionId,
        seq: seal.seq,
        hash: seal.hash,
        sealed_at: seal.sealedAt,
        public_key: seal.publicKey,
        signature: seal.signature,
      })
      .execute();
  }
  changed.set(state.sessionId, state);
  return after;
}

export const readSession = (db: Database, sessionId: string): Promise<SessionState | null> =>
  readState<SessionState>(db, sessionId);

/** Sessions that are open, or were until `since` (ms since the epoch). */
export async function liveSessions(db: Database, since: number): Promise<SessionState[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('stream', 'stream.stream_id', 'session.session_id')
    .select('stream.state')
    .where((where) =>
      where.or([where('session.is_open', '=', true), where('stream.head_at', '>', since)]),
    )
    .execute();
  return rows.map((row) => row.state as SessionState);
}

/** The newest sessions of a therapist, newest first. */
export async function sessionsOf(db: Database, therapistId: string): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('stream', 'stream.stream_id', 'session.session_id')
    .select([
      'session.session_id',
      'session.client_id',
      'session.kind',
      'session.phase',
      'session.scheduled_at',
      sql<string>`stream.state #>> '{people,client,name}'`.as('client_name'),
    ])
    .where('session.therapist_id', '=', therapistId)
    .orderBy('session.scheduled_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    clientId: row.client_id,
    kind: row.kind,
    phase: row.phase,
    scheduledAt: row.scheduled_at,
    clientName: row.client_name,
  }));
}
