import { expect, test } from 'vitest';
import { ALONE_PROMPTS, PROMPTS } from './prompt-library.ts';
import { isCurrent } from './prompt-offer.ts';
import { everybodyIn, PHASES, TestSession } from './test-session.ts';

const offer = { type: 'prompt.offer', promptId: 'feet' } as const;
const states = (session: TestSession) => session.state.prompts.map(({ state }) => state);

test('[GR3] a new offer takes the place of the old one: never two lines on the client’s screen', () => {
  const session = everybodyIn();
  session.must('therapist', offer);
  session.must('therapist', { type: 'prompt.offer', promptId: 'soft-sigh' });
  session.must('client', { type: 'prompt.open', promptId: 'the-blanket' });
  expect(states(session)).toEqual(['replaced', 'replaced', 'shown']);
  expect(session.state.prompts.filter(isCurrent)).toHaveLength(1);
});

test('[GR2] the therapist sees offered, shown, kept, slower and dismissed as the client’s screen says them', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', offer);
  const of = () => session.state.prompts.at(-1);
  expect(of()).toMatchObject({ offerId, state: 'offered', offeredAt: session.now, shownAt: null });
  session.must('client', { type: 'prompt.shown', offerId });
  expect(of()).toMatchObject({ state: 'shown', shownAt: session.now });
  session.must('client', { type: 'prompt.respond', offerId, response: 'slower' });
  expect(of()).toMatchObject({ state: 'shown', slowerAskedAt: session.now, answeredAt: null });
  session.must('client', { type: 'prompt.respond', offerId, response: 'keep' });
  expect(of()).toMatchObject({ state: 'kept', answeredAt: session.now });
  session.must('client', { type: 'prompt.respond', offerId, response: 'another' });
  expect(of()).toMatchObject({ state: 'dismissed', answeredAt: session.now });
});

test('[GR2] a display reported twice, or after the answer, does not undo the answer', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', offer);
  session.must('client', { type: 'prompt.shown', offerId });
  session.must('client', { type: 'prompt.respond', offerId, response: 'keep' });
  expect(session.press('client', { type: 'prompt.shown', offerId })).toEqual({
    ok: true,
    value: [],
  });
  expect(states(session)).toEqual(['kept']);
});

test('[GR1] an answer to a prompt that is gone touches nothing: a late tap cannot bring it back', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', offer);
  session.must('therapist', { type: 'prompt.withdraw', offerId });
  for (const command of [
    { type: 'prompt.respond', offerId, response: 'keep' },
    { type: 'prompt.shown', offerId },
  ] as const) {
    expect(session.press('client', command)).toMatchObject({ error: { code: 'not_found' } });
  }
  expect(session.press('therapist', { type: 'prompt.withdraw', offerId })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(states(session)).toEqual(['withdrawn']);
});

test('[GR1] a prompt stays until a person acts: hours, phases and a reconnect leave it', () => {
  const session = everybodyIn();
  session.must('therapist', offer);
  session.now += 3 * 3_600_000;
  session.goTo('journey');
  session.lose('client');
  session.connect('client', 'client-2');
  expect(states(session)).toEqual(['offered']);
});

test('[GR1] any prompt of the library can be offered; what is not in it cannot', () => {
  const session = everybodyIn();
  for (const { promptId } of PROMPTS) session.must('therapist', { type: 'prompt.offer', promptId });
  for (const promptId of ['nonsense', 'constructor', '__proto__']) {
    expect(session.press('therapist', { type: 'prompt.offer', promptId })).toMatchObject({
      error: { code: 'not_found' },
    });
  }
});

test('[GR1] nothing is offered to a client who is not in the room', () => {
  const session = new TestSession();
  session.must('client', { type: 'lobby.enter', name: 'Robin' });
  expect(session.press('therapist', offer)).toMatchObject({
    error: { code: 'presence_needed' },
  });
});

test('[GR4] the client opens each prompt of the small set alone in every phase, and none beyond it', () => {
  for (const phase of PHASES.dosing.slice(0, -2)) {
    const session = everybodyIn().goTo(phase);
    for (const { promptId, alone } of PROMPTS) {
      expect(session.press('client', { type: 'prompt.open', promptId }).ok).toBe(alone);
    }
    expect(session.state.prompts).toHaveLength(ALONE_PROMPTS.length);
    expect(session.state.prompts.at(-1)).toMatchObject({
      offeredBy: 'client',
      state: 'shown',
      shownAt: expect.any(Number) as number,
    });
  }
});
