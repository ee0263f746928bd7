import { expect, test } from 'vitest';
import { languageOf, type DeliveryFault, type DeliveryState } from './delivery.ts';
import { everybodyIn, type TestSession } from './test-session.ts';

const help = { type: 'alert.raise', kind: 'help' } as const;
const on = { push: true, sms: true, call: true };

/** channel → [state, fault] of what the session last sent. */
const states = ({ state }: TestSession) =>
  Object.fromEntries(
    state.deliveries.map(({ channel, state: reached, fault }) => [channel, [reached, fault]]),
  );

test('[AL11] what a channel cannot do is said at once, and why', () => {
  const session = everybodyIn();
  session.must('client', help);
  expect(states(session)).toEqual({
    push: ['off', 'not_configured'],
    sms: ['off', 'not_configured'],
  });
});

test('[AL11] no browser takes pushes, no number is known: each is named', () => {
  const session = everybodyIn();
  session.system({ type: 'channels.note', channels: on });
  session.write('system', null, [
    { type: 'lobby.entered', role: 'chaperone', name: 'Sam', phone: null },
    { type: 'participant.admitted', role: 'chaperone' },
  ]);
  session.state = {
    ...session.state,
    people: {
      ...session.state.people,
      chaperone: { ...session.state.people.chaperone, phone: null },
    },
  };
  session.must('client', help);
  expect(states(session)).toEqual({ push: ['off', 'no_subscription'], sms: ['off', 'no_number'] });
});

test('[AL11] a message only gets further: late and repeated news of a provider change nothing', () => {
  const session = everybodyIn();
  session.system({ type: 'channels.note', channels: on });
  const alertId = session.must('client', help);
  const deliveryId = `${alertId}/at_once/sms`;
  const note = (state: DeliveryState, fault: DeliveryFault | null = null) =>
    session.system({ type: 'delivery.note', deliveryId, state, fault });
  expect(note('delivered')).toHaveLength(1);
  expect(note('sent')).toEqual([]);
  expect(note('delivered')).toEqual([]);
  expect(states(session)).toMatchObject({ sms: ['delivered', null] });
});

test('[AL11] news of a message that nobody sent are no part of the record', () => {
  const session = everybodyIn();
  const before = session.state.revision;
  session.system({ type: 'delivery.note', deliveryId: 'nothing', state: 'sent', fault: null });
  expect(session.state.revision).toBe(before);
});

test('[GD3 AL11] the drill goes through every way to this phone, and names those that are off', () => {
  const session = everybodyIn();
  session.system({ type: 'channels.note', channels: { ...on, call: false } });
  session.system({ type: 'pushes.note', count: 1 });
  const drillId = session.must('therapist', { type: 'drill.start' });
  expect(states(session)).toEqual({
    push: ['queued', null],
    sms: ['queued', null],
    call: ['off', 'not_configured'],
  });
  expect(session.state.deliveries.every(({ alertId }) => alertId === drillId)).toBe(true);
});

test('[AL10] silence mutes for two minutes and clears nothing; a press or a step sounds anew', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  session.must('chaperone', { type: 'alert.silence', alertId });
  expect(session.state.alerts).toMatchObject([
    { state: 'raised', silencedUntil: session.now + 120_000 },
  ]);
  session.must('client', help);
  expect(session.state.alerts).toMatchObject([{ silencedUntil: null, repeats: 1 }]);
  session.must('chaperone', { type: 'alert.silence', alertId });
  session.now += 30_000;
  session.system({ type: 'timers.fire' });
  expect(session.state.alerts).toMatchObject([{ silencedUntil: null, state: 'raised' }]);
});

test('[AL10] there is nothing to silence once somebody is going', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(session.press('chaperone', { type: 'alert.silence', alertId })).toEqual({
    ok: true,
    value: [],
  });
});

test('[AL11] a phone answers for who holds it: the second contact is named as such, and once', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  session.system({ type: 'alert.answer', alertId, by: 'second' });
  expect(session.state.alerts).toMatchObject([{ state: 'going', answeredBy: 'second' }]);
  expect(session.system({ type: 'alert.answer', alertId, by: 'second' })).toEqual([]);
  // Who is in the house still says it for themselves, once.
  expect(session.system({ type: 'alert.answer', alertId, by: 'chaperone' })).toHaveLength(1);
  expect(session.state.alerts).toMatchObject([{ state: 'going', answeredBy: 'chaperone' }]);
  expect(session.system({ type: 'alert.answer', alertId, by: 'chaperone' })).toEqual([]);
  expect(session.system({ type: 'alert.answer', alertId: 'nothing', by: 'chaperone' })).toEqual([]);
});

test('[LA4] each is written to and called in their own language, and in English where nobody said one', () => {
  const session = everybodyIn('dosing');
  expect([languageOf(session.state, 'chaperone'), languageOf(session.state, 'second')]).toEqual([
    'en',
    'en',
  ]);
  session.must('chaperone', {
    type: 'chaperone.agree',
    name: 'Sam',
    phone: '+13035550123',
    language: 'es',
  });
  const { care } = session.state;
  const [second] = care.record.emergencyContacts;
  if (!second) throw new Error('nobody to call');
  const emergencyContacts = [{ ...second, language: 'es' as const }];
  const state = {
    ...session.state,
    care: { ...care, record: { ...care.record, emergencyContacts } },
  };
  expect([languageOf(state, 'chaperone'), languageOf(state, 'second')]).toEqual(['es', 'es']);
});
