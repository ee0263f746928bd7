import type { ClientRecord } from '@sojourn/shared/care/client-record';
import type { CareEvent } from '@sojourn/shared/care/event';
import { evolveCare } from '@sojourn/shared/care/evolve';
import { DEFAULT_POLICY, type PracticePolicy } from '@sojourn/shared/care/practice';
import type { CareState } from '@sojourn/shared/care/state';
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

export const CARE_STREAM: StreamKind<CareState, CareEvent> = {
  kind: 'care',
  version: 2,
  evolve: evolveCare,
};

/** A client's course of care, locked, with what belongs to it. */
export interface LockedCare {
  care: Locked<CareState>;
  therapistId: string;
  policy: PracticePolicy;
}

/** Its practice is locked against a new policy until the transaction ends, too. */
export async function lockCare(trx: Trx, clientId: string): Promise<LockedCare | null> {
  const row = await trx
    .selectFrom('client')
    .innerJoin('therapist', 'therapist.therapist_id', 'client.therapist_id')
    .innerJoin('practice', 'practice.practice_id', 'therapist.practice_id')
    .select(['client.therapist_id', 'practice.policy'])
    .where('client.client_id', '=', clientId)
    .forShare('practice')
    .executeTakeFirst();
  const care = row && (await lockStream<CareState>(trx, clientId));
  return care
    ? { care, therapistId: row.therapist_id, policy: row.policy ?? DEFAULT_POLICY }
    : null;
}

export async function insertCare(
  { trx, now }: Work,
  therapistId: string,
  clientId: string,
  record: ClientRecord,
  commandId: string,
): Promise<CareState> {
  const who = { actor: 'therapist', commandId } as const;
  const event = { type: 'client.registered', clientId, record } as const;
  const state = await insertStream(trx, CARE_STREAM, clientId, who, event, now);
  await trx
    .insertInto('client')
    .values({ client_id: clientId, therapist_id: therapistId })
    .execute();
  return state;
}

export const appendToCare = (
  { trx, now }: Work,
  locked: Locked<CareState>,
  who: Who,
  events: readonly CareEvent[],
): Promise<Locked<CareState>> => append(trx, CARE_STREAM, locked, who, events, now);

export const readCare = (db: Database, clientId: string): Promise<CareState | null> =>
  readState<CareState>(db, clientId);

export async function clientsOf(db: Database, therapistId: string): Promise<CareState[]> {
  const rows = await db
    .selectFrom('client')
    .innerJoin('stream', 'stream.stream_id', 'client.client_id')
    .select('stream.state')
    .where('client.therapist_id', '=', therapistId)
    .orderBy('stream.head_at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => row.state as CareState);
}

/** @param practiceId null: of every practice */
export async function clientsWithOpenSessions(
  db: Database,
  practiceId: string | null,
): Promise<string[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('client', 'client.client_id', 'session.client_id')
    .innerJoin('therapist', 'therapist.therapist_id', 'client.therapist_id')
    .select('client.client_id')
    .distinct()
    .where('session.is_open', '=', true)
    .$if(practiceId !== null, (query) => query.where('therapist.practice_id', '=', practiceId))
    .execute();
  return rows.map((row) => row.client_id);
}

export async function readPolicy(db: Database, therapistId: string): Promise<PracticePolicy> {
  const row = await db
    .selectFrom('therapist')
    .innerJoin('practice', 'practice.practice_id', 'therapist.practice_id')
    .select('practice.policy')
    .where('therapist.therapist_id', '=', therapistId)
    .executeTakeFirst();
  return row?.policy ?? DEFAULT_POLICY;
}
