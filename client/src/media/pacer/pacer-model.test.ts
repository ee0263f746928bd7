import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atNewPace, breathAt, breathLength, PACE, paceOf, PACES, waysOf } from './pacer-model.ts';

/** Breaths that begin within some minutes, counted as somebody who watches would. */
function breathsIn(minutes: number, pace: number): number {
  let count = 0;
  let before = 'out';
  for (let ms = 0; ms < minutes * 60_000; ms += 20) {
    const { going } = breathAt(ms, pace);
    if (going === 'in' && before === 'out') count += 1;
    before = going;
  }
  return count;
}

test.each(PACES)('[SP2] at a pace of %s that many breaths are counted', (pace) => {
  expect(breathsIn(4, pace)).toBe(4 * pace);
});

test.each(PACES)(
  '[SP2] at a pace of %s the way out is the longer one, and nothing is held',
  (pace) => {
    const { in: inward, out } = waysOf(pace);
    expect(out).toBeGreaterThan(inward * 1.4);
    let still = 0;
    let before = breathAt(0, pace).full;
    for (let ms = 100; ms < breathLength(pace); ms += 100) {
      const { full } = breathAt(ms, pace);
      still = Math.abs(full - before) < 0.0005 ? still + 100 : 0;
      before = full;
      expect(still).toBeLessThanOrEqual(200);
    }
  },
);

test('[SP2] the breath is one movement: full only between the ways, empty only between breaths', () => {
  const { in: inward } = waysOf(6);
  expect(breathAt(0, 6)).toEqual({ going: 'in', full: 0, count: 0 });
  expect(breathAt(inward, 6)).toMatchObject({ going: 'out', full: 1 });
  expect(breathAt(breathLength(6), 6)).toMatchObject({ going: 'in', full: 0, count: 1 });
  expect(breathAt(-5, 6)).toMatchObject({ going: 'in', full: 0 });
});

test('[SP2] another pace goes on from where the breath is', () => {
  fc.assert(
    fc.property(
      fc.nat(3_600_000),
      fc.constantFrom(...PACES),
      fc.constantFrom(...PACES),
      (elapsed, from, to) => {
        const before = breathAt(elapsed, from);
        const after = breathAt(atNewPace(elapsed, from, to), to);
        expect(after.full).toBeCloseTo(before.full, 3);
      },
    ),
  );
});

test('[SP2] no pace is asked of anybody that is too slow or too quick to breathe', () => {
  expect([0, 3, 40, Number.NaN, Infinity].map(paceOf)).toEqual([
    PACE.least,
    PACE.least,
    PACE.most,
    PACE.usual,
    PACE.usual,
  ]);
});
