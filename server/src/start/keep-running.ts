import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { isAlive } from './processes.ts';

const lookEvery = 500;
const longestPause = 15_000;

/**
 * Watches a process, ours or one that we attached to, and starts it again when it dies. A start
 * that fails is tried again after a pause that doubles up to 15 s.
 * The function it gives ends the watching, waits for a start under way, and tells the last pid.
 */
export function keepRunning(
  first: number,
  startAgain: () => Promise<number>,
  log: Logger,
  component: string,
): () => Promise<number> {
  const ending = new AbortController();
  let pid = first;

  const watching = (async () => {
    for (let pause = 0; !ending.signal.aborted;) {
      await pauseUnlessEnding(lookEvery);
      if (ending.signal.aborted || isAlive(pid)) continue;
      log.error({ component, pid }, 'a local service died and is started again');
      await pauseUnlessEnding(pause);
      if (ending.signal.aborted) return;
      try {
        pid = await startAgain();
        pause = 0;
        log.info({ component, pid }, 'a local service runs again');
      } catch (error) {
        pause = Math.min(Math.max(pause * 2, 500), longestPause);
        log.error({ component, err: error }, 'a local service did not start again');
      }
    }
  })();

  async function pauseUnlessEnding(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: ending.signal, ref: false }).catch(
      () => undefined,
    );
  }

  return async () => {
    ending.abort();
    await watching;
    return pid;
  };
}
