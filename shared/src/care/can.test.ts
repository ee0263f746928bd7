import { describe, expect, test } from 'vitest';
import { schedulingGuards, type SchedulingGuard } from './can.ts';
import type { CareCommand } from './command.ts';
import { testRecord } from './test-care.ts';
import { A_DAY, BEGAN, TestCourse } from './test-course.ts';

const dosing = (scheduledAt = BEGAN + A_DAY) =>
  ({ type: 'session.schedule', kind: 'dosing', scheduledAt }) as const;
const lacks = (guard: SchedulingGuard, turn: string) => ({
  ok: false,
  error: { code: 'guard_unmet', missing: [{ guard, turn }] },
});

describe('a dosing session is scheduled only', () => {
  test('[CC2] with everything that it needs', () => {
    expect(new TestCourse().prepared().press(dosing())).toMatchObject({ ok: true });
  });

  test.each<[SchedulingGuard, string, (course: TestCourse) => void]>([
    ['course_open', 'client', (c) => c.must({ type: 'course.stop', reason: 'Not now' })],
    ['clearance', 'prescriber', (c) => c.clear(BEGAN + A_DAY)],
    [
      'clearance',
      'prescriber',
      (c) =>
        c.must({
          type: 'screening.record',
          screening: { outcome: 'not_cleared', by: 'Dr. O', decidedAt: BEGAN, validUntil: null },
        }),
    ],
    [
      'order',
      'prescriber',
      (c) =>
        c.must({
          type: 'order.withdraw',
          orderId: c.state.orders[0]?.orderId ?? '',
          reason: 'Paused',
        }),
    ],
    ['preparation', 'therapist', (c) => (c.policy = { ...c.policy, preparationSessions: 2 })],
  ])('[CC2] not without %s, and it says that it is the turn of the %s', (guard, turn, unmeet) => {
    const course = new TestCourse().prepared();
    unmeet(course);
    const before = course.state;
    const refused = course.press(dosing());
    expect(refused).toMatchObject(lacks(guard, turn));
    expect(course.state).toBe(before);
  });

  test('[CC2] within clearance and order of that day, not of today', () => {
    const course = new TestCourse().prepared();
    // The order runs to day 20, the clearance to day 60.
    expect(course.press(dosing(BEGAN + 20 * A_DAY))).toMatchObject(lacks('order', 'prescriber'));
    expect(course.press(dosing(BEGAN + 20 * A_DAY - 1))).toMatchObject({ ok: true });
    course.order({ validFrom: BEGAN + 20 * A_DAY, validUntil: BEGAN + 90 * A_DAY });
    expect(course.press(dosing(BEGAN + 60 * A_DAY))).toMatchObject(
      lacks('clearance', 'prescriber'),
    );
    expect(course.press(dosing(BEGAN + 60 * A_DAY - 1))).toMatchObject({ ok: true });
  });

  test('[CC2] after preparation sessions that took place: neither booked ones nor cancelled ones count', () => {
    const course = new TestCourse();
    course.clear();
    course.order();
    const booked = course.must({
      type: 'session.schedule',
      kind: 'preparation',
      scheduledAt: BEGAN + A_DAY,
    });
    course.held('consultation');
    expect(course.press(dosing())).toMatchObject(lacks('preparation', 'therapist'));
    course.end(booked, 'cancelled');
    expect(course.press(dosing())).toMatchObject(lacks('preparation', 'therapist'));
    course.held('preparation');
    expect(course.press(dosing())).toMatchObject({ ok: true });
  });

  test('[CC2] with nothing of it there, all of it is named at once', () => {
    const refused = new TestCourse().press(dosing());
    expect(refused.ok || refused.error.missing?.map(({ guard }) => guard)).toEqual([
      'clearance',
      'order',
      'preparation',
    ]);
  });
});

test.each(['consultation', 'preparation', 'integration'] as const)(
  '[CC2 CC3] a session without medicine (%s) can always be scheduled, also in a stopped course',
  (kind) => {
    const course = new TestCourse();
    course.must({ type: 'course.stop', reason: 'Not now' });
    expect(schedulingGuards({ ...course.state, policy: course.policy }, kind, BEGAN)).toEqual([]);
    expect(course.schedule(kind)).toMatchObject({ ok: true });
  },
);

test('[CC2 CM3] nothing is scheduled for a day that is over', () => {
  const course = new TestCourse().prepared();
  for (const kind of ['dosing', 'preparation'] as const) {
    expect(course.schedule(kind, BEGAN - 2 * A_DAY)).toMatchObject({
      error: { code: 'invalid', field: 'scheduledAt' },
    });
  }
});

test('[CC3] nothing with medicine is scheduled until the course is resumed', () => {
  const course = new TestCourse().prepared();
  course.must({ type: 'course.stop', reason: 'Not now' });
  expect(course.state.stopped).toEqual({ at: course.now, by: 'therapist', reason: 'Not now' });
  expect(course.press(dosing())).toMatchObject(lacks('course_open', 'client'));
  course.must({ type: 'course.resume' });
  expect(course.state.stopped).toBeNull();
  expect(course.press(dosing())).toMatchObject({ ok: true });
});

test.each<[string, CareCommand, string, string | undefined]>([
  [
    'a course that is not stopped is not resumed',
    { type: 'course.resume' },
    'wrong_phase',
    undefined,
  ],
  [
    'an order that does not exist is not withdrawn',
    { type: 'order.withdraw', orderId: 'nothing', reason: 'Any' },
    'not_found',
    undefined,
  ],
  [
    'a session that does not exist has no follow-up',
    { type: 'followup.record', sessionId: 'nothing', words: 'Well' },
    'not_found',
    undefined,
  ],
  [
    'nobody is born tomorrow',
    { type: 'client.amend', record: { ...testRecord(), birthDate: '2026-05-06' } },
    'invalid',
    'record.birthDate',
  ],
  [
    'nobody is born in 1899',
    { type: 'client.amend', record: { ...testRecord(), birthDate: '1899-12-31' } },
    'invalid',
    'record.birthDate',
  ],
  [
    'a clearance is not decided tomorrow',
    {
      type: 'screening.record',
      screening: {
        outcome: 'cleared',
        by: 'Dr. Okafor',
        decidedAt: BEGAN + A_DAY,
        validUntil: BEGAN + 9 * A_DAY,
      },
    },
    'invalid',
    'screening.decidedAt',
  ],
])('[CM3] %s', (_what, command, code, field) => {
  const course = new TestCourse();
  const before = course.state;
  const refused = course.press(command);
  expect(refused).toMatchObject({ ok: false, error: { code } });
  expect(refused.ok || refused.error.field).toBe(field);
  expect(course.state).toBe(before);
});

test('[CC3] a stopped course is not stopped again: the first reason stands', () => {
  const course = new TestCourse();
  course.must({ type: 'course.stop', reason: 'The first' });
  expect(course.press({ type: 'course.stop', reason: 'The second' })).toMatchObject({
    error: { code: 'wrong_phase' },
  });
  expect(course.state.stopped?.reason).toBe('The first');
});
