import { expect, test } from 'vitest';
import { testFacts, testTerms } from '../care/test-care.ts';
import { SAME_DAY } from './papers.ts';
import { NEEDED, UNMEET } from './test-guards.ts';
import { BEGAN, everybodyIn, MINUTE, type TestSession } from './test-session.ts';

/*
 * T0 is decided at the second confirmation. guard-table.test.ts has the therapist's as the second; here
 * it is the client's, and what held at the start may hold no more.
 */

/** Started, with everything met; the client has not said that they are ready. */
function started(): TestSession {
  const session = everybodyIn().goTo('ready');
  session.meet('hold');
  const start = session.startDose();
  if (!start.ok) throw new Error(start.error.message);
  return session;
}

/** The client says that they are ready; what came of it, and what stands then. */
function confirm(session: TestSession) {
  const confirmed = session.press('client', { type: 'dose.ready' });
  return { events: confirmed.ok && confirmed.value, ...session.state };
}
const NO_DOSE = {
  events: [{ type: 'dose.client_ready' }, { type: 'dose.start_withdrawn', because: 'guard_unmet' }],
  phase: 'ready',
  dose: { t0: null, order: null, startedAt: null, tablets: null, taken: [] },
};

test('[GD1 DO1] with every guard met at the client’s “I’m ready”, that is T0', () => {
  const session = started();
  session.must('client', { type: 'dose.ready' });
  expect(session.state).toMatchObject({
    phase: 'hold',
    dose: { t0: session.now, taken: [{ kind: 'dose', tablets: 2, at: session.now }] },
  });
});

/** Without these two the start does not wait for the word: it is withdrawn at once (DO2, DO5). */
const AT_THE_WORD = NEEDED.start.filter((guard) => guard !== 'order' && guard !== 'client_present');

test.each(AT_THE_WORD)(
  '[GD1 DO2] without %s at the client’s “I’m ready” nobody is dosed: the start is withdrawn, and says why',
  (guard) => {
    const session = started();
    UNMEET[guard](session);
    expect(confirm(session)).toMatchObject(NO_DOSE);
    // The client's word stands, and the therapist who starts again reads what is missing.
    expect(session.state.dose.clientReadyAt).toBe(session.now);
    const again = session.startDose();
    expect(again.ok || again.error.missing?.map((each) => each.guard)).toContain(guard);
  },
);

test('[GD1 VT2] a reading that grew old while the client made up their mind doses nobody', () => {
  const session = started();
  session.now += 31 * MINUTE;
  expect(confirm(session)).toMatchObject(NO_DOSE);
});

test('[GD1 PA5] an address of yesterday doses nobody, though the start was pressed when it still counted', () => {
  const session = everybodyIn().goTo('ready');
  const attestedAt = session.state.papers.location?.at ?? 0;
  session.now = attestedAt + SAME_DAY - 2 * MINUTE;
  session.must('client', { type: 'fasting.report', hours: 5 });
  session.must('client', { type: 'today.report', took: null });
  session.measure();
  expect(session.startDose()).toMatchObject({ ok: true });
  session.now = attestedAt + SAME_DAY + 1;
  expect(confirm(session)).toMatchObject(NO_DOSE);
});

test('[GD1 OR2] an order that ran out while the client made up their mind doses nobody', () => {
  const session = everybodyIn().goTo('ready');
  const facts = testFacts(BEGAN);
  const order = facts.orders.map((each) => ({
    ...each,
    terms: { ...each.terms, validUntil: session.now + 5 * MINUTE },
  }));
  session.system({ type: 'care.note', care: { ...facts, orders: order } });
  session.meet('hold');
  expect(session.startDose().ok).toBe(true);
  session.now += 5 * MINUTE;
  expect(confirm(session)).toMatchObject(NO_DOSE);
});

test('[DO2] a word that arrives when its own line is recorded as lost is refused: nobody is dosed by it later', () => {
  const session = started();
  UNMEET.client_present(session);
  expect(session.press('client', { type: 'dose.ready' })).toMatchObject({
    error: { code: 'presence_needed' },
  });
  expect(session.state.dose.clientReadyAt).toBeNull();
});

test('[DO2] “I’m ready” of a while ago is asked again: it was about then', () => {
  const session = everybodyIn().goTo('ready');
  session.must('client', { type: 'dose.ready' });
  session.now += 11 * MINUTE;
  session.meet('hold');
  // Before the lozenge goes in: nothing is started.
  expect(session.startDose()).toMatchObject({
    error: { message: expect.stringContaining('Ask them to say it again') as string },
  });
  expect(session.state.dose).toMatchObject({ t0: null, startedAt: null });
  session.must('client', { type: 'dose.ready' });
  expect(session.startDose()).toMatchObject({ ok: true });
  expect(session.state.dose.t0).toBe(session.now);
});

/** Ready, with one order until in five minutes, and another one from then on. */
function beforeMidnight() {
  const session = everybodyIn().goTo('ready');
  const midnight = session.now + 5 * MINUTE;
  const facts = testFacts(BEGAN);
  const orders = facts.orders.flatMap((order) => {
    const { terms } = order;
    const after = { ...terms, strengthMg: 400, validFrom: midnight, validUntil: midnight + 9e8 };
    return [
      { ...order, terms: { ...terms, validUntil: midnight } },
      { ...order, orderId: 'next', terms: after },
    ];
  });
  session.system({ type: 'care.note', care: { ...facts, orders } });
  session.meet('hold');
  const toMidnight = () => {
    session.now = midnight + MINUTE;
  };
  return { session, toMidnight };
}

test('[DO5 DO2] at the midnight between two orders the client’s word for the one before is asked for again, before anything goes in', () => {
  const { session, toMidnight } = beforeMidnight();
  session.must('client', { type: 'dose.ready' });
  toMidnight();
  expect(session.startDose()).toMatchObject({
    error: { message: expect.stringContaining('The order is another one') as string },
  });
  session.must('client', { type: 'dose.ready' });
  expect(session.startDose()).toMatchObject({ ok: true });
  expect(session.state.dose.taken).toMatchObject([{ order: { orderId: 'next' } }]);
});

test('[DO5 DO2] and a start for the one before is withdrawn by the client’s word after it', () => {
  const { session, toMidnight } = beforeMidnight();
  expect(session.startDose()).toMatchObject({ ok: true });
  toMidnight();
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose).toMatchObject({ t0: null, startedAt: null });
  expect(session.startDose()).toMatchObject({ ok: true });
  expect(session.state.dose.taken).toMatchObject([{ order: { orderId: 'next' } }]);
});

test('[DO8] no dose beside another session in which one was taken and that is still open, nor on the same day', () => {
  const facts = testFacts(BEGAN);
  const start = (lastDose: typeof facts.lastDose) => {
    const session = everybodyIn().goTo('ready');
    session.system({ type: 'care.note', care: { ...facts, lastDose } });
    session.meet('hold');
    return session.startDose();
  };
  const lacks = { error: { missing: [{ guard: 'no_other_dose' }] } };
  const at = BEGAN - SAME_DAY;
  expect(start({ sessionId: 's_2', at, open: true })).toMatchObject(lacks);
  expect(start({ sessionId: 's_2', at: BEGAN - MINUTE, open: false })).toMatchObject(lacks);
  expect(start({ sessionId: 's_2', at, open: false })).toMatchObject({ ok: true });
});

test('[DO5 CC4] an order that becomes another one voids both confirmations, and a start from a screen that shows the old one', () => {
  const session = everybodyIn().goTo('ready');
  session.must('client', { type: 'dose.ready' });
  const older = session.state.revision;
  const facts = testFacts(BEGAN);
  const stronger = facts.orders.map((order) => ({
    ...order,
    orderId: 'order-2',
    terms: { ...order.terms, strengthMg: 400 },
  }));
  session.system({ type: 'care.note', care: { ...facts, orders: stronger } });
  expect(session.state.dose.clientReadyAt).toBeNull();
  session.meet('hold');
  const start = { type: 'dose.start', tablets: 2, expectedRevision: older } as const;
  expect(session.press('therapist', start)).toMatchObject({ error: { code: 'stale' } });
  expect(session.startDose()).toMatchObject({ ok: true });
  session.system({ type: 'care.note', care: facts });
  expect(session.state.dose).toMatchObject({ startedAt: null, tablets: null });
  expect(session.record.at(-1)?.event).toMatchObject({ because: 'order_changed' });
});

test('[DO5 GD1 CC4] an order that was changed to fewer tablets after the start doses nobody with the old number', () => {
  const session = started();
  const facts = testFacts(BEGAN);
  const terms = { ...testTerms(BEGAN), tablets: 1 };
  const changed = facts.orders.map((each) => ({ ...each, orderId: 'order-2', version: 2, terms }));
  session.system({ type: 'care.note', care: { ...facts, orders: changed } });
  session.must('client', { type: 'dose.ready' });
  expect(session.state).toMatchObject({ phase: 'ready', dose: { t0: null, startedAt: null } });
  expect(session.startDose(2)).toMatchObject({ error: { code: 'invalid', field: 'tablets' } });
  session.startDose(1);
  expect(session.state).toMatchObject({ phase: 'hold', dose: { order: { orderId: 'order-2' } } });
});
