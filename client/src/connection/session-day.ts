import { SAME_DAY } from '@sojourn/shared/session/papers';

/** The session is on another day: what is asked about the day waits for it. */
export const isDaysAhead = ({ scheduledAt }: { scheduledAt: number }, now: number): boolean =>
  scheduledAt - now > SAME_DAY;
