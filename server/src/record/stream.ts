import type { Recorded } from '@sojourn/shared/recorded';
import type { Actor } from '@sojourn/shared/session/role';
import type { Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import { chainHash, chainRoot } from './chain.ts';

export type Trx = Transaction<Tables>;

/** What makes a stream of events one of sessions, or of courses of care. */
export interface StreamKind<S extends { revision: number }, E extends { type: string }> {
  kind: 'session' | 'care';
  /** Counts the shapes of the state. */
  version: number;
  evolve(state: S | null, recorded: Recorded<E>): S;
}

/** A stream with its row locked until the transaction ends: one writer at a time (ES3). */
export interface Locked<S> {
  streamId: string;
  state: S;
  headHash: string;
  /** ms since the epoch of the newest event. */
  headAt: number;
}

/** Who did it, as it stands in the record. */
export interface Who {
  actor: Actor;
  commandId: string | null;
}

export async function lockStream<S>(trx: Trx, streamId: string): Promise<Locked<S> | null> {
  const row = await trx
    .selectFrom('stream')
    .select(['state', 'head_hash', 'head_at'])
    .where('stream_id', '=', streamId)
    .forUpdate()
    .executeTakeFirst();
  return row
    ? { streamId, state: row.state as S, headHash: row.head_hash, headAt: row.head_at }
    : null;
}

/** A new record that begins with `event`. */
export async function insertStream<S extends { revision: number }, E extends { type: string }>(
  trx: Trx,
  kind: StreamKind<S, E>,
  streamId: string,
  who: Who,
  event: E,
  now: number,
): Promise<S> {
  const first = { seq: 1, at: now, ...who, event };
  const state = kind.evolve(null, first);
  const root = chainRoot(streamId);
  await trx
    .insertInto('stream')
    .values({
      stream_id: streamId,
      kind: kind.kind,
      revision: 0,
      state: JSON.stringify(state),
      state_version: kind.version,
      head_hash: root,
      head_at: 0,
    })
    .execute();
  await save(trx, kind, { streamId, state, headHash: root, headAt: 0 }, state, [first]);
  return state;
}

/** Appends events to the chain and saves the state that they lead to. */
export async function append<S extends { revision: number }, E extends { type: string }>(
  trx: Trx,
  kind: StreamKind<S, E>,
  locked: Locked<S>,
  who: Who,
  events: readonly E[],
  now: number,
): Promise<Locked<S>> {
  // A clock that steps back must not make the record run backwards.
  const at = Math.max(now, locked.headAt);
  let { state } = locked;
  const recorded = events.map((event) => {
    const entry = { seq: state.revision + 1, at, ...who, event };
    state = kind.evolve(state, entry);
    return entry;
  });
  return save(trx, kind, locked, state, recorded);
}

async function save<S extends { revision: number }, E extends { type: string }>(
  trx: Trx,
  kind: StreamKind<S, E>,
  before: Locked<S>,
  after: S,
  events: readonly Recorded<E>[],
): Promise<Locked<S>> {
  const { streamId } = before;
  let hash = before.headHash;
  const rows = events.map((event) => {
    const recorded = JSON.stringify(event);
    hash = chainHash(hash, recorded);
    return { stream_id: streamId, seq: event.seq, type: event.event.type, recorded, hash };
  });
  if (rows.length === 0) return before;
  const headAt = events.at(-1)?.at ?? before.headAt;
  // One statement: whoever waits for an alert waits for each way to the database.
  await trx
    .with('added', (db) => db.insertInto('event').values(rows))
    .updateTable('stream')
    .set({
      revision: after.revision,
      state: JSON.stringify(after),
      state_version: kind.version,
      head_hash: hash,
      head_at: headAt,
    })
    .where('stream_id', '=', streamId)
    .execute();
  return { streamId, state: after, headHash: hash, headAt };
}

/** The revision that this press led to, or null when it is new. */
export async function findCommand(
  trx: Trx,
  streamId: string,
  commandId: string,
): Promise<number | null> {
  const row = await trx
    .selectFrom('command')
    .select('revision')
    .where('stream_id', '=', streamId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row?.revision ?? null;
}

export async function rememberCommand(
  trx: Trx,
  streamId: string,
  commandId: string,
  revision: number,
): Promise<void> {
  await trx
    .insertInto('command')
    .values({ stream_id: streamId, command_id: commandId, revision })
    .execute();
}

export async function readState<S>(db: Database, streamId: string): Promise<S | null> {
  const row = await db
    .selectFrom('stream')
    .select('state')
    .where('stream_id', '=', streamId)
    .executeTakeFirst();
  return row ? (row.state as S) : null;
}

/** The whole record, oldest first. */
export async function readRecord<E>(db: Database, streamId: string): Promise<Recorded<E>[]> {
  const rows = await db
    .selectFrom('event')
    .select('recorded')
    .where('stream_id', '=', streamId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.recorded) as Recorded<E>);
}
