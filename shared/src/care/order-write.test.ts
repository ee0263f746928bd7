import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInForce, orderInForce } from './order.ts';
import { factsOf } from './state.ts';
import { testTerms } from './test-care.ts';
import { A_DAY, BEGAN, TestCourse } from './test-course.ts';

const days = (from: number, until: number) => ({
  validFrom: BEGAN + from * A_DAY,
  validUntil: BEGAN + until * A_DAY,
});
const overlap = { ok: false, error: { code: 'orders_overlap', field: 'terms.validFrom' } };
const latest = ({ state }: TestCourse) => state.orders.at(-1)?.orderId ?? '';

describe('beside an order from day 10 to day 20', () => {
  const course = () => {
    const found = new TestCourse();
    found.order(days(10, 20));
    return found;
  };

  test.each([
    ['the same days', 10, 20],
    ['a day within', 12, 13],
    ['days around it', 5, 25],
    ['days that reach into it', 5, 11],
    ['days that it reaches into', 19, 25],
    ['one that begins with it', 10, 11],
    ['one that ends with it', 19, 20],
  ])('[OR2] an order for %s is refused: nobody has to guess which counts', (_what, from, until) => {
    const found = course();
    expect(found.order(days(from, until))).toMatchObject(overlap);
    expect(found.state.orders).toHaveLength(1);
  });

  test.each([
    ['that ends when it begins', 5, 10],
    ['that begins when it ends', 20, 25],
    ['long before', 1, 2],
    ['long after', 30, 40],
  ])('[OR2] an order %s is taken, and at no moment are two in force', (_what, from, until) => {
    const found = course();
    expect(found.order(days(from, until))).toMatchObject({ ok: true });
    for (const day of [from, 10, until, 20]) {
      const at = BEGAN + day * A_DAY;
      const inForce = found.state.orders.filter((order) => isInForce(order, at));
      expect(inForce.length).toBeLessThanOrEqual(1);
      expect(orderInForce(found.state.orders, at)).toBe(inForce[0] ?? null);
    }
  });

  test('[OR2] one millisecond of overlap is refused', () => {
    const { validUntil } = days(5, 10);
    expect(course().order({ ...days(5, 10), validUntil: validUntil + 1 })).toMatchObject(overlap);
  });

  test('[OR2 OR3] an order that was withdrawn stands in nobody’s way', () => {
    const found = course();
    found.must({ type: 'order.withdraw', orderId: latest(found), reason: 'Paused' });
    expect(found.order(days(10, 20))).toMatchObject({ ok: true });
  });
});

test('[OR3] a change is a new version; the old one stays as it was, with its end', () => {
  const course = new TestCourse();
  course.order();
  const first = latest(course);
  const [before] = course.state.orders;
  course.now += A_DAY;
  expect(course.order({ tablets: 1 }, first)).toMatchObject({ ok: true });
  expect(course.state.orders).toEqual([
    { ...before, endedAt: course.now },
    {
      orderId: latest(course),
      version: 2,
      writtenAt: course.now,
      endedAt: null,
      terms: { ...testTerms(BEGAN), tablets: 1 },
    },
  ]);
  expect(orderInForce(course.state.orders, course.now)?.version).toBe(2);
  course.order({ tablets: 3 }, latest(course));
  expect(course.state.orders.map(({ version, endedAt }) => [version, endedAt !== null])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
});

test('[OR3] what has ended is not changed any more: an old screen cannot bring it back', () => {
  const course = new TestCourse();
  course.order();
  const first = latest(course);
  course.order({ tablets: 1 }, first);
  const stale = { ok: false, error: { code: 'not_found' } };
  expect(course.order({ tablets: 3 }, first)).toMatchObject(stale);
  expect(course.press({ type: 'order.withdraw', orderId: first, reason: 'Any' })).toMatchObject(
    stale,
  );
  course.must({ type: 'order.withdraw', orderId: latest(course), reason: 'Paused' });
  expect(course.order({ tablets: 3 }, latest(course))).toMatchObject(stale);
  expect(orderInForce(course.state.orders, course.now)).toBeNull();
});

test('[OR3 OR2] a new version may keep the days of the one that it replaces, and of no other', () => {
  const course = new TestCourse();
  course.order(days(10, 20));
  const first = latest(course);
  course.order(days(20, 30));
  expect(course.order(days(10, 20), first)).toMatchObject({ ok: true });
  expect(course.order(days(10, 21), latest(course))).toMatchObject(overlap);
});

test('[OR1 CM3] an order that has run out is not written', () => {
  expect(new TestCourse().order(days(-20, 0))).toMatchObject({
    error: { code: 'invalid', field: 'terms.validUntil' },
  });
});

test('[OR3 CC4] a session is told the orders that can still come into force, and none that ended', () => {
  const course = new TestCourse();
  course.order();
  course.order({ tablets: 1 }, latest(course));
  const { orders } = factsOf(course.state, course.policy);
  expect(orders.map(({ version }) => version)).toEqual([2]);
});

test('[OR2 OR3] whatever is ordered, changed and withdrawn, at most one order is in force at any time, and none is lost', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('new', 'new', 'change', 'withdraw'),
      from: fc.integer({ min: -3, max: 30 }),
      length: fc.integer({ min: 1, max: 6 }),
      at: fc.nat(3),
    }),
    { minLength: 10, maxLength: 30 },
  );
  let accepted = 0;
  fc.assert(
    fc.property(steps, (steps) => {
      const course = new TestCourse();
      for (const { what, from, length, at } of steps) {
        const orderId = course.state.orders.at(-1 - at)?.orderId ?? 'nothing';
        const terms = days(from, from + length);
        const known = course.state.orders.length;
        const { ok } =
          what === 'withdraw'
            ? course.press({ type: 'order.withdraw', orderId, reason: 'Paused' })
            : course.order(terms, what === 'new' ? null : orderId);
        accepted += Number(ok && what !== 'withdraw');
        expect(course.state.orders.length).toBe(known + Number(ok && what !== 'withdraw'));
        for (let when = -4; when < 38; when += 0.5) {
          const inForce = course.state.orders.filter((o) => isInForce(o, BEGAN + when * A_DAY));
          expect(inForce.length).toBeLessThanOrEqual(1);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(accepted).toBeGreaterThan(100);
});
