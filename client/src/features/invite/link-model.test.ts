import { expect, test } from 'vitest';
import { tokenIn } from './link-model.ts';

const TOKEN = 'a'.repeat(42) + '_';

test.each([
  [`https://sojourn.test/join#${TOKEN}`, TOKEN],
  [`  Here it is: https://sojourn.test/join#${TOKEN}.`, TOKEN],
  [`https://sojourn.test/join#${TOKEN.slice(1)}`, null],
  [`https://sojourn.test/join#${TOKEN}x`, null],
  ['https://sojourn.test/join', null],
  ['', null],
])('[IN2] a pasted link %j is read whole, or not at all', (pasted, token) => {
  expect(tokenIn(pasted)).toBe(token);
});
