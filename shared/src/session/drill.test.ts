import { expect, test } from 'vitest';
import { entryGuards } from './guard.ts';
import { everybodyIn, TestSession } from './test-session.ts';
import { therapistView, view } from './view.ts';

const start = { type: 'drill.start' } as const;
const answer = (drillId: string, heard: boolean) =>
  ({ type: 'drill.answer', drillId, heard }) as const;

/** How the guard of the drill stands for T0. */
function drillGuard({ state, now }: TestSession) {
  const found = entryGuards(therapistView(state), 'hold', now).find(
    ({ guard }) => guard === 'drill',
  );
  return { met: found?.met, turn: found?.turn };
}
const passed = (): TestSession => {
  const session = everybodyIn();
  session.drill();
  return session;
};

test('[GD3] a drill that nobody heard yet is no drill: it sounds until a person answers', () => {
  const session = everybodyIn();
  expect(drillGuard(session)).toEqual({ met: false, turn: 'therapist' });
  const drillId = session.must('therapist', start);
  expect(drillGuard(session)).toEqual({ met: false, turn: 'chaperone' });
  expect(view(session.state, 'chaperone')).toMatchObject({
    drill: { drillId, startedAt: session.now },
  });
  session.must('chaperone', answer(drillId, true));
  expect(drillGuard(session)).toMatchObject({ met: true });
  expect(session.state.drill).toMatchObject({ state: 'passed', answeredAt: session.now });
  expect(view(session.state, 'chaperone')).toMatchObject({ drill: null });
});

test('[GD3] “I could not hear it” fails the drill, and another can be passed', () => {
  const session = everybodyIn();
  session.must('chaperone', answer(session.must('therapist', start), false));
  expect(session.state.drill).toMatchObject({ state: 'failed' });
  expect(drillGuard(session)).toEqual({ met: false, turn: 'therapist' });
  session.drill();
  expect(drillGuard(session)).toMatchObject({ met: true });
});

test('[GD3] a drill is answered once: a late “not heard” cannot pass for the answer, nor an old drill for the new', () => {
  const session = everybodyIn();
  const first = session.must('therapist', start);
  const second = session.must('therapist', start);
  expect(session.press('chaperone', answer(first, true))).toMatchObject({
    error: { code: 'not_found' },
  });
  session.must('chaperone', answer(second, true));
  expect(session.press('chaperone', answer(second, false))).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(session.state.drill).toMatchObject({ drillId: second, state: 'passed' });
});

test('[GD3] a new drill undoes the one before: a phone that was muted since does not dose anybody', () => {
  const session = passed();
  session.must('therapist', start);
  expect(drillGuard(session)).toMatchObject({ met: false });
});

test('[GD3] where no phone of the chaperone is connected nothing can ring', () => {
  const session = new TestSession();
  session.connect('chaperone');
  expect(session.press('therapist', start)).toMatchObject({ error: { code: 'presence_needed' } });
  session.letIn('chaperone');
  session.lose('chaperone');
  expect(session.press('therapist', start)).toMatchObject({ error: { code: 'presence_needed' } });
});

test('[GD3 IN4] another phone of the chaperone that is let in has to pass a drill of its own', () => {
  const session = passed();
  session.system({ type: 'device.ask', role: 'chaperone', requestId: 'd1' });
  expect(drillGuard(session)).toMatchObject({ met: true });
  session.must('therapist', { type: 'device.allow', requestId: 'd1' });
  expect(drillGuard(session)).toEqual({ met: false, turn: 'therapist' });
});

test('[GD3 IN4] a phone that was refused, or one of the client’s, changes nothing of the drill', () => {
  const session = passed();
  session.system({ type: 'device.ask', role: 'chaperone', requestId: 'd1' });
  session.must('therapist', { type: 'device.refuse', requestId: 'd1' });
  session.system({ type: 'device.ask', role: 'client', requestId: 'd2' });
  session.must('therapist', { type: 'device.allow', requestId: 'd2' });
  expect(drillGuard(session)).toMatchObject({ met: true });
});

test('[GD3 LO1] whoever is admitted as the chaperone has not passed the drill of somebody else', () => {
  const session = passed();
  session.write('therapist', null, [
    { type: 'lobby.entered', role: 'chaperone', name: 'Kim', phone: null },
    { type: 'participant.admitted', role: 'chaperone' },
  ]);
  expect(drillGuard(session)).toMatchObject({ met: false });
});

test('[GD3] a line that drops and comes back is the same phone: its drill counts', () => {
  const session = passed();
  session.lose('chaperone');
  session.connect('chaperone', 'chaperone-2');
  expect(drillGuard(session)).toMatchObject({ met: true });
});

test('[GD3] another number of the chaperone, given or corrected by the practice, needs a drill of its own; the same one does not', () => {
  const session = everybodyIn().goTo('ready');
  const { phone } = session.state.people.chaperone;
  if (phone === null) throw new Error('no number');
  const heard = () => drillGuard(session)?.met;
  expect(heard()).toBe(true);
  session.must('chaperone', { type: 'chaperone.agree', name: 'Sam', phone });
  expect(heard()).toBe(true);
  session.must('chaperone', { type: 'chaperone.agree', name: 'Sam', phone: '+17205550009' });
  expect(heard()).toBe(false);
});
