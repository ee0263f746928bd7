import { setTimeout as wait } from 'node:timers/promises';
import type { SessionState } from '@sojourn/shared/session/state';
import { timersOf } from '@sojourn/shared/session/timer';
import type { Logger } from '../logger.ts';
import type { Executor } from './execute.ts';

/** setTimeout's longest, ms. A timer further away is looked at again then. */
const LONGEST = 2_147_483_647;
/** ms between two tries of a timer that could not be recorded. */
const TRY_AGAIN = 500;

/**
 * Fires each session's timers in this process, to the millisecond (TM3). What it forgets with the
 * process, the queue remembers; both ask the same decider, which does each once.
 */
export interface Timers {
  /** Call it with every state that was committed, and at start with those that are live. */
  arm(state: SessionState): void;
  /** What the queue brings. Most of it was done meanwhile or is not needed any more, and takes nobody's turn. */
  fireQueued(sessionId: string, key: string): Promise<void>;
  stop(): void;
}

interface Parts {
  executor: Executor;
  /** What is committed of this session, without waiting for a turn. */
  read(sessionId: string): Promise<SessionState | null>;
  logger: Logger;
  /** ms since the epoch. */
  clock: () => number;
  /** @param late ms after its time */
  onFired(late: number): void;
}

export function createTimers({ executor, read, logger, clock, onFired }: Parts): Timers {
  const armed = new Map<string, { revision: number; timeout: NodeJS.Timeout | null }>();
  let stopped = false;

  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  /**
   * All that is due in this session. Who asks while it runs waits for one run more, together with all
   * who ask meanwhile: theirs may have come due after it looked.
   */
  function fire(sessionId: string): Promise<void> {
    const waiting = next.get(sessionId);
    if (waiting) return waiting;
    const before = running.get(sessionId);
    if (!before) return begin(sessionId);
    const after = before.catch(() => undefined).then(() => begin(sessionId));
    next.set(sessionId, after);
    return after;
  }

  function begin(sessionId: string): Promise<void> {
    next.delete(sessionId);
    const run = fireAll(sessionId).finally(() => running.delete(sessionId));
    running.set(sessionId, run);
    return run;
  }

  async function fireAll(sessionId: string): Promise<void> {
    for (;;) {
      const done = await executor.executeSystem(sessionId, { type: 'timers.fire' });
      if (done.ok || done.error.code !== 'unavailable' || stopped) return;
      await wait(TRY_AGAIN, undefined, { ref: false });
    }
  }

  function arm(state: SessionState): void {
    const { sessionId, revision } = state;
    const known = armed.get(sessionId);
    if (stopped || (known && known.revision > revision)) return;
    if (known?.timeout) clearTimeout(known.timeout);
    const timers = timersOf(state);
    const next = Math.min(...timers.map(({ at }) => at));
    if (timers.length === 0) {
      armed.delete(sessionId);
      return;
    }
    const timeout = setTimeout(
      () => void fireDue(state),
      Math.min(LONGEST, Math.max(0, next - clock())),
    );
    armed.set(sessionId, { revision, timeout });
  }

  /** A commit follows each that did something, and arms what comes next. */
  async function fireDue(state: SessionState): Promise<void> {
    const now = clock();
    const due = timersOf(state).filter(({ at }) => at <= now);
    // Woken too early by a clock that stepped, or by the longest wait.
    if (due.length === 0) return arm(state);
    for (const { at } of due) onFired(now - at);
    await fire(state.sessionId).catch((err: unknown) => {
      logger.error({ sessionId: state.sessionId, event: 'timers.fire', err }, 'the timers failed');
    });
    // Nothing came of it: the queue was quicker, or the record's clock is behind. Look again.
    if (armed.get(state.sessionId)?.revision === state.revision) {
      await wait(TRY_AGAIN, undefined, { ref: false });
      arm(state);
    }
  }

  return {
    arm,
    async fireQueued(sessionId, key) {
      const state = await read(sessionId);
      if (state && timersOf(state).some((timer) => timer.key === key)) await fire(sessionId);
    },
    stop() {
      stopped = true;
      for (const { timeout } of armed.values()) if (timeout) clearTimeout(timeout);
      armed.clear();
    },
  };
}
