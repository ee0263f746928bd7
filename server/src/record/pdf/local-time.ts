import type { UsState } from '@sojourn/shared/care/us-state';

/** Where most people of a state live: a few states have two zones, and the page says which one it tells. */
const ZONES: Record<UsState, string> = {
  AL: 'America/Chicago',
  AK: 'America/Anchorage',
  AZ: 'America/Phoenix',
  AR: 'America/Chicago',
  CA: 'America/Los_Angeles',
  CO: 'America/Denver',
  CT: 'America/New_York',
  DE: 'America/New_York',
  DC: 'America/New_York',
  FL: 'America/New_York',
  GA: 'America/New_York',
  HI: 'Pacific/Honolulu',
  ID: 'America/Boise',
  IL: 'America/Chicago',
  IN: 'America/Indiana/Indianapolis',
  IA: 'America/Chicago',
  KS: 'America/Chicago',
  KY: 'America/New_York',
  LA: 'America/Chicago',
  ME: 'America/New_York',
  MD: 'America/New_York',
  MA: 'America/New_York',
  MI: 'America/Detroit',
  MN: 'America/Chicago',
  MS: 'America/Chicago',
  MO: 'America/Chicago',
  MT: 'America/Denver',
  NE: 'America/Chicago',
  NV: 'America/Los_Angeles',
  NH: 'America/New_York',
  NJ: 'America/New_York',
  NM: 'America/Denver',
  NY: 'America/New_York',
  NC: 'America/New_York',
  ND: 'America/Chicago',
  OH: 'America/New_York',
  OK: 'America/Chicago',
  OR: 'America/Los_Angeles',
  PA: 'America/New_York',
  PR: 'America/Puerto_Rico',
  RI: 'America/New_York',
  SC: 'America/New_York',
  SD: 'America/Chicago',
  TN: 'America/Chicago',
  TX: 'America/Chicago',
  UT: 'America/Denver',
  VT: 'America/New_York',
  VA: 'America/New_York',
  WA: 'America/Los_Angeles',
  WV: 'America/New_York',
  WI: 'America/Chicago',
  WY: 'America/Denver',
};

/** Moments in words, as one says them where the client is. All are ms since the epoch. */
export interface LocalTime {
  /** "3:06 PM". */
  time(at: number): string;
  /** "May 4, 2026". */
  date(at: number): string;
  /** "Monday, May 4, 2026". */
  day(at: number): string;
  /** "May 4, 2026, 3:06 PM". */
  full(at: number): string;
  /** "Mountain Daylight Time (America/Denver)". */
  zone(at: number): string;
}

/** @param state where the client is; null: not known, so UTC */
export function localTime(state: UsState | null): LocalTime {
  const timeZone = state === null ? 'UTC' : ZONES[state];
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat('en-US', { timeZone, ...options });
    return (at: number) => made.format(at);
  };
  const clock = format({ hour: 'numeric', minute: '2-digit' });
  // Kept on one line, and with a space that fonts have.
  const time = (at: number) => clock(at).replace(/\s/, '\u00A0');
  const date = format({ dateStyle: 'medium' });
  const long = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' });
  return {
    time,
    date,
    day: format({ dateStyle: 'full' }),
    full: (at) => `${date(at)}, ${time(at)}`,
    zone(at) {
      const name = long.formatToParts(at).find(({ type }) => type === 'timeZoneName');
      return `${name?.value ?? timeZone} (${timeZone})`;
    },
  };
}

/** "0:45", "12:05": minutes and seconds. */
export function lasted(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
