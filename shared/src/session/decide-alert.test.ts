import { describe, expect, test } from 'vitest';
import { everybodyIn, PHASES, TestSession } from './test-session.ts';

const help = { type: 'alert.raise', kind: 'help' } as const;
const goNow = { type: 'alert.raise', kind: 'go_now', reason: 'Slow breathing' } as const;
const pleaseCome = { type: 'alert.raise', kind: 'please_come', reason: 'Bathroom' } as const;

describe.each(['dosing', 'preparation'] as const)('%s', (kind) => {
  test('[AL1] an alert is accepted in every phase of an open session, from any screen, with nobody connected', () => {
    for (const phase of PHASES[kind].slice(0, -2)) {
      const session = everybodyIn(kind).goTo(phase);
      session.lose('chaperone');
      session.lose('therapist');
      for (const [role, command] of [
        ['client', help],
        ['therapist', goNow],
        ['therapist', pleaseCome],
      ] as const) {
        expect(session.press(role, command)).toMatchObject({ ok: true });
      }
      expect(session.state.alerts).toHaveLength(3);
    }
  });
});

test('[AL2 ES2] the press is the alert’s own id: whoever was called can say by which press', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  expect(session.state.alerts).toMatchObject([
    {
      alertId,
      kind: 'help',
      priority: 'high',
      raisedBy: 'client',
      state: 'raised',
      repeats: 0,
      at: { raised: session.now },
    },
  ]);
});

test('[AL5] pressed again while nobody answered, it is the same alert, sounds anew and keeps the newest reason', () => {
  const session = everybodyIn();
  const alertId = session.must('therapist', goNow);
  session.must('chaperone', { type: 'alert.seen', alertId });
  session.must('therapist', { ...goNow, reason: 'Not answering me' });
  expect(session.state.alerts).toMatchObject([
    { alertId, state: 'seen', repeats: 1, lastPressedAt: session.now, reason: 'Not answering me' },
  ]);
  session.must('therapist', { type: 'alert.raise', kind: 'go_now' });
  expect(session.state.alerts).toMatchObject([{ repeats: 2, reason: 'Not answering me' }]);
});

test('[AL5] once somebody is going, a further press is a new alert: it is heard, not swallowed', () => {
  for (const answer of ['alert.going', 'alert.with_client'] as const) {
    const session = everybodyIn();
    const alertId = session.must('client', help);
    session.must('chaperone', { type: answer, alertId });
    const second = session.must('client', help);
    expect(session.state.alerts).toMatchObject([
      { alertId, repeats: 0 },
      { alertId: second, state: 'raised' },
    ]);
  }
});

test('[AL5] another kind or another person is another alert: Go now is not lost in Please come', () => {
  const session = everybodyIn();
  session.must('therapist', pleaseCome);
  session.must('therapist', goNow);
  session.must('client', help);
  expect(session.state.alerts.map(({ kind, priority }) => [kind, priority])).toEqual([
    ['please_come', 'medium'],
    ['go_now', 'high'],
    ['help', 'high'],
  ]);
});

test('[AL3] each step is recorded with who and when, and seen is neither going nor with them', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  const at: Record<string, number> = { raised: session.now };
  for (const state of ['seen', 'going', 'with_client'] as const) {
    session.must('chaperone', { type: `alert.${state}`, alertId });
    at[state] = session.now;
    expect(session.state.alerts).toMatchObject([{ state, at }]);
    expect(session.record.at(-1)).toMatchObject({ actor: 'chaperone', at: session.now });
  }
});

test('[AL3] forward only: a late or a repeated step changes nothing of what the others read', () => {
  const session = everybodyIn();
  const alertId = session.must('client', help);
  session.must('chaperone', { type: 'alert.with_client', alertId });
  const before = session.state.alerts;
  for (const type of ['alert.seen', 'alert.going', 'alert.with_client'] as const) {
    expect(session.press('chaperone', { type, alertId })).toEqual({ ok: true, value: [] });
  }
  expect(session.state.alerts).toEqual(before);
});

test.each([help, goNow])(
  '[AL4] a high alert ($kind) is not resolved before the chaperone is with the client',
  (raise) => {
    const session = everybodyIn();
    const alertId = session.must(raise.kind === 'help' ? 'client' : 'therapist', raise);
    for (const step of [null, 'alert.seen', 'alert.going'] as const) {
      if (step) session.must('chaperone', { type: step, alertId });
      const early = session.press('therapist', { type: 'alert.resolve', alertId });
      expect(early).toMatchObject({
        error: { code: 'presence_needed', message: expect.stringContaining('Sam') as string },
      });
    }
    session.must('chaperone', { type: 'alert.with_client', alertId });
    session.must('therapist', { type: 'alert.resolve', alertId });
    expect(session.state.alerts).toMatchObject([{ state: 'resolved' }]);
    const { alerts } = session.state;
    expect(session.press('therapist', { type: 'alert.resolve', alertId })).toEqual({
      ok: true,
      value: [],
    });
    expect(session.state.alerts).toEqual(alerts);
  },
);

test('[AL4] without medicine there may be no chaperone: there a high alert is resolved by the therapist alone, and the session can end', () => {
  const session = everybodyIn('preparation').goTo('talk');
  const alertId = session.must('client', help);
  session.must('therapist', { type: 'alert.resolve', alertId });
  expect(session.advance('closed')).toMatchObject({ ok: true });
});

test('[AL4] a medium alert is resolved by the therapist alone', () => {
  const session = everybodyIn();
  const alertId = session.must('therapist', pleaseCome);
  session.must('therapist', { type: 'alert.resolve', alertId });
  expect(session.press('chaperone', { type: 'alert.going', alertId })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('[CM2 AL4] Help is the client’s button and Go now the therapist’s: nobody calls in another’s name', () => {
  const session = everybodyIn();
  expect(session.press('therapist', help)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(session.press('client', goNow)).toMatchObject({ error: { code: 'not_allowed' } });
  expect(session.press('client', pleaseCome)).toMatchObject({ error: { code: 'not_allowed' } });
});

test('[AL4] an alert that does not exist is not answered', () => {
  const session = everybodyIn();
  const alertId = 'no-such-alert';
  expect(session.press('therapist', { type: 'alert.resolve', alertId })).toMatchObject({
    error: { code: 'not_found' },
  });
  expect(session.press('chaperone', { type: 'alert.seen', alertId })).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('[AL1 LO4] who has not been admitted is no participant yet, and raises no alert', () => {
  const session = new TestSession();
  session.must('client', { type: 'lobby.enter', name: 'Robin' });
  expect(session.press('client', help)).toMatchObject({ error: { code: 'not_admitted' } });
});
