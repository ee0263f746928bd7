import { randomUUID } from 'node:crypto';
import type { Command } from '@sojourn/shared/session/command';
import type { SessionKind } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';
import type { Therapist } from '../auth/sign-in.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../db/test-database.ts';
import { createSession } from './create.ts';
import { createExecutor, type Executor } from './execute.ts';

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
    .values({ practice_id: `practice-${therapistId}`, name: practiceName })
    .execute();
  await db
    .insertInto('therapist')
    .values({ therapist_id: therapistId, practice_id: `practice-${therapistId}`, name, phone })
    .execute();
}

export interface TestSessions {
  database: TestDatabase;
  db: Database;
  executor: Executor;
  /** ms since the epoch; the test moves it. */
  time: { now: number };
  /** A new session. Returns its id. */
  create(kind?: SessionKind): Promise<string>;
  /** A new session with all three connected and in the room. */
  createFull(kind?: SessionKind): Promise<string>;
  press(
    sessionId: string,
    role: Role,
    command: Command,
    commandId?: string,
  ): ReturnType<Executor['execute']>;
  stop(): Promise<void>;
}

export async function startTestSessions(): Promise<TestSessions> {
  const database = await createTestDatabase();
  const db = openDatabase(database.url);
  await migrate(db);
  await addTherapist(db);
  const time = { now: Date.UTC(2026, 4, 4, 15, 0) };
  const executor = createExecutor(db, () => time.now);

  const press: TestSessions['press'] = (sessionId, role, command, commandId = randomUUID()) =>
    executor.execute({ sessionId, role, command, commandId });
  const create = async (kind: SessionKind = 'dosing') => {
    const { sessionId } = await createSession(executor, THERAPIST, {
      kind,
      clientName: 'Robin',
      chaperoneName: 'Sam',
      scheduledAt: time.now,
    });
    return sessionId;
  };
  return {
    database,
    db,
    executor,
    time,
    create,
    async createFull(kind) {
      const sessionId = await create(kind);
      for (const role of ['therapist', 'client', 'chaperone'] as const) {
        const connectionId = `${role}-1`;
        await executor.executeSystem(sessionId, { type: 'presence.connect', role, connectionId });
        if (role === 'therapist') continue;
        await press(sessionId, role, { type: 'lobby.enter', name: role });
        await press(sessionId, 'therapist', { type: 'participant.admit', role });
      }
      return sessionId;
    },
    press,
    async stop() {
      await db.destroy();
      await database.drop();
    },
  };
}
