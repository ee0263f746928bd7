import { expect, test } from 'vitest';
import { testFacts, testOrder } from '../care/test-care.ts';
import { takenMg } from './dose.ts';
import { BEGAN, everybodyIn, ROLES, TestSession } from './test-session.ts';

/** In Ready, with everything that T0 needs beside the two confirmations. */
const inReady = () => {
  const session = everybodyIn().goTo('ready');
  session.meet('hold');
  return session;
};
/** The refusal that names this guard and no other. */
const lacks = (guard: string) => ({
  ok: false,
  error: { code: 'guard_unmet', missing: [{ guard }] },
});
const happened = (session: TestSession) => session.record.map(({ event }) => event.type);

test('[DO1] the therapist’s start alone is not T0: nobody is counted as dosed who has not confirmed', () => {
  const session = inReady();
  expect(session.startDose().ok).toBe(true);
  expect(session.state).toMatchObject({
    phase: 'ready',
    dose: { t0: null, startedAt: session.now },
  });
});

test('[DO1] the client’s confirmation alone is not T0: nobody doses unattended by the therapist', () => {
  const session = inReady();
  session.must('client', { type: 'dose.ready' });
  expect(session.state).toMatchObject({
    phase: 'ready',
    dose: { t0: null, clientReadyAt: session.now },
  });
});

test('[DO1 PH5] start then confirmation: T0 is the second of them, on the server’s clock, and enters hold', () => {
  const session = inReady();
  session.startDose();
  session.now += 90_000;
  session.must('client', { type: 'dose.ready' });
  expect(session.state).toMatchObject({
    phase: 'hold',
    phaseSince: session.now,
    dose: { t0: session.now },
  });
});

test('[DO1 PH5] confirmation then start: T0 is the second of them, on the server’s clock, and enters hold', () => {
  const session = inReady();
  session.must('client', { type: 'dose.ready' });
  session.now += 90_000;
  session.startDose();
  expect(session.state).toMatchObject({
    phase: 'hold',
    phaseSince: session.now,
    dose: { t0: session.now },
  });
});

test('[DO1 DO3] a start or a confirmation pressed twice changes neither its time nor T0', () => {
  const session = inReady();
  session.startDose();
  const { startedAt } = session.state.dose;
  expect(session.startDose()).toEqual({ ok: true, value: [] });
  expect(session.state.dose.startedAt).toBe(startedAt);
  session.must('client', { type: 'dose.ready' });
  const { t0 } = session.state.dose;
  expect(session.press('client', { type: 'dose.ready' })).toMatchObject({
    error: { code: 'wrong_phase' },
  });
  expect(session.startDose()).toMatchObject({ error: { code: 'wrong_phase' } });
  expect(session.state.dose.t0).toBe(t0);
  expect(happened(session).filter((type) => type === 'dose.taken')).toHaveLength(1);
});

test('[DO3] a client who took the confirmation back is not dosed by a start that follows', () => {
  const session = inReady();
  session.must('client', { type: 'dose.ready' });
  session.must('client', { type: 'dose.not_ready' });
  session.startDose();
  expect(session.state.dose.t0).toBeNull();
});

test('[DO3] a therapist who took the start back does not dose a client who confirms afterwards', () => {
  const session = inReady();
  session.startDose();
  session.must('therapist', { type: 'dose.withdraw' });
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose).toMatchObject({ t0: null, startedAt: null });
});

test.each([
  [3, 'The order says at most 2 tablets.'],
  [6, 'The order says at most 2 tablets.'],
])('[DO5] %i tablets on camera are refused where the order says two', (tablets, message) => {
  const session = inReady();
  expect(session.startDose(tablets)).toEqual({
    ok: false,
    error: { code: 'invalid', field: 'tablets', message },
  });
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose.t0).toBeNull();
});

test.each([1, 2])('[DO5 DO1] what was seen on camera is what is recorded: %i', (tablets) => {
  const session = inReady();
  session.startDose(tablets);
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose).toMatchObject({
    order: testOrder(BEGAN),
    taken: [{ kind: 'dose', tablets, at: session.now, holdEndedAt: null, holdEnd: null }],
  });
  expect(takenMg(session.state.dose)).toBe(tablets * 100);
});

test('[DO5 OR3] the dose keeps the order as it was at T0, whatever is ordered afterwards', () => {
  const session = everybodyIn().goTo('hold');
  session.system({ type: 'care.note', care: { ...testFacts(BEGAN), orders: [] } });
  expect(session.state.dose.order).toEqual(testOrder(BEGAN));
  expect(takenMg(session.state.dose)).toBe(200);
});

test('[DO3 DO1] after T0 nothing can be taken back: the record keeps that the medicine was taken', () => {
  const session = everybodyIn().goTo('hold');
  for (const [role, type] of [
    ['therapist', 'dose.withdraw'],
    ['client', 'dose.not_ready'],
  ] as const) {
    expect(session.press(role, { type })).toMatchObject({ error: { code: 'wrong_phase' } });
  }
});

test('[DO3 PH4] a start pressed on a screen from before the client took it back is stale, so that nobody doses by a late press', () => {
  const session = inReady();
  session.must('client', { type: 'dose.ready' });
  const seen = session.state.revision;
  session.must('client', { type: 'dose.not_ready' });
  session.must('client', { type: 'dose.ready' });
  const late = session.press('therapist', {
    type: 'dose.start',
    tablets: 2,
    expectedRevision: seen,
  });
  expect(late).toMatchObject({ error: { code: 'stale' } });
});

test('[DO2] without the chaperone’s phone no dose starts: nobody is there to help', () => {
  const session = inReady();
  session.lose('chaperone');
  expect(session.startDose()).toMatchObject(lacks('chaperone_present'));
  session.connect('chaperone', 'chaperone-2');
  expect(session.startDose().ok).toBe(true);
});

test('[DO2 LO1] a chaperone who was not admitted counts for nobody’s dose, connected or not', () => {
  const session = new TestSession();
  for (const role of ROLES) session.connect(role);
  session.letIn('client');
  session.must('chaperone', { type: 'lobby.enter', name: 'Sam' });
  session.doPapers();
  session.advance();
  const toReady = session.advance('ready');
  expect(toReady.ok || toReady.error.missing?.map(({ guard }) => guard)).toContain(
    'chaperone_present',
  );
});

test('[DO2] without the client’s screen no dose starts: nobody could say no', () => {
  const session = inReady();
  session.lose('client');
  expect(session.startDose()).toMatchObject(lacks('client_present'));
});

test.each(ROLES)(
  '[DO2] a start that waits is withdrawn when the %s is lost: a confirmation does not dose then',
  (role) => {
    const session = inReady();
    session.startDose();
    session.lose(role);
    expect(session.state.dose.startedAt).toBeNull();
    expect(session.record.at(-1)?.event).toEqual({
      type: 'dose.start_withdrawn',
      because: 'connection_lost',
    });
    session.connect(role, `${role}-2`);
    session.must('client', { type: 'dose.ready' });
    expect(session.state).toMatchObject({ phase: 'ready', dose: { t0: null } });
  },
);

test('[DO2 PR3] a start that waits is withdrawn by a restart of the server', () => {
  const session = inReady();
  session.startDose();
  session.system({ type: 'presence.reset' });
  expect(session.state.dose.startedAt).toBeNull();
});

test('[DO2] a second connection of the same person that goes does not withdraw: they are still there', () => {
  const session = inReady();
  session.connect('chaperone', 'chaperone-2');
  session.startDose();
  session.lose('chaperone', 'chaperone-1');
  session.must('client', { type: 'dose.ready' });
  expect(session.state.phase).toBe('hold');
});

test('[DO2] a lost connection never takes T0 back', () => {
  const session = everybodyIn().goTo('hold');
  const { t0 } = session.state.dose;
  for (const role of ROLES) session.lose(role);
  expect(session.state).toMatchObject({ phase: 'hold', dose: { t0 } });
});

test('[DO2 PH6] a session that was stopped with a start waiting records nothing more of the dose', () => {
  const session = inReady();
  session.startDose();
  session.must('client', { type: 'session.cancel', reason: 'Not today' });
  session.lose('chaperone');
  expect(happened(session).at(-1)).toBe('presence.disconnected');
  expect(session.state.dose.t0).toBeNull();
});

test('[DO2] "I’m ready" does not outlive the connection of who said it: no dose starts on an old word', () => {
  const session = inReady();
  session.must('client', { type: 'dose.ready' });
  session.lose('client');
  session.connect('client', 'client-2');
  expect(session.state.dose.clientReadyAt).toBeNull();
  session.startDose();
  expect(session.state.dose.t0).toBeNull();
  session.must('client', { type: 'dose.ready' });
  expect(session.state.phase).toBe('hold');
});

test('[DO5] a start said again with another number of tablets corrects what was seen', () => {
  const session = everybodyIn().goTo('ready');
  session.measure();
  session.startDose(2);
  session.startDose(1);
  expect(session.state.dose.tablets).toBe(1);
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose.taken).toMatchObject([{ tablets: 1 }]);
});
