import { expect, test } from 'vitest';
import { CALM, FAULT_KINDS, mulberry32, schedule } from './schedule.ts';

test('the same seed gives the same plan, another seed another', () => {
  expect(schedule(7, 10)).toEqual(schedule(7, 10));
  expect(schedule(7, 10)).not.toEqual(schedule(8, 10));
});

test('an hour has more than five hundred faults, of every kind, the longest near a minute', () => {
  for (const seed of [1, 2, 3]) {
    const faults = schedule(seed, 60);
    expect(faults.length).toBeGreaterThan(500);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(FAULT_KINDS.length);
    const longest = Math.max(...faults.map(({ lasts }) => lasts));
    expect(longest).toBeGreaterThan(45_000);
    expect(longest).toBeLessThanOrEqual(60_000);
  }
});

test('a campaign of half a minute has faults too, and all of them are healed in it', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const faults = schedule(seed, 0.5);
    expect(faults.length).toBeGreaterThan(3);
    for (const { at, lasts } of faults) expect(at + lasts).toBeLessThanOrEqual(30_000);
  }
});

test('there are calm times in between, in which latency is measured', () => {
  let healed = 0;
  let calm = 0;
  for (const { at, lasts } of schedule(5, 10)) {
    if (at - healed >= CALM) calm += 1;
    healed = Math.max(healed, at + lasts);
  }
  expect(calm).toBeGreaterThan(5);
});

test('only the kinds that were asked for', () => {
  const faults = schedule(3, 5, ['database.kill', 'net.cut']);
  expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['database.kill', 'net.cut']));
});

test('chance is even, and the same for the same seed', () => {
  const chance = mulberry32(42);
  const drawn = Array.from({ length: 10_000 }, chance);
  expect(drawn.reduce((sum, one) => sum + one, 0) / 10_000).toBeCloseTo(0.5, 1);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(mulberry32(42)()).toBe(drawn[0]);
});
