import { useCallback, useInsertionEffect, useRef, useState } from 'react';
import { isSame } from '@sojourn/shared/same';

/* The view is new with every beat. What did not change by it keeps its identity, and is not drawn anew. */

/** The earlier value as long as the new one says the same. */
export function useSame<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  setKept(value);
  return value;
}

/** One function for as long as the component stands, that does what the newest would. For presses only. */
export function useSteady<A extends unknown[]>(newest: (...args: A) => void): (...args: A) => void {
  const latest = useRef(newest);
  useInsertionEffect(() => {
    latest.current = newest;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
