import { useEffect, useState } from 'react';
import { browserLocks, untilAborted } from '../connection/browser-locks.ts';

/**
 * Whether another tab of this browser has the same page open. The tab that came first holds a lock of the
 * browser's, which goes with it, however it goes. A browser without locks says nothing.
 */
export function useOtherTab(name: string): boolean {
  const [other, setOther] = useState(false);
  useEffect(() => {
    const locks = browserLocks();
    if (!locks) return;
    const leaving = new AbortController();
    let first = true;
    const hold = (lock: Lock | null) => {
      if (leaving.signal.aborted) return;
      if (lock) {
        setOther(false);
        return untilAborted(leaving.signal);
      }
      first = false;
      setOther(true);
    };
    const watch = async () => {
      await locks.request(name, { ifAvailable: true }, hold);
      // The turn comes when the other one is closed.
      if (!first) await locks.request(name, { signal: leaving.signal }, hold);
    };
    // Refused where the page may not use locks, and ended by leaving.
    watch().catch(() => undefined);
    return () => leaving.abort();
  }, [name]);
  return other;
}
