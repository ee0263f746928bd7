import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startNetwork, type TestNetwork } from '../session/test-network.ts';
import { isDatabaseDown, openDatabase, type Database } from './database.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let real: TestDatabase;
let network: TestNetwork;
let db: Database;
beforeEach(async () => {
  real = await createTestDatabase();
  const url = new URL(real.url);
  network = await startNetwork(Number(url.port));
  url.port = String(network.port);
  db = openDatabase(url.href);
});
afterEach(async () => {
  await db.destroy();
  network.cut();
  await real.drop();
});

const one = () => sql<{ one: number }>`select 1 as one`.execute(db);

test('[CM4 AL1] a line to the database that died without a word holds up one press, and no second one', async () => {
  await one();
  network.die();
  const refused: unknown = await one().catch((error: unknown) => error);
  expect(isDatabaseDown(refused)).toBe(true);
  // The one connection of the pool would wait for an answer that never comes.
  const again = await one();
  expect(again.rows).toEqual([{ one: 1 }]);
});

test('[ES2 TM2] a “begin” that came too late leaves nobody’s next statement in a transaction', async () => {
  await one();
  network.die();
  const work = db.transaction().execute(() => Promise.resolve());
  const refused: unknown = await work.catch((error: unknown) => error);
  expect(isDatabaseDown(refused)).toBe(true);
  const { rows } = await sql<{ alone: boolean }>`
    select pg_current_xact_id_if_assigned() is null and now() = statement_timestamp() as alone
  `.execute(db);
  expect(rows).toEqual([{ alone: true }]);
});
