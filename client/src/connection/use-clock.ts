import { useEffect, useState } from 'react';
import { useSession } from './use-session.ts';

/** The server's clock in ms, redrawn every `every` ms. Only for drawing: the server owns every timer. */
export function useServerNow(every = 1_000): number {
  const { clockOffset } = useSession();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now + clockOffset;
}
