import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import type { PendingCommand, SessionSnapshot } from '../../connection/session-store.ts';
import { alertLine, helpModel, sendingAlerts } from './alert-model.ts';

const PHONE = '+13035550147';

function raised() {
  const session = everybodyIn();
  session.system({ type: 'presence.connect', role: 'chaperone', connectionId: 'phone' });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  return { session, alertId };
}

function line({ session }: ReturnType<typeof raised>, later = 0) {
  const { alerts, people, phones } = view(session.state, 'therapist') as TherapistView;
  const around = {
    chaperoneName: people.chaperone.name,
    chaperoneConnected: people.chaperone.connected,
    chaperonePhone: phones.chaperone,
    now: session.now + later,
  };
  const alert = alerts.at(-1);
  if (!alert) throw new Error('no alert');
  return alertLine(alert, people.client.name, around);
}

const press = (pressedAt: number, refused = false): PendingCommand => ({
  commandId: 'c1',
  command: { type: 'alert.raise', kind: 'help' },
  pressedAt,
  refused,
});

test('[AL7] the therapist reads each state in words, by the chaperone’s name', () => {
  const made = raised();
  const words = [line(made).words];
  for (const type of ['alert.seen', 'alert.going', 'alert.with_client'] as const) {
    made.session.must('chaperone', { type, alertId: made.alertId });
    words.push(line(made).words);
  }
  made.session.must('therapist', { type: 'alert.resolve', alertId: made.alertId });
  words.push(line(made).words);
  expect(words).toEqual([
    'Recorded. Sam has not seen it yet',
    'Sam has seen it',
    'Sam is going',
    'Sam is with them',
    'Resolved',
  ]);
});

test('[AL7] unseen for ten seconds, or with the phone away, it is not delivered and the number stands there', () => {
  const late = line(raised(), 10_000);
  expect(late).toMatchObject({
    call: PHONE,
    words: `Recorded, but not delivered: call Sam on ${PHONE}`,
  });
  const away = raised();
  away.session.lose('chaperone');
  away.session.lose('chaperone', 'phone');
  expect(line(away).call).toBe(PHONE);
});

test('[AL1 AL7] a press without an answer is sending, then not delivered with the number, and goes on', () => {
  expect(sendingAlerts([press(0)], 'Sam', PHONE, 1_000)[0]).toMatchObject({
    words: 'Sending…',
    call: null,
  });
  expect(sendingAlerts([press(0)], 'Sam', PHONE, 3_000)[0]).toMatchObject({
    words: `Not delivered yet: call Sam on ${PHONE}. Still trying.`,
    call: PHONE,
  });
  expect(sendingAlerts([press(0, true)], 'Sam', null, 100)[0]?.words).toBe(
    'Not delivered yet. Still trying.',
  );
});

test('[AL7] the client reads who is coming, in short kind words, whatever else is open', () => {
  const { session, alertId } = raised();
  const read = (pending: readonly PendingCommand[] = [], later = 0) => {
    const snapshot: SessionSnapshot = {
      view: view(session.state, 'client'),
      link: 'connected',
      linkSince: 0,
      ended: null,
      clockOffset: 0,
      pending,
    };
    return helpModel(snapshot, session.now + later, 5_000);
  };
  expect(read([press(4_000)]).words).toBe('Calling…');
  expect(read([press(0)])).toMatchObject({
    words: 'Still calling. You are safe.',
    call: { phone: PHONE },
  });
  expect(read().words).toBe('We are calling Sam.');
  expect(read([], 10_000).call).toEqual({ name: 'Sam', phone: PHONE });
  session.must('chaperone', { type: 'alert.going', alertId });
  session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(read().words).toBe('Sam is coming to you.');
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(read().words).toBe('Sam is with you.');
});
