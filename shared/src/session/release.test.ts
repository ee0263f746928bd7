import { describe, expect, test } from 'vitest';
import { Criterion } from './criterion.ts';
import { observedUntil } from './guard.ts';
import { everybodyIn, MINUTE, type TestSession } from './test-session.ts';
import { view } from './view.ts';

const tick = (criterion: Criterion, met = true, value = 'As it should') =>
  ({ type: 'release.tick', criterion, met, value }) as const;
const sign = (name: string, expectedRevision = 100_000) =>
  ({ type: 'release.sign', name, expectedRevision }) as const;
const lacks = (...guards: string[]) => ({
  ok: false,
  error: { code: 'guard_unmet', missing: guards.map((guard) => ({ guard })) },
});

const inRelease = () => everybodyIn().goTo('release');
const untilObserved = (session: TestSession): TestSession => {
  session.now = Math.max(session.now, observedUntil(session.state) ?? 0);
  return session;
};
const tickAll = (session: TestSession): TestSession => {
  for (const criterion of Criterion.options) session.must('therapist', tick(criterion));
  return session;
};
const signed = (): TestSession => {
  const session = untilObserved(tickAll(inRelease()));
  session.must('therapist', sign('Maya'));
  session.must('chaperone', sign('Sam'));
  return session;
};

describe('the criteria', () => {
  test.each(Criterion.options)(
    '[RL1] %s is kept with whether it is met, what was seen, and when',
    (criterion) => {
      const session = inRelease();
      session.must('therapist', tick(criterion, true, 'To the door and back'));
      expect(session.state.release.criteria[criterion]).toEqual({
        met: true,
        value: 'To the door and back',
        at: session.now,
      });
    },
  );

  test.each(Criterion.options)(
    '[RL1] with %s gone through and not met nobody signs, and nothing closes',
    (criterion) => {
      const session = untilObserved(tickAll(inRelease()));
      session.must('therapist', tick(criterion, false, 'Dizzy at the door'));
      const lacking = lacks(`criterion_${criterion}`);
      expect(session.press('therapist', sign('Maya'))).toMatchObject(lacking);
      expect(session.press('chaperone', sign('Sam'))).toMatchObject({ ok: false });
      expect(session.advance('closed')).toMatchObject(
        lacks(`criterion_${criterion}`, 'signed_therapist', 'signed_chaperone'),
      );
      session.must('therapist', tick(criterion));
      expect(session.press('therapist', sign('Maya'))).toMatchObject({ ok: true });
    },
  );

  test('[RL1] nothing of them is gone through before release', () => {
    const session = everybodyIn().goTo('integration');
    expect(session.press('therapist', tick('walks'))).toMatchObject({
      error: { code: 'wrong_phase' },
    });
  });
});

test('[RL2] nobody signs before the least observation since the last dose is over, not a second', () => {
  const session = tickAll(inRelease());
  const until = (session.state.dose.t0 ?? 0) + 120 * MINUTE;
  expect(observedUntil(session.state)).toBe(until);
  session.now = until - 3_000;
  expect(session.press('therapist', sign('Maya'))).toMatchObject(lacks('observation'));
  expect(session.press('chaperone', sign('Sam'))).toMatchObject({ ok: false });
  session.now = until - 1_000;
  expect(session.press('therapist', sign('Maya'))).toMatchObject({ ok: true });
  expect(session.press('chaperone', sign('Sam'))).toMatchObject({ ok: true });
});

describe('the signatures', () => {
  test('[RL3] therapist and chaperone sign with their names and times, and only then it closes', () => {
    const session = untilObserved(tickAll(inRelease()));
    session.must('therapist', sign('Maya'));
    expect(session.advance('closed')).toMatchObject(lacks('signed_chaperone'));
    session.must('chaperone', sign('Sam'));
    expect(session.state.release.signatures).toEqual({
      therapist: { name: 'Maya', at: session.now - 2_000 },
      chaperone: { name: 'Sam', at: session.now },
    });
    expect(session.advance('closed')).toMatchObject({ ok: true });
  });

  test('[RL3 CM2] the client is asked for no signature', () => {
    expect(untilObserved(tickAll(inRelease())).press('client', sign('Robin'))).toMatchObject({
      error: { code: 'not_allowed' },
    });
  });

  test.each([
    ['is not met any more', tick('nausea', false, 'Sick again')],
    ['has another value', tick('nausea', true, 'A little, at the door')],
  ])('[RL3] a criterion that %s after the signatures voids both', (_what, changed) => {
    const session = signed();
    session.must('therapist', changed);
    expect(session.state.release.signatures).toEqual({ therapist: null, chaperone: null });
    expect(session.advance('closed')).toMatchObject({ error: { code: 'guard_unmet' } });
  });

  test('[RL3] nobody signs what their screen did not show yet: the text was changed under the pen', () => {
    const session = untilObserved(tickAll(inRelease()));
    const older = session.state.revision;
    session.must('therapist', tick('walks', true, 'Only held by two people'));
    for (const role of ['therapist', 'chaperone'] as const) {
      expect(session.press(role, sign('Somebody', older))).toMatchObject({
        error: { code: 'stale' },
      });
      expect(session.press(role, sign('Somebody', session.state.revision)).ok).toBe(true);
    }
  });

  test('[RL3] a reading, or an alert, after the signatures voids both: who signed did not know of it', () => {
    const measured = signed();
    measured.measure(230, 130, 120);
    expect(measured.state.release.signatures).toEqual({ therapist: null, chaperone: null });
    const called = signed();
    called.must('client', { type: 'alert.raise', kind: 'help' });
    expect(called.state.release.signatures).toEqual({ therapist: null, chaperone: null });
  });

  test('[RL3] the chaperone reads what they are asked to sign, and when it can be', () => {
    const session = inRelease();
    session.must('therapist', tick('walks', true, 'To the door and back'));
    expect(view(session.state, 'chaperone')).toMatchObject({
      release: {
        criteria: { walks: { met: true, value: 'To the door and back' } },
        allMet: false,
        observedUntil: observedUntil(session.state),
      },
    });
    tickAll(session);
    expect(view(session.state, 'chaperone')).toMatchObject({ release: { allMet: true } });
  });
});

describe('a hand-over to emergency services', () => {
  const handOver = ({ now }: TestSession, offset = 0) =>
    ({
      type: 'session.hand_over',
      to: 'Denver paramedics, crew 12',
      handedOverAt: now + offset,
      told: 'Ketamine by mouth, forty minutes ago.\nBreathing slowly.',
    }) as const;

  test.each(['hold', 'onset', 'journey', 'return', 'integration', 'release'] as const)(
    '[RL4 PH6] it ends the session from %s, with who took over, when, and what they were told',
    (phase) => {
      const session = everybodyIn().goTo(phase);
      const { type: _type, ...told } = handOver(session);
      session.must('therapist', handOver(session));
      expect(session.state).toMatchObject({ phase: 'closed', release: { handedOver: told } });
    },
  );

  test('[RL4 PH7] it answers every open alert, and the record says by what', () => {
    const session = everybodyIn().goTo('journey');
    const alertId = session.must('client', { type: 'alert.raise', kind: 'help' });
    const second = session.must('therapist', { type: 'alert.raise', kind: 'please_come' });
    session.must('therapist', handOver(session));
    expect(session.state.alerts).toMatchObject([
      { alertId, state: 'resolved' },
      { alertId: second, state: 'resolved' },
    ]);
    expect(session.record.slice(-4).map(({ event }) => event)).toMatchObject([
      { type: 'alert.resolved', alertId, because: 'handed_over' },
      { type: 'alert.resolved', alertId: second, because: 'handed_over' },
      { type: 'session.handed_over' },
      { type: 'phase.entered', phase: 'closed' },
    ]);
  });

  test('[RL4] before the dose a session is stopped, not handed over', () => {
    const session = everybodyIn().goTo('ready');
    expect(session.press('therapist', handOver(session))).toMatchObject({
      error: { code: 'wrong_phase' },
    });
  });

  test.each([
    ['in the future', 10 * MINUTE],
    ['of two days ago', -48 * 60 * MINUTE],
  ])('[RL4 CM3] a time %s is refused at its field', (_what, offset) => {
    const session = everybodyIn().goTo('journey');
    expect(session.press('therapist', handOver(session, offset))).toMatchObject({
      error: { code: 'invalid', field: 'handedOverAt' },
    });
    expect(session.state.phase).toBe('journey');
  });

  test('[RL4 PH6] there is no third way out after T0: not a move to closed, not a stop', () => {
    const session = everybodyIn().goTo('journey');
    expect(session.advance('closed')).toMatchObject({ error: { code: 'illegal_move' } });
    expect(session.press('therapist', { type: 'session.cancel', reason: 'Enough' })).toMatchObject({
      error: { code: 'wrong_phase' },
    });
  });
});

test('[ES4] what is remembered after the end is added behind what stands', () => {
  const session = signed();
  session.advance('closed');
  session.must('therapist', { type: 'addendum.write', words: 'Called back at six: well.' });
  expect(session.record.at(-1)).toMatchObject({
    actor: 'therapist',
    event: { type: 'addendum.written', words: 'Called back at six: well.' },
  });
  expect(session.state.phase).toBe('closed');
});

test('[RL4] nobody was handed over before the dose', () => {
  const session = everybodyIn().goTo('hold');
  const handedOverAt = (session.state.dose.t0 ?? 0) - 60_000;
  const over = { type: 'session.hand_over', to: 'Paramedics', handedOverAt, told: 'All' } as const;
  expect(session.press('therapist', over)).toMatchObject({ error: { field: 'handedOverAt' } });
});
