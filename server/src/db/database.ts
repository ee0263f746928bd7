import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Database = Kysely<Tables>;

/** PostgreSQL's int8, which here is always a time or a count well below 2^53. */
const INT8 = 20;

/**
 * A pool on `url`. Waits are bounded: a person who pressed a button learns within seconds that nothing
 * could be recorded.
 */
export function openDatabase(url: string): Database {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    // Commits wait for the disk: sessions that wait side by side share its one write.
    max: 20,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
    statement_timeout: 5_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'sojourn',
  });
  // A connection that dies says so here when idle, and by itself when in use: its query then fails, and
  // the next one opens another. Unheard, either would end this process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    discardWhenLate(client);
  });
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * A query without an answer in time leaves a connection that nobody knows the state of: its answer may
 * never come, or a late "begin" holds it in a transaction. It is hung up on, never lent to the next press.
 */
function discardWhenLate(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const hangUp = async (late: unknown): Promise<void> => {
    if (!(late instanceof Error) || late.message !== 'Query read timeout') return;
    // At once, with the query still under way: the pool lends it to nobody any more.
    await Promise.allSettled([(client as unknown as pg.Client).end()]);
  };
  client.query = ((...args: unknown[]) => {
    const asked = query(...args);
    if (asked instanceof Promise) asked.catch(hangUp);
    return asked;
  }) as typeof client.query;
}

/**
 * SQLSTATEs that say "not now": connection (08), deadlock and serialization (40), resources and disk (53),
 * operator (57), an idle transaction ended (25P03), and a read-only standby (25006).
 */
const NOT_NOW = /^(08|40|53|57)|^25(006|P03)$/;
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** True when the database cannot be reached or cannot record now; false for a fault of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseDown);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (NOT_NOW.test(code) || SOCKET_CODES.has(code)) return true;
  // node-postgres has no codes for these.
  return /timeout exceeded|Query read timeout|Connection terminated|not queryable/i.test(
    error.message,
  );
}
