import type { RecordExport } from '@sojourn/shared/http/record-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { newSealer } from './seal.ts';
import { closedRecord, entryAt, exported, placeOf, recompute, signAgain } from './test-record.ts';
import { verifyRecord } from './verify.ts';

/* Whose word a seal is, and how far it goes. */

let sessions: TestSessions;
let intact: RecordExport;
beforeAll(async () => {
  sessions = await startTestSessions();
  intact = await closedRecord(sessions);
});
afterAll(() => sessions.stop());

const copy = () => structuredClone(intact);
const key = () => intact.seals[0]?.publicKey ?? '';
const closing = () => intact.seals[0]?.seq ?? 0;
function keysOf(record: RecordExport): string[] {
  const verdict = verifyRecord(record);
  if (!verdict.holds) throw new Error(verdict.why);
  return verdict.keys;
}

test('[RC4] who signs it all again with a key of their own is found by who has the practice’s key, and shows another fingerprint to everybody else', () => {
  const record = copy();
  Object.assign(entryAt(record, placeOf(record, 'vitals.recorded')).event, { systolic: 121 });
  recompute(record);
  signAgain(record, newSealer());
  const [fingerprint] = keysOf(record);
  expect(fingerprint).not.toBe(keysOf(intact)[0]);
  expect(verifyRecord(record, key())).toMatchObject({ holds: false, event: closing() });
  // Without the key, the practice’s seals do not fit what was changed.
  record.seals = intact.seals;
  expect(verifyRecord(record)).toMatchObject({ holds: false, event: closing() });
});
test('[RC4] a signature by somebody else under the practice’s key is not one', () => {
  const record = copy();
  const end = record.events.length;
  const forged = newSealer().seal(record.sessionId, entryAt(record, end), sessions.time.now);
  record.seals.splice(2, 1, { ...forged, publicKey: key() });
  expect(verifyRecord(record)).toMatchObject({ holds: false, event: end });
});

test('[RC4] cut back to its closing, a record is what was exported then: it holds, and says that it was sealed then', () => {
  const then = copy();
  then.events.length = closing();
  then.seals.length = 1;
  expect(verifyRecord(then, key())).toMatchObject({
    holds: true,
    sealedAt: intact.seals[0]?.sealedAt,
  });
  expect(intact.seals[0]?.sealedAt).toBeLessThan(intact.seals.at(-1)?.sealedAt ?? 0);
});

test('[RC3 RC4] a record that is still open holds, too: its end is sealed with the export', async () => {
  const sessionId = await sessions.createFull();
  const early = await exported(sessions, sessionId);
  expect(verifyRecord(early, key())).toMatchObject({ holds: true });
  await sessions.press(sessionId, 'therapist', { type: 'note.write', words: 'All here' });
  const later = await exported(sessions, sessionId);
  expect(verifyRecord(later, key())).toMatchObject({
    holds: true,
    events: early.events.length + 1,
  });
  // The seal of the earlier export is of the earlier end.
  expect(verifyRecord({ ...later, seals: early.seals })).toMatchObject({
    holds: false,
    event: later.events.length,
  });
});
