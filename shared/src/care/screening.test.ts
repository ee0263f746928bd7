import { expect, test } from 'vitest';
import { isCleared, Screening } from './screening.ts';
import { A_DAY, BEGAN } from './test-course.ts';

/** The fault's field and words; null when there is none. */
function fault(typed: unknown): { field: string; words: string } | null {
  const issue = Screening.safeParse(typed).error?.issues[0];
  return issue ? { field: issue.path.join('.'), words: issue.message } : null;
}

const cleared = {
  outcome: 'cleared' as const,
  by: 'Dr. Okafor',
  decidedAt: BEGAN,
  validUntil: BEGAN + A_DAY,
};

test('[CC2] a clearance holds until its last moment, and no other outcome is one', () => {
  expect(isCleared(cleared, BEGAN + A_DAY - 1)).toBe(true);
  expect(isCleared(cleared, BEGAN + A_DAY)).toBe(false);
  expect(isCleared({ ...cleared, outcome: 'pending' }, BEGAN)).toBe(false);
  expect(isCleared({ ...cleared, outcome: 'not_cleared' }, BEGAN)).toBe(false);
  expect(isCleared(null, BEGAN)).toBe(false);
});

test.each([
  [{ validUntil: null }, 'validUntil'],
  [{ validUntil: BEGAN }, 'validUntil'],
  [{ by: ' ' }, 'by'],
  [{ outcome: 'yes' }, 'outcome'],
  [{ decidedAt: undefined }, 'decidedAt'],
])('[CC2 CM3] a clearance is never for ever, and never by nobody: %j', (change, field) => {
  expect(fault({ ...cleared, ...change })).toMatchObject({ field });
});

test('[CC2] what is not cleared needs no last day', () => {
  for (const outcome of ['pending', 'not_cleared']) {
    expect(fault({ ...cleared, outcome, validUntil: null })).toBeNull();
  }
});
