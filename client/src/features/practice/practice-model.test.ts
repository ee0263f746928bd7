import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { expect, test } from 'vitest';
import { draftOf, otherStates, readPractice } from './practice-model.ts';

const draft = draftOf(DEFAULT_POLICY);

test('what was saved comes back as it was, Colorado by default', () => {
  expect(readPractice(draft)).toEqual({ ok: true, value: DEFAULT_POLICY });
  expect(draft.licensedStates).toEqual(['CO']);
});

test.each([
  [{ licensedStates: [] }, 'licensedStates'],
  [{ preparationSessions: '' }, 'preparationSessions'],
  [{ preparationSessions: 'two' }, 'preparationSessions'],
  [{ preparationSessions: '21' }, 'preparationSessions'],
  [{ preparationSessions: '-1' }, 'preparationSessions'],
  [{ referral: ' \u200B ' }, 'referral'],
  [{ referral: 'x'.repeat(20_000) }, 'referral'],
] as const)('[CM3] %j is said at its field before it is sent', (change, field) => {
  const read = readPractice({ ...draft, ...change });
  expect(read.ok ? [] : Object.keys(read.error)).toEqual([field]);
});

test('a state that is chosen is not offered again', () => {
  expect(otherStates(['CO']).map(({ value }) => value)).not.toContain('CO');
  expect(otherStates([])).toHaveLength(otherStates(['CO']).length + 1);
});
