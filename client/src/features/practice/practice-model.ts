import { PracticePolicy } from '@sojourn/shared/care/practice';
import { US_STATES, type UsState } from '@sojourn/shared/care/us-state';
import { err, ok, type Result } from '@sojourn/shared/result';
import { faultsOf, type Faults } from '../../connection/faults.ts';
import { notWhole, wholeNumber } from '../../connection/form-model.ts';
import { draftOfExercise, exercisesOf, type ExerciseDraft } from './exercises-model.ts';
import { draftOfLadder, ladderOf, notSeconds, type LadderDraft } from './ladder-model.ts';

/** What stands in the practice's form, as typed. */
export interface PracticeDraft {
  licensedStates: readonly UsState[];
  preparationSessions: string;
  referral: string;
  ladder: LadderDraft;
  exercises: readonly ExerciseDraft[];
  followUp: string;
}

export const draftOf = (policy: PracticePolicy): PracticeDraft => ({
  ...policy,
  preparationSessions: String(policy.preparationSessions),
  ladder: draftOfLadder(policy.ladder),
  exercises: (policy.exercises ?? []).map(draftOfExercise),
  followUp: policy.followUp ?? '',
});

export function readPractice(draft: PracticeDraft): Result<PracticePolicy, Faults> {
  const parsed = PracticePolicy.safeParse({
    ...draft,
    preparationSessions: wholeNumber(draft.preparationSessions),
    ladder: ladderOf(draft.ladder),
    exercises: exercisesOf(draft.exercises),
    followUp: draft.followUp.trim() === '' ? undefined : draft.followUp,
  });
  return parsed.success
    ? ok(parsed.data)
    : err({
        ...faultsOf(parsed.error),
        ...notWhole({ preparationSessions: draft.preparationSessions }, ['preparationSessions']),
        ...notSeconds(draft.ladder),
      });
}

/** The states that can still be added, by name. */
export const otherStates = (chosen: readonly UsState[]): { value: UsState; label: string }[] =>
  Object.entries(US_STATES)
    .map(([code, label]) => ({ value: code as UsState, label }))
    .filter(({ value }) => !chosen.includes(value))
    .toSorted((a, b) => a.label.localeCompare(b.label));
