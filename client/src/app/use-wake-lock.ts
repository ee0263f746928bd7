import { useEffect, useState } from 'react';

/** ms until it is asked for again: after it was taken away, and after it was refused. */
const AGAIN = 2_000;
const REFUSED_AGAIN = 30_000;

/**
 * Keeps the screen on while `wanted`, and takes the lock again when the page comes back (PR5).
 * False: this browser refuses, so that the device may go to sleep by its own setting.
 */
export function useWakeLock(wanted: boolean): boolean {
  const [refused, setRefused] = useState(() => !('wakeLock' in navigator));
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    let asking = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const take = async () => {
      clearTimeout(again);
      const held = asking || lock?.released === false;
      if (document.visibilityState !== 'visible' || held) return;
      asking = true;
      try {
        const taken = await navigator.wakeLock.request('screen');
        if (ended) return void taken.release();
        lock = taken;
        setRefused(false);
        // Taken away while the page is in sight, by a phone that saves power: asked for again.
        taken.addEventListener('release', () => {
          if (!ended) again = setTimeout(take, AGAIN);
        });
      } catch {
        if (ended || document.visibilityState !== 'visible') return;
        // On low battery: until it is charged.
        setRefused(true);
        again = setTimeout(take, REFUSED_AGAIN);
      } finally {
        asking = false;
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
  return !refused;
}
