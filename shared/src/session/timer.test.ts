import { expect, test } from 'vitest';
import { MINUTE, everybodyIn, type TestSession } from './test-session.ts';
import { dosed, kinds, passTo } from './test-time.ts';
import { timersOf } from './timer.ts';

const keys = ({ state }: TestSession) => timersOf(state).map(({ key }) => key);

test('[LK1] a look is asked for every 15 minutes after the dose, and missed two minutes later', () => {
  const session = dosed();
  const { t0 } = session.state.dose;
  if (t0 === null) throw new Error('Not dosed');
  passTo(session, t0 + 15 * MINUTE - 1);
  expect(kinds(session)).toEqual([]);
  passTo(session, t0 + 15 * MINUTE);
  expect(kinds(session)).toEqual([['look_due', 'low', 'raised']]);
  passTo(session, t0 + 17 * MINUTE);
  expect(kinds(session)).toEqual([
    ['look_due', 'low', 'raised'],
    ['look_missed', 'high', 'raised'],
  ]);
  session.must('chaperone', { type: 'check.report', finding: 'ok' });
  expect(kinds(session)).toEqual([
    ['look_due', 'low', 'resolved'],
    ['look_missed', 'high', 'with_client'],
  ]);
  const lookedAt = session.now;
  passTo(session, lookedAt + 15 * MINUTE - 1);
  expect(session.state.alerts).toHaveLength(2);
  passTo(session, lookedAt + 15 * MINUTE);
  expect(session.state.alerts.at(-1)).toMatchObject({ kind: 'look_due', state: 'raised' });
});

test('[LK1] who came to the client for an alert has looked: the next look is due 15 minutes after', () => {
  const session = dosed();
  const { t0 } = session.state.dose;
  if (t0 === null) throw new Error('Not dosed');
  passTo(session, t0 + 15 * MINUTE);
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(kinds(session)).toEqual([
    ['look_due', 'low', 'resolved'],
    ['help', 'high', 'with_client'],
  ]);
  const cameAt = session.now;
  passTo(session, cameAt + 15 * MINUTE - 1);
  expect(session.state.alerts).toHaveLength(2);
  passTo(session, cameAt + 15 * MINUTE);
  expect(session.state.alerts.at(-1)).toMatchObject({ kind: 'look_due', state: 'raised' });
});

test('[LK1] a look that is missed is an alert also while the one before it stands there unresolved', () => {
  const session = dosed();
  const missed = () => session.state.alerts.filter(({ kind }) => kind === 'look_missed');
  passTo(session, (session.state.dose.t0 ?? 0) + 17 * MINUTE);
  session.must('chaperone', { type: 'check.report', finding: 'ok' });
  expect(missed()).toMatchObject([{ state: 'with_client' }]);
  passTo(session, session.now + 17 * MINUTE);
  expect(missed()).toMatchObject([{ state: 'with_client' }, { state: 'raised' }]);
});

test('[LK1] who came to the client before the dose has not looked after it', () => {
  const session = everybodyIn();
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('chaperone', { type: 'alert.with_client', alertId });
  session.must('therapist', { type: 'alert.resolve', alertId });
  session.now += 20 * MINUTE;
  session.goTo('hold');
  const t0 = session.state.dose.t0 ?? 0;
  expect(session.state.checkedAt).toBeNull();
  passTo(session, t0 + 15 * MINUTE - 1);
  expect(session.state.alerts).toHaveLength(1);
  passTo(session, t0 + 15 * MINUTE);
  expect(session.state.alerts.at(-1)).toMatchObject({ kind: 'look_due' });
});

test('[LK1] in release the chaperone is on camera: no look is asked for', () => {
  const session = everybodyIn().goTo('release');
  expect(keys(session)).toEqual([]);
});

test('[LK2] a concern, or "call me", stands before the therapist until it is answered; twice is the same wish', () => {
  const session = dosed();
  session.must('chaperone', { type: 'check.report', finding: 'concern' });
  const callId = session.must('chaperone', { type: 'call.ask' });
  session.must('chaperone', { type: 'call.ask' });
  expect(session.state.calls).toMatchObject([
    { for: 'concern', answeredAt: null },
    { callId, for: 'call_me', answeredAt: null },
  ]);
  session.must('therapist', { type: 'call.answer', callId });
  expect(session.state.calls[1]).toMatchObject({ answeredAt: session.now });
  expect(session.press('therapist', { type: 'call.answer', callId })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('[TM1] a closed session has nothing left to do', () => {
  const session = everybodyIn().goTo('closed');
  for (const role of ['client', 'therapist', 'chaperone'] as const) session.lose(role);
  expect(keys(session)).toEqual([]);
});

test('[TM1] a server that was away takes every overdue step at once, in order, each once', () => {
  const session = dosed();
  session.must('client', { type: 'alert.raise', kind: 'help' });
  session.now += 100_000;
  const taken = session
    .system({ type: 'timers.fire' })
    .flatMap((event) => (event.type === 'alert.escalated' ? [event.step] : []));
  expect(taken).toEqual(['phone_call', 'second_contact', 'again']);
  // Repeats go on from here: ten calls in one second would be no rescue.
  const next = timersOf(session.state).filter(({ key }) => key.endsWith('/again.1'));
  expect(next.map(({ at }) => at - session.now)).toEqual([45_000]);
  expect(session.system({ type: 'timers.fire' })).toEqual([]);
});

test('[TM1] what is overdue is done on what came before it: a lost line is noticed, and the rungs of its alert are counted from then', () => {
  const session = dosed();
  session.lose('client');
  session.now += 100_000;
  session.system({ type: 'timers.fire' });
  expect(kinds(session)).toEqual([['client_link_lost', 'high', 'raised']]);
  expect(session.state.alerts).toMatchObject([{ at: { raised: session.now } }]);
  const ahead = timersOf(session.state).filter(({ key }) => key.startsWith('step/'));
  expect(ahead.every(({ at }) => at > session.now)).toBe(true);
});
