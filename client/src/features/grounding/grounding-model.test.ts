import { everybodyIn } from '@sojourn/shared/session/test-session';
import { PROMPTS } from '@sojourn/shared/session/prompt-library';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { offerLine, offersOf, promptGroups } from './grounding-model.ts';

test('[GR1] the whole library stands under its uses, what fits the phase first', () => {
  const groups = promptGroups('journey');
  expect(groups.flatMap((group) => group.prompts)).toHaveLength(PROMPTS.length);
  for (const { prompts } of groups) {
    const fits = prompts.map((entry) => entry.fits);
    expect(fits).toEqual(fits.toSorted((a, b) => Number(b) - Number(a)));
  }
});

test('[GR2] the therapist reads what became of an offer', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
  const words = () => {
    const { current, past } = offersOf(view(session.state, 'therapist') as TherapistView);
    const offer = current ?? past[0];
    if (!offer) throw new Error('no offer');
    return offerLine(offer, 'Robin', session.now).words;
  };
  expect(words()).toBe('On its way, not shown yet');
  session.must('client', { type: 'prompt.shown', offerId });
  expect(words()).toBe('Shown for less than a minute');
  session.must('client', { type: 'prompt.respond', offerId, response: 'slower' });
  expect(words()).toContain('asks for slower');
  session.must('client', { type: 'prompt.respond', offerId, response: 'keep' });
  expect(words()).toContain('Kept by Robin');
  session.must('client', { type: 'prompt.respond', offerId, response: 'another_time' });
  expect(words()).toBe('Robin put it off: another time');
});
