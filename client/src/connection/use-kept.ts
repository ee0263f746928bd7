import { useEffect, useState } from 'react';
import { useLocalNow } from './use-clock.ts';
import { loadKept, storeKept } from './kept.ts';
import { keptOf, type Kept } from './kept-model.ts';
import { isUnreached } from './reach.ts';
import { useConnection, useSession } from './use-session.ts';

/** What this browser has itself: of the view on the screen, or of the last page's (WD3). */
export function useKept(): Kept | null {
  const { place } = useConnection();
  const view = useSession('view');
  const clockOffset = useSession('clockOffset');
  const [loaded] = useState(() => loadKept(place, Date.now()));
  return view ? keptOf(view, clockOffset) : loaded;
}

/** Stands once on a session's page, and keeps it. */
export function useKeeping(): void {
  const { place } = useConnection();
  const view = useSession('view');
  const ended = useSession('ended');
  const clockOffset = useSession('clockOffset');
  useEffect(() => {
    if (ended === null && !view) return;
    const kept = ended === null && view ? keptOf(view, clockOffset) : null;
    // In a task of its own: nothing that is to be seen waits for the disk.
    const storing = setTimeout(() => storeKept(place, kept, Date.now()), 0);
    return () => clearTimeout(storing);
  }, [place, view, ended, clockOffset]);
}

/** The server is out of reach, and the screen shows what it has itself. */
export function useUnreached(): boolean {
  const facts = {
    view: useSession('view'),
    link: useSession('link'),
    linkSince: useSession('linkSince'),
    ended: useSession('ended'),
  };
  return isUnreached(facts, useLocalNow());
}
