import { everybodyIn } from '@sojourn/shared/session/test-session';
import { view, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { presenceLines } from './presence-model.ts';

test('[PR1] a phone that is gone is said to be gone, for how long, and with its number', () => {
  const session = everybodyIn();
  const chaperone = () =>
    presenceLines(view(session.state, 'therapist') as TherapistView, session.now + 61_000)[1];
  expect(chaperone()).toMatchObject({ words: 'phone connected', tone: 'ok', call: null });
  session.lose('chaperone');
  expect(chaperone()).toMatchObject({
    words: 'phone not connected for 1:01',
    tone: 'lost',
    call: '+13035550147',
  });
});
