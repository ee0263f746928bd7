import { useEffect } from 'react';

/** ms */
const AGAIN = 2_000;

/** Keeps the screen on while `wanted`, and takes the lock again when the page comes back. */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const take = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        const taken = await navigator.wakeLock.request('screen');
        if (ended) await taken.release();
        else {
          lock = taken;
          // Taken away while the page is in sight, by a phone that saves power: asked for again.
          taken.addEventListener('release', () => {
            if (!ended && document.visibilityState === 'visible') again = setTimeout(take, AGAIN);
          });
        }
      } catch {
        // Refused on low battery: the screen then sleeps by its own setting.
      }
    };
    void take();
    const onVisible = () => void take();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      ended = true;
      clearTimeout(again);
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    };
  }, [wanted]);
}
