import { z } from 'zod';
import { words } from '../../words.ts';
import { typedText } from '../../text.ts';
import type { Phase } from '../phase.ts';

/* What a grounding prompt is: an exercise of one or more short lines, and what is known of it. */

/** What a prompt leans on. */
export const PromptKind = z.enum(
  ['breath', 'touch', 'orientation', 'senses', 'body', 'place', 'music', 'rest'],
  words('Choose what it leans on.'),
);
export type PromptKind = z.infer<typeof PromptKind>;

export const KIND_WORDS: Record<PromptKind, string> = {
  breath: words('Breath'),
  touch: words('Touch'),
  orientation: words('Orientation'),
  senses: words('Senses'),
  body: words('Body'),
  place: words('Places and pictures'),
  music: words('Music'),
  rest: words('Permission to rest'),
};

/** What a person may need just now, as it is seen or said. */
export const Need = z.enum([
  'nausea',
  'fear',
  'tears',
  'restless',
  'lost',
  'lonely',
  'too_much',
  'coming_back',
]);
export type Need = z.infer<typeof Need>;

/** What a client can ask beforehand not to be offered (GR7). */
export const Caution = z.enum([
  'body_scan',
  'breath_focus',
  'self_touch',
  'imagery',
  'sound',
  'movement',
]);
export type Caution = z.infer<typeof Caution>;

export interface Prompt {
  promptId: string;
  title: string;
  kind: PromptKind;
  /** Where the therapist is shown it first; it can be offered in any phase. */
  phases: readonly Phase[];
  /** About how long it takes, s; null: as long as one likes. For the therapist only: nothing counts it. */
  seconds: number | null;
  /** Short lines, one at a time, as the client reads them; the client's tap leads on. */
  lines: readonly string[];
  /** What is read aloud for each line, where it is more than the line itself. */
  said?: readonly string[];
  /** What it is for, for the therapist. */
  why: string;
  helps: readonly Need[];
  /** Left out of what is suggested, and offered only by a second tap, to a client who marked it. */
  cautions: readonly Caution[];
  /** Not good while this is so. */
  notWith?: readonly Need[];
  /** Breaths a minute, where breathing with it helps. */
  rate?: number;
  /** In the small set that the client can open alone. */
  alone: boolean;
  /** Its line is filled from the record on each screen (GR6). */
  filled?: 'orientation';
}

/** Most characters of one line, and most lines. */
export const LINE_MAX = 90;
export const LINES_MAX = 8;

/** A practice's own exercise, as it is written down in its settings (GR9). */
export const OwnExercise = z.object({
  exerciseId: z.string().min(1).max(64),
  title: typedText(words('The exercise’s name'), 40),
  kind: PromptKind,
  lines: z
    .array(typedText(words('The exercise’s line'), 140))
    .min(1, words('An exercise needs at least one line.'))
    .max(LINES_MAX, words('An exercise has at most {max} lines.', { max: LINES_MAX })),
  /** Absent: nobody need be asked twice before it. */
  cautions: z.array(Caution).optional(),
});
export type OwnExercise = z.infer<typeof OwnExercise>;

export const BEFORE: readonly Phase[] = ['setup', 'ready', 'arrival', 'talk'];
export const DURING: readonly Phase[] = ['hold', 'onset', 'journey'];
export const AFTER: readonly Phase[] = ['return', 'integration', 'release'];
