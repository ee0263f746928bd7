import type { Phase } from '@sojourn/shared/session/phase';

/** ms in which the screen grows light after the journey: too slowly to be seen moving. */
export const DAWN = 6 * 60_000;
/** With `prefers-reduced-motion` it goes in so many steps. */
const STEPS = 4;

const AFTER: readonly Phase[] = ['integration', 'release'];

/**
 * When the light began to come, ms; null while it is dark. A move on from the return does not hurry it;
 * a page that was loaded later has no beginning of its own, and is light.
 */
export function dawnBegan(
  before: number | null,
  { phase, phaseSince }: { phase: Phase; phaseSince: number },
): number | null {
  if (phase === 'return') return phaseSince;
  return AFTER.includes(phase) ? (before ?? 0) : null;
}

/** 0 dark to 1 light; null: it has not begun. Times in ms of one clock. */
export function dawnAt(began: number | null, now: number, reduced: boolean): number | null {
  if (began === null) return null;
  const share = Math.min(1, Math.max(0, (now - began) / DAWN));
  return reduced ? Math.floor(share * STEPS) / STEPS : share;
}
