import { expect, test } from 'vitest';
import { MINUTE, everybodyIn, type TestSession } from './test-session.ts';
import { dosed, kinds, passTo } from './test-time.ts';
import { timersOf } from './timer.ts';

const keys = ({ state }: TestSession) => timersOf(state).map(({ key }) => key);

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
