import { expect, test } from 'vitest';
import { testFacts, testOrder, testTerms } from '../care/test-care.ts';
import type { OrderTerms } from '../care/order.ts';
import { HoldEnd, takenMg } from './dose.ts';
import { emergencyCard } from './emergency-card.ts';
import { observedUntil } from './guard.ts';
import { BEGAN, creation, everybodyIn, MINUTE, type TestSession } from './test-session.ts';

/** In Journey, past the earliest minute, with fresh vitals. */
function mayBoost(terms: Partial<OrderTerms> = {}): TestSession {
  const order = { ...testOrder(BEGAN), terms: { ...testTerms(BEGAN), ...terms } };
  const care = { ...testFacts(BEGAN), orders: [order] };
  const session = everybodyIn('dosing', { ...creation('dosing'), care }).goTo('journey');
  session.now += 25 * MINUTE;
  session.measure();
  return session;
}
const lacks = (...guards: string[]) => ({
  ok: false,
  error: { code: 'guard_unmet', missing: guards.map((guard) => ({ guard })) },
});

test('[DO6] a booster is recorded as a second dose with its own time and tablets', () => {
  const session = mayBoost();
  const { t0 } = session.state.dose;
  expect(session.giveBooster()).toMatchObject({ ok: true });
  expect(session.state.dose).toMatchObject({
    t0,
    taken: [
      { kind: 'dose', tablets: 2 },
      { kind: 'booster', tablets: 1, at: session.now, holdEndedAt: null },
    ],
  });
  expect(takenMg(session.state.dose)).toBe(300);
  expect(session.state.phase).toBe('journey');
});

test('[DO5 RL2 EC1] a booster under another order counts by that order: its milligrams, and its observation', () => {
  const session = mayBoost();
  const facts = testFacts(BEGAN);
  const orders = facts.orders.map((order) => ({
    ...order,
    orderId: 'order-2',
    terms: { ...order.terms, strengthMg: 400, observationMinutes: 300 },
  }));
  session.system({ type: 'care.note', care: { ...facts, orders } });
  expect(session.giveBooster()).toMatchObject({ ok: true });
  expect(takenMg(session.state.dose)).toBe(600);
  expect(observedUntil(session.state)).toBe(session.now + 300 * MINUTE);
  expect(emergencyCard(session.state, true).health?.doses).toMatchObject([
    { tablets: 2, mg: 200 },
    { tablets: 1, mg: 400 },
  ]);
});

test('[DO6] a second booster is never given, however much time passes', () => {
  const session = mayBoost();
  session.giveBooster();
  session.must('therapist', { type: 'hold.end', how: 'spat' });
  session.now += 40 * MINUTE;
  session.measure();
  expect(session.giveBooster()).toMatchObject(lacks('booster_ordered'));
});

test('[DO6] where the order allows no booster there is none', () => {
  expect(mayBoost({ booster: null }).giveBooster()).toMatchObject(
    lacks('booster_ordered', 'booster_minute'),
  );
});

test('[DO6] not a minute before the order’s earliest', () => {
  const session = everybodyIn().goTo('journey');
  const { t0 } = session.state.dose;
  session.now = (t0 ?? 0) + 19 * MINUTE;
  session.measure();
  session.now = (t0 ?? 0) + 20 * MINUTE - 2_000;
  expect(session.giveBooster()).toMatchObject(lacks('booster_minute'));
  expect(session.giveBooster()).toMatchObject({ ok: true });
});

test.each([false, null])(
  '[DO6 DO4] a client who said %j before T0 is given none, and cannot be asked now',
  (agreed) => {
    const session = everybodyIn().goTo('ready');
    if (agreed === null) {
      session.state = {
        ...session.state,
        papers: { ...session.state.papers, boosterAgreed: null },
      };
    } else session.must('client', { type: 'booster.answer', agreed });
    session.goTo('journey');
    session.now += 25 * MINUTE;
    session.measure();
    expect(session.giveBooster()).toMatchObject(lacks('booster_agreed'));
    expect(session.press('client', { type: 'booster.answer', agreed: true })).toMatchObject({
      error: { code: 'wrong_phase' },
    });
  },
);

test('[DO6 VT2] the baseline from before the dose is not enough, though it is still fresh: vitals again', () => {
  const session = everybodyIn().goTo('journey');
  const t0 = session.state.dose.t0 ?? 0;
  session.now = t0 + 20 * MINUTE;
  const baseline = session.state.vitals.readings.at(-1);
  expect(session.now - (baseline?.takenAt ?? 0)).toBeLessThan(30 * MINUTE);
  expect(session.giveBooster()).toMatchObject(lacks('vitals'));
  session.measure();
  expect(session.giveBooster()).toMatchObject({ ok: true });
});

test('[DO6 VT3] out of the order’s limits no booster is given', () => {
  const session = mayBoost();
  session.measure(166, 84, 92);
  expect(session.giveBooster()).toMatchObject(lacks('vitals'));
});

test('[DO5 DO6] never more tablets than the order’s booster says, though the dose had more', () => {
  const session = mayBoost();
  expect(session.giveBooster(2)).toEqual({
    ok: false,
    error: { code: 'invalid', field: 'tablets', message: 'The order says one tablet.' },
  });
  expect(session.state.dose.taken).toHaveLength(1);
});

test('[DO6 RL2] the observation clock starts again with the booster', () => {
  const session = mayBoost();
  const { t0 } = session.state.dose;
  expect(observedUntil(session.state)).toBe((t0 ?? 0) + 120 * MINUTE);
  session.giveBooster();
  expect(observedUntil(session.state)).toBe(session.now + 120 * MINUTE);
});

test('[DO6 PH4] of two devices of the therapist only the first gives it', () => {
  const session = mayBoost();
  const { revision } = session.state;
  session.giveBooster();
  expect(
    session.press('therapist', { type: 'booster.give', tablets: 1, expectedRevision: revision }),
  ).toMatchObject({ error: { code: 'stale' } });
});

test('[DO6 DO7] while the first lozenge is still in the mouth there is no booster', () => {
  const session = everybodyIn().goTo('hold');
  session.now += 25 * MINUTE;
  session.measure();
  expect(session.giveBooster()).toMatchObject(lacks('booster_phase'));
});

test.each(HoldEnd.options)('[DO7] the hold ended: %s, with its time, before onset', (how) => {
  const session = everybodyIn().goTo('hold');
  expect(session.advance('onset')).toMatchObject(lacks('hold_ended'));
  session.must('therapist', { type: 'hold.end', how });
  expect(session.state.dose.taken).toMatchObject([{ holdEnd: how, holdEndedAt: session.now }]);
  expect(session.advance('onset')).toMatchObject({ ok: true });
});

test('[DO7] the end of a hold is said once: a second press does not change how it ended', () => {
  const session = everybodyIn().goTo('hold');
  session.must('therapist', { type: 'hold.end', how: 'vomited' });
  expect(session.press('therapist', { type: 'hold.end', how: 'spat' })).toMatchObject({
    error: { code: 'wrong_phase' },
  });
  expect(session.state.dose.taken).toMatchObject([{ holdEnd: 'vomited' }]);
});

test('[DO7 DO6] the booster’s hold ends by itself, and leaves the first one as it was', () => {
  const session = mayBoost();
  const [first] = session.state.dose.taken;
  session.giveBooster();
  session.must('therapist', { type: 'hold.end', how: 'swallowed' });
  expect(session.state.dose.taken).toMatchObject([
    { ...first, holdEnd: 'spat' },
    { holdEnd: 'swallowed', holdEndedAt: session.now },
  ]);
});

test('[DO6] an order that was changed after the dose and forbids a booster now is obeyed', () => {
  const session = mayBoost();
  const { care } = session.state;
  const orders = care.orders.map((order) => ({
    ...order,
    version: order.version + 1,
    terms: { ...order.terms, booster: null },
  }));
  session.system({ type: 'care.note', care: { ...care, orders } });
  expect(session.giveBooster()).toMatchObject(lacks('booster_ordered', 'booster_minute'));
});
