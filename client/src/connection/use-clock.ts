import { useEffect, useState } from 'react';
import { useSession } from './use-session.ts';

/** ms */
const REDRAW_EVERY = 1_000;

/** This browser's clock in ms, redrawn every second. */
export function useLocalNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REDRAW_EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The server's clock in ms, redrawn every second. Only for drawing: the server owns every timer. */
export function useServerNow(): number {
  const clockOffset = useSession('clockOffset');
  return useLocalNow() + clockOffset;
}
