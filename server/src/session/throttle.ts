export interface Pace {
  /** What may come at once. */
  burst: number;
  perSecond: number;
}

/** Presses of one role in one session, on all its connections: far above any person's hand. */
export const PRESSES: Pace = { burst: 20, perSecond: 5 };
/** New connections of one role in one session: tabs, and a phone that flaps. */
export const CONNECTIONS: Pace = { burst: 10, perSecond: 1 };

/** Token buckets by key, so that a broken or hostile page cannot crowd out other sessions. */
export interface Throttle {
  /** True when one more of this key may go to the database now. */
  admit(key: string): boolean;
}

/** @param clock ms since the epoch */
export function createThrottle({ burst, perSecond }: Pace, clock: () => number): Throttle {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftIn = (bucket: { left: number; at: number }, now: number) =>
    Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * perSecond);

  /** A bucket outlives its connection, or hanging up would refill it; a full one is as good as none. */
  function forgetFull(now: number) {
    for (const [key, bucket] of buckets) if (leftIn(bucket, now) >= burst) buckets.delete(key);
  }

  return {
    admit(key) {
      const now = clock();
      const bucket = buckets.get(key);
      if (!bucket) forgetFull(now);
      const left = bucket ? leftIn(bucket, now) : burst;
      const admitted = left >= 1;
      buckets.set(key, { left: admitted ? left - 1 : left, at: now });
      return admitted;
    },
  };
}
