import type { Phase } from '@sojourn/shared/session/phase';
import { useLayoutEffect, useState } from 'react';
import { useServerNow } from '../connection/use-clock.ts';
import { dawnAt, dawnBegan } from './dawn-model.ts';

/** The client's screen grows light in the return (DO9). On <html>, as the theme is. */
export function useDawn(where: { phase: Phase; phaseSince: number } | null): void {
  const now = useServerNow();
  const [began, setBegan] = useState<number | null>(null);
  const next = where && dawnBegan(began, where);
  if (where && next !== began) setBegan(next);
  const light = dawnAt(next, now, matchMedia('(prefers-reduced-motion: reduce)').matches);
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (light === null) return;
    root.dataset.dawn = '';
    root.style.setProperty('--dawn', light.toFixed(3));
    return () => {
      delete root.dataset.dawn;
      root.style.removeProperty('--dawn');
    };
  }, [light]);
}
