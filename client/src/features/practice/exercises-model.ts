import type { Caution, OwnExercise, PromptKind } from '@sojourn/shared/session/library/exercise';

/** One of the practice's own exercises as typed: each line of the text is a line of it (GR9). */
export interface ExerciseDraft {
  exerciseId: string;
  title: string;
  kind: PromptKind;
  text: string;
  cautions: readonly Caution[];
}

export const draftOfExercise = ({ lines, cautions, ...exercise }: OwnExercise): ExerciseDraft => ({
  ...exercise,
  cautions: cautions ?? [],
  text: lines.join('\n'),
});

/** What is sent, for the schema to judge; none at all is not written down. */
export const exercisesOf = (drafts: readonly ExerciseDraft[]): unknown =>
  drafts.length === 0
    ? undefined
    : drafts.map(({ text, ...exercise }) => ({
        ...exercise,
        lines: text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      }));

/** What is wrong with the text: of the whole, or of one of its lines. */
export const textFault = (
  faults: Readonly<Record<string, string>>,
  at: number,
): string | undefined =>
  Object.entries(faults).find(([path]) => path.startsWith(`exercises.${at}.lines`))?.[1];
