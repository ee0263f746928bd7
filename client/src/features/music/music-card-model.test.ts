import { everybodyIn, type TestSession } from '@sojourn/shared/session/test-session';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { answerWords, playingWords } from './music-card-model.ts';

function read(session: TestSession): [string, string | null] {
  const shown = view(session.state, 'therapist');
  if (shown.screen !== 'therapist') throw new Error('not the therapist');
  return [playingWords(shown.music), answerWords(shown.music, 'Robin')];
}

test('[MU2] the therapist reads what plays, what they proposed, and what became of it', () => {
  const session = everybodyIn();
  expect(read(session)).toEqual(['No music plays.', null]);
  session.must('client', { type: 'music.report', source: 'own', volume: 4 });
  const proposalId = session.must('therapist', { type: 'music.propose', what: 'softer' });
  expect(read(session)).toEqual(['Their own music · volume 4 of 5', 'On their screen: Softer']);
  session.must('client', { type: 'music.answer', proposalId, accepted: true });
  session.must('client', { type: 'music.report', source: 'own', volume: 3 });
  expect(read(session)).toEqual(['Their own music · volume 3 of 5', 'Robin took it up: Softer']);
  const other = session.must('therapist', { type: 'music.propose', what: 'own' });
  session.must('client', { type: 'music.answer', proposalId: other, accepted: false });
  expect(read(session)[1]).toBe('Robin left it: Their own music');
  session.must('client', { type: 'music.report', source: null, volume: 3 });
  expect(read(session)[0]).toBe('No music plays.');
});
