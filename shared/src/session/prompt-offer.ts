import { z } from 'zod';
import type { CareFacts } from '../care/facts.ts';
import type { ClientGrounding } from '../care/grounding.ts';
import { words } from '../words.ts';
import type { Caution, OwnExercise } from './library/exercise.ts';
import type { Papers } from './papers.ts';
import { promptById } from './prompt-library.ts';

/* One offer of a prompt, and where the words of what is not in our library come from. */

/** Words that are in no library: of the practice, of the client, or written on the spot. */
export const PromptWords = z.object({ title: z.string(), lines: z.array(z.string()) });
export type PromptWords = z.infer<typeof PromptWords>;

export const OfferState = z.enum([
  'offered',
  'shown',
  'kept',
  'dismissed',
  'withdrawn',
  'replaced',
]);
export type OfferState = z.infer<typeof OfferState>;

/** One grounding prompt on its way to, on, or gone from the client's screen. */
export interface PromptOffer {
  /** The commandId of the offer. */
  offerId: string;
  promptId: string;
  /** Null: the library's. */
  words: PromptWords | null;
  offeredBy: 'therapist' | 'client';
  state: OfferState;
  /** The device is asked to read it aloud. */
  spoken: boolean;
  /** Which of its lines the client is at, from 0. */
  step: number;
  /** What comes after it, by a tap of either (GR8). */
  following: readonly string[];
  /** ms since the epoch, server's clock. */
  offeredAt: number;
  shownAt: number | null;
  answeredAt: number | null;
  /** When the client last asked for it slower; null when never. */
  slowerAskedAt: number | null;
}

/** On the client's screen, or on its way there. At most one offer is (GR3). */
export const isCurrent = (offer: PromptOffer): boolean =>
  offer.state === 'offered' || offer.state === 'shown' || offer.state === 'kept';

/** What helped: kept by the client, to take home (GR10). */
export type Helped = Pick<PromptOffer, 'promptId' | 'words'>;

/** The client's own sentence from preparation. */
export const PHRASE = 'phrase';
/** A line that the therapist wrote on the spot. */
export const WRITTEN = 'written';
const PRACTICE = 'practice/';
export const practicePromptId = (exerciseId: string): string => `${PRACTICE}${exerciseId}`;

/** What state and the therapist's view both hold of it. */
export interface GroundingKnown {
  papers: Pick<Papers, 'phrase' | 'avoid'>;
  care: Pick<CareFacts, 'policy' | 'grounding'>;
}

/** Said for today, or else in an earlier session (GR7). */
export const avoidOf = ({ papers, care }: GroundingKnown): readonly Caution[] =>
  papers.avoid ?? care.grounding?.avoid ?? [];

export const phraseOf = ({ papers, care }: GroundingKnown): string | null =>
  papers.phrase ?? care.grounding?.phrase ?? null;

export const practiceExercises = ({ care }: Pick<GroundingKnown, 'care'>): readonly OwnExercise[] =>
  care.policy.exercises ?? [];

/** For the next session: what helped, without lines that were for one moment only (GR8). */
export const learntIn = (
  state: GroundingKnown & { helped: readonly Helped[] },
): ClientGrounding => ({
  favourites: state.helped.map(({ promptId }) => promptId).filter((id) => id !== WRITTEN),
  avoid: [...avoidOf(state)],
  phrase: phraseOf(state),
});

const practiceExercise = (known: GroundingKnown, promptId: string): OwnExercise | undefined =>
  practiceExercises(known).find(({ exerciseId }) => practicePromptId(exerciseId) === promptId);

/** The words that an offer must carry, because no library has them; null: there are none. */
export function ownWords(known: GroundingKnown, promptId: string): PromptWords | null {
  if (promptId === PHRASE) {
    const phrase = phraseOf(known);
    return phrase === null ? null : { title: words('Own words'), lines: [phrase] };
  }
  const exercise = practiceExercise(known, promptId);
  return exercise ? { title: exercise.title, lines: exercise.lines } : null;
}

export const canBeOffered = (known: GroundingKnown, promptId: string): boolean =>
  promptById(promptId) !== undefined || ownWords(known, promptId) !== null;

/** What of it the client asked not to be offered. */
export function avoided(known: GroundingKnown, promptId: string): readonly Caution[] {
  const avoid = avoidOf(known);
  const { cautions = [] } = promptById(promptId) ?? practiceExercise(known, promptId) ?? {};
  return cautions.filter((caution) => avoid.includes(caution));
}

/** How many lines it has: 1 for what is filled from the record. */
export const linesOf = ({ promptId, words }: Helped): readonly string[] =>
  words?.lines ?? promptById(promptId)?.lines ?? [];

/** What is left of a sequence; an exercise that the practice took away meanwhile is passed over. */
export const nextOf = (known: GroundingKnown, { following }: PromptOffer): string[] =>
  following.filter((promptId) => canBeOffered(known, promptId));
