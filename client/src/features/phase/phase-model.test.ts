import { Phase } from '@sojourn/shared/session/phase';
import { everybodyIn, MINUTE } from '@sojourn/shared/session/test-session';
import { therapistView, view as viewOf, type ChaperoneView } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { bannerModel, stepsModel } from './phase-model.ts';
import { phaseWords } from './phase-words.ts';

type Session = ReturnType<typeof everybodyIn>;
const steps = (session: Session) => stepsModel(therapistView(session.state), session.now);

test('[PH5] time in the phase and minutes since the dose come from the server’s clock', () => {
  const session = everybodyIn().goTo('journey');
  const { phaseSince } = session.state;
  const t0 = session.state.dose.t0 ?? 0;
  const view = therapistView(session.state);
  expect(bannerModel(view, phaseSince + 125_000)).toMatchObject({ inPhase: '2:05' });
  expect(bannerModel(view, t0 + 3 * MINUTE + 1)).toMatchObject({ sinceDose: 3 });
});

test('[PH5] every role has words of its own for every phase', () => {
  for (const phase of Phase.options) {
    const { therapist, client, chaperone } = phaseWords(phase);
    expect(new Set([therapist, client, chaperone]).size).toBe(3);
    expect(client.length).toBeLessThanOrEqual(60);
  }
});

test('[PH6] who stopped before the dose is named to the others, and thanked for it', () => {
  const session = everybodyIn();
  session.must('client', { type: 'session.cancel', reason: 'Slept badly' });
  const words = (role: 'therapist' | 'client' | 'chaperone') =>
    bannerModel(viewOf(session.state, role) as ChaperoneView, session.now).words;
  expect(words('client')).toBe('You stopped for today. That was a good decision.');
  expect(words('therapist')).toBe('Robin stopped for today. That was a good decision.');
  expect(words('chaperone')).toBe('Robin stopped for today. That was a good decision.');
});

test('[PH1] the therapist is offered the one next phase, and from ready only the dose', () => {
  expect(steps(everybodyIn()).move).toMatchObject({ to: 'setup', label: 'Move to Setup' });
  expect(steps(everybodyIn().goTo('release')).move?.to).toBe('closed');
  expect(steps(everybodyIn().goTo('closed')).move).toBeNull();
  expect(steps(everybodyIn().goTo('ready')).move).toBeNull();
});

test('[GD1] the next step says why it cannot be pressed, and can once all is there', () => {
  const session = everybodyIn();
  expect(steps(session).move?.refused).toContain('Consent not signed');
  session.doPapers();
  expect(steps(session).move?.refused).toBeNull();
});

test('[DO2] Start dose says why it cannot be pressed while the chaperone is away', () => {
  const session = everybodyIn().goTo('ready');
  session.measure();
  expect(steps(session).dose).toMatchObject({ refused: null, tablets: 2 });
  session.lose('chaperone');
  expect(steps(session).dose?.refused).toContain('Sam');
});

test('[PH6 RL4] stopping is offered before the dose and never after it; then only a hand-over', () => {
  expect(steps(everybodyIn())).toMatchObject({ canCancel: true, canHandOver: false });
  expect(steps(everybodyIn().goTo('onset'))).toMatchObject({ canCancel: false, canHandOver: true });
});
