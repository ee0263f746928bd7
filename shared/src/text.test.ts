import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { moment, personName, phoneNumber, typedLines, typedText } from './text.ts';

const fault = (schema: z.ZodType, typed: unknown): string | undefined =>
  schema.safeParse(typed).error?.issues[0]?.message;

const WORDS = typedText('The reason', 20);
const LINES = typedLines('The note', 2_000);

describe('a line that a person typed', () => {
  test.each([
    ['as it is', 'Slept badly', 'Slept badly'],
    ['without the spaces around it', ' \u00a0Slept badly\t', 'Slept badly'],
    ['in Arabic', 'نمت سيئا', 'نمت سيئا'],
    ['with a family of emoji', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
    ['with a joiner that a script needs', 'می‌خواهم', 'می‌خواهم'],
    ['of as many characters as there may be', 'a'.repeat(20), 'a'.repeat(20)],
  ])('[CM3] is kept %s', (_how, typed, kept) => expect(WORDS.parse(typed)).toBe(kept));

  test.each([
    ['nothing', ''],
    ['spaces', ' \u3000\u00a0 '],
    ['what nobody sees', '\u200b\u200e\u2060'],
    ['too long', 'a'.repeat(21)],
    ['20,000 characters', 'a'.repeat(20_000)],
    ['two lines', 'Slept\nbadly'],
    ['a control character', 'Slept\u0007badly'],
    ['a deletion', 'Slept\u007fbadly'],
    ['half of an emoji', 'Slept \ud83d'],
    ['its other half', '\ude00 slept'],
    ['a turn of the writing direction', 'Slept \u202eyldab'],
    ['an isolate', '\u2067Slept\u2069'],
    ['a number', 7],
    ['null', null],
    ['a list', ['Slept']],
  ])('[CM3] is refused in words that name it: %s', (_what, typed) =>
    expect(fault(WORDS, typed)).toMatch(/^The reason .*\.$/),
  );
});

describe('words of several lines', () => {
  test('[CM3 WA1] keep their lines and tabs; lines end as on every machine', () => {
    expect(LINES.parse('Eyes closed.\r\n\tBreathing calmly.\n')).toBe(
      'Eyes closed.\n\tBreathing calmly.',
    );
  });

  test.each(['\n\n', 'a\u0000b', 'a\u001bb', 'a\rb', '\ud83d', 'a'.repeat(20_000), undefined])(
    '[CM3] are refused when they cannot be kept: %#',
    (typed) => expect(fault(LINES, typed)).toMatch(/^The note .*\.$/),
  );

  test('[CM3] what is too long says how long it may be', () => {
    expect(fault(LINES, 'a'.repeat(20_000))).toBe(
      'The note is too long: at most 2,000 characters.',
    );
  });
});

test.each(['Robin', 'J.', 'Zoë', '明美', 'محمد', 'ओम', 'О’Ши', '👩🏽‍🚀', 'a'.repeat(60)])(
  '[CM3] a name is whatever a person is called: %s',
  (name) => expect(personName('Your name').parse(name)).toBe(name),
);

describe('a phone number', () => {
  const phone = phoneNumber('The client’s phone number');

  test.each(['+1 303 555 0147', '(303) 555-0147', '303.555.0147', '12345', '+491512345678901'])(
    '[CM3 AL7] that can be dialled is taken as it was typed: %s',
    (typed) => expect(phone.parse(typed)).toBe(typed),
  );

  test.each(['911', '9-1-1', '', 'home', '+', '()()()', '1234567890123456', '+1 303 555 014x', 5])(
    '[CM3 AL7] that cannot be dialled in need is refused: %j',
    (typed) => expect(fault(phone, typed)).toMatch(/^The client’s phone number .*\.$/),
  );
});

test.each([
  [Date.UTC(2026, 4, 4), null],
  [undefined, 'The time is missing.'],
  ['2026-05-04', 'The time is missing.'],
  [1.5, 'The time is missing.'],
  [Date.UTC(1999, 11, 31), 'The time is too far in the past.'],
  [Date.UTC(2100, 0, 2), 'The time is too far in the future.'],
])('[CM3] a moment is one in which people are treated: %j', (at, words) => {
  expect(fault(moment('The time'), at) ?? null).toBe(words);
});
