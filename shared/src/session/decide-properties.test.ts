import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALERT_STATES } from './alert.ts';
import { can } from './can.ts';
import { evolve, replay } from './evolve.ts';
import { isOver, phaseLine, type SessionKind } from './phase.ts';
import { isCurrent } from './prompt.ts';
import { isConnected, type SessionState } from './state.ts';
import { everybodyIn, TestSession } from './test-session.ts';
import { anyStep, anySteps, type Step } from './test-steps.ts';
import { view } from './view.ts';

const anyKind = fc.constantFrom<SessionKind>('dosing', 'dosing', 'consultation');
const start = (kind: SessionKind, ready: boolean) =>
  ready ? everybodyIn(kind) : new TestSession(kind);

/** What a step did: the state before and after, and whether it was accepted. */
interface Taken {
  session: TestSession;
  before: SessionState;
  after: SessionState;
  step: Step;
  ok: boolean;
}

function take(session: TestSession, step: Step): Taken {
  const before = session.state;
  const ok =
    step.by === 'system'
      ? (session.system(step.command(before)), true)
      : session.press(step.by, step.command(before)).ok;
  return { session, before, after: session.state, step, ok };
}

const report = <T>(property: fc.IProperty<T>, numRuns: number): string | null => {
  const run = fc.check(property, { numRuns });
  return run.failed ? (fc.defaultReportMessage(run as never) ?? 'failed') : null;
};

/** The shortest sequence of anybody's commands with a step for which `holds` does not hold, or null. */
const counterexample = (holds: (taken: Taken) => boolean) =>
  report(
    fc.property(anyKind, fc.boolean(), anySteps, (kind, ready, steps) => {
      const session = start(kind, ready);
      return steps.every((step) => holds(take(session, step)));
    }),
    250,
  );
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

test('[PH1 PH6] whatever is pressed, no phase is skipped or gone back to, and stopping is possible before T0 only', () => {
  const reached = new Set<string>();
  const found = counterexample(({ before, after }) => {
    reached.add(after.phase);
    if (after.phase === before.phase) return true;
    if (isOver(before.phase)) return false;
    if (after.phase === 'cancelled') return before.dose.t0 === null;
    const line = phaseLine(before.kind);
    return line.indexOf(after.phase) === line.indexOf(before.phase) + 1;
  });
  expect(found).toBeNull();
  // The runs mean something only when they get somewhere.
  expect([...reached]).toEqual(
    expect.arrayContaining(['journey', 'release', 'talk', 'closed', 'cancelled']),
  );
});

test('[PH2] whatever happens, only the therapist’s press, or the client’s confirmation of the dose, moves the phase', () => {
  const found = counterexample(
    ({ before, after, step }) =>
      after.phase === before.phase ||
      after.phase === 'cancelled' ||
      step.by === 'therapist' ||
      (step.by === 'client' && after.phase === 'hold'),
  );
  expect(found).toBeNull();
});

test('[DO1 DO2] whatever is pressed, T0 is set once, only with both confirmations and client and chaperone connected, and never changes', () => {
  let doses = 0;
  const found = counterexample(({ before, after, session }) => {
    if (before.dose.t0 !== null) return after.dose.t0 === before.dose.t0;
    if (after.dose.t0 === null) return !['hold', 'onset', 'journey'].includes(after.phase);
    doses += 1;
    const present = (['client', 'chaperone'] as const).map((role) => before.people[role]);
    return (
      after.dose.t0 === session.now &&
      after.dose.startedAt !== null &&
      after.dose.clientReadyAt !== null &&
      after.phase === 'hold' &&
      present.every((person) => isConnected(person) && person.admission === 'admitted')
    );
  });
  expect(found).toBeNull();
  expect(doses).toBeGreaterThan(10);
});

test('[AL3 AL4] whatever is pressed, alerts only go forward, none vanishes, and no high one is resolved without presence', () => {
  const rank = (state: (typeof ALERT_STATES)[number]) => ALERT_STATES.indexOf(state);
  const found = counterexample(({ before, after }) =>
    before.alerts.every((alert, at) => {
      const now = after.alerts[at];
      if (now?.alertId !== alert.alertId) return false;
      if (now.state === alert.state) return true;
      const kept = Object.entries(alert.at).every(
        ([state, at]) => now.at[state as 'raised'] === at,
      );
      const present =
        now.state !== 'resolved' || alert.priority !== 'high' || alert.state === 'with_client';
      return rank(now.state) > rank(alert.state) && kept && present;
    }),
  );
  expect(found).toBeNull();
});

test('[PH7] whatever is pressed, no closed session has an open alert', () => {
  const found = counterexample(
    ({ after }) =>
      after.phase !== 'closed' || after.alerts.every(({ state }) => state === 'resolved'),
  );
  expect(found).toBeNull();
});

test('[GR3] whatever is pressed, at most one prompt is on the client’s screen', () => {
  expect(counterexample(({ after }) => after.prompts.filter(isCurrent).length < 2)).toBeNull();
});

test('[ES4] whatever is pressed, the revision counts the events, a refusal leaves none, and replay of the written record leads to the same state', () => {
  const found = counterexample(({ before, after, session, ok }) => {
    const written = JSON.parse(JSON.stringify(session.record)) as typeof session.record;
    return (
      (ok || after === before) &&
      after.revision === session.record.length &&
      session.record.every(({ seq }, at) => seq === at + 1) &&
      same(replay(written), after)
    );
  });
  expect(found).toBeNull();
});

test('[CM1 CM2] in every state a button that `can` allows is accepted, and one that it does not is refused', () => {
  let allowed = 0;
  const buttons = fc.array(anyStep, { minLength: 30, maxLength: 30 });
  const found = report(
    fc.property(anyKind, fc.boolean(), anySteps, buttons, (kind, ready, steps, buttons) => {
      const session = start(kind, ready);
      for (const step of steps) take(session, step);
      return buttons.every((button) => {
        if (button.by === 'system') return true;
        const drawn = can(view(session.state, button.by), button.command(session.state));
        allowed += Number(drawn);
        return take(session, button).ok === drawn;
      });
    }),
    150,
  );
  expect(found).toBeNull();
  expect(allowed).toBeGreaterThan(100);
});

test('[ES4] a record that does not begin with its creation is a bug, not a state', () => {
  const [, second] = everybodyIn().record;
  expect(() => second && evolve(null, second)).toThrow('begins with session.created');
  expect(replay([])).toBeNull();
});
