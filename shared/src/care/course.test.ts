import { describe, expect, test } from 'vitest';
import { courseStanding, COURSE_STEPS } from './course.ts';
import type { Completed } from './facts.ts';
import { DEFAULT_POLICY } from './practice.ts';
import type { Screening } from './screening.ts';
import { A_DAY, BEGAN, TestCourse } from './test-course.ts';
import { careView } from './view.ts';

const none: Completed = { consultation: 0, preparation: 0, dosing: 0, integration: 0 };
const cleared: Screening = {
  outcome: 'cleared',
  by: 'Dr. Okafor',
  decidedAt: BEGAN - A_DAY,
  validUntil: BEGAN + A_DAY,
};
/** One letter a step, in their order: d done, n now, a ahead. */
const standings = (
  completed: Partial<Completed>,
  screening: Screening | null = null,
  preparationSessions = 1,
  now = BEGAN,
) =>
  courseStanding(
    {
      completed: { ...none, ...completed },
      screening,
      policy: { ...DEFAULT_POLICY, preparationSessions },
    },
    now,
  )
    .map(({ standing }) => standing[0])
    .join('');

test('[CC1] the steps are consultation, screening, preparation, dosing, integration, in this order', () => {
  expect(COURSE_STEPS).toEqual([
    'consultation',
    'screening',
    'preparation',
    'dosing',
    'integration',
  ]);
  const course = new TestCourse();
  expect(careView(course.state, course.policy, course.now).steps.map(({ step }) => step)).toEqual(
    COURSE_STEPS,
  );
});

test.each([
  ['a new client', standings({}), 'naaaa'],
  ['after the consultation', standings({ consultation: 1 }), 'dnaaa'],
  ['cleared', standings({ consultation: 1 }, cleared), 'ddnaa'],
  ['cleared after a consultation elsewhere', standings({}, cleared), 'ddnaa'],
  [
    'declined',
    standings({ consultation: 1 }, { ...cleared, outcome: 'not_cleared', validUntil: null }),
    'dnaaa',
  ],
  ['prepared', standings({ consultation: 1, preparation: 1 }, cleared), 'dddna'],
  ['half prepared', standings({ consultation: 1, preparation: 1 }, cleared, 2), 'ddnaa'],
  ['dosed', standings({ consultation: 1, preparation: 1, dosing: 1 }, cleared), 'ddddn'],
  [
    'dosed twice, integrated once',
    standings({ consultation: 1, preparation: 1, dosing: 2, integration: 1 }, cleared),
    'ddddn',
  ],
  [
    'whose clearance ran out',
    standings({ consultation: 1, preparation: 1, dosing: 1 }, cleared, 1, BEGAN + A_DAY),
    'dndda',
  ],
])('[CC1] %s stands where it is shown: one step is now', (_who, shown, expected) => {
  expect(shown).toBe(expected);
});

test('[CC1] each step says how many sessions took place; the screening is none', () => {
  const course = new TestCourse().prepared();
  course.held('preparation');
  const { steps } = careView(course.state, course.policy, course.now);
  expect(steps.map(({ sessions }) => sessions)).toEqual([0, null, 2, 0, 0]);
});

describe('after a dose', () => {
  const proposed = (course: TestCourse) =>
    careView(course.state, course.policy, course.now).proposals;
  const dosed = () => {
    const course = new TestCourse().prepared();
    return { course, sessionId: course.held('dosing') };
  };

  test('[CC5] a follow-up and an integration session are proposed for the next day, and nothing is booked', () => {
    const { course, sessionId } = dosed();
    const dueAt = course.now + A_DAY;
    expect(proposed(course)).toEqual([
      { what: 'follow_up', sessionId, dueAt },
      { what: 'integration', sessionId, dueAt },
    ]);
    expect(course.state.sessions.filter(({ outcome }) => outcome === 'open')).toEqual([]);
    course.now += 30 * A_DAY;
    expect(proposed(course)).toHaveLength(2);
    expect(course.state.sessions.map(({ kind }) => kind)).not.toContain('integration');
  });

  test('[CC5] the follow-up is proposed until it is written down', () => {
    const { course, sessionId } = dosed();
    course.must({ type: 'followup.record', sessionId, words: 'Slept well' });
    expect(proposed(course).map(({ what }) => what)).toEqual(['integration']);
    expect(course.state.sessions.at(-1)).toMatchObject({ followUp: { at: course.now } });
  });

  test('[CC5] the integration is proposed until one is booked; one that was cancelled is proposed again', () => {
    const { course } = dosed();
    const booked = course.must({
      type: 'session.schedule',
      kind: 'integration',
      scheduledAt: course.now + 3 * A_DAY,
    });
    expect(proposed(course).map(({ what }) => what)).toEqual(['follow_up']);
    course.end(booked, 'cancelled');
    expect(proposed(course).map(({ what }) => what)).toEqual(['follow_up', 'integration']);
  });

  test('[CC5] nothing is proposed before a dose, nor after a session that was stopped before it', () => {
    const course = new TestCourse().prepared();
    const sessionId = course.must({
      type: 'session.schedule',
      kind: 'dosing',
      scheduledAt: course.now + A_DAY,
    });
    expect(proposed(course)).toEqual([]);
    course.end(sessionId, 'cancelled');
    expect(proposed(course)).toEqual([]);
  });

  test('[CC5] an integration session of before the dose is none for it', () => {
    const course = new TestCourse().prepared();
    course.held('integration', course.now);
    course.held('dosing', course.now + A_DAY);
    expect(proposed(course).map(({ what }) => what)).toEqual(['follow_up', 'integration']);
  });

  test('[CC5 CM3] no follow-up is written to a session that did not take place', () => {
    const course = new TestCourse().prepared();
    const sessionId = course.must({
      type: 'session.schedule',
      kind: 'dosing',
      scheduledAt: course.now + A_DAY,
    });
    expect(course.press({ type: 'followup.record', sessionId, words: 'Well' })).toMatchObject({
      error: { code: 'not_found' },
    });
  });
});
