import { expect, test } from 'vitest';
import { MINUTE, everybodyIn, type TestSession } from './test-session.ts';
import { timersOf } from './timer.ts';

const keys = ({ state }: TestSession) => timersOf(state).map(({ key }) => key);
const dosed = () => everybodyIn().goTo('journey');
const kinds = ({ state }: TestSession) =>
  state.alerts.map(({ kind, priority, state: reached }) => [kind, priority, reached]);

/** All that is due by then, in its order, as the server does it. */
function passTo(session: TestSession, until: number): void {
  for (;;) {
    const due = timersOf(session.state)
      .filter(({ at }) => at <= until)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!due) break;
    session.now = Math.max(session.now, due.at);
    session.write('system', null, due.fire(session.now));
  }
  session.now = until;
}

test.each([
  ['client', 'client_link_lost', 5_000],
  ['therapist', 'therapist_lost', 10_000],
  ['chaperone', 'chaperone_lost', 30_000],
] as const)(
  '[AL12 TM1] after the dose a lost %s is a high alert by itself (%s), not before its grace',
  (role, kind, grace) => {
    const session = dosed();
    session.lose(role);
    const lostAt = session.now;
    passTo(session, lostAt + grace - 1);
    expect(kinds(session)).toEqual([]);
    passTo(session, lostAt + grace);
    expect(kinds(session)).toEqual([[kind, 'high', 'raised']]);
    expect(session.state.alerts).toMatchObject([{ raisedBy: 'system' }]);
  },
);

test('[AL12] who is back within the grace raised nothing, and nobody is missed before the dose', () => {
  const session = dosed();
  session.lose('client');
  session.connect('client', 'client-2');
  passTo(session, session.now + MINUTE);
  expect(kinds(session)).toEqual([]);
  const before = everybodyIn().goTo('ready');
  before.lose('client');
  expect(keys(before)).toEqual([]);
});

test('[AL12 AL4] back again, the alert stays and says so; the therapist, who sees the client, may resolve it', () => {
  const session = dosed();
  session.lose('client');
  passTo(session, session.now + 5_000);
  const alertId = session.state.alerts[0]?.alertId ?? '';
  const early = session.press('therapist', { type: 'alert.resolve', alertId });
  expect(early).toMatchObject({ error: { code: 'presence_needed' } });
  session.connect('client', 'client-2');
  expect(session.state.alerts).toMatchObject([{ state: 'raised' }]);
  expect(session.state.alerts[0]?.causeGoneAt).toBe(session.now);
  session.must('therapist', { type: 'alert.resolve', alertId });
  // Lost anew, it is another alert.
  session.lose('client', 'client-2');
  passTo(session, session.now + 5_000);
  expect(kinds(session)).toEqual([
    ['client_link_lost', 'high', 'resolved'],
    ['client_link_lost', 'high', 'raised'],
  ]);
});

test('[AL12] resolved by hand while the client is still away, the same absence does not raise it again', () => {
  const session = dosed();
  session.lose('client');
  passTo(session, session.now + 5_000);
  const alertId = session.state.alerts[0]?.alertId ?? '';
  session.must('chaperone', { type: 'alert.with_client', alertId });
  session.must('therapist', { type: 'alert.resolve', alertId });
  passTo(session, session.now + MINUTE);
  expect(kinds(session)).toEqual([['client_link_lost', 'high', 'resolved']]);
});

test('[AL12 AL4] lost anew before anybody came, it is the same alert, which says so, sounds anew, and is not resolved by the line that was back', () => {
  const session = dosed();
  session.lose('client');
  passTo(session, session.now + 5_000);
  const alertId = session.state.alerts[0]?.alertId ?? '';
  session.must('chaperone', { type: 'alert.silence', alertId });
  session.connect('client', 'client-2');
  session.lose('client', 'client-2');
  passTo(session, session.now + 5_000);
  expect(session.state.alerts).toMatchObject([
    { state: 'raised', causeGoneAt: null, silencedUntil: null, lastPressedAt: session.now },
  ]);
  const early = session.press('therapist', { type: 'alert.resolve', alertId });
  expect(early).toMatchObject({ error: { code: 'presence_needed' } });
  // That absence, too, is told once.
  session.must('chaperone', { type: 'alert.with_client', alertId });
  session.must('therapist', { type: 'alert.resolve', alertId });
  passTo(session, session.now + MINUTE);
  expect(kinds(session)).toEqual([['client_link_lost', 'high', 'resolved']]);
});

test('[AL12 AL9] lost anew while the therapist has not closed the alert that somebody came for, it is another alert', () => {
  const session = dosed();
  session.lose('client');
  passTo(session, session.now + 5_000);
  const alertId = session.state.alerts[0]?.alertId ?? '';
  session.must('chaperone', { type: 'alert.with_client', alertId });
  // The same absence, by another sign of it, is not.
  expect(timersOf(session.state).filter(({ key }) => key.startsWith('client'))).toEqual([]);
  session.connect('client', 'client-2');
  session.lose('client', 'client-2');
  passTo(session, session.now + 5_000);
  expect(kinds(session)).toEqual([
    ['client_link_lost', 'high', 'with_client'],
    ['client_link_lost', 'high', 'raised'],
  ]);
});

test('[AL12] who was silent, or not to be seen, when the medicine was taken is an alert from then on', () => {
  const session = everybodyIn().goTo('ready');
  session.system({ type: 'media.note', role: 'client', there: false });
  session.system({ type: 'pulse.note', role: 'chaperone', alive: false });
  expect(kinds(session)).toEqual([]);
  session.measure();
  session.startDose();
  session.must('client', { type: 'dose.ready' });
  expect(session.state.dose.t0).toBe(session.now);
  expect(kinds(session)).toEqual([
    ['chaperone_lost', 'high', 'raised'],
    ['client_media_lost', 'high', 'raised'],
  ]);
});

test('[AL12] a picture that is back on a new connection is said to be back', () => {
  const session = dosed();
  session.system({ type: 'media.note', role: 'client', there: false });
  session.lose('client');
  session.connect('client', 'client-2');
  expect(session.state.alerts[0]?.causeGoneAt).toBeNull();
  session.system({ type: 'media.note', role: 'client', there: true });
  expect(session.state.alerts[0]?.causeGoneAt).toBe(session.now);
});

test('[AL12 RL3] who is lost anew voids the signatures, as an alert does', () => {
  const session = everybodyIn().goTo('release');
  const alertId = 'gone';
  const raised = {
    kind: 'client_link_lost',
    priority: 'high',
    reason: null,
    by: 'system',
  } as const;
  session.write('system', null, [
    { type: 'alert.raised', alertId, ...raised },
    { type: 'alert.cause_gone', alertId },
    { type: 'release.signed', role: 'therapist', name: 'Maya' },
  ]);
  expect(session.state.release.signatures.therapist).not.toBeNull();
  session.write('system', null, [{ type: 'alert.cause_back', alertId, cause: 'again' }]);
  expect(session.state.release.signatures.therapist).toBeNull();
});

test('[PR4 AL12] a second page does not make the first one’s lost picture forgotten', () => {
  const session = dosed();
  session.system({ type: 'media.note', role: 'client', there: false });
  session.connect('client', 'client-2');
  expect(session.state.people.client.pulse.mediaLost).toBe(true);
});

test('[AL12] a browser that is connected and silent is lost, too', () => {
  const session = dosed();
  session.system({ type: 'pulse.note', role: 'client', alive: false });
  expect(kinds(session)).toEqual([['client_link_lost', 'high', 'raised']]);
  session.system({ type: 'pulse.note', role: 'client', alive: false });
  expect(session.state.alerts).toHaveLength(1);
  session.system({ type: 'pulse.note', role: 'client', alive: true });
  expect(session.state.alerts[0]?.causeGoneAt).toBe(session.now);
});

test('[AL12] a dosed client’s lost picture and sound is a high alert; before the dose it is not', () => {
  const session = everybodyIn();
  session.system({ type: 'media.note', role: 'client', there: false });
  expect(kinds(session)).toEqual([]);
  const after = dosed();
  after.system({ type: 'media.note', role: 'client', there: false });
  expect(kinds(after)).toEqual([['client_media_lost', 'high', 'raised']]);
  after.system({ type: 'media.note', role: 'client', there: true });
  expect(after.state.alerts[0]?.causeGoneAt).toBe(after.now);
});

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
