import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { presenceLines } from './presence-model.ts';

test('[PR1] a phone that is gone is said to be gone, for how long, and with its number', () => {
  const session = everybodyIn();
  const chaperone = () =>
    presenceLines(view(session.state, 'therapist') as TherapistView, session.now + 61_000, true)[1];
  expect(chaperone()).toMatchObject({ words: 'phone connected', tone: 'ok', call: null });
  session.lose('chaperone');
  expect(chaperone()).toMatchObject({
    words: 'phone not connected for 1:01',
    tone: 'lost',
    call: '+13035550147',
  });
});

test('[PR1] with our own line down, no green light is left on', () => {
  const session = everybodyIn();
  const lines = presenceLines(
    view(session.state, 'therapist') as TherapistView,
    session.now,
    false,
  );
  expect(lines.map(({ tone }) => tone)).toEqual(['lost', 'lost']);
  expect(lines[1]?.words).toBe('phone: not known');
});
