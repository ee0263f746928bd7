import { isDosed, type SessionState } from '@sojourn/shared/session/state';
import type { Logger } from '../logger.ts';

/** ms */
const EVERY = 60_000;
const TIMEOUT = 10_000;

/**
 * A dead man's signal (WD2): each minute in which somebody is dosed, a request to an outside monitor. When
 * the whole server is gone the requests end, and the monitor calls the practice.
 */
export function startWatchPing(
  url: string | undefined,
  live: () => Promise<SessionState[]>,
  logger: Logger,
): () => void {
  if (url === undefined) return () => {};
  const ping = async () => {
    try {
      if (!(await live()).some(isDosed)) return;
      await fetch(url, { method: 'POST', signal: AbortSignal.timeout(TIMEOUT) });
    } catch (err) {
      logger.warn({ component: 'watch', err }, 'the outside watch could not be reached');
    }
  };
  const timer = setInterval(() => void ping(), EVERY);
  return () => clearInterval(timer);
}
