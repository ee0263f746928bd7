import { z } from 'zod';

/** Whose turn it is to meet a guard. `time`: nobody can do more than wait. */
export const Turn = z.enum(['therapist', 'client', 'chaperone', 'prescriber', 'time']);
export type Turn = z.infer<typeof Turn>;

export const MissingGuard = z.object({ guard: z.string(), turn: Turn, words: z.string() });
export type MissingGuard = z.infer<typeof MissingGuard>;

/** One condition of an entry, as it stands now. `words` say what it stands at, for the therapist. */
export interface Guard<Id extends string = string> {
  guard: Id;
  met: boolean;
  turn: Turn;
  words: string;
}

/** The guards that are not met, in their order. */
export const missing = (guards: readonly Guard[]): MissingGuard[] =>
  guards.filter(({ met }) => !met).map(({ guard, turn, words }) => ({ guard, turn, words }));

export const guard = <Id extends string>(
  id: Id,
  met: boolean,
  turn: Turn,
  words: string,
): Guard<Id> => ({ guard: id, met, turn, words });

/** What is missing, a sentence each. */
export const guardLines = (unmet: readonly MissingGuard[]): string =>
  unmet.map(({ words }) => words).join(' ');
