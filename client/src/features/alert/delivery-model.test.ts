import type { DeliveryFault, DeliveryState } from '@sojourn/shared/session/delivery';
import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { deliveryLines, stepWords } from './delivery-model.ts';

const seen = ({ state }: TestSession) => view(state, 'therapist') as TherapistView;
const words = (session: TestSession, alertId: string) =>
  deliveryLines(seen(session).deliveries, alertId, seen(session)).map((line) => line.words);

function pressed(on: boolean) {
  const session = everybodyIn();
  session.system({ type: 'channels.note', channels: { push: on, sms: on, call: on } });
  session.system({ type: 'pushes.note', count: 1 });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  const note = (channel: string, state: DeliveryState, fault: DeliveryFault | null = null) =>
    session.system({
      type: 'delivery.note',
      deliveryId: `${alertId}/at_once/${channel}`,
      state,
      fault,
    });
  return { session, alertId, note };
}

test('[AL11] the therapist reads how far each message got, and why one failed', () => {
  const { session, alertId, note } = pressed(true);
  expect(words(session, alertId)).toEqual(['Push and text message: on its way']);
  note('sms', 'delivered');
  note('push', 'failed', 'subscription_gone');
  expect(words(session, alertId)).toEqual([
    'Push: failed, the phone takes none any more',
    'Text message: delivered',
  ]);
});

test('[AL11] channels that are off are named with their reason, in one line', () => {
  const { session, alertId } = pressed(false);
  expect(words(session, alertId)).toEqual(['Push and text message: off, not set up']);
});

test('[AL11] the second contact’s messages are named as theirs, and a way that is off for all is said once', () => {
  const second = (on: boolean) => {
    const { session, alertId } = pressed(on);
    session.now += 31_000;
    session.system({ type: 'timers.fire' });
    return words(session, alertId);
  };
  expect(second(true)).toEqual([
    expect.stringMatching(
      /^Push, text message, phone call, text message to \w+ and phone call to \w+: on its way$/,
    ),
  ]);
  expect(second(false)).toEqual(['Push, text message and phone call: off, not set up']);
});

test('[AL11] only the messages of this alert are its lines', () => {
  const { session } = pressed(true);
  expect(words(session, 'another')).toEqual([]);
});

test('[AL9] the rung that was taken last has words, a practice’s own, too', () => {
  const session = everybodyIn();
  const read = (...steps: string[]) => stepWords(steps, seen(session));
  expect(read('at_once')).toBeNull();
  expect(read('at_once', 'phone_call')).toBe('Sam is called');
  expect(read('at_once', 'phone_call', 'second_contact')).toMatch(
    /^The second contact is called: \w+/,
  );
  expect(read('at_once', 'again', 'again.1')).toBe('Both are tried again, 2 times');
  expect(read('not_with_them')).toContain('not with them yet');
  expect(read('ring_the_desk')).toBe('Step taken: ring the desk');
});
