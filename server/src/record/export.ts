import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { RecordedEvent } from '@sojourn/shared/session/event';
import type { Database } from '../db/database.ts';
import type { Sealer } from './seal.ts';

/**
 * The record of a session with its seals. The end is sealed anew when no seal stands there yet, so
 * that a record that is still open cannot be cut short unnoticed either.
 */
export async function exportRecord(
  db: Database,
  sealer: Sealer,
  sessionId: string,
  now: number,
): Promise<RecordExport> {
  const { rows, seals } = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => ({
      rows: await trx
        .selectFrom('event')
        .select(['recorded', 'hash'])
        .where('stream_id', '=', sessionId)
        .orderBy('seq')
        .execute(),
      seals: await trx
        .selectFrom('seal')
        .selectAll()
        .where('session_id', '=', sessionId)
        .orderBy('seq')
        .execute(),
    }));
  const events = rows.map(({ recorded, hash }) => ({
    ...(JSON.parse(recorded) as RecordedEvent),
    hash,
  }));
  const known = seals.map((row) => ({
    seq: row.seq,
    hash: row.hash,
    sealedAt: row.sealed_at,
    publicKey: row.public_key,
    signature: row.signature,
  }));
  const head = events.at(-1);
  const open = head !== undefined && known.at(-1)?.seq !== head.seq;
  return {
    format: 'sojourn-session-record',
    version: 1,
    sessionId,
    events,
    seals: open ? [...known, sealer.seal(sessionId, head, now)] : known,
  };
}
