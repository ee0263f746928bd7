import type { CareFacts } from './facts.ts';
import type { PracticePolicy } from './practice.ts';
import { isCleared } from './screening.ts';

/** The steps of the course of care, in their order (CC1). */
export const COURSE_STEPS = [
  'consultation',
  'screening',
  'preparation',
  'dosing',
  'integration',
] as const;
export type CourseStep = (typeof COURSE_STEPS)[number];

export interface StepStanding {
  step: CourseStep;
  standing: 'done' | 'now' | 'ahead';
  /** Sessions of this step that took place; null for the screening, which is not one. */
  sessions: number | null;
}

/**
 * Where a client stands. A step that was never counted as a session (a consultation elsewhere) is done
 * once the next one is.
 */
export function courseStanding(
  facts: Pick<CareFacts, 'screening' | 'completed'> & {
    policy: Pick<PracticePolicy, 'preparationSessions'>;
  },
  now: number,
): StepStanding[] {
  const { completed, screening, policy } = facts;
  const integrated = completed.dosing > 0 && completed.integration >= completed.dosing;
  const done: Record<CourseStep, boolean> = {
    consultation: completed.consultation > 0 || screening !== null,
    screening: isCleared(screening, now),
    preparation: completed.preparation >= policy.preparationSessions,
    dosing: completed.dosing > 0,
    integration: integrated,
  };
  const next = COURSE_STEPS.find((step) => !done[step]) ?? 'integration';
  return COURSE_STEPS.map((step) => ({
    step,
    standing: step === next ? 'now' : done[step] ? 'done' : 'ahead',
    sessions: step === 'screening' ? null : completed[step],
  }));
}
