import { expect, test } from 'vitest';
import { landingPath } from './landing.ts';

test('[SC3] a sign-in link leads to a page of ours and nowhere else', () => {
  expect(landingPath('/sessions/s_1')).toBe('/sessions/s_1');
  expect(landingPath(null)).toBe('/sessions');
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'sessions',
  ]) {
    expect(landingPath(elsewhere)).toBe('/sessions');
  }
});
