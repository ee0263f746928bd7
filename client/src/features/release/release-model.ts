import { Criterion, CRITERION_WORDS } from '@sojourn/shared/session/criterion';
import { can } from '@sojourn/shared/session/can';
import type { TherapistView } from '@sojourn/shared/session/view';
import { counted } from '@sojourn/shared/session/vitals-standing';
import { readingWords } from '@sojourn/shared/session/vitals-words';
import { atHourWords, hourWords } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';

interface CriterionLine {
  criterion: Criterion;
  title: string;
  /** What the value field begins with: what is already known. */
  suggestion: string;
  ticked: { met: boolean; words: string } | null;
}

export interface ReleaseModel {
  lines: readonly CriterionLine[];
  therapist: string | null;
  chaperone: string | null;
  canSign: boolean;
}

function suggestionFor(criterion: Criterion, view: TherapistView): string {
  const last = counted(view.vitals).at(-1);
  if (criterion === 'vitals_stable' && last) {
    return t('{reading} {at}', { reading: readingWords(last), at: atHourWords(last.takenAt) });
  }
  return '';
}

/** Null outside the release. @param now the server's clock, ms */
export function releaseModel(view: TherapistView, now: number): ReleaseModel | null {
  if (view.phase !== 'release') return null;
  const { criteria, signatures } = view.release;
  const signed = (role: 'therapist' | 'chaperone') => {
    const signature = signatures[role];
    return signature && `${signature.name}, ${hourWords(signature.at)}`;
  };
  return {
    lines: Criterion.options.map((criterion) => {
      const ticked = criteria[criterion];
      return {
        criterion,
        title: told(CRITERION_WORDS[criterion]),
        suggestion: suggestionFor(criterion, view),
        ticked: ticked
          ? { met: ticked.met, words: `${ticked.value} · ${hourWords(ticked.at)}` }
          : null,
      };
    }),
    therapist: signed('therapist'),
    chaperone: signed('chaperone'),
    canSign: can(view, { type: 'release.sign', name: 'x', expectedRevision: view.revision }, now),
  };
}
