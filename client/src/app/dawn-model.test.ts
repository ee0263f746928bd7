import { expect, test } from 'vitest';
import { DAWN, dawnAt, dawnBegan } from './dawn-model.ts';

const MINUTE = 60_000;

test('[DO9] the screen stays dark until the return, and then grows light over minutes', () => {
  expect(dawnBegan(null, { phase: 'journey', phaseSince: 5 })).toBeNull();
  const began = dawnBegan(null, { phase: 'return', phaseSince: 1_000 });
  const light = (minutes: number) => dawnAt(began, 1_000 + minutes * MINUTE, false) ?? -1;
  expect(light(0)).toBe(0);
  expect(light(1)).toBeCloseTo(1 / 6);
  expect(light(3)).toBeCloseTo(0.5);
  expect(light(60)).toBe(1);
  // In any second it changes by less than an eye notices.
  expect(dawnAt(0, 1_000, false)).toBeLessThan(0.01);
});

test('[DO9] a move on to integration does not hurry the light; a page that is loaded then is light', () => {
  const began = dawnBegan(null, { phase: 'return', phaseSince: 1_000 });
  const later = dawnBegan(began, { phase: 'integration', phaseSince: 31_000 });
  expect(later).toBe(1_000);
  expect(dawnAt(dawnBegan(null, { phase: 'release', phaseSince: 9e9 }), 9e9, false)).toBe(1);
});

test('[DO9] with reduced motion it goes in a few steps, and reaches the same light', () => {
  const seen = new Set<number | null>();
  for (let ms = 0; ms <= DAWN; ms += 500) seen.add(dawnAt(0, ms, true));
  expect([...seen]).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('[DO9] a clock that runs behind shows the dark, not a flash', () => {
  expect(dawnAt(10_000, 0, false)).toBe(0);
});
