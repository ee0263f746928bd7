import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import type { PendingCommand } from '../../connection/session-store.ts';
import { alertLine, sendingAlerts } from './alert-model.ts';

const PHONE = '+13035550147';

function raised() {
  const session = everybodyIn();
  session.system({ type: 'presence.connect', role: 'chaperone', connectionId: 'phone' });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  return { session, alertId };
}

function line({ session }: ReturnType<typeof raised>, later = 0) {
  const { alerts, people, phones } = view(session.state, 'therapist') as TherapistView;
  const chaperone = { ...people.chaperone, phone: phones.chaperone };
  const alert = alerts.at(-1);
  if (!alert) throw new Error('no alert');
  return alertLine(alert, people.client.name, chaperone, session.now + later);
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
  expect(sendingAlerts([press(0)], { name: 'Sam', phone: PHONE }, 1_000)[0]).toMatchObject({
    words: 'Sending…',
    call: null,
  });
  expect(sendingAlerts([press(0)], { name: 'Sam', phone: PHONE }, 3_000)[0]).toMatchObject({
    words: `Not delivered yet: call Sam on ${PHONE}. Still trying.`,
    call: PHONE,
  });
  expect(sendingAlerts([press(0, true)], { name: 'Sam', phone: null }, 100)[0]?.words).toBe(
    'Not delivered yet. Still trying.',
  );
});

test('[AL7] seen by a phone on a counter is not an answer, and going is not arriving', () => {
  const made = raised();
  made.session.must('chaperone', { type: 'alert.seen', alertId: made.alertId });
  expect(line(made).words).toBe('Sam has seen it');
  expect(line(made, 10_000)).toMatchObject({
    words: `Sam has seen it, but has not answered: call Sam on ${PHONE}`,
    call: PHONE,
  });
  made.session.must('chaperone', { type: 'alert.going', alertId: made.alertId });
  expect(line(made, 59_000).call).toBeNull();
  expect(line(made, 60_000).words).toContain('has not arrived');
});

test('[AL12] what the server noticed reads in the therapist’s words, and says since when the cause is gone', () => {
  const session = everybodyIn().goTo('journey');
  session.write('system', null, [
    {
      type: 'alert.raised',
      alertId: 'gone',
      kind: 'client_link_lost',
      priority: 'high',
      reason: null,
      by: 'system',
    },
  ]);
  const read = () => line({ session, alertId: 'gone' });
  expect(read()).toMatchObject({ title: 'Robin’s line is lost', over: null, priority: 'high' });
  session.write('system', null, [{ type: 'alert.cause_gone', alertId: 'gone' }]);
  expect(read().over).toMatch(/^Back since /);
  session.must('therapist', { type: 'alert.resolve', alertId: 'gone' });
  expect(read().over).toBeNull();
});

test('[AL7] the second contact who answered on a phone is named as that, and not as the chaperone', () => {
  const made = raised();
  made.session.system({ type: 'alert.answer', alertId: made.alertId, by: 'second' });
  expect(line(made)).toMatchObject({
    words: 'The second contact is going. Sam has not answered',
    call: '+13035550147',
  });
});
