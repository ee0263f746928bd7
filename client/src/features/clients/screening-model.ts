import type { CareCommand } from '@sojourn/shared/care/command';
import { isCleared, type Screening } from '@sojourn/shared/care/screening';
import type { CareView } from '@sojourn/shared/care/view';
import type { Result } from '@sojourn/shared/result';
import { readCareCommand } from '../../connection/care-form.ts';
import { dayBegins, dayEnds, lastDayWords, toDateInput } from '../../connection/dates.ts';
import type { Faults } from '../../connection/faults.ts';
import type { RadioOption, Tone } from '../../ui/index.ts';
import { m, t } from '../../language/index.ts';

type Outcome = Screening['outcome'];

export const OUTCOMES: readonly RadioOption<Outcome>[] = [
  { value: 'cleared', label: m('Cleared'), description: m('May be treated, until a last day') },
  { value: 'pending', label: m('Pending'), description: m('Something is still being looked at') },
  { value: 'not_cleared', label: m('Not cleared'), description: m('Is not to be treated') },
];

/** What stands in the form's fields, as typed. */
export interface ScreeningDraft {
  outcome: Outcome | null;
  by: string;
  decidedAt: string;
  validUntil: string;
}

export const draftOf = (care: CareView, now: number): ScreeningDraft => ({
  outcome: null,
  by: care.screening?.by ?? care.orders.at(-1)?.terms.prescriberName ?? '',
  decidedAt: toDateInput(now),
  validUntil: '',
});

/** Only a clearance has a last day; it counts to its end. */
export function readScreening(
  draft: ScreeningDraft,
  care: CareView,
  now: number,
): Result<CareCommand, Faults> {
  const { outcome, by } = draft;
  const until = outcome === 'cleared' && draft.validUntil ? dayEnds(draft.validUntil) : null;
  const screening = { outcome, by, decidedAt: dayBegins(draft.decidedAt), validUntil: until };
  return readCareCommand({ type: 'screening.record', screening }, care, 'screening', now);
}

/** @param now ms since the epoch */
export function screeningStanding(
  screening: Screening | null,
  now: number,
): { words: string; tone: Tone } {
  if (screening === null) return { words: t('No decision yet'), tone: 'waiting' };
  const { outcome, validUntil } = screening;
  if (outcome === 'pending') return { words: t('Pending'), tone: 'waiting' };
  if (outcome === 'not_cleared') return { words: t('Not cleared'), tone: 'lost' };
  const day = validUntil === null ? '' : lastDayWords(validUntil);
  return isCleared(screening, now)
    ? { words: t('Cleared until {day}', { day }), tone: 'ok' }
    : { words: t('Ran out after {day}', { day }), tone: 'lost' };
}
