import { PracticePolicy } from '@sojourn/shared/care/practice';
import { US_STATES, type UsState } from '@sojourn/shared/care/us-state';
import { err, ok, type Result } from '@sojourn/shared/result';
import { faultsOf, type Faults } from '../../connection/faults.ts';
import { notWhole, wholeNumber } from '../../connection/form-model.ts';

/** What stands in the practice's form, as typed. */
export interface PracticeDraft {
  licensedStates: readonly UsState[];
  preparationSessions: string;
  referral: string;
}

export const draftOf = (policy: PracticePolicy): PracticeDraft => ({
  ...policy,
  preparationSessions: String(policy.preparationSessions),
});

export function readPractice(draft: PracticeDraft): Result<PracticePolicy, Faults> {
  const parsed = PracticePolicy.safeParse({
    ...draft,
    preparationSessions: wholeNumber(draft.preparationSessions),
  });
  return parsed.success
    ? ok(parsed.data)
    : err({ ...faultsOf(parsed.error), ...notWhole(draft, ['preparationSessions']) });
}

/** The states that can still be added, by name. */
export const otherStates = (chosen: readonly UsState[]): { value: UsState; label: string }[] =>
  Object.entries(US_STATES)
    .map(([code, label]) => ({ value: code as UsState, label }))
    .filter(({ value }) => !chosen.includes(value))
    .toSorted((a, b) => a.label.localeCompare(b.label));
