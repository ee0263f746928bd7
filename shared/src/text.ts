import { z } from 'zod';
import { words } from './words.ts';

/**
 * A control character; half of a surrogate pair: a cut emoji, which the database cannot keep; or an
 * override of the writing direction, which would scramble the words around it.
 */
const UNSHOWABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** The same, but lines may end: for texts of several lines. */
const UNSHOWABLE_IN_LINES = /[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** Anything but spaces and marks that draw nothing by themselves (zero-width, direction). */
const VISIBLE = /[^\p{Z}\p{Cf}\p{Cc}]/u;

const text = (what: string, max: number, unshowable: RegExp) =>
  z
    .string(words('{what} must be text.', { what }))
    .trim()
    .min(1, words('{what} is missing.', { what }))
    .max(
      max,
      words('{what} is too long: at most {max} characters.', {
        what,
        max: max.toLocaleString('en-US'),
      }),
    )
    .refine((typed) => VISIBLE.test(typed), words('{what} is missing.', { what }))
    .refine(
      (typed) => !unshowable.test(typed),
      words('{what} contains characters that cannot be shown.', { what }),
    );

/**
 * Text that a person typed: trimmed, any script, something to see, no control characters, at most `max` long.
 * `what` names it in the error, as the start of a sentence ("Your name").
 */
export const typedText = (what: string, max: number) => text(what, max, UNSHOWABLE);

/** As `typedText`, of several lines. */
export const typedLines = (what: string, max: number) =>
  z
    .string(words('{what} must be text.', { what }))
    .transform((typed) => typed.replaceAll('\r\n', '\n'))
    .pipe(text(what, max, UNSHOWABLE_IN_LINES));

export const personName = (what: string) => typedText(what, 60);

/** A dialable number: an optional +, 5 to 15 digits (E.164), with the usual separators. */
export const phoneNumber = (what: string) =>
  z
    .string(words('{what} must be text.', { what }))
    .trim()
    .regex(
      /^\+?[\d\p{Zs}().-]{5,24}$/u,
      words('{what} is not a phone number: use digits, for example +1 303 555 0147.', { what }),
    )
    .refine(
      (typed) => {
        const digits = typed.replace(/\D/g, '').length;
        return digits >= 5 && digits <= 15;
      },
      words('{what} must have 5 to 15 digits.', { what }),
    );

/** ms since the epoch, in years in which people are treated. `what` as the start of a sentence. */
export const moment = (what: string) =>
  z
    .int(words('{what} is missing.', { what }))
    .min(Date.UTC(2000, 0, 1), words('{what} is too far in the past.', { what }))
    .max(Date.UTC(2100, 0, 1), words('{what} is too far in the future.', { what }));
