import { useCallback } from 'react';

const every = 200;

/**
 * Ref for an element that must have the keyboard while it is there. What closes underneath it can
 * drop focus on the body after the element has taken it; so it looks again, not only once.
 */
export function useHoldFocus(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const timer = setInterval(() => {
      if (document.activeElement === document.body) element.focus();
    }, every);
    return () => clearInterval(timer);
  }, []);
}
