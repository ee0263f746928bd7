import { US_STATES, type UsState } from '@sojourn/shared/care/us-state';
import { expect, test } from 'vitest';
import { lasted, localTime } from './local-time.ts';

const SUMMER = Date.UTC(2026, 4, 4, 21, 6);
const states = Object.keys(US_STATES) as UsState[];

test.each([
  ['CO', '3:06\u00A0PM', 'Mountain Daylight Time (America/Denver)'],
  ['AZ', '2:06\u00A0PM', 'Mountain Standard Time (America/Phoenix)'],
  ['NY', '5:06\u00A0PM', 'Eastern Daylight Time (America/New_York)'],
  ['HI', '11:06\u00A0AM', 'Hawaii-Aleutian Standard Time (Pacific/Honolulu)'],
] as const)('[RC6] times are those of %s, and say so', (state, time, zone) => {
  const local = localTime(state);
  expect(local.time(SUMMER)).toBe(time);
  expect(local.zone(SUMMER)).toBe(zone);
});

test('[RC6] every state has a zone that exists, and no known place is UTC', () => {
  for (const state of states) expect(localTime(state).full(SUMMER)).toMatch(/^May 4, 2026, /);
  expect(localTime(null).zone(SUMMER)).toBe('Coordinated Universal Time (UTC)');
});

test('a session over midnight tells the days where the client is', () => {
  const late = Date.UTC(2026, 4, 5, 5, 59);
  expect(localTime('CO').day(late)).toBe('Monday, May 4, 2026');
  expect(localTime('NY').day(late)).toBe('Tuesday, May 5, 2026');
});

test.each([
  [400, '0:00'],
  [12_000, '0:12'],
  [63_000, '1:03'],
  [3_725_000, '62:05'],
])('%i ms lasted %s', (ms, words) => expect(lasted(ms)).toBe(words));
