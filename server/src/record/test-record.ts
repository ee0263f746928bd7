import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { TestSessions } from '../session/test-sessions.ts';
import { chainHash, chainRoot } from './chain.ts';
import { exportRecord } from './export.ts';
import type { Sealer } from './seal.ts';

/* Test support: a real record, and what somebody with bad intentions can do to it without the key. */

type Entry = RecordExport['events'][number];

/** As it comes out of the file that was exported. */
export const exported = async (sessions: TestSessions, sessionId: string): Promise<RecordExport> =>
  JSON.parse(
    JSON.stringify(await exportRecord(sessions.db, sessions.sealer, sessionId, sessions.time.now)),
  ) as RecordExport;

/** A dosing session from arrival to its signed release, with two addenda of the days after. */
export async function closedRecord(sessions: TestSessions): Promise<RecordExport> {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'journey');
  await sessions.press(sessionId, 'therapist', {
    type: 'note.write',
    words: 'Quiet tears, „so viel Raum“ 🌊.\nHand on the chest.',
  });
  await sessions.goTo(sessionId, 'closed');
  for (const words of [
    'Called the next day: slept well.',
    'The reading of 14:10 was on the left.',
  ]) {
    sessions.time.now += 86_400_000;
    await sessions.press(sessionId, 'therapist', { type: 'addendum.write', words });
  }
  return exported(sessions, sessionId);
}

/** The place (from 1) of the first event of this type. */
export function placeOf({ events }: RecordExport, type: Entry['event']['type']): number {
  const place = events.findIndex(({ event }) => event.type === type) + 1;
  if (place === 0) throw new Error(`No ${type} in this record`);
  return place;
}

export function entryAt({ events }: RecordExport, place: number): Entry {
  const entry = events[place - 1];
  if (!entry) throw new Error(`No event ${place}`);
  return entry;
}

/** Numbers and hashes made to fit again, as anybody can who has read how it is done. */
export function recompute(record: RecordExport): void {
  let previous = chainRoot(record.sessionId);
  for (const [index, entry] of record.events.entries()) {
    entry.seq = index + 1;
    const { seq, at, actor, commandId, event } = entry;
    previous = chainHash(previous, JSON.stringify({ seq, at, actor, commandId, event }));
    entry.hash = previous;
  }
}

/** Signed again, with a key of one's own. */
export function signAgain(record: RecordExport, sealer: Sealer): void {
  record.seals = record.seals.map(({ seq, sealedAt }) =>
    sealer.seal(record.sessionId, entryAt(record, seq), sealedAt),
  );
}
