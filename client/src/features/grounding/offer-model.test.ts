import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { offerLine, offersOf, paceLines } from './offer-model.ts';

test('[GR2] the therapist reads what became of an offer, at which line the client is, and for how long', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', {
    type: 'prompt.offer',
    promptId: 'body-scan',
    following: ['feet'],
  });
  const line = () => {
    const known = view(session.state, 'therapist') as TherapistView;
    const { current, past } = offersOf(known);
    const offer = current ?? past[0];
    if (!offer) throw new Error('no offer');
    return offerLine(known, offer, session.now);
  };
  expect(line()).toMatchObject({ words: 'On its way, not shown yet', next: 'Feet' });
  session.must('client', { type: 'prompt.shown', offerId });
  session.must('client', { type: 'prompt.step', offerId, step: 2 });
  session.now += 2 * MINUTE;
  expect(line()).toMatchObject({
    words: 'Shown for 2 minutes',
    place: 'Line 3 of 7',
    line: 'Your shoulders. Let them be heavy.',
  });
  session.must('client', { type: 'prompt.respond', offerId, response: 'slower' });
  expect(line().tone).toBe('medium');
  session.must('client', { type: 'prompt.respond', offerId, response: 'keep' });
  expect(line().words).toContain('Kept by Robin');
  session.must('client', { type: 'pace.signal', kind: 'quiet' });
  expect(line().words).toBe('Robin put it away');
});

test('[GR11] what waits for the therapist says since when and how often, the oldest first', () => {
  const session = everybodyIn();
  const wish = () => session.must('client', { type: 'pace.signal', kind: 'stay' });
  wish();
  session.now += 3 * MINUTE;
  wish();
  session.must('client', { type: 'pace.signal', kind: 'ok' });
  const lines = () => paceLines(view(session.state, 'therapist') as TherapistView, session.now);
  expect(lines()).toMatchObject([
    {
      words: 'Robin asks: stay with me',
      when: 'For 3 minutes, pressed 2 times',
      answer: 'I’m here',
    },
    { words: 'Robin says: I’m OK', answer: 'Good to know' },
  ]);
  session.must('therapist', { type: 'pace.answer', signalId: lines()[0]?.signalId ?? '' });
  expect(lines()).toHaveLength(1);
});
