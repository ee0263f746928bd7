/** Root mean square that a voice passes, and the hum of a quiet room does not. */
const HEARD = 0.012;
/** ms that music stays low after a voice: the gaps between words are no silence. */
const HOLD = 1_400;

export interface Duck {
  low: boolean;
  /** When a voice was last heard, ms. */
  heardAt: number;
}

export const NOT_DUCKED: Duck = { low: false, heardAt: -HOLD };

/** One look. @param level of the therapist's voice, root mean square · @param speaking the device speaks itself */
export function stepDuck(
  duck: Duck,
  { level, speaking, now }: { level: number; speaking: boolean; now: number },
): Duck {
  const heardAt = level >= HEARD || speaking ? now : duck.heardAt;
  return { heardAt, low: now - heardAt < HOLD };
}

/** Music under a voice: there, and not in its way. */
export const DUCKED = 0.2;
/** s, as Web Audio counts: quick to make way, slow to come back. */
export const DUCK_TIME = { down: 0.09, up: 0.9 } as const;
