import { isOver, type Phase } from '@sojourn/shared/session/phase';
import {
  promptById,
  PROMPTS,
  type Prompt,
  type PromptUse,
} from '@sojourn/shared/session/prompt-library';
import { isCurrent, type PromptOffer } from '@sojourn/shared/session/prompt';
import type { TherapistView } from '@sojourn/shared/session/view';
import { minutesWords } from '../../connection/words.ts';
import type { Tone } from '../../ui/index.ts';

const USE_TITLES: Record<PromptUse, string> = {
  breath: 'Breath',
  touch: 'Touch',
  orientation: 'Orientation',
  sound: 'Sound',
  body: 'Body',
  rest: 'Permission to rest',
};

export interface PromptGroup {
  use: PromptUse;
  title: string;
  /** Those for this phase first. */
  prompts: readonly { prompt: Prompt; fits: boolean }[];
}

/** The library by use, what fits the phase first. Nothing is hidden: the therapist decides. */
export function promptGroups(phase: Phase): PromptGroup[] {
  return (Object.keys(USE_TITLES) as PromptUse[]).map((use) => ({
    use,
    title: USE_TITLES[use],
    prompts: PROMPTS.filter((prompt) => prompt.use === use)
      .map((prompt) => ({ prompt, fits: prompt.phases.includes(phase) }))
      .toSorted((a, b) => Number(b.fits) - Number(a.fits)),
  }));
}

export interface OfferLine {
  offerId: string;
  title: string;
  line: string;
  words: string;
  tone: Tone;
  current: boolean;
}

/** What became of an offer, for the therapist (GR2). */
export function offerLine(offer: PromptOffer, clientName: string, now: number): OfferLine {
  const prompt = promptById(offer.promptId);
  return {
    offerId: offer.offerId,
    title: prompt?.title ?? offer.promptId,
    line: prompt?.line ?? '',
    words: offerWords(offer, clientName || 'The client', now),
    tone: offer.slowerAskedAt !== null && isCurrent(offer) ? 'medium' : OFFER_TONE[offer.state],
    current: isCurrent(offer),
  };
}

const OFFER_TONE: Record<PromptOffer['state'], Tone> = {
  offered: 'waiting',
  shown: 'accent',
  kept: 'ok',
  dismissed: 'waiting',
  withdrawn: 'waiting',
  replaced: 'waiting',
};

function offerWords(offer: PromptOffer, client: string, now: number): string {
  const alone = offer.offeredBy === 'client' ? 'Opened alone. ' : '';
  const slower = offer.slowerAskedAt !== null && isCurrent(offer) ? ' · asks for slower' : '';
  switch (offer.state) {
    case 'offered':
      return 'On its way, not shown yet';
    case 'shown':
      return `${alone}Shown for ${minutesWords(now - (offer.shownAt ?? now))}${slower}`;
    case 'kept':
      return `${alone}Kept by ${client}${slower}`;
    case 'dismissed':
      return `${client} put it off: another time`;
    case 'withdrawn':
      return 'Taken back';
    case 'replaced':
      return 'Replaced by another';
  }
}

export function offersOf(view: TherapistView): {
  current: PromptOffer | null;
  past: PromptOffer[];
} {
  return {
    current: view.prompts.find(isCurrent) ?? null,
    past: view.prompts.filter((offer) => !isCurrent(offer)).toReversed(),
  };
}

export const canOffer = (view: TherapistView): boolean =>
  !isOver(view.phase) && view.people.client.admission === 'admitted';
