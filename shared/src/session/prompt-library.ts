import type { Phase } from './phase.ts';

/** What a prompt leans on. */
export type PromptUse = 'breath' | 'touch' | 'orientation' | 'sound' | 'body' | 'rest';

export interface Prompt {
  promptId: string;
  title: string;
  use: PromptUse;
  /** Where the therapist is shown it first; it can be offered in any phase. */
  phases: readonly Phase[];
  /** One short line, as the client reads or hears it. */
  line: string;
  /** In the small set that the client can open alone. */
  alone: boolean;
}

const before: readonly Phase[] = ['setup', 'ready', 'arrival', 'talk'];
const during: readonly Phase[] = ['hold', 'onset', 'journey'];
const after: readonly Phase[] = ['return', 'integration', 'release'];

/** Our own words. No breath-holds, no counting down, nothing to get right (GR5). */
export const PROMPTS: readonly Prompt[] = [
  {
    promptId: 'longer-out-breath',
    title: 'Longer out-breath',
    use: 'breath',
    phases: [...before, ...during],
    line: 'Let the breath out go on a little longer than the breath in.',
    alone: true,
  },
  {
    promptId: 'soft-sigh',
    title: 'Soft sigh',
    use: 'breath',
    phases: ['ready', 'onset', 'journey'],
    line: 'Breathe in, a little more, and let it all go with a sigh.',
    alone: false,
  },
  {
    promptId: 'breath-by-itself',
    title: 'Breath by itself',
    use: 'breath',
    phases: during,
    line: 'Your breath knows what to do. You can leave it alone.',
    alone: true,
  },
  {
    promptId: 'hand-on-chest',
    title: 'Hand on chest',
    use: 'touch',
    phases: ['hold', 'onset', 'journey', 'return'],
    line: 'Lay one hand on your chest. Feel it rise and settle.',
    alone: true,
  },
  {
    promptId: 'the-blanket',
    title: 'The blanket',
    use: 'touch',
    phases: during,
    line: 'Feel the blanket. Let it hold you.',
    alone: true,
  },
  {
    promptId: 'fingertips',
    title: 'Fingertips',
    use: 'touch',
    phases: ['onset', 'journey', 'return'],
    line: 'Rub finger and thumb together. Slowly. That is you, here.',
    alone: false,
  },
  {
    promptId: 'you-are-home',
    title: 'You are home',
    use: 'orientation',
    phases: [...during, 'return'],
    line: 'You are at home. You took your medicine. This will pass.',
    alone: true,
  },
  {
    promptId: 'not-alone',
    title: 'Not alone',
    use: 'orientation',
    phases: during,
    line: 'I am here, and somebody you chose is in the next room.',
    alone: false,
  },
  {
    promptId: 'what-day',
    title: 'Where and when',
    use: 'orientation',
    phases: after,
    line: 'When you like, tell me where you are and what is around you.',
    alone: false,
  },
  {
    promptId: 'five-things',
    title: 'Five things to see',
    use: 'orientation',
    phases: ['return', 'integration'],
    line: 'Let your eyes find five things in the room. No hurry.',
    alone: false,
  },
  {
    promptId: 'nearest-sound',
    title: 'Nearest sound',
    use: 'sound',
    phases: [...before, ...during, 'return'],
    line: 'Find the nearest sound. Stay with it for a while.',
    alone: true,
  },
  {
    promptId: 'follow-the-music',
    title: 'Follow the music',
    use: 'sound',
    phases: ['onset', 'journey'],
    line: 'Let the music carry you. You need not steer.',
    alone: false,
  },
  {
    promptId: 'my-voice',
    title: 'My voice',
    use: 'sound',
    phases: during,
    line: 'You can hold on to my voice whenever you want to.',
    alone: false,
  },
  {
    promptId: 'feet',
    title: 'Feet',
    use: 'body',
    phases: [...before, 'onset', 'return'],
    line: 'Press your feet down gently. Something solid is under you.',
    alone: true,
  },
  {
    promptId: 'heavy-body',
    title: 'Heavy body',
    use: 'body',
    phases: during,
    line: 'Let your back be heavy. The bed can have all of your weight.',
    alone: false,
  },
  {
    promptId: 'soft-jaw',
    title: 'Soft jaw',
    use: 'body',
    phases: [...before, ...during],
    line: 'Loosen your jaw. Let your tongue rest.',
    alone: false,
  },
  {
    promptId: 'slow-rising',
    title: 'Slow rising',
    use: 'body',
    phases: after,
    line: 'Stay lying down a little longer. We get up later, together.',
    alone: false,
  },
  {
    promptId: 'nothing-to-do',
    title: 'Nothing to do',
    use: 'rest',
    phases: [...during, 'return'],
    line: 'There is nothing you have to do.',
    alone: true,
  },
  {
    promptId: 'let-it-come',
    title: 'Let it come',
    use: 'rest',
    phases: ['onset', 'journey'],
    line: 'Difficult is not wrong. It can come, and it can go.',
    alone: false,
  },
  {
    promptId: 'quiet-together',
    title: 'Quiet together',
    use: 'rest',
    phases: [...during, ...after],
    line: 'We can simply be quiet. I am still here.',
    alone: false,
  },
];

const byId = new Map(PROMPTS.map((prompt) => [prompt.promptId, prompt]));

export const promptById = (promptId: string): Prompt | undefined => byId.get(promptId);

/** The small set that the client can open without being offered anything (GR4). */
export const ALONE_PROMPTS: readonly Prompt[] = PROMPTS.filter((prompt) => prompt.alone);
