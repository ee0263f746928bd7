import type { CareEvent } from '@sojourn/shared/care/event';
import type { OrderTerms } from '@sojourn/shared/care/order';
import { testTerms } from '@sojourn/shared/care/test-care';
import { expect, test } from 'vitest';
import {
  doseWords,
  endWords,
  holdWords,
  limitFacts,
  orderStanding,
  sortedOrders,
} from './order-words.ts';
import { A_DAY, NOW, viewAfter } from './test-care-view.ts';

const terms = testTerms(NOW);
const written = (
  orderId: string,
  more: { version?: number; replaces?: string; terms?: Partial<OrderTerms> } = {},
): CareEvent => ({
  type: 'order.written',
  orderId,
  version: more.version ?? 1,
  replaces: more.replaces ?? null,
  terms: { ...terms, ...more.terms },
});

test('[OR3] the order in force stands first, and a version that was replaced is not shown as in force', () => {
  const care = viewAfter([
    written('later', { terms: { validFrom: NOW + 30 * A_DAY, validUntil: NOW + 60 * A_DAY } }),
    written('first'),
    written('second', { version: 2, replaces: 'first', terms: { tablets: 1 } }),
  ]);
  const { live, earlier } = sortedOrders(care.orders, NOW);
  expect(live.map(({ orderId }) => orderId)).toEqual(['second', 'later']);
  expect(live.map((order) => orderStanding(order, NOW).tone)).toEqual(['ok', 'waiting']);
  expect(earlier.map((order) => endWords(order, care.withdrawals))).toEqual([
    expect.stringMatching(/^Replaced on/),
  ]);
});

test('[OR3] an order that ran out, or was withdrawn, is history and says how it ended', () => {
  const care = viewAfter([
    written('old', { terms: { validFrom: NOW - 60 * A_DAY, validUntil: NOW - 20 * A_DAY } }),
    written('gone'),
    { type: 'order.withdrawn', orderId: 'gone', reason: 'Blood pressure.' },
  ]);
  const { live, earlier } = sortedOrders(care.orders, NOW);
  expect(live).toEqual([]);
  expect(earlier.map((order) => endWords(order, care.withdrawals))).toEqual([
    expect.stringMatching(/^Withdrawn on .*: Blood pressure\.$/),
    expect.stringMatching(/^Ran out after/),
  ]);
});

test('the dose reads as a prescription does', () => {
  expect(doseWords(terms)).toBe('2 × 100 mg ketamine, lozenge');
  expect(holdWords(terms)).toBe('Hold 12 minutes, then spit');
  expect(holdWords({ ...terms, holdMinutes: 1 })).toBe('Hold 1 minute, then spit');
  expect(limitFacts({ ...terms, booster: null }).map(({ value }) => value)).toContain(
    'Not in the order',
  );
});
