import { outOfRange, type Reading, type VitalsStanding } from './vitals.ts';
import type { VitalsLimits } from '../care/order.ts';

/** "128/82 mmHg, 76/min, SpO2 98%". */
export function readingWords({ systolic, diastolic, heartRate, spo2 }: Reading): string {
  const oxygen = spo2 === null ? '' : `, SpO2 ${spo2}%`;
  return `${systolic}/${diastolic} mmHg, ${heartRate}/min${oxygen}`;
}

export const beyondWords = (reading: Reading, limits: VitalsLimits): string =>
  outOfRange(reading, limits).join(', ');

/** What the vitals stand at, for the therapist. */
export function vitalsWords(standing: VitalsStanding): string {
  switch (standing.standing) {
    case 'missing':
      return 'No vitals yet.';
    case 'stale':
      return 'The last vitals are older than 30 minutes.';
    case 'in_range':
      return `Vitals within the order: ${readingWords(standing.reading)}.`;
    case 'rest':
      return standing.beyond.length > 0
        ? `Out of range (${standing.beyond.join(', ')}). Five minutes of rest, then repeat.`
        : 'In range, but measured too soon after one that was not. Rest five minutes, then repeat.';
    case 'repeat':
      return standing.beyond.length > 0
        ? `Out of range (${standing.beyond.join(', ')}). Rested: measure again.`
        : 'Rested: measure again, the last reading came too soon.';
    case 'out_of_range':
      return `Out of range again (${standing.beyond.join(', ')}). The prescriber decides, or the session stops.`;
    case 'overridden':
      return `Out of range; ${standing.override.prescriberName} decided: ${standing.override.reason}`;
  }
}
