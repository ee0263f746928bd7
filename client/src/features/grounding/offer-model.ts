import { isOver } from '@sojourn/shared/session/phase';
import { isCurrent, type PromptOffer } from '@sojourn/shared/session/prompt-offer';
import type { PaceSignal } from '@sojourn/shared/session/pace';
import type { TherapistView } from '@sojourn/shared/session/view';
import { minutesWords } from '../../connection/words.ts';
import { t } from '../../language/index.ts';
import type { Tone } from '../../ui/index.ts';
import { faceOf, type WhereFacts } from './face-model.ts';
import { PACE_ANSWERS, PACE_WORDS } from './kind-words.ts';

/* What became of offers and wishes, for the therapist (GR2, GR11). */

export const whereOf = ({ t0, papers, people }: TherapistView): WhereFacts => ({
  t0,
  place: papers.location?.place ?? null,
  chaperone: people.chaperone.admission === 'admitted' ? people.chaperone.name : null,
});

export interface OfferLine {
  offerId: string;
  title: string;
  /** The line that the client is at. */
  line: string;
  /** "Line 2 of 4"; null for one line. */
  place: string | null;
  words: string;
  tone: Tone;
  spoken: boolean;
  /** Title of what comes after it; null at the end. */
  next: string | null;
}

export function offerLine(view: TherapistView, offer: PromptOffer, now: number): OfferLine {
  const facts = whereOf(view);
  const face = faceOf(offer, facts);
  const { length } = face?.lines ?? [];
  const [following] = offer.following;
  const slower = offer.slowerAskedAt !== null && isCurrent(offer);
  return {
    offerId: offer.offerId,
    title: face?.title ?? offer.promptId,
    line: face?.lines[offer.step] ?? '',
    place: length > 1 ? t('Line {at} of {all}', { at: offer.step + 1, all: length }) : null,
    words: offerWords(offer, view.people.client.name || t('The client'), now),
    tone: slower ? 'medium' : OFFER_TONE[offer.state],
    spoken: offer.spoken,
    next: following === undefined ? null : titleOf(view, following),
  };
}

/** Also of the practice's and the client's own. */
function titleOf(view: TherapistView, promptId: string): string {
  const exercise = view.care.policy.exercises?.find(
    (own) => `practice/${own.exerciseId}` === promptId,
  );
  const words = exercise ? { title: exercise.title, lines: exercise.lines } : null;
  const own = promptId === 'phrase' ? { title: '', lines: [''] } : words;
  return faceOf({ promptId, words: own }, whereOf(view))?.title ?? promptId;
}

const OFFER_TONE: Record<PromptOffer['state'], Tone> = {
  offered: 'waiting',
  shown: 'accent',
  kept: 'ok',
  dismissed: 'waiting',
  withdrawn: 'waiting',
  replaced: 'waiting',
};

function offerWords(offer: PromptOffer, name: string, now: number): string {
  const alone = offer.offeredBy === 'client';
  const time = minutesWords(now - (offer.shownAt ?? now));
  switch (offer.state) {
    case 'offered':
      return t('On its way, not shown yet');
    case 'shown':
      return alone
        ? t('Opened alone. Shown for {time}', { time })
        : t('Shown for {time}', { time });
    case 'kept':
      return t('Kept by {name}, shown for {time}', { name, time });
    case 'dismissed':
      return t('{name} put it away', { name });
    case 'withdrawn':
      return t('Taken back');
    case 'replaced':
      return t('Replaced by another');
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

export interface PaceLine {
  signalId: string;
  words: string;
  /** "2 minutes ago", and how often. */
  when: string;
  answer: string;
  tone: Tone;
}

const PACE_TONE: Record<PaceSignal['kind'], Tone> = {
  another: 'accent',
  slower: 'medium',
  quiet: 'medium',
  stay: 'medium',
  ok: 'ok',
};

/** What waits for the therapist, the oldest first (GR11). */
export const paceLines = ({ pace, people }: TherapistView, now: number): PaceLine[] =>
  pace
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ signalId, kind, at, times }) => {
      const time = minutesWords(now - at);
      return {
        signalId,
        words: t(PACE_WORDS[kind], { name: people.client.name || t('The client') }),
        when:
          times === 1
            ? t('For {time}', { time })
            : t('For {time}, pressed {times} times', { time, times }),
        answer: t(PACE_ANSWERS[kind]),
        tone: PACE_TONE[kind],
      };
    });
