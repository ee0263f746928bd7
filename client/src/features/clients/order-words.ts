import type { CareState } from '@sojourn/shared/care/state';
import { isInForce, type Order, type OrderTerms } from '@sojourn/shared/care/order';
import { dayWords, lastDayWords } from '../../connection/dates.ts';
import type { Tone } from '../../ui/index.ts';
import { m, plural, t } from '../../language/index.ts';

export interface Orders {
  /** In force now, or coming into force: each can be changed or withdrawn. The one in force first. */
  live: Order[];
  /** Ended, or run out; the newest first. */
  earlier: Order[];
}

export function sortedOrders(orders: readonly Order[], now: number): Orders {
  const isLive = ({ endedAt, terms }: Order) => endedAt === null && now < terms.validUntil;
  return {
    live: orders.filter(isLive).toSorted((a, b) => a.terms.validFrom - b.terms.validFrom),
    earlier: orders.filter((order) => !isLive(order)).toReversed(),
  };
}

/** @param now ms since the epoch */
export function orderStanding(order: Order, now: number): { words: string; tone: Tone } {
  const { validFrom, validUntil } = order.terms;
  return isInForce(order, now)
    ? { words: t('In force until {lastDay}', { lastDay: lastDayWords(validUntil) }), tone: 'ok' }
    : { words: t('From {day}', { day: dayWords(validFrom) }), tone: 'waiting' };
}

/** How and when an earlier version ended. */
export function endWords(
  { orderId, endedAt, terms }: Order,
  withdrawals: CareState['withdrawals'],
): string {
  if (endedAt === null)
    return t('Ran out after {lastDay}', { lastDay: lastDayWords(terms.validUntil) });
  const reason = withdrawals[orderId];
  return reason === undefined
    ? t('Replaced on {day}', { day: dayWords(endedAt) })
    : t('Withdrawn on {day}: {words}', { day: dayWords(endedAt), words: reason });
}

const FORMS = { lozenge: m('lozenge'), tablet: m('tablet'), troche: m('troche') } as const;
const AFTER = { spit: m('spit'), swallow: m('swallow') } as const;

export const doseWords = ({ tablets, strengthMg, medicine, form }: OrderTerms): string =>
  t('{tablets} × {strengthMg} mg {medicine}, {form}', {
    tablets,
    strengthMg,
    medicine,
    form: t(FORMS[form]),
  });

export const holdWords = ({ holdMinutes, afterHold }: OrderTerms): string =>
  plural(
    holdMinutes,
    {
      one: 'Hold {count} minute, then {what}',
      other: 'Hold {count} minutes, then {what}',
    },
    { what: t(AFTER[afterHold]) },
  );

/** What the vitals are held against, and what follows the dose. */
export function limitFacts({ limits, booster, observationMinutes }: OrderTerms) {
  const { systolic, diastolic, heartRate, spo2Min } = limits;
  return [
    { term: t('Systolic'), value: t('{min}–{max} mmHg', { min: systolic.min, max: systolic.max }) },
    {
      term: t('Diastolic'),
      value: t('{min}–{max} mmHg', { min: diastolic.min, max: diastolic.max }),
    },
    {
      term: t('Heart rate'),
      value: t('{min}–{max} a minute', { min: heartRate.min, max: heartRate.max }),
    },
    {
      term: t('Oxygen (SpO₂)'),
      value: spo2Min === null ? t('No limit') : t('{spo2Min} % or more', { spo2Min }),
    },
    {
      term: t('Booster'),
      value: booster
        ? t('{tablets} × from minute {earliestMinute}', {
            tablets: booster.tablets,
            earliestMinute: booster.earliestMinute,
          })
        : t('Not in the order'),
    },
    {
      term: t('Observation'),
      value: t('{observationMinutes} min from the last dose', { observationMinutes }),
    },
  ];
}
