import { useEffect } from 'react';

/** Entries of the browser's history that are there to be gone back from: two, for a hand that goes twice. */
const STEPS = 2;
const STEP = 'sojourn.step';

/**
 * While `wanted`, the way back leads here: a hand that strays over the edge of a phone, or finds its back
 * button, does not leave the room, and is asked nothing (DO9, DO4).
 */
export function useStay(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const stay = () => {
      const state = history.state as { [STEP]?: number } | null;
      for (let step = state?.[STEP] ?? 0; step < STEPS; step += 1) {
        history.pushState({ ...state, [STEP]: step + 1 }, '');
      }
    };
    stay();
    window.addEventListener('popstate', stay);
    return () => window.removeEventListener('popstate', stay);
  }, [wanted]);
}
