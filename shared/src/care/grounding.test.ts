import { expect, test } from 'vitest';
import { factsOf } from './state.ts';
import { TestCourse } from './test-course.ts';

test('[GR8] what helped in a session, what is to be avoided and the own sentence are known in the next', () => {
  const course = new TestCourse();
  course.schedule('preparation');
  const sessionId = course.state.sessions.at(-1)?.sessionId ?? '';
  course.must({ type: 'favourite.mark', promptId: 'feet', on: true });
  course.end(sessionId, 'closed', null, {
    favourites: ['the-blanket'],
    avoid: ['body_scan'],
    phrase: 'The sea is near',
  });
  expect(factsOf(course.state, course.policy).grounding).toEqual({
    favourites: ['feet', 'the-blanket'],
    avoid: ['body_scan'],
    phrase: 'The sea is near',
  });
});

test('[GR8] a favourite can be taken back, and stands once however often it helped', () => {
  const course = new TestCourse();
  for (const on of [true, true, false, true]) {
    course.must({ type: 'favourite.mark', promptId: 'feet', on });
  }
  expect(course.state.grounding.favourites).toEqual(['feet']);
  course.must({ type: 'favourite.mark', promptId: 'feet', on: false });
  expect(course.state.grounding.favourites).toEqual([]);
});

test('[GR8] a session in which nothing new was learnt writes nothing of it', () => {
  const course = new TestCourse();
  course.schedule('preparation');
  const sessionId = course.state.sessions.at(-1)?.sessionId ?? '';
  expect(course.end(sessionId).map(({ type }) => type)).toEqual(['session.ended']);
});
