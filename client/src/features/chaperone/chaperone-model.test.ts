import { Criterion } from '@sojourn/shared/session/criterion';
import { everybodyIn, MINUTE, TestSession } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { dutiesOf, releaseModel } from './chaperone-model.ts';

const release = ({ state, now }: TestSession) => {
  const model = releaseModel(view(state, 'chaperone') as ChaperoneView, now);
  if (!model) throw new Error('no release');
  return model;
};
const tick = (session: TestSession, criterion: Criterion, met = true) =>
  session.must('therapist', { type: 'release.tick', criterion, met, value: 'As seen' });

test('[LO4] the duties are read and agreed to in the lobby, and shown as agreed in the room', () => {
  const session = new TestSession();
  expect(dutiesOf(view(session.state, 'chaperone'))).toEqual({
    agreed: false,
    name: 'Sam',
    phone: '+13035550147',
  });
  session.must('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+13035550199' });
  session.connect('chaperone');
  session.letIn('chaperone');
  expect(dutiesOf(view(session.state, 'chaperone'))).toMatchObject({
    agreed: true,
    phone: '+13035550199',
  });
});

test('[RL3] the chaperone reads each criterion with what was seen, and what is still open', () => {
  const session = everybodyIn().goTo('release');
  tick(session, 'oriented');
  tick(session, 'walks', false);
  const { lines, waits, canSign } = release(session);
  const line = (criterion: Criterion) => lines.find((found) => found.criterion === criterion);
  expect(line('oriented')).toMatchObject({ met: true, value: 'As seen' });
  expect(line('walks')).toMatchObject({ met: false, value: 'As seen' });
  expect(line('nausea')).toMatchObject({ met: false, value: null });
  expect(waits).toHaveLength(2);
  expect(canSign).toBe(false);
});

test('[RL2 RL3] signing waits for all criteria and for the end of the observation', () => {
  const session = everybodyIn().goTo('release');
  for (const criterion of Criterion.options) tick(session, criterion);
  expect(release(session)).toMatchObject({ canSign: false });
  expect(release(session).waits).toEqual([expect.stringMatching(/^The time of watching goes on/)]);
  session.now += 121 * MINUTE;
  expect(release(session)).toMatchObject({ canSign: true, waits: [] });
});

test('[RL3] a criterion that changes after the signature asks for another one', () => {
  const session = everybodyIn().goTo('release');
  for (const criterion of Criterion.options) tick(session, criterion);
  session.now += 121 * MINUTE;
  session.must('chaperone', session.signing('Sam Reyes'));
  expect(release(session).signed).toMatch(/^Sam Reyes, /);
  expect(release(session).canSign).toBe(false);
  tick(session, 'nausea');
  expect(release(session)).toMatchObject({ signed: null, canSign: true });
});

test('[RL3] there is nothing to sign before the release', () => {
  const { state, now } = everybodyIn().goTo('integration');
  expect(releaseModel(view(state, 'chaperone') as ChaperoneView, now)).toBeNull();
});
