import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, isInForce, OrderTerms } from './order.ts';
import { testOrder, testTerms } from './test-care.ts';
import { A_DAY, BEGAN } from './test-course.ts';

const terms = testTerms(BEGAN);

/** The terms with one place in them changed; `undefined` leaves it out. */
function changed(path: string, value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(terms)) as Record<string, unknown>;
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1) ?? ''] = value;
  return copy;
}
/** Where the fault is, and in which words; null when there is none. */
function fault(typed: unknown): { field: string; words: string } | null {
  const issue = OrderTerms.safeParse(typed).error?.issues[0];
  return issue ? { field: issue.path.join('.'), words: issue.message } : null;
}
const refusedAt = (field: string) => ({
  field,
  words: expect.stringMatching(
    /^(?!.*(expected [a-z]|Invalid|undefined|Too (big|small)))[A-Z].*\.$/,
  ) as string,
});

const leaves = (value: object, path = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? leaves(inner, `${path}${key}.`)
      : [`${path}${key}`],
  );

test('[OR1] a complete order is taken as it was written', () => {
  expect(OrderTerms.parse(terms)).toEqual(terms);
  expect(leaves(terms)).toHaveLength(21);
});

test.each(leaves(terms))('[OR1] an order without %s is none, and says so at that field', (path) =>
  expect(fault(changed(path, undefined))).toMatchObject(refusedAt(path)),
);

test.each(['limits', 'limits.systolic', 'limits.heartRate'])(
  '[OR1] an order without %s is none',
  (path) => expect(fault(changed(path, undefined))).toMatchObject(refusedAt(path)),
);

test('[OR1] only a booster and a limit of SpO2 can be left out, and it must be said', () => {
  expect(fault(changed('booster', null))).toBeNull();
  expect(fault(changed('limits.spo2Min', null))).toBeNull();
  expect(fault(changed('booster', undefined))).toMatchObject({ field: 'booster' });
});

test.each([
  ['strengthMg', 0],
  ['strengthMg', 1_001],
  ['strengthMg', 62.5],
  ['tablets', 0],
  ['tablets', 7],
  ['holdMinutes', 0],
  ['holdMinutes', 61],
  ['afterHold', 'chew'],
  ['form', 'spray'],
  ['limits.systolic.max', 1_400],
  ['limits.systolic.min', 49],
  ['limits.diastolic.max', 151],
  ['limits.heartRate.max', 201],
  ['limits.spo2Min', 101],
  ['booster.tablets', 0],
  ['booster.earliestMinute', 0],
  ['booster.earliestMinute', 181],
  ['observationMinutes', 29],
  ['observationMinutes', 481],
  ['prescriberPhone', '911'],
  ['prescriberName', ' '],
  ['medicine', ''],
  ['validFrom', Date.UTC(1999, 0, 1)],
  ['validUntil', 'for ever'],
])('[OR1 CM3] %s %j cannot be right', (path, value) =>
  expect(fault(changed(path, value))).toMatchObject(refusedAt(path)),
);

describe('exchanged ends', () => {
  test.each(['systolic', 'diastolic', 'heartRate'])(
    '[OR1 CM3] of %s are found: no reading could be between them',
    (what) => {
      const { min, max } = terms.limits[what as 'systolic'];
      expect(fault(changed(`limits.${what}`, { min: max, max: min }))).toMatchObject(
        refusedAt(`limits.${what}.max`),
      );
    },
  );

  test('[OR1 CM3] of its days are found: it would never be in force', () => {
    expect(fault(changed('validUntil', terms.validFrom))).toMatchObject(refusedAt('validUntil'));
    expect(fault(changed('validUntil', terms.validFrom - 1))).toMatchObject(
      refusedAt('validUntil'),
    );
  });
});

test('[OR2] an order is in force from its first moment until before its last, and not once it ended', () => {
  const order = testOrder(BEGAN);
  const { validFrom, validUntil } = order.terms;
  expect(isInForce(order, validFrom - 1)).toBe(false);
  expect(isInForce(order, validFrom)).toBe(true);
  expect(isInForce(order, validUntil - 1)).toBe(true);
  expect(isInForce(order, validUntil)).toBe(false);
  expect(isInForce({ ...order, endedAt: BEGAN - A_DAY }, BEGAN)).toBe(false);
});

test('[OR1 VT3] the limits that are offered are those of the practice instructions', () => {
  expect(DEFAULT_LIMITS).toMatchObject({
    systolic: { max: 140 },
    diastolic: { max: 90 },
    heartRate: { max: 100 },
  });
  expect(fault(changed('limits', DEFAULT_LIMITS))).toBeNull();
});
