import type { RecordExport } from '@sojourn/shared/http/record-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { newSealer } from './seal.ts';
import { closedRecord, entryAt, placeOf, recompute } from './test-record.ts';
import { verifyRecord } from './verify.ts';

let sessions: TestSessions;
let intact: RecordExport;
let another: RecordExport;
beforeAll(async () => {
  sessions = await startTestSessions();
  intact = await closedRecord(sessions);
  another = await closedRecord(sessions);
});
afterAll(() => sessions.stop());

const copy = () => structuredClone(intact);
const key = () => intact.seals[0]?.publicKey ?? '';
const closing = (record: RecordExport) => record.seals[0]?.seq ?? 0;
const remove = (record: RecordExport, place: number) => void record.events.splice(place - 1, 1);
const vitals = (record: RecordExport) => placeOf(record, 'vitals.recorded');

test('[RC3 RC4] a real record holds: closing and each addendum are sealed, by the one key', () => {
  const { events, seals } = intact;
  expect(verifyRecord(intact, key())).toEqual({
    holds: true,
    events: events.length,
    sealedAt: seals.at(-1)?.sealedAt,
    keys: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });
  const sealed = seals.map(({ seq }) => entryAt(intact, seq).event);
  expect(sealed).toMatchObject([
    { type: 'phase.entered', phase: 'closed' },
    { type: 'addendum.written' },
    { type: 'addendum.written' },
  ]);
});

/** What was done to it, and the event that must be named. */
type Broken = [string, (record: RecordExport) => void, (record: RecordExport) => number | null];

const CHANGED: Broken[] = [
  [
    'a value',
    (r) => Object.assign(entryAt(r, vitals(r)).event, { systolic: 121 }),
    (r) => vitals(r),
  ],
  ['a time, by one millisecond', (r) => void (entryAt(r, 7).at += 1), () => 7],
  ['who did it', (r) => void (entryAt(r, 7).actor = 'system'), () => 7],
  ['which press it was', (r) => void (entryAt(r, 7).commandId = null), () => 7],
  [
    'a key added to what happened',
    (r) => Object.assign(entryAt(r, vitals(r)).event, { arm: 'left' }),
    (r) => vitals(r),
  ],
  [
    'a key removed from what happened',
    (r) => Reflect.deleteProperty(entryAt(r, vitals(r)).event, 'spo2'),
    (r) => vitals(r),
  ],
  [
    'the order of two keys',
    (r) => {
      const { type, ...rest } = entryAt(r, vitals(r)).event;
      entryAt(r, vitals(r)).event = { ...rest, type } as never;
    },
    (r) => vitals(r),
  ],
  ['a field beside what happened', (r) => Object.assign(entryAt(r, 7), { note: 'x' }), () => 7],
  ['a field beside the events', (r) => Object.assign(r, { note: 'x' }), () => null],
  ['a hash', (r) => void (entryAt(r, 7).hash = entryAt(r, 8).hash), () => 7],
  [
    'a value, and its own hash made to fit',
    (r) => {
      const fitting = structuredClone(r);
      Object.assign(entryAt(fitting, vitals(r)).event, { systolic: 121 });
      recompute(fitting);
      r.events[vitals(r) - 1] = entryAt(fitting, vitals(r));
    },
    (r) => vitals(r) + 1,
  ],
  [
    'a value, and everything after it recomputed',
    (r) => {
      Object.assign(entryAt(r, vitals(r)).event, { systolic: 121 });
      recompute(r);
    },
    closing,
  ],
];

const MOVED: Broken[] = [
  ['the first event removed', (r) => remove(r, 1), () => 1],
  ['one in the middle removed', (r) => remove(r, 12), () => 12],
  ['the last removed', (r) => remove(r, r.events.length), (r) => r.events.length],
  [
    'one removed, and everything recomputed',
    (r) => {
      remove(r, 12);
      recompute(r);
    },
    closing,
  ],
  ['two swapped', (r) => void r.events.splice(11, 2, entryAt(r, 13), entryAt(r, 12)), () => 12],
  ['one told twice', (r) => void r.events.splice(12, 0, entryAt(r, 12)), () => 13],
  [
    'one inserted, and everything recomputed',
    (r) => {
      r.events.splice(12, 0, structuredClone(entryAt(r, 12)));
      recompute(r);
    },
    closing,
  ],
  ['cut short, with its seals', (r) => void (r.events.length = 20), () => 21],
  [
    'cut short, without its seals',
    (r) => {
      r.events.length = 20;
      r.seals = [];
    },
    () => 20,
  ],
  ['all events removed', (r) => void (r.events = []), () => 1],
  ['another session’s number', (r) => void (r.sessionId = another.sessionId), () => 1],
  [
    'another session’s record under this number',
    (r) => {
      r.events = structuredClone(another.events);
      recompute(r);
    },
    () => 1,
  ],
];

const UNSEALED: Broken[] = [
  ['the seal of the closing removed', (r) => void r.seals.shift(), closing],
  ['the seal of the end removed', (r) => void r.seals.pop(), (r) => r.events.length],
  ['the seal of an addendum removed', (r) => void r.seals.splice(1, 1), (r) => r.events.length - 1],
  ['all seals removed', (r) => void (r.seals = []), closing],
  ['the seals of another session', (r) => void (r.seals = another.seals), closing],
  [
    'the closing’s seal of another session, of the same place',
    (r) => {
      const stranger = newSealer();
      r.seals[0] = stranger.seal('s_other', entryAt(r, closing(r)), sessions.time.now);
    },
    closing,
  ],
  ['a signature', (r) => flip(r, 'signature', 5), closing],
  ['the last letter of a signature, which decodes to the same', (r) => respell(r), closing],
  ['when it was sealed', (r) => void (firstSeal(r).sealedAt += 1), closing],
  ['what was sealed', (r) => flip(r, 'hash', 5), closing],
  ['where it was sealed', (r) => void (firstSeal(r).seq -= 1), (r) => closing(r) - 1],
  ['the key beside a signature', (r) => flip(r, 'publicKey', 30), closing],
  ['a field beside a seal', (r) => Object.assign(firstSeal(r), { note: 'x' }), () => null],
  ['a seal told twice', (r) => void r.seals.unshift(firstSeal(r)), closing],
  [
    'two seals exchanged',
    (r) => void r.seals.splice(0, 2, ...r.seals.slice(0, 2).toReversed()),
    closing,
  ],
];

function firstSeal({ seals }: RecordExport) {
  const [seal] = seals;
  if (!seal) throw new Error('No seal');
  return seal;
}
function flip(record: RecordExport, part: 'signature' | 'hash' | 'publicKey', at: number): void {
  const seal = firstSeal(record);
  const other = seal[part][at] === 'a' ? 'b' : 'a';
  seal[part] = seal[part].slice(0, at) + other + seal[part].slice(at + 1);
}
/** Base64 of 64 bytes has four bits to spare in its last letter. */
function respell(record: RecordExport): void {
  const seal = firstSeal(record);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const last = letters[letters.indexOf(seal.signature[85] ?? '') + 1] ?? '';
  seal.signature = `${seal.signature.slice(0, 85)}${last}==`;
}

describe.each([
  ['changed', CHANGED],
  ['moved', MOVED],
  ['seals', UNSEALED],
])('%s', (_group, ways) => {
  test.each(ways)(
    '[RC4] %s: found, and the first event that does not hold is named',
    (_, tamper, named) => {
      const record = copy();
      tamper(record);
      expect(JSON.stringify(record)).not.toBe(JSON.stringify(intact));
      expect(verifyRecord(record)).toEqual({
        holds: false,
        event: named(intact),
        why: expect.stringMatching(/\S/) as string,
      });
    },
  );
});

test.each([null, 7, 'x', [], {}, { format: 'sojourn-session-record', version: 2 }])(
  '[RC4] %j is not a record',
  (file) => {
    expect(verifyRecord(file)).toMatchObject({ holds: false, event: null });
  },
);

/** Each value of a file, with the way to it. */
function* values(part: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof part !== 'object' || part === null) yield path;
  else if (Array.isArray(part))
    for (const [at, one] of part.entries()) yield* values(one, [...path, at]);
  else for (const [at, one] of Object.entries(part)) yield* values(one, [...path, at]);
}
const anotherValue = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  return typeof value === 'boolean' ? !value : 0;
};

test('[RC4] whichever single value of the file is another, it is found; in an event, that event is named', () => {
  const unnoticed: unknown[] = [];
  let changed = 0;
  for (const path of values(intact)) {
    const record = copy();
    const parent = path
      .slice(0, -1)
      .reduce<object>((part, at) => Reflect.get(part, at) as object, record);
    const last = path.at(-1) ?? '';
    Reflect.set(parent, last, anotherValue(Reflect.get(parent, last)));
    const verdict = verifyRecord(record);
    const [part, place] = path;
    const found = !verdict.holds && (part !== 'events' || verdict.event === Number(place) + 1);
    if (!found) unnoticed.push({ path, verdict });
    changed += 1;
  }
  expect(unnoticed).toEqual([]);
  expect(changed).toBeGreaterThan(500);
});

test.each([0, 1, 2, 8, '\t'])('[RC4 RC1] laid out with %j it holds as before', (space) => {
  expect(verifyRecord(JSON.parse(JSON.stringify(intact, null, space)))).toEqual(
    verifyRecord(intact),
  );
});
