import { expect, test } from 'vitest';
import { NOT_DUCKED, stepDuck, type Duck } from './duck-model.ts';

/** Looks every 60 ms at a voice of these levels. */
function looks(levels: readonly number[], from: Duck = NOT_DUCKED, start = 0): Duck[] {
  const seen: Duck[] = [];
  let duck = from;
  levels.forEach((level, index) => {
    duck = stepDuck(duck, { level, speaking: false, now: start + index * 60 });
    seen.push(duck);
  });
  return seen;
}

test('[MU4] music makes way with the first sound of a voice, and a quiet room does not move it', () => {
  expect(looks(Array<number>(40).fill(0.004)).some(({ low }) => low)).toBe(false);
  expect(looks([0.004, 0.05])[1]?.low).toBe(true);
});

test('[MU4] it does not pump between words: it comes back after more than a second of silence', () => {
  const words = [
    0.05,
    0.05,
    ...Array<number>(12).fill(0.002),
    0.05,
    ...Array<number>(15).fill(0.002),
  ];
  expect(looks(words).every(({ low }) => low)).toBe(true);
  const silence = looks([0.05, ...Array<number>(30).fill(0.002)]);
  expect(silence.at(-1)?.low).toBe(false);
});

test('[MU4] the device’s own voice is a voice', () => {
  expect(stepDuck(NOT_DUCKED, { level: 0, speaking: true, now: 0 }).low).toBe(true);
});
