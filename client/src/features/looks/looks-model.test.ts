import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { view, type ChaperoneView, type TherapistView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { lookedWords, lookModel, waitingCalls } from './looks-model.ts';

function dosed() {
  const session = everybodyIn().goTo('journey');
  session.must('chaperone', { type: 'check.report', finding: 'ok' });
  const from = session.now;
  return {
    session,
    at: (minutes: number) => from + minutes * MINUTE,
    phone: () => view(session.state, 'chaperone') as ChaperoneView,
    desk: () => view(session.state, 'therapist') as TherapistView,
  };
}

test('[LK1] the phone says when to look next, asks when it is time, and louder when it is missed', () => {
  const { phone, at } = dosed();
  const read = (minutes: number) => lookModel(phone(), at(minutes));
  expect(read(1)).toMatchObject({ due: false, tone: 'waiting' });
  expect(read(1)?.words).toContain('In 14 minutes');
  expect(read(14)).toMatchObject({ due: true, tone: 'low', title: 'Time to look in on Robin' });
  expect(read(17)).toMatchObject({ due: true, tone: 'high', title: 'Look in on Robin now' });
});

test('[LK1] “I looked” starts the next fifteen minutes', () => {
  const { session, phone, at } = dosed();
  session.now = at(16);
  session.must('chaperone', { type: 'check.report', finding: 'ok' });
  expect(lookModel(phone(), session.now)).toMatchObject({ due: false });
});

test('[LK1] nobody is asked to look before the dose, or in the release where they are on camera', () => {
  for (const phase of ['ready', 'release', 'closed'] as const) {
    const session = everybodyIn().goTo(phase);
    const phone = view(session.state, 'chaperone') as ChaperoneView;
    expect(lookModel(phone, session.now)).toBeNull();
  }
});

test('[LK2] a worry and a wish to be called stand before the therapist until they answer, and the phone says so', () => {
  const { session, phone, desk } = dosed();
  session.must('chaperone', { type: 'check.report', finding: 'concern' });
  session.must('chaperone', { type: 'call.ask' });
  const calls = waitingCalls(desk(), session.now);
  expect(calls.map(({ words }) => words)).toEqual(['Something worries Sam', 'Sam asks for a call']);
  expect(lookModel(phone(), session.now)).toMatchObject({ worried: true, called: true });
  for (const { callId } of calls) session.must('therapist', { type: 'call.answer', callId });
  expect(waitingCalls(desk(), session.now)).toEqual([]);
  expect(lookModel(phone(), session.now)).toMatchObject({ worried: false, called: false });
});

test('[LK1] the therapist reads when the chaperone last looked, and that a look is missed', () => {
  const { desk, at } = dosed();
  expect(lookedWords(desk(), at(4))?.words).toBe('Sam: last look 4 minutes ago');
  expect(lookedWords(desk(), at(15))).toMatchObject({ tone: 'low' });
  expect(lookedWords(desk(), at(17))).toMatchObject({ tone: 'high' });
  const before = everybodyIn().goTo('ready');
  expect(lookedWords(view(before.state, 'therapist') as TherapistView, before.now)).toBeNull();
});
