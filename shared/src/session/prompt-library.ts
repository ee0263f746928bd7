import { BODY } from './library/body.ts';
import { BREATH } from './library/breath.ts';
import type { Prompt } from './library/exercise.ts';
import { MUSIC } from './library/music.ts';
import { ORIENTATION } from './library/orientation.ts';
import { PLACE } from './library/place.ts';
import { REST } from './library/rest.ts';
import { SENSES } from './library/senses.ts';
import { TOUCH } from './library/touch.ts';

/** Our own words. No breath-holds, no counting down, nothing to get right (GR5). */
export const PROMPTS: readonly Prompt[] = [
  ...BREATH,
  ...TOUCH,
  ...ORIENTATION,
  ...SENSES,
  ...BODY,
  ...PLACE,
  ...MUSIC,
  ...REST,
];

const byId = new Map(PROMPTS.map((prompt) => [prompt.promptId, prompt]));

export const promptById = (promptId: string): Prompt | undefined => byId.get(promptId);

/** The small set that the client can open without being offered anything (GR4). */
export const ALONE_PROMPTS: readonly Prompt[] = PROMPTS.filter((prompt) => prompt.alone);
