import type { ApiError } from '@sojourn/shared/http/api';
import { faultsOfApi, type Faults } from './faults.ts';
import { t } from '../language/index.ts';

/* Between what stands in a form's fields, as typed, and what is sent. */

/** What was typed, or null where nothing was: the schemas say what they want of it. */
export const textOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typed);

/** A number's field: undefined when it is empty, NaN when it is no whole number. */
export function wholeNumber(typed: string): number | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^-?\d{1,12}$/.test(text) ? Number(text) : NaN;
}

/** Schemas call what is no number "missing": these fields are not empty, and their fault says so. */
export function notWhole<Path extends string>(
  draft: Readonly<Record<Path, string>>,
  paths: readonly Path[],
): Faults {
  const faulty = paths.filter((path) => Number.isNaN(wholeNumber(draft[path])));
  return Object.fromEntries(
    faulty.map((path) => [path, t('Write a whole number in digits, for example 12.')]),
  );
}

/** The dotted path of every field of a form: "home.zip", "emergencyContacts.0.phone". */
function fieldPaths(draft: unknown, before = ''): string[] {
  const isList = Array.isArray(draft) && draft.every((entry) => typeof entry !== 'object');
  if (typeof draft !== 'object' || draft === null || isList) return [before];
  return Object.entries(draft).flatMap(([key, value]) =>
    fieldPaths(value, before ? `${before}.${key}` : key),
  );
}

/** The first fault that no field of the form shows; it must stand somewhere. */
export function looseFault(faults: Faults, draft: unknown): string | null {
  const shown = new Set(fieldPaths(draft));
  return Object.entries(faults).find(([path]) => !shown.has(path))?.[1] ?? null;
}

/** Faults less those of these fields, which are being written anew. */
export const faultsWithout = (faults: Faults, fields: readonly string[]): Faults =>
  Object.fromEntries(
    Object.entries(faults).filter(
      ([path]) => !fields.some((field) => path === field || path.startsWith(`${field}.`)),
    ),
  );

/** @param part of the command that the form writes, as paths begin with it: "record", "terms" */
export function faultsOfPart(faults: Faults, part: string): Faults {
  const start = `${part}.`;
  return Object.fromEntries(
    Object.entries(faults).map(([path, words]) => [
      path.startsWith(start) ? path.slice(start.length) : path,
      words,
    ]),
  );
}

/** A reply's faults at the form's fields; the server's paths begin with "command" where one was sent. */
export const faultsOfReply = (error: ApiError, part: string): Faults =>
  faultsOfPart(faultsOfApi(error, 'command.'), part);
