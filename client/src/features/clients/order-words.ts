import type { CareState } from '@sojourn/shared/care/state';
import { isInForce, type Order, type OrderTerms } from '@sojourn/shared/care/order';
import { dayWords, lastDayWords } from '../../connection/dates.ts';
import type { Tone } from '../../ui/index.ts';

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
    ? { words: `In force until ${lastDayWords(validUntil)}`, tone: 'ok' }
    : { words: `From ${dayWords(validFrom)}`, tone: 'waiting' };
}

/** How and when an earlier version ended. */
export function endWords(
  { orderId, endedAt, terms }: Order,
  withdrawals: CareState['withdrawals'],
): string {
  if (endedAt === null) return `Ran out after ${lastDayWords(terms.validUntil)}`;
  const reason = withdrawals[orderId];
  return reason === undefined
    ? `Replaced on ${dayWords(endedAt)}`
    : `Withdrawn on ${dayWords(endedAt)}: ${reason}`;
}

export const doseWords = ({ tablets, strengthMg, medicine, form }: OrderTerms): string =>
  `${tablets} × ${strengthMg} mg ${medicine}, ${form}`;

export const holdWords = ({ holdMinutes, afterHold }: OrderTerms): string =>
  `Hold ${holdMinutes} ${holdMinutes === 1 ? 'minute' : 'minutes'}, then ${afterHold}`;

/** What the vitals are held against, and what follows the dose. */
export function limitFacts({ limits, booster, observationMinutes }: OrderTerms) {
  const { systolic, diastolic, heartRate, spo2Min } = limits;
  return [
    { term: 'Systolic', value: `${systolic.min}–${systolic.max} mmHg` },
    { term: 'Diastolic', value: `${diastolic.min}–${diastolic.max} mmHg` },
    { term: 'Heart rate', value: `${heartRate.min}–${heartRate.max} a minute` },
    { term: 'Oxygen (SpO₂)', value: spo2Min === null ? 'No limit' : `${spo2Min} % or more` },
    {
      term: 'Booster',
      value: booster
        ? `${booster.tablets} × from minute ${booster.earliestMinute}`
        : 'Not in the order',
    },
    { term: 'Observation', value: `${observationMinutes} min from the last dose` },
  ];
}
