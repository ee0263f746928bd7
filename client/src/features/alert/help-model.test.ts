import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { keptOf } from '../../connection/kept-model.ts';
import type { PendingCommand, SessionSnapshot } from '../../connection/session-store.ts';
import { helpModel, type HelpFacts } from './help-model.ts';

const PHONE = '+13035550147';

function raised() {
  const session = everybodyIn();
  session.system({ type: 'presence.connect', role: 'chaperone', connectionId: 'phone' });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  return { session, alertId };
}

const press = (pressedAt: number, refused = false): PendingCommand => ({
  commandId: 'c1',
  command: { type: 'alert.raise', kind: 'help' },
  pressedAt,
  refused,
});

const LOCAL = 5_000;
const snapshotOf = ({ state, now }: TestSession, later: number): SessionSnapshot => ({
  view: view(state, 'client'),
  link: 'connected',
  linkSince: 0,
  ended: null,
  clockOffset: now + later - LOCAL,
  pending: [],
  unheard: false,
  signals: {},
});

/** What the client reads. */
function helpOf({ session }: { session: TestSession }) {
  return (pending: readonly PendingCommand[] = [], later = 0, more: Partial<HelpFacts> = {}) =>
    helpModel({
      ...snapshotOf(session, later),
      pending,
      kept: null,
      unreached: false,
      localNow: LOCAL,
      refused: false,
      ...more,
    });
}

test('[AL7] the client reads what became of the call, in short kind words', () => {
  const made = raised();
  const read = helpOf(made);
  expect(read([press(4_000)]).words).toBe('Calling…');
  expect(read([press(0)])).toMatchObject({
    words: 'Still calling. Stay where you are.',
    call: { phone: PHONE },
  });
  expect(read().words).toBe('We are calling Sam.');
  expect(read([], 10_000).call).toEqual({ name: 'Sam', phone: PHONE });
  made.session.system({ type: 'alert.answer', alertId: made.alertId, by: 'second' });
  expect(read().words).toBe('Somebody is coming to you.');
  made.session.must('chaperone', { type: 'alert.going', alertId: made.alertId });
  expect(read().words).toBe('Sam is coming to you.');
  made.session.must('chaperone', { type: 'alert.with_client', alertId: made.alertId });
  expect(read().words).toBe('Sam is with you.');
  expect(read([], 0, { refused: true })).toMatchObject({ call: { phone: PHONE } });
});

test('[AL7] that somebody came for an earlier call says nothing of a newer one', () => {
  const made = raised();
  const { session } = made;
  const read = helpOf(made);
  session.must('chaperone', { type: 'alert.with_client', alertId: made.alertId });
  session.must('client', { type: 'alert.raise', kind: 'help' });
  session.lose('chaperone');
  session.lose('chaperone', 'phone');
  expect(read()).toEqual({
    words: 'Your therapist knows. We are reaching Sam.',
    call: { name: 'Sam', phone: PHONE },
  });
});

test('[AL7] seen without an answer, or going without arriving, gives the client the number', () => {
  const made = raised();
  made.session.must('chaperone', { type: 'alert.seen', alertId: made.alertId });
  expect(helpOf(made)([], 10_000).call).not.toBeNull();
  made.session.must('chaperone', { type: 'alert.going', alertId: made.alertId });
  expect(helpOf(made)([], 59_000).call).toBeNull();
  expect(helpOf(made)([], 60_000).call).not.toBeNull();
});

test('[AL13] before the first view is there the press is under way, and after three seconds the kept number stands there', () => {
  const { session } = raised();
  const kept = keptOf(view(session.state, 'client'), 0);
  const read = (pending: readonly PendingCommand[], unreached = false) =>
    helpModel({
      ...snapshotOf(session, 0),
      view: null,
      pending,
      kept,
      unreached,
      localNow: LOCAL,
      refused: false,
    });
  expect(read([])).toEqual({ words: null, call: null });
  expect(read([press(LOCAL - 2_999)])).toEqual({ words: 'Calling…', call: null });
  expect(read([press(LOCAL - 3_000)])).toEqual({
    words: 'Still calling. Stay where you are.',
    call: { name: 'Sam', phone: PHONE },
  });
  expect(read([], true).call).toEqual({ name: 'Sam', phone: PHONE });
});

test('[AL13] a browser that could keep nothing takes the press all the same', () => {
  const { session } = raised();
  const snapshot = { ...snapshotOf(session, 0), view: null, pending: [press(0)] };
  const nothing = { kept: null, unreached: true, localNow: LOCAL, refused: false };
  expect(helpModel({ ...snapshot, ...nothing })).toEqual({
    words: 'Still calling. Stay where you are.',
    call: null,
  });
});
