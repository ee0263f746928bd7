import type { SessionSnapshot } from './session-store.ts';

/**
 * ms without a connection until the screen counts on itself. A dead one is noticed within 4.3 s, so that
 * it is within ten seconds in all (WD3); a blink of the line changes no screen.
 */
const UNREACHED_AFTER = 5_000;

/** @param now this browser's clock, ms */
export function isUnreached(
  { view, link, linkSince, ended }: Pick<SessionSnapshot, 'view' | 'link' | 'linkSince' | 'ended'>,
  now: number,
): boolean {
  if (link === 'connected' || ended !== null) return false;
  // A page that has nothing to show yet does not wait.
  return (view === null && link === 'lost') || now - linkSince >= UNREACHED_AFTER;
}
