import { isOver } from '@sojourn/shared/session/phase';
import type { Database } from '../db/database.ts';
import { CARE_STREAM } from '../care/store.ts';
import { SESSION_STREAM } from '../session/store.ts';
import { readRecord, type StreamKind } from './stream.ts';

/**
 * Replays the records whose state has an older shape than this program's. The state is only a copy:
 * a new program makes its own from the record. Call before anybody is let in.
 */
export async function rebuildStates(db: Database): Promise<void> {
  await rebuild(db, CARE_STREAM);
  await rebuild(db, SESSION_STREAM, async (sessionId, { phase }) => {
    await db
      .updateTable('session')
      .set({ phase, is_open: !isOver(phase) })
      .where('session_id', '=', sessionId)
      .execute();
  });
}

async function rebuild<S extends { revision: number }, E extends { type: string }>(
  db: Database,
  { kind, version, evolve }: StreamKind<S, E>,
  alsoUpdate: (streamId: string, state: S) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const old = await db
    .selectFrom('stream')
    .select('stream_id')
    .where('kind', '=', kind)
    .where('state_version', '<', version)
    .execute();
  for (const { stream_id } of old) {
    const record = await readRecord<E>(db, stream_id);
    const state = record.reduce<S | null>(evolve, null);
    if (state === null) continue;
    await db
      .updateTable('stream')
      .set({ state: JSON.stringify(state), state_version: version })
      .where('stream_id', '=', stream_id)
      .execute();
    await alsoUpdate(stream_id, state);
  }
}
