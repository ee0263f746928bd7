import type { SessionSnapshot } from '../../connection/session-store.ts';
import { keptKey, readKept, staleKeys, toKeep, type KeptCard } from './kept-card-model.ts';

/* The store of `kept-card-model` in this browser. A private window may refuse it: then nothing is kept. */

function tried<T>(act: (storage: Storage) => T, otherwise: T): T {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
}

export const loadCard = (sessionId: string, now: number): KeptCard | null =>
  tried((storage) => readKept(storage.getItem(keptKey(sessionId)), now), null);

/** Keeps, or removes, what this state of the session asks for; and whatever has grown old. */
export function keepCard(
  sessionId: string,
  { view, ended, clockOffset }: Pick<SessionSnapshot, 'view' | 'ended' | 'clockOffset'>,
  now: number,
): void {
  if (view === null && ended === null) return;
  const kept = view === null || ended !== null ? 'remove' : toKeep(view, clockOffset, now);
  tried((storage) => {
    for (const key of staleKeys(Object.entries(storage) as [string, string][], now)) {
      storage.removeItem(key);
    }
    if (kept === 'remove') storage.removeItem(keptKey(sessionId));
    else storage.setItem(keptKey(sessionId), JSON.stringify(kept));
  }, undefined);
}
