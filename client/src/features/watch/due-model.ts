import { observedUntil } from '@sojourn/shared/session/guard';
import type { TherapistView } from '@sojourn/shared/session/view';
import { counted } from '@sojourn/shared/session/vitals-standing';
import { LOOK_EVERY, PRESSURE_AT } from '@sojourn/shared/session/watch';
import { minutesBetween } from '../../connection/words.ts';
import { t } from '../../language/index.ts';

export interface DueMark {
  what: 'hold' | 'look' | 'pressure' | 'observation';
  at: number;
  due: boolean;
  words: string;
}

/** A reading so near before the mark counts for it, ms. */
const PRESSURE_SLACK = 5 * 60_000;

/** Its end is a long way off at first, and the dose card says the hour: what is due next needs the place. */
const OBSERVATION_NEAR = 30 * 60_000;

/** What is expected next after the dose. Marks suggest; nothing happens by itself (PH2). */
export function dueMarks(view: TherapistView, now: number): DueMark[] {
  const { t0, dose, watch } = view;
  if (t0 === null || view.phase === 'closed') return [];
  const mark = (what: DueMark['what'], at: number, title: string): DueMark => {
    const due = now >= at;
    const late = minutesBetween(at, now);
    const words = due
      ? late > 0
        ? t('{title} due for {minutes} min', { title, minutes: late })
        : t('{title} due now', { title })
      : t('{title} in {minutes} min', { title, minutes: Math.ceil((at - now) / 60_000) });
    return { what, at, due, words };
  };
  const last = dose.taken.at(-1);
  const holding = last?.holdEndedAt === null;
  const holdMinutes = dose.order?.terms.holdMinutes ?? 0;
  const pressureAt = t0 + PRESSURE_AT;
  const measured = counted(view.vitals).some(
    ({ takenAt }) => takenAt >= pressureAt - PRESSURE_SLACK,
  );
  const until = observedUntil(view);
  const watching = view.phase !== 'release';
  return [
    ...(holding && last
      ? [mark('hold', last.at + holdMinutes * 60_000, t('End of the hold'))]
      : []),
    ...(watching ? [mark('look', (watch.lookedAt ?? t0) + LOOK_EVERY, t('Your look'))] : []),
    ...(measured ? [] : [mark('pressure', pressureAt, t('Blood pressure'))]),
    ...(until !== null && now < until && until - now <= OBSERVATION_NEAR
      ? [mark('observation', until, t('End of the observation'))]
      : []),
  ];
}
