import { expect, test } from 'vitest';
import { practicePromptId } from './prompt-offer.ts';
import { creation, everybodyIn, type TestSession } from './test-session.ts';
import type { SessionCreated } from './event.ts';
import { view } from './view.ts';

const last = (session: TestSession) => session.state.prompts.at(-1);

/** A practice with an exercise of its own, and a client known from earlier sessions. */
function known(): SessionCreated {
  const created = creation('dosing');
  if (!created.care) throw new Error('The test session has a course of care');
  const exercises = [
    {
      exerciseId: 'e1',
      title: 'The river',
      kind: 'place' as const,
      lines: ['See it.', 'Hear it.'],
    },
  ];
  return {
    ...created,
    care: {
      ...created.care,
      grounding: { favourites: ['feet'], avoid: ['body_scan'], phrase: 'The sea is near' },
      policy: { ...created.care.policy, exercises, followUp: 'Drink, rest, write.' },
    },
  };
}

test('[GR8] a sequence goes on by a tap of the therapist or by the client’s “another”, and never by itself', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', {
    type: 'prompt.offer',
    promptId: 'feet',
    following: ['the-blanket', 'my-voice'],
    spoken: true,
  });
  session.now += 3 * 3_600_000;
  expect(last(session)?.promptId).toBe('feet');
  const second = session.must('therapist', { type: 'prompt.next', offerId });
  expect(last(session)).toMatchObject({
    promptId: 'the-blanket',
    spoken: true,
    following: ['my-voice'],
    state: 'offered',
  });
  session.must('client', { type: 'prompt.respond', offerId: second, response: 'another' });
  expect(last(session)).toMatchObject({ promptId: 'my-voice', following: [] });
  expect(session.state.pace).toEqual([]);
  const third = last(session)?.offerId ?? '';
  expect(session.press('therapist', { type: 'prompt.next', offerId: third })).toMatchObject({
    error: { code: 'not_found' },
  });
  session.must('client', { type: 'prompt.respond', offerId: third, response: 'another' });
  expect(session.state.prompts.map(({ state }) => state)).toEqual([
    'replaced',
    'dismissed',
    'dismissed',
  ]);
});

test('[GR8] a sequence has at most three prompts, each of which there is', () => {
  const session = everybodyIn();
  const offer = { type: 'prompt.offer', promptId: 'feet' } as const;
  expect(session.press('therapist', { ...offer, following: ['nonsense'] })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(session.press('therapist', { ...offer, following: ['my-voice'] }).ok).toBe(true);
});

test('[GR5] the lines of a prompt go on by the client’s tap, back and forth, within what it has', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', { type: 'prompt.offer', promptId: 'body-scan' });
  for (const step of [1, 2, 6, 0]) session.must('client', { type: 'prompt.step', offerId, step });
  expect(last(session)?.step).toBe(0);
  expect(session.press('client', { type: 'prompt.step', offerId, step: 7 })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('[GR6] a line of the therapist’s own carries its words, in any script, to the client and the record', () => {
  const session = everybodyIn();
  const words = 'שלום 🌊 the sea';
  session.must('therapist', { type: 'prompt.write', words });
  expect(view(session.state, 'client')).toMatchObject({ prompt: { words: { lines: [words] } } });
  expect(session.record.at(-1)?.event).toMatchObject({ text: { lines: [words] } });
});

test('[GR6] the client’s own sentence can be offered, and opened alone, once they wrote one', () => {
  const session = everybodyIn();
  const offer = { type: 'prompt.offer', promptId: 'phrase' } as const;
  expect(session.press('therapist', offer)).toMatchObject({ error: { code: 'not_found' } });
  session.must('client', { type: 'phrase.write', words: 'My sister’s garden' });
  session.must('therapist', offer);
  session.must('client', { type: 'prompt.open', promptId: 'phrase' });
  expect(last(session)).toMatchObject({ words: { lines: ['My sister’s garden'] }, state: 'shown' });
});

test('[GR6 GR8] what a client wrote and marked in preparation holds in the dosing session', () => {
  const session = everybodyIn('dosing', known());
  expect(view(session.state, 'client')).toMatchObject({
    grounding: { phrase: 'The sea is near', avoid: ['body_scan'] },
  });
  session.must('client', { type: 'avoid.mark', caution: 'imagery', on: true });
  session.must('client', { type: 'avoid.mark', caution: 'body_scan', on: false });
  expect(view(session.state, 'client')).toMatchObject({ grounding: { avoid: ['imagery'] } });
});

test('[GR7] what the client would rather not have needs a second tap, also within a sequence, and the record says so', () => {
  const session = everybodyIn('dosing', known());
  const wanted = [
    { promptId: 'body-scan', following: [] },
    { promptId: 'feet', following: ['body-scan'] },
  ];
  for (const each of wanted) {
    const offer = { type: 'prompt.offer', ...each } as const;
    expect(session.press('therapist', offer)).toMatchObject({ error: { code: 'not_allowed' } });
    session.must('therapist', { ...offer, aware: true });
  }
  session.must('therapist', { type: 'prompt.next', offerId: last(session)?.offerId ?? '' });
  const offered = session.record.flatMap(({ event }) =>
    event.type === 'prompt.offered' ? [[event.promptId, event.despite ?? false]] : [],
  );
  expect(offered).toEqual([
    ['body-scan', true],
    ['feet', false],
    ['body-scan', true],
  ]);
});

test('[GR9] a practice’s own exercise is offered with its words; one that was taken away is passed over', () => {
  const session = everybodyIn('dosing', known());
  const promptId = practicePromptId('e1');
  session.must('therapist', { type: 'prompt.offer', promptId, following: ['feet'] });
  expect(last(session)?.words).toEqual({ title: 'The river', lines: ['See it.', 'Hear it.'] });
  const offerId = session.must('therapist', {
    type: 'prompt.offer',
    promptId: 'the-blanket',
    following: [promptId, 'feet'],
  });
  const { care } = session.state;
  session.system({
    type: 'care.note',
    care: { ...care, policy: { ...care.policy, exercises: [] } },
  });
  session.must('therapist', { type: 'prompt.next', offerId });
  expect(last(session)?.promptId).toBe('feet');
});

test('[GR7 GR9] a practice’s own exercise names what some would rather not have, and then needs a second tap, too', () => {
  const session = everybodyIn('dosing', known());
  const { care } = session.state;
  const exercises = care.policy.exercises?.map((one) => ({
    ...one,
    cautions: ['body_scan' as const],
  }));
  session.system({ type: 'care.note', care: { ...care, policy: { ...care.policy, exercises } } });
  const offer = { type: 'prompt.offer', promptId: practicePromptId('e1') } as const;
  expect(session.press('therapist', offer)).toMatchObject({ error: { code: 'not_allowed' } });
  session.must('therapist', { ...offer, aware: true });
});

test('[GR10] what was kept is taken home, once each; nothing is shown of it before the release', () => {
  const session = everybodyIn('dosing', known());
  for (const promptId of ['feet', 'phrase', 'feet', 'the-blanket']) {
    const offerId = session.must('therapist', { type: 'prompt.offer', promptId });
    if (promptId === 'the-blanket') continue;
    session.must('client', { type: 'prompt.respond', offerId, response: 'keep' });
  }
  session.must('client', { type: 'intention.write', words: 'To listen' });
  session.goTo('integration');
  expect(view(session.state, 'client')).toMatchObject({ takeHome: null });
  session.goTo('release');
  expect(view(session.state, 'client')).toMatchObject({
    takeHome: {
      helped: [{ promptId: 'feet' }, { promptId: 'phrase' }],
      phrase: 'The sea is near',
      intention: 'To listen',
      followUp: 'Drink, rest, write.',
    },
  });
});
