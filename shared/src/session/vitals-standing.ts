import type { Order, VitalsLimits } from '../care/order.ts';
import { words } from '../words.ts';
import type { Override, Reading, Vitals } from './vitals.ts';

/* What the readings say of a dose: within the order's limits, to be repeated, or the prescriber's to decide (VT2, VT3). */

/** A reading is a baseline for this long, ms (our own decision). */
const FRESH = 30 * 60_000;
/** Rest before a repeated reading, ms (domain.md). */
const REST = 5 * 60_000;

/** What of a reading is outside the order's limits, in words; empty when nothing is. */
export function outOfRange(reading: Reading, limits: VitalsLimits): string[] {
  const { systolic, diastolic, heartRate, spo2 } = reading;
  const beyond = (what: string, value: number, { min, max }: { min: number; max: number }) =>
    value < min
      ? [words('{what} {value} below {min}', { what, value, min })]
      : value > max
        ? [words('{what} {value} above {max}', { what, value, max })]
        : [];
  return [
    ...beyond('systolic', systolic, limits.systolic),
    ...beyond('diastolic', diastolic, limits.diastolic),
    ...beyond(words('heart rate'), heartRate, limits.heartRate),
    ...(spo2 !== null && limits.spo2Min !== null && spo2 < limits.spo2Min
      ? [words('SpO2 {spo2} below {spo2Min}', { spo2, spo2Min: limits.spo2Min })]
      : []),
  ];
}

export const counted = (vitals: Vitals): Reading[] =>
  vitals.readings.filter(({ struck }) => struck === null).toSorted((a, b) => a.takenAt - b.takenAt);

/** What the vitals say about a dose now (VT2, VT3). */
export type VitalsStanding =
  | { standing: 'missing' | 'stale' }
  | { standing: 'in_range'; reading: Reading }
  /** Out of range, or repeated too soon: measure again at `until`, ms. */
  | { standing: 'rest'; reading: Reading; until: number; beyond: string[] }
  | { standing: 'repeat'; reading: Reading; beyond: string[] }
  /** Out of range again after the rest: the prescriber decides, or the session stops. */
  | { standing: 'out_of_range'; reading: Reading; beyond: string[] }
  | { standing: 'overridden'; reading: Reading; override: Override };

/** Too low, and not measured again: what is left out of the next reading is not in range (VT3). */
function oxygenLeftOut(
  readings: readonly Reading[],
  last: Reading,
  limits: VitalsLimits,
): string[] {
  const measured = readings.findLast(
    ({ spo2, takenAt }) => spo2 !== null && last.takenAt - takenAt <= FRESH,
  );
  const { spo2 = null } = measured ?? {};
  return measured === last || spo2 === null || limits.spo2Min === null || spo2 >= limits.spo2Min
    ? []
    : [words('SpO2 was {spo2} and was not measured again', { spo2 })];
}

/** By this order's limits. @param now ms since the epoch, server's clock */
export function vitalsStanding(vitals: Vitals, order: Order, now: number): VitalsStanding {
  const { limits } = order.terms;
  const readings = counted(vitals);
  const last = readings.at(-1);
  if (!last) return { standing: 'missing' };
  if (now - last.takenAt > FRESH) return { standing: 'stale' };
  const earlier = readings.filter(
    (reading) =>
      reading !== last &&
      last.takenAt - reading.takenAt <= FRESH &&
      outOfRange(reading, limits).length > 0,
  );
  const beyond = [...outOfRange(last, limits), ...oxygenLeftOut(readings, last, limits)];
  if (beyond.length === 0) {
    const tooSoon = earlier.at(-1);
    if (!tooSoon || last.takenAt - tooSoon.takenAt >= REST) {
      return { standing: 'in_range', reading: last };
    }
    return restOrRepeat(last, tooSoon.takenAt + REST, [], now);
  }
  const { override } = vitals;
  if (override?.readingId === last.readingId && override.order === orderName(order)) {
    return { standing: 'overridden', reading: last, override };
  }
  if (earlier.some((reading) => last.takenAt - reading.takenAt >= REST)) {
    return { standing: 'out_of_range', reading: last, beyond };
  }
  return restOrRepeat(last, last.takenAt + REST, beyond, now);
}

/** Names one version of an order. */
export const orderName = ({ orderId, version }: Order): string => `${orderId}/${version}`;

const restOrRepeat = (
  reading: Reading,
  until: number,
  beyond: string[],
  now: number,
): VitalsStanding =>
  now < until
    ? { standing: 'rest', reading, until, beyond }
    : { standing: 'repeat', reading, beyond };
