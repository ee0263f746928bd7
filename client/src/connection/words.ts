import { THE_ROLE, type Role } from '@sojourn/shared/session/role';
import { locale, plural, t, told } from '../language/index.ts';
/** Whole minutes between two times in ms, never negative. */
export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / 60_000));

/** "0:42", "12:05", "1:02:11": a duration in ms for somebody who watches it. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** "less than a minute", "1 minute", "12 minutes". */
export function minutesWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes === 0) return t('less than a minute');
  return plural(minutes, { one: '{count} minute', other: '{count} minutes' });
}

/** A name, or the role in words where nobody has given one yet. */
export const nameOr = (name: string, role: Role): string => name || told(THE_ROLE[role]);

export const telLink = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** "at 2:32 PM": where the language wants another word by the hour, as Spanish does at one. */
export function atHourWords(at: number): string {
  const hour = hourWords(at);
  return /^0?1\D/.test(hour) ? t('one|at {hour}', { hour }) : t('at {hour}', { hour });
}

/** "14:32" or "2:32 PM", as this browser's people write it. */
export const hourWords = (at: number): string =>
  new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit' });
