import { expect, test } from 'vitest';
import { isSameKey, keyBytes, pushWords, standing } from './push-model.ts';

const facts = { able: true, apple: false, permission: 'default' } as const;

test('[PN1] the browser is asked for nothing before a tap: what can be said is said', () => {
  expect(standing(facts)).toBe('ask');
  expect(standing({ ...facts, permission: 'denied' })).toBe('refused');
  expect(standing({ ...facts, permission: 'granted' })).toBeNull();
  expect(standing({ ...facts, able: false })).toBe('unsupported');
});

test('[PN1] an iPhone that cannot yet is told about its Home Screen; one that can is asked', () => {
  expect(standing({ ...facts, able: false, apple: true })).toBe('install');
  expect(pushWords('install')?.help).toContain('Add to Home Screen');
  expect(standing({ ...facts, apple: true })).toBe('ask');
});

test('[PN1] wherever the phone cannot ring, the words say what to do instead', () => {
  for (const state of ['refused', 'install', 'unsupported', 'failed'] as const) {
    expect(pushWords(state)?.help).toMatch(/keep this page open/i);
  }
  expect(pushWords('refused')?.help).toContain('allow notifications');
});

test('a key is the same by its bytes', () => {
  const key = keyBytes('-_8BAg');
  expect([...key]).toEqual([251, 255, 1, 2]);
  expect(isSameKey(key.buffer, keyBytes('-_8BAg'))).toBe(true);
  expect(isSameKey(key.buffer, keyBytes('-_8BAw'))).toBe(false);
  expect(isSameKey(null, key)).toBe(false);
});
