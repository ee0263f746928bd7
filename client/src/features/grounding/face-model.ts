import { promptById } from '@sojourn/shared/session/prompt-library';
import {
  PHRASE,
  practicePromptId,
  WRITTEN,
  type Helped,
} from '@sojourn/shared/session/prompt-offer';
import { atHourWords } from '../../connection/words.ts';
import { m, t } from '../../language/index.ts';

/** What the orientation is filled with (GR6). */
export interface WhereFacts {
  t0: number | null;
  place: 'home' | 'elsewhere' | null;
  /** The chaperone's name while they are part of the session; else null. */
  chaperone: string | null;
}

/** A prompt as it is read and heard, in this browser's language. */
export interface PromptFace {
  title: string;
  lines: readonly string[];
  /** What is read aloud for each line. */
  said: readonly string[];
  /** Breaths a minute, where a pacer goes with it. */
  rate: number | null;
}

/** "You took your medicine at 2:10. You are at home. Sam is nearby. This will pass." */
export function orientationWords({ t0, place, chaperone }: WhereFacts): string {
  const where = {
    home: t('You are at home.'),
    elsewhere: t('You are in the place that you chose.'),
    unknown: t('You are safe.'),
  };
  return [
    ...(t0 === null ? [] : [t('You took your medicine {atHour}.', { atHour: atHourWords(t0) })]),
    where[place ?? 'unknown'],
    ...(chaperone ? [t('{name} is nearby.', { name: chaperone })] : []),
    ...(t0 === null ? [] : [t('This will pass.')]),
  ].join(' ');
}

const OWN_TITLES: Record<string, string> = {
  [PHRASE]: m('Own words'),
  [WRITTEN]: m('Written for now'),
};

/** Null: an exercise that this build does not know, and that brought no words. */
export function faceOf({ promptId, words }: Helped, facts: WhereFacts): PromptFace | null {
  if (words) {
    const own = OWN_TITLES[promptId];
    const title = own === undefined ? words.title : t(own);
    return { title, lines: words.lines, said: words.lines, rate: null };
  }
  const prompt = promptById(promptId);
  if (!prompt) return null;
  const lines =
    prompt.filled === 'orientation'
      ? [orientationWords(facts)]
      : prompt.lines.map((line) => t(line));
  const said = prompt.said?.map((line) => t(line)) ?? lines;
  return { title: t(prompt.title), lines, said, rate: prompt.rate ?? null };
}

export const practiceHelped = (exercise: {
  exerciseId: string;
  title: string;
  lines: readonly string[];
}): Helped => ({
  promptId: practicePromptId(exercise.exerciseId),
  words: { title: exercise.title, lines: [...exercise.lines] },
});
