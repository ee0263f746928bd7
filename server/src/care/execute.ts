import type { ClientRecord } from '@sojourn/shared/care/client-record';
import { recordRefusal } from '@sojourn/shared/care/can';
import type { CareCommand } from '@sojourn/shared/care/command';
import { decideCare } from '@sojourn/shared/care/decide';
import type { CareEvent } from '@sojourn/shared/care/event';
import { factsOf } from '@sojourn/shared/care/state';
import type { PracticePolicy } from '@sojourn/shared/care/practice';
import { reject, type Rejection } from '@sojourn/shared/rejection';
import { err, ok, type Result } from '@sojourn/shared/result';
import { mergeChanges } from '@sojourn/shared/same';
import { sql } from 'kysely';
import type { Therapist } from '../auth/sign-in.ts';
import { findCommand, readRecord, rememberCommand, type Trx } from '../record/stream.ts';
import type { Work, Writer } from '../record/writer.ts';
import { newId } from '../auth/secret.ts';
import { sessionCreation } from '../session/create.ts';
import { insertSession } from '../session/store.ts';
import { tellSessions } from './news.ts';
import {
  appendToCare,
  clientsWithOpenSessions,
  insertCare,
  lockCare,
  readPolicy,
} from './store.ts';
import { words } from '@sojourn/shared/words';

export interface CarePress {
  therapist: Therapist;
  clientId: string;
  commandId: string;
  command: CareCommand;
}

/** What came of a press: the new revision, and the session that it made. */
export interface CareOutcome {
  revision: number;
  sessionId: string | null;
}

/** The one writer of courses of care. */
export interface CareExecutor {
  /** The press names the client, too: sent again, it registers nobody else (ES2). Returns the client's id. */
  register(
    therapist: Therapist,
    commandId: string,
    record: ClientRecord,
  ): Promise<Result<string, Rejection>>;
  /** Known `commandId`s get their first answer again (ES2). */
  execute(press: CarePress): Promise<Result<CareOutcome, Rejection>>;
  /** Gives the policy as it is now. @param from the policy that it was changed from (CC6) */
  setPolicy(
    therapist: Therapist,
    policy: PracticePolicy,
    from?: PracticePolicy,
  ): Promise<Result<PracticePolicy, Rejection>>;
  /**
   * Tells every open session what its course of care and its practice say now; what it knows already
   * changes nothing. At start: the process before this one may have ended between a policy and its news.
   */
  tellAll(): Promise<Result<null, Rejection>>;
}

/** A UUID's 122 random bits, as our ids are written: opaque, and the same for the same press. */
const clientIdOf = (commandId: string): string =>
  `c_${Buffer.from(commandId.replaceAll('-', ''), 'hex').toString('base64url')}`;

const NOT_FOUND = reject('not_found', words('There is no such client.'));
const HALF_TOLD = reject(
  'unavailable',
  words(
    'The policy is saved, but not every open session could be told. Save it again in a moment.',
  ),
);

export function createCareExecutor(writer: Writer): CareExecutor {
  return {
    register: ({ therapistId }, commandId, record) =>
      writer.write(async (work) => {
        const refused = recordRefusal(record.birthDate, work.now);
        if (refused) return err(refused);
        const clientId = clientIdOf(commandId);
        // The same press twice at once: the second waits here for the first.
        await sql`select pg_advisory_xact_lock(hashtext(${clientId}))`.execute(work.trx);
        const known = await lockCare(work.trx, clientId);
        if (known && known.therapistId !== therapistId) return err(NOT_FOUND);
        if (!known) await insertCare(work, therapistId, clientId, record, commandId);
        return ok(clientId);
      }),
    execute: (press) => writer.write((work) => inCourse(work, press)),
    async setPolicy({ therapistId }, policy, from) {
      const saved = await writer.write(async ({ trx }) => {
        const { practice_id } = await trx
          .selectFrom('therapist')
          .select('practice_id')
          .where('therapist_id', '=', therapistId)
          .executeTakeFirstOrThrow();
        await sql`select 1 from practice where practice_id = ${practice_id} for update`.execute(
          trx,
        );
        const now = await readPolicy(trx, therapistId);
        const next = from ? mergeChanges(from, policy, now) : policy;
        await trx
          .updateTable('practice')
          .set({ policy: JSON.stringify(next) })
          .where('practice_id', '=', practice_id)
          .execute();
        return ok({ practiceId: practice_id, next });
      });
      if (!saved.ok) return saved;
      const told = await tellPractice(writer, saved.value.practiceId);
      return told.ok ? ok(saved.value.next) : err(HALF_TOLD);
    },
    tellAll: () => tellPractice(writer, null),
  };
}

/**
 * Each client in a transaction of their own: a practice with hundreds of open sessions must not hold
 * them all while an alert waits (AL1, CC4). @param practiceId null: of every practice
 */
async function tellPractice(
  writer: Writer,
  practiceId: string | null,
): Promise<Result<null, Rejection>> {
  const clients = await writer.write(async ({ trx }) =>
    ok(await clientsWithOpenSessions(trx, practiceId)),
  );
  if (!clients.ok) return clients;
  for (const clientId of clients.value) {
    const told = await writer.write(async (work) => {
      const locked = await lockCare(work.trx, clientId);
      if (locked) await tellSessions(work, locked);
      return ok(null);
    });
    if (!told.ok) return told;
  }
  return ok(null);
}

async function inCourse(
  work: Work,
  { therapist, clientId, commandId, command }: CarePress,
): Promise<Result<CareOutcome, Rejection>> {
  const { trx, now } = work;
  const locked = await lockCare(trx, clientId);
  if (locked?.therapistId !== therapist.therapistId) return err(NOT_FOUND);
  const known = await findCommand(trx, clientId, commandId);
  if (known !== null) {
    return ok({ revision: known, sessionId: await sessionMadeBy(trx, clientId, commandId) });
  }
  const { policy } = locked;
  const newSessionId = newId('s');
  const decided = decideCare(locked.care.state, command, { commandId, now, policy, newSessionId });
  if (!decided.ok) return decided;
  const who = { actor: 'therapist', commandId } as const;
  const care = await appendToCare(work, locked.care, who, decided.value);
  const { revision } = care.state;
  await rememberCommand(trx, clientId, commandId, revision);
  const scheduled = decided.value.find((event) => event.type === 'session.scheduled');
  if (scheduled) {
    const facts = factsOf(care.state, policy);
    await insertSession(work, therapist.therapistId, sessionCreation(therapist, facts, scheduled));
  }
  await tellSessions(work, { ...locked, care });
  return ok({ revision, sessionId: scheduled?.sessionId ?? null });
}

/** The session that this press made when it was new; null when it made none. */
async function sessionMadeBy(
  trx: Trx,
  clientId: string,
  commandId: string,
): Promise<string | null> {
  const record = await readRecord<CareEvent>(trx, clientId);
  const made = record.find((entry) => entry.commandId === commandId)?.event;
  return made?.type === 'session.scheduled' ? made.sessionId : null;
}
