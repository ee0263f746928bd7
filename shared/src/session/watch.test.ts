import { expect, test } from 'vitest';
import { everybodyIn, type TestSession } from './test-session.ts';
import { view } from './view.ts';
import { Mark, Sign } from './watch.ts';

const look = { type: 'look.record' } as const;
const mark = (mark: Mark) => ({ type: 'mark.record', mark }) as const;
const note = (words: string) => ({ type: 'note.write', words }) as const;
const lacks = (...guards: string[]) => ({
  ok: false,
  error: { code: 'guard_unmet', missing: guards.map((guard) => ({ guard, turn: 'therapist' })) },
});
const events = (session: TestSession) => session.record.map(({ event }) => event);

test('[WA1] a look is one press, and the newest is the one that counts', () => {
  const session = everybodyIn().goTo('journey');
  expect(session.state.watch.lookedAt).toBeNull();
  session.must('therapist', look);
  session.now += 15 * 60_000;
  session.must('therapist', look);
  expect(session.state.watch.lookedAt).toBe(session.now);
  expect(events(session).filter(({ type }) => type === 'look.recorded')).toHaveLength(2);
});

test('[WA1] before the dose there is no look to count', () => {
  const session = everybodyIn().goTo('ready');
  expect(session.press('therapist', look)).toMatchObject({ error: { code: 'wrong_phase' } });
});

test.each(Mark.options)(
  '[WA1] %s is one press, with its time, however often it is seen',
  (seen) => {
    const session = everybodyIn().goTo('onset');
    const at = [session.now + 1_000, session.now + 2_000];
    session.must('therapist', mark(seen));
    session.must('therapist', mark(seen));
    const marked = session.record.filter(({ event }) => event.type === 'mark.recorded');
    expect(marked.map((entry) => entry.at)).toEqual(at);
    expect(marked.map(({ event }) => event)).toEqual([
      { type: 'mark.recorded', mark: seen },
      { type: 'mark.recorded', mark: seen },
    ]);
  },
);

test('[WA1 SC1] a note is only added, is the therapist’s to read, and stands on no other screen', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', note('First words'));
  session.must('therapist', note('Second words'));
  const told = (role: 'therapist' | 'client' | 'chaperone') =>
    JSON.stringify(view(session.state, role)).match(/(First|Second) words/g);
  expect(told('therapist')).toEqual(['First words', 'Second words']);
  expect(told('client')).toBeNull();
  expect(told('chaperone')).toBeNull();
});

test('[WA2] the journey ends by signs that were noted: speaks, and eyes open', () => {
  const session = everybodyIn().goTo('journey');
  expect(session.advance('return')).toMatchObject(lacks('speaks', 'eyes_open'));
  session.must('therapist', mark('speaks'));
  expect(session.advance('return')).toMatchObject(lacks('eyes_open'));
  session.must('therapist', mark('eyes_open'));
  expect(session.advance('return')).toMatchObject({ ok: true });
});

test('[WA2] integration begins by orientation', () => {
  const session = everybodyIn().goTo('return');
  expect(session.advance('integration')).toMatchObject(lacks('oriented'));
  session.must('therapist', mark('oriented'));
  expect(session.advance('integration')).toMatchObject({ ok: true });
});

test('[WA2] what was seen before the journey says nothing of its end: everybody speaks then', () => {
  for (const phase of ['setup', 'ready', 'hold', 'onset'] as const) {
    const session = everybodyIn().goTo(phase);
    for (const sign of Sign.options) session.must('therapist', mark(sign));
    expect(session.state.watch.signs).toEqual({ speaks: null, eyes_open: null, oriented: null });
  }
});

test('[WA2] a sign keeps the time at which it was first seen', () => {
  const session = everybodyIn().goTo('journey');
  session.must('therapist', mark('speaks'));
  const first = session.now;
  session.now += 60_000;
  session.must('therapist', mark('speaks'));
  expect(session.state.watch.signs.speaks).toBe(first);
});

test('[WA2] no other mark is a sign', () => {
  const session = everybodyIn().goTo('journey');
  const others = Mark.options.filter((each) => !Sign.safeParse(each).success);
  expect(others).toContain('talking');
  for (const other of others) session.must('therapist', mark(other));
  expect(session.advance('return')).toMatchObject(lacks('speaks', 'eyes_open'));
});
