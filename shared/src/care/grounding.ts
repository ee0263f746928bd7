import { z } from 'zod';
import { Caution } from '../session/library/exercise.ts';

/** What is known of a client's grounding from one session to the next (GR7, GR8). */
export const ClientGrounding = z.object({
  /** Prompts that helped: kept by the client, or marked by the therapist. */
  favourites: z.array(z.string()),
  /** What they would rather not be offered. */
  avoid: z.array(Caution),
  /** Their own sentence. */
  phrase: z.string().nullable(),
});
export type ClientGrounding = z.infer<typeof ClientGrounding>;

export const NO_GROUNDING: ClientGrounding = { favourites: [], avoid: [], phrase: null };

/** The newest; a favourite that everything is, is none. */
const FAVOURITES_KEPT = 24;

export const withFavourites = (
  grounding: ClientGrounding,
  promptIds: readonly string[],
): ClientGrounding => ({
  ...grounding,
  favourites: [...new Set([...grounding.favourites, ...promptIds])].slice(-FAVOURITES_KEPT),
});
