import { describe, expect, test } from 'vitest';
import type { Phase } from './phase.ts';
import { everybodyIn, PHASES, ROLES, TestSession } from './test-session.ts';

const raise = { type: 'alert.raise', kind: 'please_come' } as const;

describe.each(['dosing', 'preparation'] as const)('%s', (kind) => {
  const line = PHASES[kind].slice(0, -1);

  test('[PH1 PH3] a move anywhere but to the next phase is refused, and says which phase is next', () => {
    for (const [at, from] of line.slice(0, -1).entries()) {
      for (const to of [...PHASES.dosing, ...PHASES.preparation]) {
        if (to === line[at + 1] && to !== 'hold') continue;
        const session = everybodyIn(kind).goTo(from);
        // With everything met, so that only the order of the phases forbids it.
        const next = line[at + 1];
        if (next) session.meet(next);
        const moved = session.advance(to);
        expect(`${from} to ${to}: ${moved.ok ? 'moved' : moved.error.code}`).toBe(
          `${from} to ${to}: illegal_move`,
        );
        const words =
          from === 'ready' ? 'Start dose' : (next ?? '').replace(/^./, (c) => c.toUpperCase());
        expect(moved).toMatchObject({
          error: { message: expect.stringContaining(words) as string },
        });
      }
    }
  });

  test('[PH1] the legal moves lead through every phase in order to closed', () => {
    const session = everybodyIn(kind).goTo('closed');
    const entered = session.record.flatMap(({ event }) =>
      event.type === 'phase.entered' ? [event.phase] : [],
    );
    expect(entered).toEqual(line.slice(1));
  });

  test('[PH2] nothing but a move of the therapist changes the phase: not time, not a prompt, not an alert, not a reconnect', () => {
    const session = everybodyIn(kind);
    const { phase, phaseSince } = session.state;
    session.now += 5 * 3_600_000;
    session.must('client', { type: 'alert.raise', kind: 'help' });
    session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
    for (const role of ROLES) session.lose(role);
    session.system({ type: 'presence.reset' });
    expect(session.state).toMatchObject({ phase, phaseSince });
  });

  test('[PH7 AL4] a session does not close over an open alert: somebody may still need help', () => {
    const session = everybodyIn(kind).goTo(line.at(-2) as Phase);
    session.meet('closed');
    const alertId = session.must('therapist', raise);
    const refused = session.advance('closed');
    expect(refused).toMatchObject({ error: { code: 'guard_unmet' } });
    expect(refused.ok ? [] : refused.error.missing).toContainEqual(
      expect.objectContaining({ guard: 'alerts_resolved', turn: 'therapist' }),
    );
    session.must('therapist', { type: 'alert.resolve', alertId });
    // RL3: what was signed before the alert is signed again.
    if (kind === 'dosing') {
      session.must('therapist', session.signing('Maya'));
      session.must('chaperone', session.signing('Sam'));
    }
    expect(session.advance('closed').ok).toBe(true);
  });

  test.each(ROLES)('[PH6] before T0 the %s can stop, and the reason is kept', (role) => {
    const session = everybodyIn(kind);
    session.must(role, { type: 'session.cancel', reason: 'Slept badly' });
    expect(session.state).toMatchObject({
      phase: 'cancelled',
      cancelReason: 'Slept badly',
      cancelledBy: role,
      phaseSince: session.now,
    });
  });
});

test.each(['client', 'chaperone'] as const)(
  '[PH6 CC3] before T0 the %s can stop from the lobby, too: nobody has to come in to say no',
  (role) => {
    const session = new TestSession();
    expect(session.press(role, { type: 'session.cancel', reason: 'Not today' }).ok).toBe(true);
    expect(session.state).toMatchObject({ phase: 'cancelled', cancelReason: 'Not today' });
  },
);

test.each(['client', 'chaperone'] as const)(
  '[PH6] after T0 the %s cannot stop from the lobby either, whoever they say that they are',
  (role) => {
    const session = everybodyIn().goTo('journey');
    session.write('system', null, [{ type: 'participant.declined', role }]);
    expect(session.press(role, { type: 'session.cancel', reason: 'Done' })).toMatchObject({
      ok: false,
    });
    expect(session.state.phase).toBe('journey');
  },
);

test.each(ROLES)(
  '[PH6] after T0 the %s cannot stop: a dosed person is not left before release',
  (role) => {
    for (const phase of ['hold', 'onset', 'journey', 'return', 'integration', 'release'] as const) {
      const session = everybodyIn().goTo(phase);
      const stopped = session.press(role, { type: 'session.cancel', reason: 'Done' });
      expect(stopped).toMatchObject({
        error: { code: 'wrong_phase', message: expect.stringContaining('Release') as string },
      });
    }
  },
);

test('[PH6 AL3] a session stopped with an alert open still takes its answers, and the siren can be ended', () => {
  const session = everybodyIn();
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('therapist', { type: 'session.cancel', reason: 'Client unwell' });
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(session.press('therapist', { type: 'alert.resolve', alertId })).toMatchObject({
    error: { code: 'presence_needed' },
  });
  session.must('chaperone', { type: 'alert.with_client', alertId });
  session.must('therapist', { type: 'alert.resolve', alertId });
  expect(session.state).toMatchObject({ phase: 'cancelled', alerts: [{ state: 'resolved' }] });
});

test('[PH6 PH7] stopped before the chaperone was let in, who can never come now, a Help can be resolved by the therapist', () => {
  const session = new TestSession('dosing');
  session.connect('client');
  session.must('client', { type: 'lobby.enter', name: 'Robin' });
  session.must('therapist', { type: 'participant.admit', role: 'client' });
  const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
  expect(session.press('therapist', { type: 'alert.resolve', alertId })).toMatchObject({
    error: { code: 'presence_needed' },
  });
  session.must('client', { type: 'session.cancel', reason: 'Not today' });
  session.must('therapist', { type: 'alert.resolve', alertId });
});

test('[PH4] of two devices of the therapist only the first moves: the second screen is older than the move', () => {
  const session = everybodyIn().goTo('setup');
  session.meet('ready');
  session.measure();
  const expectedRevision = session.state.revision;
  session.must('therapist', { type: 'phase.advance', to: 'ready', expectedRevision });
  const second = session.press('therapist', { type: 'dose.start', tablets: 2, expectedRevision });
  expect(second).toMatchObject({ error: { code: 'stale' } });
  expect(session.startDose()).toMatchObject({ ok: true });
});

test('[PH4] a screen older than the phase, but not than the last clinical move, may move: prompts and alerts make nobody wait', () => {
  const session = everybodyIn().doPapers();
  const expectedRevision = session.state.revision;
  session.must('client', { type: 'alert.raise', kind: 'help' });
  session.must('therapist', { type: 'prompt.offer', promptId: 'feet' });
  session.lose('client');
  const move = { type: 'phase.advance', to: 'setup', expectedRevision } as const;
  expect(session.press('therapist', move)).toMatchObject({ ok: true });
});

test('[PH4] a start that was withdrawn makes an older screen’s start stale', () => {
  const session = everybodyIn().goTo('ready');
  session.meet('hold');
  const expectedRevision = session.state.revision;
  session.startDose();
  session.lose('chaperone');
  session.connect('chaperone', 'chaperone-2');
  const start = { type: 'dose.start', tablets: 2, expectedRevision } as const;
  expect(session.press('therapist', start)).toMatchObject({ error: { code: 'stale' } });
});

test.each(['therapist', 'chaperone'] as const)(
  '[CC3] that the whole treatment stops is the client’s word, and never the %s’s',
  (role) => {
    const session = everybodyIn();
    const stop = { type: 'session.cancel', reason: 'Enough', stopsCourse: true } as const;
    expect(session.press(role, stop)).toMatchObject({ error: { code: 'not_allowed' } });
    expect(session.press('client', stop).ok).toBe(true);
  },
);
