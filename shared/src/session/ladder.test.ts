import { describe, expect, test } from 'vitest';
import { DEFAULT_LADDER, Ladder, stepsAhead, targetOf, type LadderStep } from './ladder.ts';
import { everybodyIn, type TestSession } from './test-session.ts';
import { timersOf } from './timer.ts';
import { view } from './view.ts';

const SECOND = 1_000;
const help = { type: 'alert.raise', kind: 'help' } as const;
const on = { push: true, sms: true, call: true };

/** In the journey, every channel on, one browser of the chaperone takes pushes. */
function journey(): TestSession {
  const session = everybodyIn().goTo('journey');
  session.system({ type: 'channels.note', channels: on });
  session.system({ type: 'pushes.note', count: 1 });
  return session;
}

/** Fires each timer of alerts when it is due, as the server does, until `until`. Gives what was taken, in s. */
function climb(session: TestSession, until: number): [second: number, step: string, to: string][] {
  const from = session.now;
  const taken: [number, string, string][] = [];
  for (;;) {
    const due = timersOf(session.state)
      .filter(({ key, at }) => key.startsWith('step/') && at <= until)
      .toSorted((a, b) => a.at - b.at)[0];
    if (!due) return taken;
    session.now = due.at;
    const events = due.fire(due.at);
    session.write('system', null, events);
    for (const event of events) {
      if (event.type === 'delivery.queued') {
        taken.push([(due.at - from) / SECOND, `${event.step} ${event.channel}`, event.to]);
      }
    }
  }
}

test('[AL9] a high alert that nobody answers climbs: message at once, call at 10 s, second contact at 30 s, then again and again', () => {
  const session = journey();
  const alertId = session.must('client', help);
  const ofAlert = session.state.deliveries.filter((each) => each.alertId === alertId);
  const queued = ofAlert.map(({ step, channel, to }) => [step, channel, to]);
  expect(queued).toEqual([
    ['at_once', 'push', 'chaperone'],
    ['at_once', 'sms', 'chaperone'],
  ]);
  expect(climb(session, session.now + 140 * SECOND)).toEqual([
    [10, 'phone_call call', 'chaperone'],
    [30, 'second_contact sms', 'second'],
    [30, 'second_contact call', 'second'],
    [45, 'again push', 'chaperone'],
    [45, 'again sms', 'chaperone'],
    [45, 'again call', 'chaperone'],
    [90, 'again.1 push', 'second'],
    [90, 'again.1 sms', 'second'],
    [90, 'again.1 call', 'second'],
    [135, 'again.2 push', 'chaperone'],
    [135, 'again.2 sms', 'chaperone'],
    [135, 'again.2 call', 'chaperone'],
  ]);
  expect(session.state.alerts).toMatchObject([{ alertId, state: 'raised' }]);
});

test('[AL9] an answer ends the climb; "going" that is not followed by "with them" alarms again', () => {
  const session = journey();
  const alertId = session.must('client', help);
  session.must('chaperone', { type: 'alert.seen', alertId });
  expect(timersOf(session.state).some(({ key }) => key.startsWith('step/'))).toBe(true);
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(climb(session, session.now + 65 * SECOND).map(([second, step]) => [second, step])).toEqual(
    [
      [60, 'not_with_them push'],
      [60, 'not_with_them sms'],
      [60, 'not_with_them call'],
    ],
  );
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(timersOf(session.state).filter(({ key }) => key.startsWith('step/'))).toEqual([]);
});

test('[AL9] a step is taken once, also when it is fired twice, and never before its time', () => {
  const session = journey();
  const alertId = session.must('client', help);
  const key = `step/${alertId}/phone_call`;
  const due = timersOf(session.state).find((timer) => timer.key === key);
  if (!due) throw new Error('No step');
  session.now = due.at - SECOND - 1;
  expect(session.system({ type: 'timers.fire' })).toEqual([]);
  expect(session.system({ type: 'timers.fire' })).toMatchObject([
    { type: 'alert.escalated', alertId, step: 'phone_call' },
    { type: 'delivery.queued', channel: 'call' },
  ]);
  expect(session.system({ type: 'timers.fire' })).toEqual([]);
});

test('[AL9] from the step that says so on, the therapist is shown the dispatch line, until somebody is with the client', () => {
  const session = journey();
  const alertId = session.must('client', help);
  const shown = () => {
    const seen = view(session.state, 'therapist');
    return seen.screen === 'therapist' && seen.dispatchShown;
  };
  climb(session, session.now + 29 * SECOND);
  expect(shown()).toBe(false);
  climb(session, session.now + 30 * SECOND);
  expect(shown()).toBe(true);
  session.must('chaperone', { type: 'alert.going', alertId });
  expect(shown()).toBe(true);
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(shown()).toBe(false);
});

test('[AL9 SC1] “going” without “with them” is overdue from the rung on that says so: chaperone and therapist are told, the client is not', () => {
  const session = journey();
  const alertId = session.must('client', help);
  session.must('chaperone', { type: 'alert.going', alertId });
  const told = (role: 'therapist' | 'chaperone' | 'client') => {
    const seen = view(session.state, role);
    return seen.screen === 'lobby' ? undefined : seen.alerts[0];
  };
  climb(session, session.now + 59 * SECOND);
  expect(told('chaperone')).toMatchObject({ overdue: false, steps: ['at_once'] });
  climb(session, session.now + 60 * SECOND);
  for (const role of ['chaperone', 'therapist'] as const) {
    expect(told(role)).toMatchObject({ overdue: true, steps: ['at_once', 'not_with_them'] });
  }
  expect(told('client')).not.toHaveProperty('steps');
  expect(told('client')).not.toHaveProperty('overdue');
  session.must('chaperone', { type: 'alert.with_client', alertId });
  expect(told('chaperone')).toMatchObject({ overdue: false });
});

test('[AL9] a practice’s own ladder is the one that is climbed', () => {
  const session = journey();
  const call: LadderStep = {
    step: 'ring',
    since: 'raised',
    after: 5,
    every: 20,
    channels: ['call'],
    to: 'chaperone',
    showsDispatchLine: false,
  };
  const { care } = session.state;
  const policy = { ...care.policy, ladder: { high: [call], medium: [], low: [] } };
  session.system({ type: 'care.note', care: { ...care, policy } });
  session.must('client', help);
  expect(climb(session, session.now + 50 * SECOND)).toEqual([
    [5, 'ring call', 'chaperone'],
    [25, 'ring.1 call', 'chaperone'],
    [45, 'ring.2 call', 'chaperone'],
  ]);
});

describe('what a practice may write as a ladder', () => {
  const says = (ladder: unknown) => {
    const parsed = Ladder.safeParse(ladder);
    return parsed.success ? 'fine' : parsed.error.issues[0]?.message;
  };
  const [first, ...others] = DEFAULT_LADDER.high;
  const withFirst = (step: object) => ({
    ...DEFAULT_LADDER,
    high: [{ ...first, ...step }, ...others],
  });

  test('[AL9] the default is one', () => {
    expect(Ladder.parse(DEFAULT_LADDER)).toEqual(DEFAULT_LADDER);
  });

  test.each([
    [
      { ...DEFAULT_LADDER, high: [] },
      'A high alert needs a first step within 15 seconds, with a message or a call.',
    ],
    [
      { ...DEFAULT_LADDER, high: others.map((step) => ({ ...step, channels: [] })) },
      'A high alert needs a first step within 15 seconds, with a message or a call.',
    ],
    [
      { ...DEFAULT_LADDER, high: [first] },
      'A high alert is repeated until somebody answers: one step with a message or a call needs repeats.',
    ],
    [withFirst({ after: -1 }), 'The time of the step must be 0 to 3600 seconds.'],
    [withFirst({ every: 1 }), 'The time between repeats must be 10 to 3600 seconds.'],
    [withFirst({ step: 'Ring ring' }), 'A step needs a short name in small letters.'],
    [withFirst({ to: 'somebody' }), 'Choose who is reached.'],
    [{ ...DEFAULT_LADDER, high: [first, ...others, first] }, 'Two steps have the same name.'],
    [null, 'The ladder is missing.'],
  ])('[AL9] %#: what nobody could be saved by is refused in words', (ladder, words) => {
    expect(says(ladder)).toBe(words);
  });
});

test('[AL9] turns: who is called alternates where both are to be reached', () => {
  const again = DEFAULT_LADDER.high.find(({ step }) => step === 'again');
  if (!again) throw new Error('No such step');
  const at = (repeat: number) => targetOf({ name: 'again', at: 0, rung: again, repeat });
  expect([0, 1, 2, 3].map(at)).toEqual(['chaperone', 'second', 'chaperone', 'second']);
});

test('[AL9] nobody is called for ever: after forty repeats a step ends', () => {
  const alert = {
    priority: 'high' as const,
    state: 'raised',
    at: { raised: 0 },
    stepAt: {},
    answeredBy: null,
  };
  const steps = Array.from({ length: 41 }, (_, n) => (n === 0 ? 'again' : `again.${n}`));
  const names = (taken: string[]) =>
    stepsAhead({ ...alert, steps: taken }, DEFAULT_LADDER).map(({ name }) => name.split('.')[0]);
  expect(names(steps.slice(0, 40))).toContain('again');
  expect(names(steps)).not.toContain('again');
});

test('[AL9] while only the second contact goes the house is called on, and who goes from there has their own time to arrive', () => {
  const going = {
    priority: 'high' as const,
    state: 'going',
    at: { raised: 0, going: 35_000 },
    steps: ['at_once', 'phone_call', 'second_contact'],
    stepAt: { at_once: 0, phone_call: 10_000, second_contact: 30_000 },
  };
  const ahead = (alert: typeof going, answeredBy: 'chaperone' | 'second') =>
    stepsAhead({ ...alert, answeredBy }, DEFAULT_LADDER).map(({ name, at }) => [name, at]);
  expect(ahead(going, 'second')).toEqual([
    ['again', 45_000],
    ['not_with_them', 95_000],
  ]);
  expect(ahead(going, 'chaperone')).toEqual([['not_with_them', 95_000]]);
  // The rung that the second contact let pass is not held against the chaperone.
  const later = {
    ...going,
    at: { raised: 0, going: 100_000 },
    steps: [...going.steps, 'not_with_them'],
    stepAt: { ...going.stepAt, not_with_them: 95_000 },
  };
  expect(ahead(later, 'chaperone')).toEqual([['not_with_them.1', 160_000]]);
});
