import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDatabaseDown, openDatabase } from '../db/database.ts';
import { NO_JOBS } from '../record/jobs.ts';
import { newSealer } from '../record/seal.ts';
import { createWriter } from '../record/writer.ts';
import { createExecutor } from './execute.ts';
import { readSession } from './store.ts';
import { startTestSessions, type TestSessions } from './test-sessions.ts';

let sessions: TestSessions;
/** Somebody else at the same database, who locks and ends connections. */
let other: pg.Client;
beforeEach(async () => {
  sessions = await startTestSessions();
  other = new pg.Client({ connectionString: sessions.database.url });
  await other.connect();
});
afterEach(async () => {
  await other.end();
  await sessions.stop();
});

const help = { type: 'alert.raise', kind: 'help' } as const;
const endAllConnections = () =>
  other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
const lockRow = async (sessionId: string) => {
  await other.query('begin');
  await other.query('select 1 from stream where stream_id = $1 for update', [sessionId]);
};
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await other.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
}

test('[CM4 ES1] with no database a press is refused as unavailable, in words that say that nothing was done', async () => {
  const away = openDatabase('postgresql://nobody@127.0.0.1:1/nothing');
  const refused = await createExecutor(createWriter(away, () => 0, newSealer(), NO_JOBS)).execute({
    sessionId: 's',
    role: 'client',
    commandId: randomUUID(),
    command: help,
  });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'unavailable', message: expect.stringContaining('Nothing was done') as string },
  });
  await away.destroy();
});

test('[CM4 ES2] the database ends the connection under a press: refused, nothing recorded, and the same press goes through afterwards', async () => {
  const sessionId = await sessions.createFull();
  const before = await readSession(sessions.db, sessionId);
  await lockRow(sessionId);
  const commandId = randomUUID();
  const pressed = sessions.press(sessionId, 'client', help, commandId);
  await untilSomebodyWaits();
  await endAllConnections();
  expect(await pressed).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  await other.query('rollback');
  expect(await readSession(sessions.db, sessionId)).toEqual(before);
  expect(await sessions.press(sessionId, 'client', help, commandId)).toMatchObject({ ok: true });
});

test('[CM4] a connection that dies between two statements of a press does not take the server with it', async () => {
  const between = sessions.db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    await endAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await sql`select 1`.execute(trx);
  });
  const error: unknown = await between.catch((thrown: unknown) => thrown);
  expect(isDatabaseDown(error)).toBe(true);
  expect(await sessions.create()).toMatch(/^s_/);
});

test('[CM4] a database that does not answer is told within seconds: nobody stares at “sending”', async () => {
  const sessionId = await sessions.createFull();
  await lockRow(sessionId);
  const began = Date.now();
  expect(await sessions.press(sessionId, 'client', help)).toMatchObject({
    ok: false,
    error: { code: 'unavailable' },
  });
  expect(Date.now() - began).toBeLessThan(11_000);
  await other.query('rollback');
  expect(await sessions.press(sessionId, 'client', help)).toMatchObject({ ok: true });
});

test('[CM4] a database that cannot write refuses, it does not pretend', async () => {
  const sessionId = await sessions.createFull();
  await other.query(
    `alter database ${new URL(sessions.database.url).pathname.slice(1)} set default_transaction_read_only = on`,
  );
  await endAllConnections();
  expect(await sessions.press(sessionId, 'client', help)).toMatchObject({
    ok: false,
    error: { code: 'unavailable' },
  });
});

test('[CM4] a fault of ours is not called an outage: it is thrown, not hidden', async () => {
  expect(isDatabaseDown(new Error('anything else'))).toBe(false);
  expect(isDatabaseDown('ECONNREFUSED')).toBe(false);
  const sessionId = await sessions.create();
  await sql`drop table command`.execute(sessions.db);
  await expect(
    sessions.press(sessionId, 'client', { type: 'lobby.enter', name: 'Robin' }),
  ).rejects.toThrow('command');
});
