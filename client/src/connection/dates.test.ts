import { speak } from '../language/language.ts';
import { expect, test } from 'vitest';
import {
  dayBegins,
  dayEnds,
  fromLocalInput,
  lastDayInput,
  nearDayWords,
  timeWords,
  toDateInput,
  toLocalInput,
} from './dates.ts';

test('a last day counts to its end: a clearance until today still holds this evening', () => {
  const until = dayEnds('2026-11-24');
  expect(new Date(2026, 10, 24, 23, 59).getTime()).toBeLessThan(until);
  expect(until).toBe(dayBegins('2026-11-25'));
  expect(lastDayInput(until)).toBe('2026-11-24');
});

test('the night in which the clocks change does not shorten a day', () => {
  for (const date of ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01']) {
    expect(lastDayInput(dayEnds(date))).toBe(date);
    expect(toDateInput(dayBegins(date))).toBe(date);
  }
});

test('what is typed comes back as it was typed', () => {
  expect(toLocalInput(fromLocalInput('2026-11-24T18:05'))).toBe('2026-11-24T18:05');
});

test('an empty field is no time at all, and not 1970', () => {
  expect([fromLocalInput(''), dayBegins(''), dayEnds('')]).toEqual([NaN, NaN, NaN]);
});

test('a day near by is said as people say it', () => {
  const now = fromLocalInput('2026-11-24T23:30');
  expect(nearDayWords(fromLocalInput('2026-11-24T00:10'), now)).toBe('today');
  expect(nearDayWords(fromLocalInput('2026-11-25T00:10'), now)).toBe('tomorrow');
  expect(nearDayWords(fromLocalInput('2026-11-23T23:59'), now)).toBe('yesterday');
  expect(nearDayWords(fromLocalInput('2026-11-27T09:00'), now)).toMatch(/^on .*27/);
  expect(timeWords(fromLocalInput('2026-11-25T09:00'), now)).toMatch(/^Tomorrow, .*9/);
});

test('a time of another year is not taken for one of this year', () => {
  const now = fromLocalInput('2026-01-10T12:00');
  expect(timeWords(fromLocalInput('2025-11-25T09:00'), now)).toContain('2025');
  expect(timeWords(fromLocalInput('2026-11-25T09:00'), now)).not.toContain('2026');
});

test('[LA1] a day that is not near is written in the chosen language, whatever the browser’s own is', () => {
  speak({ language: 'es', catalogue: new Map() });
  const words = timeWords(fromLocalInput('2026-12-03T10:00'), fromLocalInput('2026-11-24T12:00'));
  speak({ language: 'en', catalogue: new Map() });
  expect(words).toMatch(/^jue/);
});
