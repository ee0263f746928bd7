import { expect, test } from 'vitest';
import { DEFAULT_POLICY, PracticePolicy } from './practice.ts';
import { stateName, US_STATES, UsState } from './us-state.ts';

/** The fault's field and words; null when there is none. */
function fault(typed: unknown): { field: string; words: string } | null {
  const issue = PracticePolicy.safeParse(typed).error?.issues[0];
  return issue ? { field: issue.path.join('.'), words: issue.message } : null;
}

test('[PA4] a practice lists the states in which it is licensed: at least one, of fifty and two more', () => {
  expect(fault(DEFAULT_POLICY)).toBeNull();
  expect(DEFAULT_POLICY.licensedStates).toEqual(['CO']);
  expect(UsState.options).toHaveLength(52);
  expect(new Set(Object.values(US_STATES)).size).toBe(52);
  expect(stateName('UT')).toBe('Utah');
  expect(fault({ ...DEFAULT_POLICY, licensedStates: [] })).toEqual({
    field: 'licensedStates',
    words: 'Choose at least one state.',
  });
});

test.each([
  [{ licensedStates: ['Bavaria'] }, 'licensedStates.0'],
  [{ preparationSessions: -1 }, 'preparationSessions'],
  [{ preparationSessions: 21 }, 'preparationSessions'],
  [{ preparationSessions: 1.5 }, 'preparationSessions'],
  [{ referral: ' ' }, 'referral'],
])('[CC2 PA4 CM3] a practice decides nothing that cannot be kept: %j', (change, field) => {
  expect(fault({ ...DEFAULT_POLICY, ...change })).toMatchObject({ field });
});

test('[PA4] somebody in another state is told kindly where to turn, and blamed for nothing', () => {
  expect(DEFAULT_POLICY.referral).toMatch(/glad to refer you/);
  expect(DEFAULT_POLICY.referral).not.toMatch(/\b(must|illegal|violat|refus|denied)/i);
});
