import { can } from '@sojourn/shared/session/can';
import { Criterion } from '@sojourn/shared/session/criterion';
import type { ChaperoneView, SessionView } from '@sojourn/shared/session/view';
import { hourWords, minutesWords } from '../../connection/words.ts';
import { m, t } from '../../language/index.ts';

export interface DutiesState {
  agreed: boolean;
  name: string;
  phone: string;
}

/** The chaperone's own paper, in the lobby and in the room; null once it is not asked for any more. */
export function dutiesOf(view: SessionView | null): DutiesState | null {
  switch (view?.screen) {
    case 'lobby':
      return view.duties && { ...view.duties, phone: view.duties.phone ?? '', name: view.name };
    case 'chaperone':
      return (
        view.duties && {
          ...view.duties,
          phone: view.duties.phone ?? '',
          name: view.people.chaperone.name,
        }
      );
    default:
      return null;
  }
}

/** The release criteria as the person beside the client sees them. */
const PLAIN: Record<Criterion, string> = {
  vitals_stable: m('Blood pressure and pulse are steady'),
  oriented: m('They know who and where they are, and what day it is'),
  walks: m('They walk without help, and are not dizzy'),
  nausea: m('They feel little or no nausea'),
  adult_present: m('You are with them, and know what to watch for'),
  chaperone_stays: m('You stay until they move safely'),
  no_driving: m('They know not to drive before a night’s sleep'),
};

export interface ReleaseLine {
  criterion: Criterion;
  words: string;
  /** What the therapist saw or measured; null: not gone through yet. */
  value: string | null;
  met: boolean;
}

export interface ReleaseModel {
  lines: readonly ReleaseLine[];
  /** What signing still waits for, each in a sentence; empty when it waits for nothing. */
  waits: readonly string[];
  canSign: boolean;
  /** "Sam, 5:12 PM" once signed. */
  signed: string | null;
  /** The same of the therapist. */
  therapistSigned: string | null;
}

/** @param now ms since the epoch, server's clock */
export function releaseModel(view: ChaperoneView, now: number): ReleaseModel | null {
  const { release } = view;
  if (!release) return null;
  const { criteria, signatures, allMet, observedUntil } = release;
  const lines = Criterion.options.map((criterion) => ({
    criterion,
    words: t(PLAIN[criterion]),
    value: criteria[criterion]?.value ?? null,
    met: criteria[criterion]?.met === true,
  }));
  const early = observedUntil !== null && now < observedUntil;
  const signature = (signed: { name: string; at: number } | null) =>
    signed && `${signed.name}, ${hourWords(signed.at)}`;
  return {
    lines,
    waits: [
      ...(allMet ? [] : [t('Your therapist goes through these points with you first.')]),
      ...(early
        ? [
            t('The time of watching goes on until {time}: {minutes} more.', {
              time: hourWords(observedUntil),
              minutes: minutesWords(observedUntil - now + 59_999),
            }),
          ]
        : []),
    ],
    canSign:
      signatures.chaperone === null &&
      can(view, { type: 'release.sign', name: '-', expectedRevision: view.revision }, now),
    signed: signature(signatures.chaperone),
    therapistSigned: signature(signatures.therapist),
  };
}
