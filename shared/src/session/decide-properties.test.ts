import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { ALERT_STATES, isOpen } from './alert.ts';
import { can } from './can.ts';
import { COMMAND_ROLES } from './command-roles.ts';
import { Command, type CommandType } from './command.ts';
import { evolve, replay } from './evolve.ts';
import { isOver, phaseLine, type SessionKind } from './phase.ts';
import { isCurrent } from './prompt-offer.ts';
import type { SessionState } from './state.ts';
import type { Onward } from './test-onward.ts';
import { everybodyIn, TestSession } from './test-session.ts';
import {
  anyStep,
  anySteps,
  boosterSteps,
  closingSteps,
  unmetNow,
  type Step,
} from './test-steps.ts';
import { view } from './view.ts';

declare module 'vitest' {
  // Declaration merging is how vitest learns what is provided.
  interface ProvidedContext {
    /** Sequences for each property: few in each run, 100,000 by `npm run properties`. */
    propertyRuns: number;
  }
}
const RUNS = inject('propertyRuns');

const anyKind = fc.constantFrom<SessionKind>('dosing', 'dosing', 'dosing', 'consultation');
const start = (kind: SessionKind, begun: number) => {
  if (begun === 0) return new TestSession(kind);
  const session = everybodyIn(kind);
  if (kind === 'dosing' && begun > 1) session.doPapers();
  if (kind === 'dosing' && begun > 2) session.goTo(begun > 3 ? 'release' : 'journey');
  return session;
};

/** What a step did: the state before and after, and whether it was accepted. */
interface Taken {
  session: TestSession;
  before: SessionState;
  after: SessionState;
  by: string;
  command: { type: string } | null;
  ok: boolean;
}

function take(session: TestSession, step: Step | Onward): Taken {
  const before = session.state;
  const press = (by: string, command: { type: string }): Taken => {
    const ok =
      by === 'system'
        ? (session.system(command as never), true)
        : session.press(by as 'client', command as Command).ok;
    return { session, before, after: session.state, by, command, ok };
  };
  if (typeof step === 'function') return press(...step(before, session.now + 1_000));
  if (step.by === 'time') {
    session.now += step.minutes * 60_000;
    return { session, before, after: before, by: 'time', command: null, ok: true };
  }
  return press(step.by, step.command(before, session.now + 1_000));
}

const report = <T>(property: fc.IProperty<T>, numRuns: number): string | null => {
  const run = fc.check(property, { numRuns });
  return run.failed ? (fc.defaultReportMessage(run as never) ?? 'failed') : null;
};

/** The shortest sequence of anybody's commands with a step for which `holds` does not hold, or null. */
const counterexample = (holds: (taken: Taken) => boolean, of = anySteps) =>
  report(
    fc.property(anyKind, fc.nat(4), of, (kind, begun, steps) => {
      const session = start(kind, begun);
      return steps.every((step) => holds(take(session, step)));
    }),
    RUNS,
  );
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

test('[PH1 PH6] whatever is pressed, no phase is skipped or gone back to, and stopping is possible before T0 only', () => {
  const reached = new Set<string>();
  const found = counterexample(({ before, after }) => {
    reached.add(after.phase);
    if (after.phase === before.phase) return true;
    if (isOver(before.phase)) return false;
    if (after.phase === 'cancelled') return before.dose.t0 === null;
    if (after.release.handedOver !== null) return after.phase === 'closed';
    const line = phaseLine(before.kind);
    return line.indexOf(after.phase) === line.indexOf(before.phase) + 1;
  });
  expect(found).toBeNull();
  // The runs mean something only when they get somewhere.
  expect([...reached]).toEqual(
    expect.arrayContaining(['setup', 'ready', 'journey', 'release', 'talk', 'closed', 'cancelled']),
  );
});

test('[PH2] whatever happens, only the therapist’s press, or the client’s confirmation of the dose, moves the phase', () => {
  const found = counterexample(
    ({ before, after, by }) =>
      after.phase === before.phase ||
      after.phase === 'cancelled' ||
      by === 'therapist' ||
      (by === 'client' && after.phase === 'hold'),
  );
  expect(found).toBeNull();
});

test('[GD1 DO1 DO2 DO5] whatever is pressed, T0 is set once, with both confirmations, no guard unmet and no tablet too many, and never changes', () => {
  let doses = 0;
  const found = counterexample(({ before, after, session }) => {
    if (before.dose.t0 !== null) return after.dose.t0 === before.dose.t0;
    if (after.dose.t0 === null) return !['hold', 'onset', 'journey'].includes(after.phase);
    doses += 1;
    return (
      after.dose.t0 === session.now &&
      after.dose.startedAt !== null &&
      after.dose.clientReadyAt !== null &&
      after.phase === 'hold' &&
      (after.dose.taken[0]?.tablets ?? 0) <= (after.dose.order?.terms.tablets ?? 0) &&
      same(unmetNow.dose(before, session.now), [])
    );
  });
  expect(found).toBeNull();
  expect(doses).toBeGreaterThan(10);
});

test('[DO6] whatever is pressed, a booster is given once at most, and with no guard unmet', () => {
  let boosters = 0;
  const found = report(
    fc.property(boosterSteps, (steps) => {
      const session = start('dosing', 3);
      return steps.every((step) => {
        const { before, after } = take(session, step);
        if (after.dose.taken.length === before.dose.taken.length) return true;
        boosters += 1;
        return after.dose.taken.length === 2 && same(unmetNow.booster(before, session.now), []);
      });
    }),
    RUNS,
  );
  expect(found).toBeNull();
  expect(boosters).toBeGreaterThan(10);
});

test('[RL1 RL2 RL4] whatever is pressed, a dosed session closes only released and signed by two, or handed over', () => {
  let [closed, handedOver] = [0, 0];
  const found = counterexample(({ before, after, session }) => {
    if (after.phase !== 'closed' || before.phase === 'closed' || after.kind !== 'dosing')
      return true;
    if (after.release.handedOver !== null) {
      handedOver += 1;
      return before.dose.t0 !== null;
    }
    closed += 1;
    const { therapist, chaperone } = before.release.signatures;
    return (
      before.phase === 'release' &&
      therapist !== null &&
      chaperone !== null &&
      same(unmetNow.signing(before, session.now), [])
    );
  }, closingSteps);
  expect(found).toBeNull();
  expect(closed).toBeGreaterThan(RUNS / 25);
  expect(handedOver).toBeGreaterThan(0);
});

test('[DO4] whatever is pressed, nothing is asked of a dosed client: no paper is on their screen, and none is taken', () => {
  const asks = (Object.keys(COMMAND_ROLES) as CommandType[]).filter(
    (type) =>
      COMMAND_ROLES[type].includes('client') &&
      !/^(alert|prompt|pace|music)\.|^lobby\.enter$/.test(type),
  );
  const found = counterexample(({ before, after, by, command, ok }) => {
    if (before.dose.t0 === null) return true;
    const shown = view(after, 'client');
    const asked = shown.screen !== 'chaperone' && shown.screen !== 'therapist' && shown.papers;
    const taken = by === 'client' && ok && asks.includes(command?.type as CommandType);
    return !asked && !taken;
  });
  expect(found).toBeNull();
});

test('[AL3 AL4] whatever is pressed, alerts only go forward, none vanishes while it is open, and no high one is resolved without presence', () => {
  const rank = (state: (typeof ALERT_STATES)[number]) => ALERT_STATES.indexOf(state);
  const found = counterexample(({ before, after }) =>
    before.alerts.every((alert) => {
      const now = after.alerts.find(({ alertId }) => alertId === alert.alertId);
      if (!now) return !isOpen(alert);
      if (now.state === alert.state) return true;
      const kept = Object.entries(alert.at).every(
        ([state, at]) => now.at[state as 'raised'] === at,
      );
      const present =
        now.state !== 'resolved' ||
        alert.priority !== 'high' ||
        alert.state === 'with_client' ||
        after.release.handedOver !== null;
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
  const found = report(
    fc.property(anyKind, fc.nat(4), anySteps, (kind, begun, steps) => {
      const session = start(kind, begun);
      const kept = steps.every((step) => {
        const { before, after, ok } = take(session, step);
        return (ok || after === before) && after.revision === session.record.length;
      });
      const written = JSON.parse(JSON.stringify(session.record)) as typeof session.record;
      return (
        kept &&
        session.record.every(({ seq }, at) => seq === at + 1) &&
        same(replay(written), session.state)
      );
    }),
    RUNS,
  );
  expect(found).toBeNull();
});

test('[CM1 CM2] in every state a button that `can` allows is accepted, and one that it does not is refused', () => {
  let allowed = 0;
  const buttons = fc.array(anyStep, { minLength: 30, maxLength: 30 });
  const found = report(
    fc.property(anyKind, fc.nat(4), anySteps, buttons, (kind, begun, steps, buttons) => {
      const session = start(kind, begun);
      for (const step of steps) take(session, step);
      return buttons.every((button) => {
        if (button.by === 'system' || button.by === 'time') return true;
        const now = session.now + 1_000;
        const drawn = can(view(session.state, button.by), button.command(session.state, now), now);
        allowed += Number(drawn);
        return take(session, button).ok === drawn;
      });
    }),
    RUNS,
  );
  expect(found).toBeNull();
  expect(allowed).toBeGreaterThan(100);
});

test('[ES4] a record that does not begin with its creation is a bug, not a state', () => {
  const [, second] = everybodyIn().record;
  expect(() => second && evolve(null, second)).toThrow('begins with session.created');
  expect(replay([])).toBeNull();
});

test('[CM3] every command that the steps press is one that the schema knows', () => {
  const found = report(
    fc.property(anySteps, (steps) => {
      const session = everybodyIn();
      return steps.every((step) => {
        const { by, command } = take(session, step);
        return by === 'system' || command === null || Command.safeParse(command).success;
      });
    }),
    20,
  );
  expect(found).toBeNull();
});
