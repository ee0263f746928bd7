import { expect, test } from 'vitest';
import { steadyClock } from './steady-clock.ts';

/** A machine whose wall clock can be set, and that can sleep. */
function machine() {
  const at = { wall: 1_000_000, even: 500, awake: 500 };
  const clock = steadyClock({ wall: () => at.wall, even: () => at.even, awake: () => at.awake });
  const pass = (ms: number) => {
    at.wall += ms;
    at.even += ms;
    at.awake += ms;
  };
  return { at, clock, pass };
}

test('[AL9 TM3] the machine’s clock set back or ahead by a minute moves no ladder', () => {
  for (const step of [-60_000, 60_000]) {
    const { at, clock, pass } = machine();
    at.wall += step;
    let before = clock();
    for (let second = 1; second <= 60; second += 1) {
      pass(1_000);
      const now = clock();
      expect(Math.abs(now - before - 1_000)).toBeLessThanOrEqual(1);
      before = now;
    }
    expect(Math.abs(before - 1_060_000)).toBeLessThanOrEqual(31);
  }
});

test('a clock that is a little wrong is followed, until it agrees', () => {
  const { at, clock, pass } = machine();
  at.wall += 200;
  for (let second = 0; second < 600; second += 1) {
    pass(1_000);
    clock();
  }
  expect(clock()).toBe(at.wall);
});

test('[TM1] after a sleep of the machine it is right at once: what fell due is overdue', () => {
  const { at, clock, pass } = machine();
  pass(2_000);
  clock();
  at.wall += 3_600_000;
  at.awake += 3_600_000;
  pass(1_000);
  expect(clock()).toBe(at.wall);
});

test('it never runs backwards, also where it is asked twice at once', () => {
  const { at, clock, pass } = machine();
  at.wall -= 10_000;
  let before = clock();
  for (let ms = 0; ms < 3_000; ms += 1) {
    pass(ms % 3);
    const now = clock();
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
});
