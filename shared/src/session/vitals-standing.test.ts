import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../care/order.ts';
import { testOrder } from '../care/test-care.ts';
import { MINUTE } from './test-session.ts';
import type { Reading, Vitals } from './vitals.ts';
import { outOfRange, vitalsStanding } from './vitals-standing.ts';
import { vitalsWords } from './vitals-words.ts';

const T = Date.UTC(2026, 4, 4, 15, 0);
let readings = 0;
/** A reading some minutes after T; within DEFAULT_LIMITS unless it says otherwise. */
const reading = (minute: number, values: Partial<Reading> = {}): Reading => ({
  readingId: `r${++readings}`,
  systolic: 122,
  diastolic: 78,
  heartRate: 72,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt: T + minute * MINUTE,
  struck: null,
  ...values,
});
const high = (minute: number, values: Partial<Reading> = {}) =>
  reading(minute, { systolic: 150, ...values });
const vitals = (...readings: Reading[]): Vitals => ({ readings, override: null });
const ORDER = { ...testOrder(T), terms: { ...testOrder(T).terms, limits: DEFAULT_LIMITS } };
const standingAt = (minute: number, known: Vitals) =>
  vitalsStanding(known, ORDER, T + minute * MINUTE);

describe('what the vitals say of a dose', () => {
  test('[VT3] oxygen that was too low is not in range by being left out of the next reading', () => {
    const low = reading(0, { spo2: 88 });
    const out = standingAt(6, vitals(low, reading(6, { spo2: null })));
    expect(out).toMatchObject({
      standing: 'out_of_range',
      beyond: ['SpO2 was 88 and was not measured again'],
    });
    expect(standingAt(2, vitals(low, reading(2, { spo2: null })))).toMatchObject({
      standing: 'rest',
    });
    expect(standingAt(6, vitals(low, reading(6, { spo2: 97 })))).toMatchObject({
      standing: 'in_range',
    });
    expect(standingAt(6, vitals(reading(0), reading(6, { spo2: null })))).toMatchObject({
      standing: 'in_range',
    });
  });

  test('[VT2] without a reading there is nothing to go by', () => {
    expect(standingAt(0, vitals())).toEqual({ standing: 'missing' });
  });

  test('[VT2] a baseline is fresh for thirty minutes, and not a moment longer', () => {
    const known = vitals(reading(0));
    expect(standingAt(0, known)).toMatchObject({ standing: 'in_range' });
    expect(standingAt(30, known)).toMatchObject({ standing: 'in_range' });
    expect(vitalsStanding(known, ORDER, T + 30 * MINUTE + 1)).toEqual({
      standing: 'stale',
    });
  });

  test('[VT2] the newest by its own time counts, whenever it was typed in', () => {
    const newest = reading(9);
    expect(standingAt(10, vitals(newest, high(2)))).toMatchObject({ reading: newest });
  });

  test('[VT3] out of range: five minutes of rest, then measure again', () => {
    const known = vitals(high(0));
    const beyond = ['systolic 150 above 140'];
    expect(standingAt(1, known)).toMatchObject({ standing: 'rest', until: T + 5 * MINUTE, beyond });
    expect(standingAt(4.9, known)).toMatchObject({ standing: 'rest' });
    expect(standingAt(5, known)).toMatchObject({ standing: 'repeat', beyond });
  });

  test('[VT3] repeated after the rest and in range: the dose may begin', () => {
    expect(standingAt(6, vitals(high(0), reading(5)))).toMatchObject({ standing: 'in_range' });
  });

  test('[VT3] in range, but repeated too soon, does not count: somebody pressed until it fitted', () => {
    expect(standingAt(4, vitals(high(0), reading(3)))).toMatchObject({
      standing: 'rest',
      until: T + 5 * MINUTE,
      beyond: [],
    });
    expect(standingAt(9, vitals(high(0), reading(3)))).not.toMatchObject({ standing: 'in_range' });
  });

  test('[VT3] out of range again, but repeated too soon, begins the rest anew', () => {
    const known = vitals(high(0), high(3));
    expect(standingAt(4, known)).toMatchObject({ standing: 'rest', until: T + 8 * MINUTE });
    expect(standingAt(8, known)).toMatchObject({ standing: 'repeat' });
  });

  test('[VT3] out of range again after the rest: it is the prescriber’s to say', () => {
    expect(standingAt(6, vitals(high(0), high(5)))).toMatchObject({ standing: 'out_of_range' });
  });

  test('[VT3] a high reading of an hour ago is no first of two: the rest has to be now', () => {
    expect(standingAt(61, vitals(high(0), high(60)))).toMatchObject({ standing: 'rest' });
  });

  test('[VT3] an override counts for the reading that the prescriber was told of, and for no newer one', () => {
    const last = high(5);
    const override = {
      readingId: last.readingId,
      order: 'order-1/1',
      prescriberName: 'Dr. Okafor',
      reason: 'White coat',
      spokenAt: T + 6 * MINUTE,
    };
    const known = { ...vitals(high(0), last), override };
    expect(standingAt(7, known)).toMatchObject({ standing: 'overridden', override });
    const newer = { ...known, readings: [...known.readings, high(8, { systolic: 190 })] };
    expect(standingAt(9, newer)).toMatchObject({ standing: 'out_of_range' });
    expect(standingAt(36, known)).toEqual({ standing: 'stale' });
  });

  test('[VT4] a struck reading counts for nothing: not as baseline, not as the first of two, not for its override', () => {
    const mistyped = high(0, { struck: 'Mistyped' });
    expect(standingAt(1, vitals(mistyped))).toEqual({ standing: 'missing' });
    expect(standingAt(2, vitals(mistyped, reading(1)))).toMatchObject({ standing: 'in_range' });
    expect(standingAt(6, vitals(mistyped, high(5)))).toMatchObject({ standing: 'rest' });
  });
});

test.each([
  [{ systolic: 141 }, 'systolic 141 above 140'],
  [{ systolic: 89 }, 'systolic 89 below 90'],
  [{ diastolic: 91 }, 'diastolic 91 above 90'],
  [{ diastolic: 49 }, 'diastolic 49 below 50'],
  [{ heartRate: 101 }, 'heart rate 101 above 100'],
  [{ heartRate: 49 }, 'heart rate 49 below 50'],
  [{ spo2: 93 }, 'SpO2 93 below 94'],
])('[VT3] one beyond a limit is out of range, and the words name it: %j', (values, words) => {
  expect(outOfRange(reading(0, values), DEFAULT_LIMITS)).toEqual([words]);
  expect(vitalsWords(standingAt(1, vitals(reading(0, values))))).toContain(words);
});

test.each([
  { systolic: 140, diastolic: 90, heartRate: 100, spo2: 94 },
  { systolic: 90, diastolic: 50, heartRate: 50, spo2: null },
])('[VT3] on the limit is within it; no oximeter is not held against anybody: %j', (values) => {
  expect(outOfRange(reading(0, values), DEFAULT_LIMITS)).toEqual([]);
});

test('[VT3] where the order has no limit for SpO2 none is kept', () => {
  const limits = { ...DEFAULT_LIMITS, spo2Min: null };
  expect(outOfRange(reading(0, { spo2: 88 }), limits)).toEqual([]);
});

/** Words for every standing that there is. */
test('[GD2 VT1] what the therapist reads of the vitals has the values with their units', () => {
  expect(vitalsWords(standingAt(1, vitals(reading(0))))).toBe(
    'Vitals within the order: 122/78 mmHg, 72/min, SpO2 98%.',
  );
  const known = [
    standingAt(0, vitals()),
    standingAt(40, vitals(reading(0))),
    standingAt(1, vitals(high(0))),
    standingAt(5, vitals(high(0))),
    standingAt(4, vitals(high(0), reading(3))),
    standingAt(6, vitals(high(0), high(5))),
  ];
  const words = known.map(vitalsWords);
  expect(new Set(words).size).toBe(known.length);
  for (const each of words) expect(each).toMatch(/^[A-Z].*\.$/);
});

test('[VT3] repeated too soon, it is measured again once the rest is over: nobody waits for ever', () => {
  const known = vitals(high(0), reading(2));
  expect(standingAt(3, known)).toMatchObject({ standing: 'rest' });
  const rested = standingAt(6, known);
  expect(rested).toMatchObject({ standing: 'repeat' });
  expect(vitalsWords(rested)).toContain('measure again');
});
