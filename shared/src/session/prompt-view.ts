import type { Caution } from './library/exercise.ts';
import type { Papers } from './papers.ts';
import { avoidOf, phraseOf, type Helped } from './prompt-offer.ts';
import type { SessionState } from './state.ts';

/* What the client is shown of their own grounding: a part of the view (SC1). */

export interface OwnGrounding {
  /** Their own sentence: they can open it alone. */
  phrase: string | null;
  /** Left out of what they can open alone (GR7). */
  avoid: readonly Caution[];
  /** Where they said that they are, for the orientation (GR6). */
  place: NonNullable<Papers['location']>['place'] | null;
}

export const groundingForClient = (state: SessionState): OwnGrounding => ({
  phrase: phraseOf(state),
  avoid: avoidOf(state),
  place: state.papers.location?.place ?? null,
});

/** A page of what helped: on screen, and to print (GR10). */
export interface TakeHome {
  helped: readonly Helped[];
  phrase: string | null;
  intention: string | null;
  /** The practice's words for afterwards. */
  followUp: string | null;
}

export function takeHome(state: SessionState): TakeHome | null {
  if (state.phase !== 'release' && state.phase !== 'closed') return null;
  return {
    helped: state.helped,
    phrase: phraseOf(state),
    intention: state.papers.intention,
    followUp: state.care.policy.followUp ?? null,
  };
}
