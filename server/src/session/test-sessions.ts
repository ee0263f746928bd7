import { randomUUID } from 'node:crypto';
import type { ClientRecord } from '@sojourn/shared/care/client-record';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { testTerms } from '@sojourn/shared/care/test-care';
import type { Command } from '@sojourn/shared/session/command';
import type { Phase, SessionKind } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';
import type { Therapist } from '../auth/sign-in.ts';
import { createCareExecutor, type CareExecutor } from '../care/execute.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { ROBIN } from '../demo/practice.ts';
import { NO_JOBS } from '../record/jobs.ts';
import { newSealer, type Sealer } from '../record/seal.ts';
import { createWriter, type Writer } from '../record/writer.ts';
import { createExecutor, type Executor } from './execute.ts';
import { readSession } from './store.ts';
import { walkTo } from './test-walk.ts';

/* Test support: sessions on a real PostgreSQL, with a clock that the test moves. */

export const THERAPIST: Therapist = {
  therapistId: 'therapist-1',
  name: 'Maya',
  phone: '+1 303 555 0101',
  practiceName: 'Juniper Lane',
};

export async function addTherapist(
  db: Database,
  therapistId = THERAPIST.therapistId,
): Promise<void> {
  const { name, phone, practiceName } = THERAPIST;
  await db
    .insertInto('practice')
    .values({ practice_id: `practice-${therapistId}`, name: practiceName, policy: null })
    .execute();
  await db
    .insertInto('therapist')
    .values({ therapist_id: therapistId, practice_id: `practice-${therapistId}`, name, phone })
    .execute();
}

const A_DAY = 86_400_000;

/** A client who may be dosed: cleared, ordered; the practice asks for no preparation session. */
export async function addClient(
  care: CareExecutor,
  now: number,
  { therapist = THERAPIST, record = ROBIN }: { therapist?: Therapist; record?: ClientRecord } = {},
): Promise<string> {
  await care.setPolicy(therapist, { ...DEFAULT_POLICY, preparationSessions: 0 });
  const registered = await care.register(therapist, randomUUID(), record);
  if (!registered.ok) throw new Error(registered.error.message);
  const clientId = registered.value;
  const press = async (command: Parameters<CareExecutor['execute']>[0]['command']) => {
    const done = await care.execute({ therapist, clientId, commandId: randomUUID(), command });
    if (!done.ok) throw new Error(done.error.message);
  };
  await press({
    type: 'screening.record',
    screening: {
      outcome: 'cleared',
      by: 'Dr. Okafor',
      decidedAt: now - A_DAY,
      validUntil: now + 90 * A_DAY,
    },
  });
  await press({
    type: 'order.write',
    replaces: null,
    terms: testTerms(now),
  });
  return clientId;
}

export interface TestSessions {
  database: TestDatabase;
  db: Database;
  writer: Writer;
  executor: Executor;
  care: CareExecutor;
  sealer: Sealer;
  /** ms since the epoch; the test moves it. */
  time: { now: number };
  /** A new session of a new client. Returns its id. */
  create(kind?: SessionKind): Promise<string>;
  /** All three connect, and are let in. */
  fill(sessionId: string): Promise<void>;
  /** A new session with all three connected and in the room. */
  createFull(kind?: SessionKind): Promise<string>;
  press(
    sessionId: string,
    role: Role,
    command: Command,
    commandId?: string,
  ): ReturnType<Executor['execute']>;
  /** By legal moves, with all that they need. */
  goTo(sessionId: string, phase: Phase): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestSessions(): Promise<TestSessions> {
  const database = await createTestDatabase();
  const db = openDatabase(database.url);
  await migrate(db);
  await addTherapist(db);
  const time = { now: Date.UTC(2026, 4, 4, 15, 0) };
  const sealer = newSealer();
  const writer = createWriter(db, () => time.now, sealer, NO_JOBS);
  const executor = createExecutor(writer);
  const care = createCareExecutor(writer);

  const press: TestSessions['press'] = (sessionId, role, command, commandId = randomUUID()) =>
    executor.execute({ sessionId, role, command, commandId });
  const create = async (kind: SessionKind = 'dosing') => {
    const clientId = await addClient(care, time.now);
    const command = { type: 'session.schedule', kind, scheduledAt: time.now } as const;
    const press = { therapist: THERAPIST, clientId, commandId: randomUUID(), command };
    const scheduled = await care.execute(press);
    if (!scheduled.ok) throw new Error(scheduled.error.message);
    return scheduled.value.sessionId ?? '';
  };
  const fill = async (sessionId: string) => {
    for (const role of ['therapist', 'client', 'chaperone'] as const) {
      const connectionId = `${role}-1`;
      await executor.executeSystem(sessionId, { type: 'presence.connect', role, connectionId });
      if (role === 'therapist') continue;
      await press(sessionId, role, { type: 'lobby.enter', name: role });
      await press(sessionId, 'therapist', { type: 'participant.admit', role });
    }
  };
  return {
    database,
    db,
    writer,
    executor,
    care,
    sealer,
    time,
    create,
    fill,
    async createFull(kind) {
      const sessionId = await create(kind);
      await fill(sessionId);
      return sessionId;
    },
    press,
    async goTo(sessionId, phase) {
      const must: TestSessions['press'] = async (...args) => {
        const done = await press(...args);
        if (!done.ok) throw new Error(`${args[2].type}: ${done.error.message}`);
        return done;
      };
      await walkTo(
        {
          press: (role, command, commandId) => must(sessionId, role, command, commandId),
          async stand() {
            const state = await readSession(db, sessionId);
            if (!state) throw new Error('No such session');
            return state;
          },
          now: () => time.now,
          wait: (ms) => void (time.now += ms),
        },
        phase,
      );
    },
    async stop() {
      await db.destroy();
      await database.drop();
    },
  };
}
