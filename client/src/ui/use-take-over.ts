import { useCallback } from 'react';
import { closePopovers } from './use-popover-open.ts';

/** ms */
const LOOK_EVERY = 200;

/**
 * Ref for an element, somewhere in a child of the body, that has the page and the keyboard for itself while
 * it is there. What is opened after it, over it, can be reached.
 */
export function useTakeOver(): (element: HTMLElement | null) => (() => void) | undefined {
  return useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    closePopovers();
    const before = document.activeElement;
    const others = [...document.body.children].filter(
      (child): child is HTMLElement =>
        child instanceof HTMLElement && !child.contains(element) && !child.inert,
    );
    for (const other of others) other.inert = true;
    // With the frame: it measures the whole page, and what is to be seen must not wait for that.
    const frame = requestAnimationFrame(() => element.focus({ preventScroll: true }));
    // What closes underneath can drop the focus on the body after that, and a hidden page has no frames.
    const looking = setInterval(() => {
      if (document.activeElement === document.body) element.focus();
    }, LOOK_EVERY);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(looking);
      for (const other of others) other.inert = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
