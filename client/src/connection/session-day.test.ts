import { expect, test } from 'vitest';
import { isDaysAhead } from './session-day.ts';

const HOUR = 3_600_000;
const session = { scheduledAt: 72 * HOUR };

test('[PA5] days ahead no camera is asked for, and no answer that would be of another day', () => {
  expect(isDaysAhead(session, 0)).toBe(true);
  expect(isDaysAhead(session, 61 * HOUR)).toBe(false);
  expect(isDaysAhead(session, 73 * HOUR)).toBe(false);
});
