import type { Reading } from './vitals.ts';
import { outOfRange, type VitalsStanding } from './vitals-standing.ts';
import type { VitalsLimits } from '../care/order.ts';
import { words } from '../words.ts';

/** "128/82 mmHg, 76/min, SpO2 98%". */
export function readingWords({ systolic, diastolic, heartRate, spo2 }: Reading): string {
  const oxygen = spo2 === null ? '' : words(', SpO2 {spo2}%', { spo2 });
  return words('{systolic}/{diastolic} mmHg, {heartRate}/min{oxygen}', {
    systolic,
    diastolic,
    heartRate,
    oxygen,
  });
}

export const beyondWords = (reading: Reading, limits: VitalsLimits): string =>
  outOfRange(reading, limits).join(', ');

/** What the vitals stand at, for the therapist. */
export function vitalsWords(standing: VitalsStanding): string {
  switch (standing.standing) {
    case 'missing':
      return words('No vitals yet.');
    case 'stale':
      return words('The last vitals are older than 30 minutes.');
    case 'in_range':
      return words('Vitals within the order: {reading}.', {
        reading: readingWords(standing.reading),
      });
    case 'rest':
      return standing.beyond.length > 0
        ? words('Out of range ({list}). Five minutes of rest, then repeat.', {
            list: standing.beyond.join(', '),
          })
        : words(
            'In range, but measured too soon after one that was not. Rest five minutes, then repeat.',
          );
    case 'repeat':
      return standing.beyond.length > 0
        ? words('Out of range ({list}). Rested: measure again.', {
            list: standing.beyond.join(', '),
          })
        : words('Rested: measure again, the last reading came too soon.');
    case 'out_of_range':
      return words('Out of range again ({list}). The prescriber decides, or the session stops.', {
        list: standing.beyond.join(', '),
      });
    case 'overridden':
      return words('Out of range; {name} decided: {words}', {
        name: standing.override.prescriberName,
        words: standing.override.reason,
      });
  }
}
