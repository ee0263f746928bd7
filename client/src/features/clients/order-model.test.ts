import { DEFAULT_LIMITS } from '@sojourn/shared/care/order';
import { testTerms } from '@sojourn/shared/care/test-care';
import { expect, test } from 'vitest';
import { dayBegins, dayEnds } from '../../connection/dates.ts';
import { draftOf, nextDraft, readOrder, type OrderDraft } from './order-model.ts';
import { A_DAY, NOW, viewAfter } from './test-care-view.ts';

const terms = {
  ...testTerms(NOW),
  validFrom: dayBegins('2026-11-20'),
  validUntil: dayEnds('2026-12-31'),
};
const ORDERED = viewAfter([
  { type: 'order.written', orderId: 'o_1', version: 1, replaces: null, terms },
]);
const FREE = viewAfter([]);
const draft = draftOf(terms, NOW);
const faults = (change: Partial<OrderDraft>, care = FREE, replaces: string | null = null) => {
  const read = readOrder({ ...draft, ...change }, care, replaces, NOW);
  return read.ok ? {} : read.error;
};

test('[OR3] a change begins with all that was ordered, and what is not touched stays as it was', () => {
  const read = readOrder(draft, ORDERED, 'o_1', NOW);
  expect(read).toEqual({ ok: true, value: { type: 'order.write', replaces: 'o_1', terms } });
});

test('a new order begins with the usual limits and with no dose at all', () => {
  const next = nextDraft(ORDERED.orders, NOW);
  expect(next['limits.systolic.max']).toBe(String(DEFAULT_LIMITS.systolic.max));
  expect(next.prescriberPhone).toBe(terms.prescriberPhone);
  expect([next.strengthMg, next.tablets, next.holdMinutes, next.afterHold]).toEqual([
    '',
    '',
    '',
    null,
  ]);
});

test.each<[Partial<OrderDraft>, string[]]>([
  [{ tablets: '' }, ['tablets']],
  [{ tablets: '1.5' }, ['tablets']],
  [{ tablets: '7' }, ['tablets']],
  [{ strengthMg: '100 mg' }, ['strengthMg']],
  [{ strengthMg: '1'.repeat(20_000) }, ['strengthMg']],
  [{ afterHold: null }, ['afterHold']],
  [{ 'limits.heartRate.max': '' }, ['limits.heartRate.max']],
  [{ 'limits.systolic.min': '150' }, ['limits.systolic.max']],
  [{ 'limits.spo2Min': 'high' }, ['limits.spo2Min']],
  [{ 'booster.tablets': '' }, ['booster.tablets']],
  [{ validUntil: '' }, ['validUntil']],
  [{ validUntil: '2026-11-10' }, ['validUntil']],
  [{ prescriberPhone: '' }, ['prescriberPhone']],
])('[CM3 OR1] %o is said at its field before anything is sent', (change, fields) => {
  expect(Object.keys(faults(change))).toEqual(fields);
});

test('[CM3] an order that has run out already is not taken', () => {
  expect(faults({ validFrom: '2026-11-01', validUntil: '2026-11-23' })).toEqual({
    validUntil: 'The order has already run out.',
  });
});

test('[CM1 OR2] two orders in the same days: the form says what the server would say, and where', () => {
  expect(
    Object.keys(faults({ validFrom: '2026-12-31', validUntil: '2027-03-01' }, ORDERED)),
  ).toEqual(['validFrom']);
  expect(faults({ validFrom: '2027-01-01', validUntil: '2027-03-01' }, ORDERED)).toEqual({});
  expect(faults({ tablets: '1' }, ORDERED, 'o_1')).toEqual({});
});

test('[OR1] no SpO₂ limit is no limit, and a booster that is not ordered asks for nothing', () => {
  const read = readOrder(
    { ...draft, 'limits.spo2Min': ' ', hasBooster: false, 'booster.tablets': 'some' },
    FREE,
    null,
    NOW + A_DAY,
  );
  expect(read.ok && read.value).toMatchObject({
    terms: { booster: null, limits: { spo2Min: null } },
  });
});
