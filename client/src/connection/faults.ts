import type { ApiError } from '@sojourn/shared/http/api';
import type { Rejection } from '@sojourn/shared/rejection';
import type { z } from 'zod';
import { told } from '../language/index.ts';

/** What is wrong with each field, by its dotted path; `form` is what belongs to no field. */
export type Faults = Readonly<Record<string, string>>;

export const NO_FAULTS: Faults = {};

/** The first fault of each field, by the schema that the server asks, too. */
export function faultsOf(error: z.ZodError): Faults {
  const faults: Record<string, string> = {};
  for (const { path, message } of error.issues) faults[path.join('.') || 'form'] ??= told(message);
  return faults;
}

/** A refusal stands at its field, where it names one. */
export const faultsOfRejection = ({ field, message }: Rejection): Faults => ({
  [field ?? 'form']: told(message),
});

/** @param prefix what the server's paths begin with and the form's do not: "command.record." */
export function faultsOfApi({ message, fields }: ApiError, prefix = ''): Faults {
  const entries = Object.entries(fields ?? {}).map(([path, words]) => [
    path.startsWith(prefix) ? path.slice(prefix.length) : path,
    told(words),
  ]);
  return entries.length > 0 ? (Object.fromEntries(entries) as Faults) : { form: told(message) };
}
