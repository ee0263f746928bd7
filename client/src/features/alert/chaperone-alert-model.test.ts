import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { chaperoneAlert, isWithClient, newlySeen } from './chaperone-alert-model.ts';
import { BURSTS, soundingKey, soundingPriority } from './siren-model.ts';

function kitchen() {
  const session = everybodyIn();
  const phone = () => view(session.state, 'chaperone') as ChaperoneView;
  return { session, phone };
}

test('[AL3] every waiting alert stands on the card, the most urgent first, and one tap answers them', () => {
  const { session, phone } = kitchen();
  const come = session.must('therapist', {
    type: 'alert.raise',
    kind: 'please_come',
    reason: 'bathroom',
  });
  expect(chaperoneAlert(phone())).toMatchObject({ title: 'Please go to Robin' });
  const help = session.must('client', { type: 'alert.raise', kind: 'help' });
  const now = session.must('therapist', { type: 'alert.raise', kind: 'go_now', reason: 'a fall' });
  // Pressing again pushes nothing down.
  session.must('client', { type: 'alert.raise', kind: 'help' });
  const card = chaperoneAlert(phone());
  expect(card?.title).toBe('Go to Robin now');
  expect(card?.why.map(({ words }) => words)).toEqual([
    'Robin pressed Help.',
    'a fall',
    'bathroom',
  ]);
  expect(card?.answers['alert.going']).toEqual([help, now, come]);
  for (const alertId of [help, now, come]) {
    session.must('chaperone', { type: 'alert.going', alertId });
  }
  expect(chaperoneAlert(phone())?.going).toBe(true);
  for (const alertId of [help, now, come]) {
    session.must('chaperone', { type: 'alert.with_client', alertId });
  }
  expect(chaperoneAlert(phone())).toBeNull();
  expect(isWithClient(phone())).toBe(true);
});

test('[AL6] every open alert that was not seen yet is reported as seen, resolved ones are not', () => {
  const { session, phone } = kitchen();
  const first = session.must('client', { type: 'alert.raise', kind: 'help' });
  const second = session.must('therapist', { type: 'alert.raise', kind: 'go_now' });
  expect(newlySeen(phone())).toEqual([first, second]);
  session.must('chaperone', { type: 'alert.with_client', alertId: first });
  session.must('therapist', { type: 'alert.resolve', alertId: first });
  expect(newlySeen(phone())).toEqual([second]);
});

test('[AL8] the phone sounds by the highest unanswered priority, until a person answers', () => {
  const { session, phone } = kitchen();
  expect(soundingPriority(phone().alerts)).toBeNull();
  const come = session.must('therapist', { type: 'alert.raise', kind: 'please_come' });
  expect(soundingPriority(phone().alerts)).toBe('medium');
  const help = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('chaperone', { type: 'alert.seen', alertId: help });
  expect(soundingPriority(phone().alerts)).toBe('high');
  session.must('chaperone', { type: 'alert.going', alertId: help });
  expect(soundingPriority(phone().alerts)).toBe('medium');
  session.must('chaperone', { type: 'alert.going', alertId: come });
  expect(soundingPriority(phone().alerts)).toBeNull();
});

test('[AL5] a further press sounds at once', () => {
  const { session, phone } = kitchen();
  session.must('client', { type: 'alert.raise', kind: 'help' });
  const before = soundingKey(phone().alerts);
  session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(soundingKey(phone().alerts)).not.toBe(before);
});

test('[AL8] bursts repeat every 10 s (high) and 25 s (medium); low is silent', () => {
  expect(BURSTS.high?.every).toBe(10_000);
  expect(BURSTS.high?.pulses).toHaveLength(10);
  expect(BURSTS.medium?.every).toBe(25_000);
  expect(BURSTS.medium?.pulses).toHaveLength(3);
  expect(BURSTS.low).toBeNull();
});
