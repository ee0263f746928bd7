/** Locks that all tabs of this browser share; absent outside of https and in older ones, whatever the types say. */
export const browserLocks = (): LockManager | undefined => navigator.locks;

/** What a lock is held for: until somebody leaves, also when they have left already. */
export const untilAborted = (signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
