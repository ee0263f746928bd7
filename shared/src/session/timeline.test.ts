import { expect, test } from 'vitest';
import type { SessionEvent } from './event.ts';
import { replay, timelineOf } from './evolve.ts';
import { Criterion } from './criterion.ts';
import { ALONE_PROMPTS } from './prompt-library.ts';
import { everybodyIn, TestSession } from './test-session.ts';
import { Mark } from './watch.ts';

const size = (session: TestSession) => JSON.stringify(session.state).length;

/** One round of everything that a session can be told again and again, with the longest words. */
function round(session: TestSession, n: number): SessionEvent[] {
  const at = `round-${n}`;
  const criterion = Criterion.options[n % Criterion.options.length] ?? 'walks';
  const mark = Mark.options[n % Mark.options.length] ?? 'fear';
  const promptId = ALONE_PROMPTS[n % ALONE_PROMPTS.length]?.promptId ?? '';
  return [
    { type: 'presence.disconnected', role: 'client', connectionId: `c-${n}` },
    { type: 'presence.connected', role: 'client', connectionId: `c-${n + 1}` },
    { type: 'care.noted', care: session.state.care },
    { type: 'device.asked', requestId: at, role: 'chaperone' },
    { type: 'device.refused', requestId: at },
    { type: 'intention.written', words: 'x'.repeat(500) },
    { type: 'today.reported', took: 'x'.repeat(500) },
    { type: 'drill.started', drillId: at },
    { type: 'drill.answered', drillId: at, heard: n % 2 === 0 },
    {
      type: 'vitals.recorded',
      readingId: at,
      systolic: 122,
      diastolic: 78,
      heartRate: 72,
      spo2: 98,
      readBy: 'chaperone',
      method: 'upper_arm_cuff',
      takenAt: session.now,
    },
    { type: 'vitals.struck', readingId: at, reason: 'x'.repeat(200) },
    { type: 'look.recorded' },
    { type: 'mark.recorded', mark },
    { type: 'note.written', words: 'x'.repeat(2_000) },
    { type: 'release.ticked', criterion, met: true, value: 'x'.repeat(160) },
    { type: 'release.signed', role: 'therapist', name: 'x'.repeat(60) },
    { type: 'addendum.written', words: 'x'.repeat(4_000) },
    { type: 'prompt.offered', offerId: at, promptId, by: 'client' },
    { type: 'prompt.shown', offerId: at },
    { type: 'prompt.answered', offerId: at, response: 'another_time' },
    {
      type: 'alert.raised',
      alertId: at,
      kind: 'help',
      priority: 'high',
      reason: 'x'.repeat(140),
      by: 'client',
    },
    { type: 'alert.repeated', alertId: at, reason: 'x'.repeat(140) },
    { type: 'alert.seen', alertId: at },
    { type: 'alert.going', alertId: at },
    { type: 'alert.with_client', alertId: at },
    { type: 'alert.resolved', alertId: at },
  ];
}

test('[ES6] after ten thousand events the state is no larger than after three thousand: what grows stays in the record', () => {
  const session = everybodyIn().goTo('journey');
  session.write('system', null, [
    { type: 'presence.disconnected', role: 'client', connectionId: 'client-1' },
    { type: 'presence.connected', role: 'client', connectionId: 'c-0' },
  ]);
  let [n, early] = [0, 0];
  while (session.record.length < 10_000) {
    session.now += 1_000;
    session.write('system', null, round(session, n));
    n += 1;
    if (early === 0 && session.record.length > 3_000) early = size(session);
  }
  // Counters and ids have grown by a digit or two; nothing else may.
  expect(size(session)).toBeLessThan(early * 1.02);
  expect(size(session)).toBeLessThan(400_000);
  expect(session.record.length).toBeGreaterThanOrEqual(10_000);
});

test('[ES6] a line that comes and goes a thousand times does not push the notes off the screen', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', { type: 'note.write', words: 'Calm breathing' });
  for (let i = 0; i < 1_000; i += 1) {
    session.lose('client', `client-${i + 1}`);
    session.connect('client', `client-${i + 2}`);
  }
  const types = session.state.timeline.map(({ event }) => event.type);
  expect(types).toEqual(expect.arrayContaining(['note.written', 'dose.taken', 'phase.entered']));
  expect(types).toContain('presence.disconnected');
});

test('[PR2 ES6] a second tab that comes or goes is no news of its person', () => {
  const session = everybodyIn();
  const shown = () => session.state.timeline.length;
  const before = shown();
  session.connect('client', 'client-2');
  session.lose('client', 'client-1');
  expect(shown()).toBe(before);
  session.lose('client', 'client-2');
  session.connect('client', 'client-3');
  expect(shown()).toBe(before + 2);
  session.system({ type: 'presence.reset' });
  expect(session.state.timeline.at(-1)?.event.type).toBe('presence.reset');
});

test('[ES6 ES4] read from the whole record, the timeline is what the screen showed of it, with nothing dropped', () => {
  const session = everybodyIn().goTo('release');
  expect(timelineOf(session.record)).toEqual(session.state.timeline);
  for (let i = 0; i < 200; i += 1) {
    session.must('therapist', { type: 'note.write', words: `Note ${i}` });
  }
  const whole = timelineOf(session.record);
  expect(whole.filter(({ event }) => event.type === 'note.written')).toHaveLength(200);
  expect(session.state.timeline.length).toBeLessThan(whole.length);
  expect(whole.slice(-80)).toEqual(session.state.timeline.slice(-80));
});

test('[ES6 ES4] the timeline is in the order of the record, newest last, and says what the record says', () => {
  const session = everybodyIn().goTo('release');
  const { timeline } = session.state;
  for (const entry of timeline) expect(session.record[entry.seq - 1]).toEqual(entry);
  const seqs = timeline.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  expect(timeline.at(-1)?.event).toEqual({ type: 'phase.entered', phase: 'release' });
});

test('[ES4] a closed session is replayed to the same state, in every kind', () => {
  for (const kind of ['dosing', 'consultation', 'preparation', 'integration'] as const) {
    const session = everybodyIn(kind).goTo('closed');
    expect(replay(session.record)).toEqual(session.state);
  }
});

test('[SC1] what is private to a person’s papers is no part of the timeline', () => {
  const session = new TestSession();
  session.must('client', { type: 'intention.write', words: 'To listen' });
  session.must('client', { type: 'today.report', took: 'Coffee' });
  session.sign('kap');
  expect(session.state.timeline).toEqual([]);
});
