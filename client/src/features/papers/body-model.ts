import type { Command } from '@sojourn/shared/session/command';
import { plural, t } from '../../language/index.ts';

/** Under this many hours without food the therapist talks about it (domain: fasting 4–6 h). */
const SHORT_FAST = 4;

export const isShortFast = (hours: number): boolean => hours < SHORT_FAST;

/** "5", "5.5", "5,5": whole hours, rounded down, which is the careful side. NaN: not a number. */
export function hoursOf(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN;
}

/** The schema calls missing what is no number: the field is not empty, and its fault says so. */
export const hoursFault = (typed: string): string | null =>
  typed.trim() !== '' && Number.isNaN(hoursOf(typed))
    ? t('Please write the hours in digits, for example 5.')
    : null;

export const hoursWords = (hours: number): string =>
  plural(hours, { one: '{count} hour', other: '{count} hours' });

/** NaN is said in the schema's words. */
export const fastingCommand = (typed: string): Command => ({
  type: 'fasting.report',
  hours: hoursOf(typed),
});
