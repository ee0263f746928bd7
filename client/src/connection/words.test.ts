import { expect, test } from 'vitest';
import { atHourWords, clockWords, minutesBetween, minutesWords, nameOr, telLink } from './words.ts';

test('[PH5] durations read as a clock and as minutes, and never negative', () => {
  expect(clockWords(42_000)).toBe('0:42');
  expect(clockWords(725_000)).toBe('12:05');
  expect(clockWords(3_731_000)).toBe('1:02:11');
  expect(clockWords(-5_000)).toBe('0:00');
  expect(minutesWords(59_999)).toBe('less than a minute');
  expect(minutesWords(60_000)).toBe('1 minute');
  expect(minutesWords(45 * 60_000)).toBe('45 minutes');
  expect(minutesBetween(120_000, 60_000)).toBe(0);
});

test('an hour after one is at that hour in English, as any other', () => {
  expect(atHourWords(new Date(2026, 0, 5, 13, 6).getTime())).toMatch(/^at 1/);
  expect(atHourWords(new Date(2026, 0, 5, 14, 6).getTime())).toMatch(/^at [21]/);
});

test('a phone number becomes a link that dials', () => {
  expect(telLink('+1 (303) 555-0147')).toBe('tel:+13035550147');
});

test('nobody is nameless', () => {
  expect(nameOr('', 'chaperone')).toBe('the chaperone');
  expect(nameOr('Sam', 'chaperone')).toBe('Sam');
});
