/** Breaths a minute that can be chosen: slower than rest, and never so slow that air is missed. */
export const PACE = { least: 4, most: 8, usual: 5.5, step: 0.5 } as const;

/** Of each breath, how much is the way out: longer than the way in, with no hold between (GR5). */
const OUT = 0.6;

export interface Breath {
  going: 'in' | 'out';
  /** How full: 0 empty, 1 full; it moves as a breath does, softly at both ends. */
  full: number;
  /** Which breath since the beginning, from 0. */
  count: number;
}

/** What was asked for, within what can be chosen. */
export const paceOf = (breathsPerMinute: number): number =>
  Number.isFinite(breathsPerMinute)
    ? Math.min(PACE.most, Math.max(PACE.least, breathsPerMinute))
    : PACE.usual;

/** ms */
export const breathLength = (breathsPerMinute: number): number => 60_000 / paceOf(breathsPerMinute);

/** ms of the way in and of the way out. */
export function waysOf(breathsPerMinute: number): { in: number; out: number } {
  const length = breathLength(breathsPerMinute);
  return { in: length * (1 - OUT), out: length * OUT };
}

/** Where the breath is, ms after the first way in began. */
export function breathAt(elapsed: number, breathsPerMinute: number): Breath {
  const ways = waysOf(breathsPerMinute);
  const length = ways.in + ways.out;
  const since = Math.max(0, elapsed);
  const within = since % length;
  const count = Math.floor(since / length);
  return within < ways.in
    ? { going: 'in', full: soft(within / ways.in), count }
    : { going: 'out', full: 1 - soft((within - ways.in) / ways.out), count };
}

const soft = (share: number) => (1 - Math.cos(Math.PI * share)) / 2;

/** Another pace, without a jump: how long ago a breath of the new pace would have begun to be here now. */
export const atNewPace = (elapsed: number, from: number, to: number): number =>
  (elapsed / breathLength(from)) * breathLength(to);

export const PACES: readonly number[] = Array.from(
  { length: (PACE.most - PACE.least) / PACE.step + 1 },
  (_, index) => PACE.least + index * PACE.step,
);
