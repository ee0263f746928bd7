import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/* The record after the campaign, read from PostgreSQL itself: what was really kept. */

/** As much of an event as the checker asks about. */
export interface Kept {
  session: string;
  seq: number;
  at: number;
  commandId: string | null;
  type: string;
  alertId: string | null;
  step: string | null;
  priority: 'high' | 'medium' | 'low' | null;
  deliveryId: string | null;
}

export interface Delivery {
  token: string;
  session: string;
  alertId: string;
  /** alertId, step and channel. */
  deliveryId: string;
}

export interface Record {
  events: Kept[];
  deliveries: Delivery[];
  /** Where a chain of hashes does not hold, in words. */
  broken: string[];
}

/** The embedded database of a product's data folder. */
export function databaseUrl(dataDir: string): string {
  const read = (path: string) => readFileSync(join(dataDir, path), 'utf8');
  const port = read('postgres/postmaster.pid').split('\n')[3];
  return `postgres://sojourn:${read('postgres.password')}@127.0.0.1:${port}/sojourn`;
}

interface Row {
  stream_id: string;
  seq: number;
  recorded: string;
  hash: string;
}

export async function readRecord(url: string, sessions: readonly string[]): Promise<Record> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One moment of it: the server goes on recording who comes and goes.
    await client.query('begin isolation level repeatable read read only');
    const record: Record = { events: [], deliveries: [], broken: [] };
    for (const session of sessions) {
      const { rows } = await client.query<Row>(
        'select stream_id, seq, recorded, hash from event where stream_id = $1 order by seq',
        [session],
      );
      const fault = chainFault(session, rows);
      if (fault !== null) record.broken.push(fault);
      record.events.push(...rows.map(kept));
      const head = await client.query<{ head_hash: string; revision: number }>(
        'select head_hash, revision from stream where stream_id = $1',
        [session],
      );
      const { head_hash, revision } = head.rows[0] ?? {};
      if (head_hash !== rows.at(-1)?.hash || revision !== rows.length) {
        record.broken.push(`${session}: its head is not its last event`);
      }
    }
    const { rows } = await client.query<{ [key in string]: string }>(
      'select token, session_id, alert_id, delivery_id from delivery where session_id = any($1)',
      [sessions],
    );
    record.deliveries = rows.map((row) => ({
      token: row['token'] ?? '',
      session: row['session_id'] ?? '',
      alertId: row['alert_id'] ?? '',
      deliveryId: row['delivery_id'] ?? '',
    }));
    return record;
  } finally {
    await client.end();
  }
}

/** Each event's hash covers its exact text and everything before it; by docs/record.schema.json, not by our server. */
export function chainFault(
  session: string,
  rows: readonly Omit<Row, 'stream_id'>[],
): string | null {
  let hash = `sojourn:${session}`;
  for (const [index, row] of rows.entries()) {
    hash = createHash('sha256').update(`${hash}\n${row.recorded}`).digest('hex');
    if (row.seq !== index + 1) return `${session}: event ${index + 1} is missing`;
    if (row.hash !== hash) return `${session}: the hash of event ${row.seq} does not hold`;
  }
  return null;
}

function kept({ stream_id, seq, recorded }: Row): Kept {
  const { at, commandId, event } = JSON.parse(recorded) as {
    at: number;
    commandId: string | null;
    event: { type: string } & Partial<Pick<Kept, 'alertId' | 'step' | 'priority' | 'deliveryId'>>;
  };
  const { type, alertId = null, step = null, priority = null, deliveryId = null } = event;
  return { session: stream_id, seq, at, commandId, type, alertId, step, priority, deliveryId };
}
