import type { Trx } from './stream.ts';

/** A time at which a session asks the server to do something by itself. */
export interface TimerJob {
  sessionId: string;
  key: string;
  /** ms since the epoch. */
  at: number;
}

/** A message that a session wants on a phone. */
export interface DeliveryJob {
  sessionId: string;
  deliveryId: string;
}

/**
 * What must be done after a commit even if this process dies at once. It is written down in the very
 * transaction that asks for it: an event without its job, or a job without its event, cannot be (TM2).
 */
export interface Jobs {
  enqueue(trx: Trx, timers: readonly TimerJob[], deliveries: readonly DeliveryJob[]): Promise<void>;
}

/** For programs that only write the past: the demo's history asks nothing of anybody. */
export const NO_JOBS: Jobs = { enqueue: () => Promise.resolve() };
