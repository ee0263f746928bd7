import { locale, t } from '../language/index.ts';
/* Days and times as a person types and reads them, in this browser's time zone. */

/** A time for `<input type="datetime-local">`. */
export function toLocalInput(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** ms since the epoch, or NaN when the field is empty or half filled. */
export const fromLocalInput = (text: string): number => new Date(text).getTime();

/** A day for `<input type="date">`. */
export const toDateInput = (at: number): string => toLocalInput(at).slice(0, 10);

/** ms at which this day begins, or NaN when the field is empty. */
export const dayBegins = (date: string): number => new Date(`${date}T00:00`).getTime();

/** ms at which this day is over, the next midnight, or NaN: a last day counts to its end. */
export function dayEnds(date: string): number {
  const day = new Date(`${date}T00:00`);
  return day.setDate(day.getDate() + 1);
}

/** The last day of what ends at `until`, for `<input type="date">`. */
export const lastDayInput = (until: number): string => toDateInput(until - 1);

const HOUR = { hour: 'numeric', minute: '2-digit' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** "Today, 10:00", "Tue, Nov 24, 10:00", in the browser's own way; with its year where it is another. */
export function timeWords(at: number, now = Date.now()): string {
  const near = closeDay(at, now);
  if (near !== null) {
    const day = `${near.charAt(0).toUpperCase()}${near.slice(1)}`;
    return `${day}, ${new Date(at).toLocaleTimeString(locale(), HOUR)}`;
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Date(at).toLocaleString(locale(), { ...DAY, ...HOUR, ...year });
}

/** "November 24, 2026", in the browser's own way. */
export const dayWords = (at: number): string =>
  new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'long', year: 'numeric' });

/** The last day of what ends at `until`, in words. */
export const lastDayWords = (until: number): string => dayWords(until - 1);

/** A day that is the same everywhere, such as a date of birth: YYYY-MM-DD. */
export const dateWords = (date: string): string =>
  new Date(date).toLocaleDateString(locale(), { dateStyle: 'long', timeZone: 'UTC' });

function closeDay(at: number, now: number): string | null {
  const days = Math.round((dayBegins(toDateInput(at)) - dayBegins(toDateInput(now))) / 86_400_000);
  if (days === 0) return t('today');
  if (days === 1) return t('tomorrow');
  return days === -1 ? t('yesterday') : null;
}

const shortDay = (at: number) => new Date(at).toLocaleDateString(locale(), DAY);

/** "today", "tomorrow", "yesterday", or "on Tue, Nov 24". */
export const nearDayWords = (at: number, now: number): string =>
  closeDay(at, now) ?? t('on {day}', { day: shortDay(at) });

/** The same after "since": "yesterday", or "Tue, Nov 24". */
export const sinceWords = (at: number, now: number): string => closeDay(at, now) ?? shortDay(at);
