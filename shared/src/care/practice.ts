import { z } from 'zod';
import { OwnExercise } from '../session/library/exercise.ts';
import { Ladder } from '../session/ladder.ts';
import { typedLines } from '../text.ts';
import { UsState } from './us-state.ts';
import { words } from '../words.ts';

/** What a practice decides for all of its clients. */
export const PracticePolicy = z.object(
  {
    /** Where its therapists are licensed: the client must be there at each dose (domain.md). */
    licensedStates: z.array(UsState).min(1, words('Choose at least one state.')).max(52),
    /** Completed preparation sessions before a dosing session can be scheduled. */
    preparationSessions: z
      .int(words('The number of preparation sessions is missing.'))
      .min(0, words('The number of preparation sessions must be 0 to 20.'))
      .max(20, words('The number of preparation sessions must be 0 to 20.')),
    /** Told to somebody who is in another state. */
    referral: typedLines(words('The words on how to be referred'), 400),
    /** What happens to an alert that nobody answers; absent: the default. */
    ladder: Ladder.optional(),
    /** The practice's own grounding exercises, beside the library (GR9). */
    exercises: z.array(OwnExercise).max(20, words('At most 20 exercises of your own.')).optional(),
    /** What a client reads at the end of a session, with what helped (GR10). */
    followUp: typedLines(words('The words to take home'), 600).optional(),
  },
  words('The practice’s policy is missing.'),
);
export type PracticePolicy = z.infer<typeof PracticePolicy>;

export const DEFAULT_POLICY: PracticePolicy = {
  licensedStates: ['CO'],
  preparationSessions: 1,
  referral: words(
    'Your therapist is glad to refer you to a trusted colleague who is licensed where you are. Call or write to them: nothing is lost.',
  ),
};
