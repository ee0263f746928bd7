import { everybodyIn } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { unansweredOf } from './unanswered-model.ts';

test('[AL15 GR11] what waits for the therapist is one list, alerts first, until each is answered', () => {
  const session = everybodyIn().goTo('journey');
  const read = (rings = false) =>
    unansweredOf(therapistView(session.state), rings, session.now).map(({ words, rings }) => [
      words.replace(/\.$/, ''),
      rings,
    ]);
  expect(read()).toEqual([]);
  const signalId = session.must('client', { type: 'pace.signal', kind: 'stay' });
  const help = session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(read()).toEqual([
    ['Robin pressed Help', true],
    ['Robin asks: stay with me', true],
  ]);
  expect(read(true)[1]).toEqual(['Sam is on the line, and waits for you', false]);
  session.must('therapist', { type: 'pace.answer', signalId });
  session.must('chaperone', { type: 'alert.with_client', alertId: help });
  session.must('therapist', { type: 'alert.resolve', alertId: help });
  session.must('therapist', { type: 'alert.raise', kind: 'go_now' });
  expect(read()).toEqual([[expect.stringContaining('Go now'), false]]);
});
