/** Presses that a socket may make at once, and per second after that: far above any person's hand. */
const BURST = 20;
const PER_SECOND = 5;

/** A token bucket for one socket, so that a broken or hostile page cannot crowd out other sessions. */
export interface Throttle {
  /** True when one more press may go to the database now. */
  admit(): boolean;
}

/** @param clock ms since the epoch */
export function createThrottle(clock: () => number): Throttle {
  let left = BURST;
  let at = clock();
  return {
    admit() {
      const now = clock();
      left = Math.min(BURST, left + (Math.max(0, now - at) / 1_000) * PER_SECOND);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
