import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { becomesTrue } from '../start/processes.ts';
import { startLocalPostgres, type LocalPostgres } from './local-postgres.ts';

const log = createLogger('silent');
let dataDir: string;
const running: LocalPostgres[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sojourn-postgres-'));
});
afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<LocalPostgres> {
  const postgres = await startLocalPostgres({ dataDir, log });
  running.push(postgres);
  return postgres;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const pidFile = (): string => join(dataDir, 'postgres/postmaster.pid');
const pid = (): number => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const canAsk = (url: string) => () => ask(url, 'select 1').then(Boolean, () => false);

test('it is a real, durable, private PostgreSQL, and keeps what was written', async () => {
  const first = await start();
  expect(await ask(first.url, 'show fsync')).toBe('on');
  expect(await ask(first.url, 'show listen_addresses')).toBe('127.0.0.1');
  expect(await ask(first.url, 'show password_encryption')).toBe('scram-sha-256');
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  const wrong = new URL(first.url);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password/);

  await ask(first.url, 'create table kept as select 42 as n');
  await first.stop();
  const second = await start();
  expect(second.attached).toBe(false);
  expect(await ask(second.url, 'select n from kept')).toBe(42);
});

test('a server that a killed Sojourn left running is found again', async () => {
  const left = await start();
  const found = await start();
  expect(found).toMatchObject({ attached: true, url: left.url });
});

test('a server that was killed is started again on the same port, with all that was committed', async () => {
  const { url } = await start();
  await ask(url, 'create table kept as select 42 as n');
  process.kill(pid(), 'SIGKILL');
  await becomesTrue(async () => !(await canAsk(url)()), 5000);
  expect(await becomesTrue(canAsk(url), 20_000, 100)).toBe(true);
  expect(await ask(url, 'select n from kept')).toBe(42);
});

test.each([
  ['of a process that is gone', 2 ** 22 + 1],
  ['whose process ID another program has by now', process.pid],
])('a pid file %s does not stop a start', async (_words, stale) => {
  await (await start()).stop();
  running.length = 0;
  writeFileSync(pidFile(), `${stale}\n${join(dataDir, 'postgres')}\n1\n5999\n\n127.0.0.1\n`, {
    mode: 0o600,
  });
  const postgres = await start();
  expect(postgres.attached).toBe(false);
  expect(await ask(postgres.url, 'select 1')).toBe(1);
});

test('a first start that was killed half-way leaves nothing in the way', async () => {
  const draft = join(dataDir, `postgres.new-${randomBytes(3).toString('hex')}`);
  mkdirSync(join(draft, 'cluster'), { recursive: true });
  writeFileSync(join(draft, 'cluster', 'PG_VERSION'), '18\n');
  const { url } = await start();
  expect(await ask(url, 'select 1')).toBe(1);
  expect(statSync(draft, { throwIfNoEntry: false })).toBeUndefined();
});
