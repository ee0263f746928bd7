import { TestSession } from '@sojourn/shared/session/test-session';
import { testFacts } from '@sojourn/shared/care/test-care';
import type { CareFacts } from '@sojourn/shared/care/facts';
import { view } from '@sojourn/shared/session/view';
import { expect, test } from 'vitest';
import { courseModel } from './course-model.ts';
import { papersOf } from './papers-model.ts';

function course(change: Partial<CareFacts> = {}) {
  const session = new TestSession();
  session.system({ type: 'care.note', care: { ...testFacts(session.now), ...change } });
  const papers = papersOf(view(session.state, 'client'));
  if (!papers) throw new Error('no papers');
  return courseModel(papers, session.now);
}

test('[CC1] the client reads where they stand on the way, and what comes next', () => {
  const { steps, next } = course();
  expect(steps.map(({ standing }) => standing)).toEqual(['done', 'done', 'done', 'now', 'ahead']);
  expect(next).toContain('a session with the medicine, when you feel ready for it');
});

test('[CC1] before the screening nothing is said of a medicine that may never come', () => {
  const completed = { consultation: 1, preparation: 0, dosing: 0, integration: 0 };
  expect(course({ screening: null, completed }).next).toBe(
    'What comes next: a licensed prescriber looks at your health.',
  );
});

test('[CC3] who stopped the treatment is told that it was good, and of no next step', () => {
  const { next } = course({ stopped: true });
  expect(next).toMatch(/good decision/);
  expect(next).not.toMatch(/comes next/);
});
