import { expect, test } from 'vitest';
import { PaceKind } from './pace.ts';
import { everybodyIn, MINUTE } from './test-session.ts';
import { view, type TherapistView } from './view.ts';

const seen = (session: ReturnType<typeof everybodyIn>) =>
  (view(session.state, 'therapist') as TherapistView).pace.map(({ kind, times, answeredAt }) => ({
    kind,
    times,
    answered: answeredAt !== null,
  }));

test('[GR11] what the client says of the pace stays on the therapist’s screen until it is answered', () => {
  const session = everybodyIn();
  const signalId = session.must('client', { type: 'pace.signal', kind: 'stay' });
  session.now += 90 * MINUTE;
  session.goTo('journey');
  for (let n = 0; n < 30; n += 1) {
    const id = session.must('client', { type: 'pace.signal', kind: 'ok' });
    session.must('therapist', { type: 'pace.answer', signalId: id });
  }
  expect(seen(session)[0]).toEqual({ kind: 'stay', times: 1, answered: false });
  expect(seen(session).length).toBeLessThan(10);
  session.must('therapist', { type: 'pace.answer', signalId });
  expect(seen(session)[0]).toMatchObject({ kind: 'stay', answered: true });
});

test('[GR11] the client sees that it was seen, and the chaperone hears nothing of it', () => {
  const session = everybodyIn();
  const signalId = session.must('client', { type: 'pace.signal', kind: 'slower' });
  session.must('therapist', { type: 'pace.answer', signalId });
  expect(view(session.state, 'client')).toMatchObject({
    pace: [{ kind: 'slower', answeredAt: session.now }],
  });
  expect(JSON.stringify(view(session.state, 'chaperone'))).not.toMatch(/pace|slower|prompt|ground/);
});

test('[GR11] a shaking finger is one wish; pressed again later, it is the same wish, more urgent', () => {
  const session = everybodyIn();
  const press = () => session.press('client', { type: 'pace.signal', kind: 'stay' });
  press();
  expect(press()).toEqual({ ok: true, value: [] });
  session.now += MINUTE;
  press();
  expect(seen(session)).toEqual([{ kind: 'stay', times: 2, answered: false }]);
});

test('[GR11] what was answered is not answered twice, and a new press is a new wish', () => {
  const session = everybodyIn();
  const signalId = session.must('client', { type: 'pace.signal', kind: 'stay' });
  session.must('therapist', { type: 'pace.answer', signalId });
  expect(session.press('therapist', { type: 'pace.answer', signalId })).toMatchObject({
    error: { code: 'not_found' },
  });
  session.must('client', { type: 'pace.signal', kind: 'stay' });
  expect(seen(session)).toMatchObject([{ answered: true }, { answered: false }]);
});

test('[GR11] quiet takes the prompt off the screen at once; the other signals leave it', () => {
  for (const kind of PaceKind.options) {
    const session = everybodyIn();
    session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
    session.must('client', { type: 'pace.signal', kind });
    expect([kind, session.state.prompts[0]?.state]).toEqual([
      kind,
      kind === 'quiet' ? 'dismissed' : 'offered',
    ]);
  }
});

test('[GR11] slower, said of a prompt, is a wish that waits for an answer, too', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
  session.must('client', { type: 'prompt.respond', offerId, response: 'slower' });
  expect(seen(session)).toEqual([{ kind: 'slower', times: 1, answered: false }]);
});

test('[GR11] another: the prompt goes, the wish stays until something is offered', () => {
  const session = everybodyIn();
  const offerId = session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
  session.must('client', { type: 'prompt.respond', offerId, response: 'another' });
  expect(session.state.prompts[0]?.state).toBe('dismissed');
  expect(seen(session)).toEqual([{ kind: 'another', times: 1, answered: false }]);
  session.must('therapist', { type: 'prompt.write', words: 'The sea is near.' });
  expect(seen(session)).toMatchObject([{ kind: 'another', answered: true }]);
});
