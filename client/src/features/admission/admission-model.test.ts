import { expect, test } from 'vitest';
import { newArrivals } from './admission-model.ts';

test('[LO1] the door sounds for each newcomer, and not again for who already waits', () => {
  expect(newArrivals([], ['client'])).toBe(true);
  expect(newArrivals(['client'], ['client'])).toBe(false);
  expect(newArrivals(['client'], ['client', 'chaperone'])).toBe(true);
  expect(newArrivals(['client', 'chaperone'], ['client'])).toBe(false);
});
