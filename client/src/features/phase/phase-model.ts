import type { Rejection } from '@sojourn/shared/rejection';
import { can, refusal } from '@sojourn/shared/session/can';
import { isReady, orderAt } from '@sojourn/shared/session/dose';
import { isOver, nextPhase, phaseTitle, type Phase } from '@sojourn/shared/session/phase';
import type { ChaperoneView, ClientView, TherapistView } from '@sojourn/shared/session/view';
import { clockWords, minutesBetween, nameOr } from '../../connection/words.ts';
import { phaseWords } from './phase-words.ts';
import { t, told } from '../../language/index.ts';

type RoomView = TherapistView | ClientView | ChaperoneView;

export interface BannerModel {
  phase: Phase;
  title: string;
  words: string;
  /** "12:05"; null once the session is over. */
  inPhase: string | null;
  /** Whole minutes since T0; null before it. */
  sinceDose: number | null;
}

/** @param now the server's clock, ms since the epoch */
export function bannerModel(view: RoomView, now: number): BannerModel {
  const { phase, phaseSince, t0 } = view;
  return {
    phase,
    title: told(phaseTitle(phase)),
    words: bannerWords(view),
    inPhase: isOver(phase) ? null : clockWords(now - phaseSince),
    sinceDose: t0 === null || isOver(phase) ? null : minutesBetween(t0, now),
  };
}

/** A session that was stopped says who did: it was theirs to say, and it was good (PH6). */
function bannerWords({ phase, screen, cancelledBy, people }: RoomView): string {
  const words = t(phaseWords(phase)[screen]);
  if (cancelledBy === null || cancelledBy === 'system') return words;
  if (cancelledBy === screen) return t('You stopped for today. That was a good decision.');
  const name = nameOr(people[cancelledBy].name, cancelledBy);
  const who = name.charAt(0).toUpperCase() + name.slice(1);
  return t('{name} stopped for today. That was a good decision.', { name: who });
}

const inWords = (refused: Rejection | null) => refused && told(refused.message);

export interface StepsModel {
  /** The next phase, when the therapist moves there by hand; `refused`: why not yet. */
  move: { to: Phase; label: string; refused: string | null } | null;
  dose: {
    /** Why Start dose cannot be pressed now; null when it can. */
    refused: string | null;
    started: boolean;
    /** What the two confirmations stand at. */
    words: string;
    /** The most that the order allows; what was seen may be less. */
    tablets: number;
  } | null;
  canCancel: boolean;
  canHandOver: boolean;
}

/** What the therapist can do with the phase now. @param now the server's clock, ms */
export function stepsModel(view: TherapistView, now: number): StepsModel {
  const next = nextPhase(view.kind, view.phase);
  const expectedRevision = view.revision;
  const canCancel = can(view, { type: 'session.cancel', reason: '-' }, now);
  const canHandOver = view.t0 !== null && !isOver(view.phase);
  if (view.phase !== 'ready') {
    const move = next && {
      to: next,
      label: t('Move to {phase}', { phase: told(phaseTitle(next)) }),
      refused: inWords(refusal(view, { type: 'phase.advance', to: next, expectedRevision }, now)),
    };
    return { move, dose: null, canCancel, canHandOver };
  }
  const tablets = orderAt(view, now)?.terms.tablets ?? 1;
  const refused = refusal(view, { type: 'dose.start', tablets, expectedRevision }, now);
  const client = nameOr(view.people.client.name, 'client');
  const started = view.dose.startedAt !== null;
  const ready = isReady(view, now);
  return {
    move: null,
    dose: {
      refused: inWords(refused),
      started,
      words: started
        ? t('You have confirmed. Waiting for {client}’s own “I’m ready”.', { client })
        : ready
          ? t('{client} is ready. Start the dose when the lozenge goes in.', { client })
          : t('{client} has not confirmed yet.', { client }),
      tablets,
    },
    canCancel,
    canHandOver,
  };
}
