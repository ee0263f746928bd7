import { everybodyIn } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import type { PresenceLine } from '../features/presence/index.ts';
import { unansweredOf } from './unanswered-model.ts';

test('[AL15 GR11] what waits for the therapist is one list, alerts first, until each is answered', () => {
  const session = everybodyIn().goTo('journey');
  const read = (lineRings = false, people: readonly PresenceLine[] = []) =>
    unansweredOf(therapistView(session.state), { lineRings, people, now: session.now }).map(
      ({ words, rings }) => [words.replace(/\.$/, ''), rings],
    );
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
  const sam = { role: 'chaperone', name: 'Sam', tone: 'lost', call: null } as const;
  const gone = { ...sam, words: 'phone not connected for 0:04', away: true };
  expect(read(false, [gone])[1]).toEqual(['Sam: phone not connected for 0:04', true]);
  expect(read(false, [{ ...gone, away: false }])).toHaveLength(1);
});
