import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView } from '@sojourn/shared/session/view';
import { Criterion } from '@sojourn/shared/session/criterion';
import { expect, test } from 'vitest';
import { releaseModel } from './release-model.ts';

const modelOf = (session: ReturnType<typeof everybodyIn>) =>
  releaseModel(therapistView(session.state), session.now);

test('[RL1 RL2 RL3] signing waits for every criterion and for the observation, and a change undoes it', () => {
  const session = everybodyIn().goTo('release');
  for (const criterion of Criterion.options) {
    session.must('therapist', { type: 'release.tick', criterion, met: true, value: 'Seen' });
  }
  expect(modelOf(session)?.canSign).toBe(false);
  session.now += 121 * MINUTE;
  expect(modelOf(session)?.canSign).toBe(true);
  session.must('therapist', session.signing('Maya Ellis'));
  expect(modelOf(session)?.therapist).toContain('Maya Ellis');
  session.must('therapist', {
    type: 'release.tick',
    criterion: 'walks',
    met: false,
    value: 'Sways',
  });
  expect(modelOf(session)).toMatchObject({ therapist: null, canSign: false });
});

test('[RL1] the last vitals are offered as the value of their criterion; nothing else is guessed', () => {
  const session = everybodyIn().goTo('release');
  session.measure(128, 80, 74);
  const suggestions = modelOf(session)?.lines.map(({ criterion, suggestion }) => [
    criterion,
    suggestion,
  ]);
  expect(suggestions?.filter(([, words]) => words !== '')).toMatchObject([
    ['vitals_stable', expect.stringContaining('128/80 mmHg')],
  ]);
});

test('[RL1] outside the release there is nothing to go through', () => {
  expect(modelOf(everybodyIn().goTo('integration'))).toBeNull();
});
