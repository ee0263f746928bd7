import { describe, expect, test } from 'vitest';
import { evolveCare } from './evolve.ts';
import { factsOf } from './state.ts';
import { testRecord } from './test-care.ts';
import { A_DAY, BEGAN, TestCourse } from './test-course.ts';

describe('a session that ends', () => {
  const scheduled = () => {
    const course = new TestCourse();
    const sessionId = course.must({
      type: 'session.schedule',
      kind: 'preparation',
      scheduledAt: BEGAN + A_DAY,
    });
    return { course, sessionId };
  };

  test.each(['closed', 'cancelled'] as const)(
    '[CC4] is known to the course as %s, with when',
    (phase) => {
      const { course, sessionId } = scheduled();
      expect(course.state.sessions).toMatchObject([{ sessionId, outcome: 'open', endedAt: null }]);
      expect(course.end(sessionId, phase)).toEqual([
        { type: 'session.ended', sessionId, outcome: phase },
      ]);
      expect(course.state.sessions).toMatchObject([{ outcome: phase, endedAt: course.now }]);
      const { completed } = factsOf(course.state, course.policy);
      expect(completed.preparation).toBe(phase === 'closed' ? 1 : 0);
    },
  );

  test('[CC3] with the client’s word that it is enough stops the whole course, in their words', () => {
    const { course, sessionId } = scheduled();
    expect(course.end(sessionId, 'cancelled', 'Not for me')).toHaveLength(2);
    expect(course.state.stopped).toEqual({ at: course.now, by: 'client', reason: 'Not for me' });
    expect(factsOf(course.state, course.policy).stopped).toBe(true);
  });

  test('[CC3] in a course that is stopped already leaves the first reason', () => {
    const { course, sessionId } = scheduled();
    course.must({ type: 'course.stop', reason: 'The first' });
    expect(course.end(sessionId, 'cancelled', 'The second')).toHaveLength(1);
    expect(course.state.stopped).toMatchObject({ by: 'therapist', reason: 'The first' });
  });

  test('[CC4 ES2] is told once: told again, or of another client’s session, nothing changes', () => {
    const { course, sessionId } = scheduled();
    course.end(sessionId);
    expect(course.end(sessionId, 'cancelled', 'Late')).toEqual([]);
    expect(course.end('somebody-else’s')).toEqual([]);
    expect(course.state.stopped).toBeNull();
  });
});

test('[CC3] the client may stop at each step before a dose, and every step is open again when resumed', () => {
  const steps: ((course: TestCourse) => void)[] = [
    () => {},
    (course) => course.held('consultation'),
    (course) => course.clear(),
    (course) => course.order(),
    (course) => course.held('preparation'),
  ];
  for (let taken = 1; taken <= steps.length; taken += 1) {
    const course = new TestCourse();
    for (const step of steps.slice(0, taken)) step(course);
    const sessionId = course.must({
      type: 'session.schedule',
      kind: 'consultation',
      scheduledAt: BEGAN + A_DAY,
    });
    course.end(sessionId, 'cancelled', 'Not for me');
    expect(course.schedule('dosing')).toMatchObject({ ok: false });
    course.must({ type: 'course.resume' });
    for (const step of steps.slice(taken)) step(course);
    expect(course.schedule('dosing')).toMatchObject({ ok: true });
  }
});

test('[CC6] two forms that were opened on the same record take back nothing of one another', () => {
  const course = new TestCourse();
  const from = course.state.record;
  course.must({ type: 'client.amend', record: { ...from, allergies: 'Penicillin' }, from });
  course.must({ type: 'client.amend', record: { ...from, phone: '+13035550199' }, from });
  expect(course.state.record).toEqual({
    ...from,
    allergies: 'Penicillin',
    phone: '+13035550199',
  });
});

test('[CC4] the client’s record is replaced as a whole, and so is the screening', () => {
  const course = new TestCourse();
  const record = { ...testRecord(), dispatchLine: '3035550188', allergies: null };
  course.must({ type: 'client.amend', record });
  expect(course.state.record).toEqual(record);
  course.clear();
  const screening = {
    outcome: 'not_cleared' as const,
    by: 'Dr. Osei',
    decidedAt: BEGAN,
    validUntil: null,
  };
  course.must({ type: 'screening.record', screening });
  expect(factsOf(course.state, course.policy)).toMatchObject({ record, screening });
});

test('[ES4] the revision counts the events, and replay of the written record leads to the same course', () => {
  const course = new TestCourse().prepared();
  const dosing = course.held('dosing');
  course.must({ type: 'followup.record', sessionId: dosing, words: 'Slept well' });
  course.order({ tablets: 1 }, course.state.orders.at(-1)?.orderId ?? null);
  course.must({ type: 'course.stop', reason: 'Enough' });
  course.must({ type: 'course.resume' });
  expect(course.state.revision).toBe(course.record.length);
  const written = JSON.parse(JSON.stringify(course.record)) as typeof course.record;
  expect(written.reduce<typeof course.state | null>(evolveCare, null)).toEqual(course.state);
});

test('[ES4] a course that does not begin with its registration is a bug, not a state', () => {
  const course = new TestCourse();
  course.must({ type: 'course.stop', reason: 'Any' });
  const [, second] = course.record;
  expect(() => second && evolveCare(null, second)).toThrow('begins with client.registered');
});
