import { useEffect } from 'react';
import { browserLocks, untilAborted } from '../../connection/browser-locks.ts';
import { useMedia } from './media-context.ts';

/** ms until a tab that gave way looks whether the other one is still there: it may be joining yet. */
const PATIENCE = 10_000;

/**
 * Of a guest's tabs one has the video. When that one is closed, the one that gave way takes it back by itself:
 * nobody in an altered state has to find a button for it. Stands on guests' pages only: their place is one browser.
 */
export function TakeBack({ name }: { name: string }) {
  const { state, bringBack } = useMedia();
  const moved = state.name === 'moved';
  // Also while it is joining, or interrupted: what is lost for a moment is not given away.
  const has = state.name !== 'off' && !moved;
  useEffect(() => {
    const locks = browserLocks();
    if (!locks || !(has || moved)) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    const hold = () => {
      if (signal.aborted) return;
      if (moved) bringBack();
      return untilAborted(signal);
    };
    const ask = () => void locks.request(name, { signal }, hold).catch(() => undefined);
    const asking = setTimeout(ask, has ? 0 : PATIENCE);
    return () => {
      clearTimeout(asking);
      leaving.abort();
    };
  }, [name, has, moved, bringBack]);
  return null;
}
