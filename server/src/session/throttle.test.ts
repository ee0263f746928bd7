import { expect, test } from 'vitest';
import { createThrottle, PRESSES } from './throttle.ts';

test('[AL1] a page that floods is slowed to a few presses a second, and a person never is', () => {
  let now = 0;
  const throttle = createThrottle(PRESSES, () => now);
  const admitted = (tries: number) =>
    Array.from({ length: tries }, () => throttle.admit('s/client')).filter(Boolean).length;
  expect(admitted(600)).toBe(20);
  now += 1_000;
  expect(admitted(600)).toBe(5);
  now += 60_000;
  expect(admitted(600)).toBe(20);
  now -= 5_000;
  expect(admitted(1)).toBe(0);
});

test('[AL1] one role’s flood slows neither another role nor another session', () => {
  const throttle = createThrottle(PRESSES, () => 0);
  for (let time = 0; time < 100; time += 1) throttle.admit('s/client');
  expect(throttle.admit('s/client')).toBe(false);
  expect(throttle.admit('s/chaperone')).toBe(true);
  expect(throttle.admit('s/client')).toBe(false);
  expect(throttle.admit('t/client')).toBe(true);
});
