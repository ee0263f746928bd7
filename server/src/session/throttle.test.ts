import { expect, test } from 'vitest';
import { createThrottle } from './throttle.ts';

test('[AL1] a page that floods is slowed to a few presses a second, and a person never is', () => {
  let now = 0;
  const throttle = createThrottle(() => now);
  const admitted = (tries: number) =>
    Array.from({ length: tries }, () => throttle.admit()).filter(Boolean).length;
  expect(admitted(600)).toBe(20);
  now += 1_000;
  expect(admitted(600)).toBe(5);
  now += 60_000;
  expect(admitted(600)).toBe(20);
  now -= 5_000;
  expect(admitted(1)).toBe(0);
});
