import { createHash } from 'node:crypto';
import type { RecordedEvent } from '@sojourn/shared/session/event';
import { isOver } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';

type Trx = Transaction<Tables>;

/** What a session's chain begins with, so that two sessions never share a hash. */
export const chainRoot = (sessionId: string): string => `sojourn:${sessionId}`;

/** Each event's hash covers its exact text and everything before it (ES4). */
export const chainHash = (previous: string, recorded: string): string =>
  createHash('sha256').update(`${previous}\n${recorded}`).digest('hex');

export interface Locked {
  state: SessionState;
  headHash: string;
  /** ms since the epoch of the newest event. */
  headAt: number;
}

/** The session, with its row locked until the transaction ends: one writer at a time (ES3). */
export async function lockSession(trx: Trx, sessionId: string): Promise<Locked | null> {
  const row = await trx
    .selectFrom('session')
    .select(['state', 'head_hash', 'head_at'])
    .where('session_id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst();
  return row ? { state: row.state, headHash: row.head_hash, headAt: row.head_at } : null;
}

/** The revision that this press led to, or null when it is new. */
export async function findCommand(
  trx: Trx,
  sessionId: string,
  commandId: string,
): Promise<number | null> {
  const row = await trx
    .selectFrom('command')
    .select('revision')
    .where('session_id', '=', sessionId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row?.revision ?? null;
}

export async function rememberCommand(
  trx: Trx,
  sessionId: string,
  commandId: string,
  revision: number,
): Promise<void> {
  await trx
    .insertInto('command')
    .values({ session_id: sessionId, command_id: commandId, revision })
    .execute();
}

export async function insertSession(
  trx: Trx,
  therapistId: string,
  state: SessionState,
  events: readonly RecordedEvent[],
): Promise<void> {
  await trx
    .insertInto('session')
    .values({
      session_id: state.sessionId,
      therapist_id: therapistId,
      revision: 0,
      state: JSON.stringify(state),
      head_hash: chainRoot(state.sessionId),
      head_at: 0,
      is_open: true,
      scheduled_at: state.scheduledAt,
    })
    .execute();
  await append(trx, { state, headHash: chainRoot(state.sessionId), headAt: 0 }, state, events);
}

/** Appends events to the chain and saves the state that they lead to. */
export async function append(
  trx: Trx,
  before: Locked,
  after: SessionState,
  events: readonly RecordedEvent[],
): Promise<void> {
  let hash = before.headHash;
  const rows = events.map((event) => {
    const recorded = JSON.stringify(event);
    hash = chainHash(hash, recorded);
    return {
      session_id: after.sessionId,
      seq: event.seq,
      type: event.event.type,
      recorded,
      hash,
    };
  });
  if (rows.length === 0) return;
  await trx.insertInto('event').values(rows).execute();
  await trx
    .updateTable('session')
    .set({
      revision: after.revision,
      state: JSON.stringify(after),
      head_hash: hash,
      head_at: events.at(-1)?.at ?? before.headAt,
      is_open: !isOver(after.phase),
    })
    .where('session_id', '=', after.sessionId)
    .execute();
}

export async function readSession(db: Database, sessionId: string): Promise<SessionState | null> {
  const row = await db
    .selectFrom('session')
    .select('state')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return row?.state ?? null;
}

export async function readRecord(db: Database, sessionId: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select('recorded')
    .where('session_id', '=', sessionId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.recorded) as RecordedEvent);
}

/** Sessions that are open, or were until `since` (ms since the epoch). */
export async function liveSessions(db: Database, since: number): Promise<SessionState[]> {
  const rows = await db
    .selectFrom('session')
    .select('state')
    .where((where) => where.or([where('is_open', '=', true), where('head_at', '>', since)]))
    .execute();
  return rows.map((row) => row.state);
}

export async function sessionsOf(db: Database, therapistId: string): Promise<SessionState[]> {
  const rows = await db
    .selectFrom('session')
    .select('state')
    .where('therapist_id', '=', therapistId)
    .orderBy('scheduled_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => row.state);
}
