import { z } from 'zod';

/** The client's one-tap answers to a prompt on the screen. */
export const PromptResponse = z.enum(['keep', 'slower', 'another_time']);
export type PromptResponse = z.infer<typeof PromptResponse>;

export type OfferState = 'offered' | 'shown' | 'kept' | 'dismissed' | 'withdrawn' | 'replaced';

/** One grounding prompt on its way to, on, or gone from the client's screen. */
export interface PromptOffer {
  /** The commandId of the offer. */
  offerId: string;
  promptId: string;
  offeredBy: 'therapist' | 'client';
  state: OfferState;
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
