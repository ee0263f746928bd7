import {
  keptKey,
  keptText,
  PREFIX,
  readKept,
  staleKeys,
  type Kept,
  type Place,
} from './kept-model.ts';

/* The store of `kept-model` in this browser. A private window may refuse it: then nothing is kept. */

function tried<T>(act: (storage: Storage) => T, otherwise: T): T {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
}

export const loadKept = (place: Place, now: number): Kept | null =>
  tried((storage) => readKept(storage.getItem(keptKey(place)), now), null);

/** False where this browser forbids it: what is not kept then says nothing. */
export const canKeep = (): boolean => tried((storage) => storage.length >= 0, false);

/** Keeps this, or removes what was kept; and whatever has grown old. */
export function storeKept(place: Place, kept: Kept | null, now: number): void {
  tried((storage) => {
    const entries = Object.entries(storage) as [string, string][];
    for (const key of staleKeys(entries, now)) storage.removeItem(key);
    if (kept === null) storage.removeItem(keptKey(place));
    else storage.setItem(keptKey(place), keptText(kept, now));
  }, undefined);
}

/** Who signs out leaves nothing of their sessions on this browser. */
export function forgetKept(): void {
  tried((storage) => {
    const ours = Object.keys(storage).filter((key) => key.startsWith(PREFIX));
    for (const key of ours) storage.removeItem(key);
  }, undefined);
}
