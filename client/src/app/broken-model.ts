const KEY = 'sojourn.broken';
/** A page that breaks again within this long, ms, would only flicker. */
const PAUSE = 30_000;

/** Whether a broken page may load again by itself: once in a while, and where that can be remembered. */
export function mayReload(storage: () => Storage, now: number): boolean {
  try {
    const before = Number(storage().getItem(KEY) ?? Number.NEGATIVE_INFINITY);
    storage().setItem(KEY, String(now));
    return now - before > PAUSE;
  } catch {
    return false;
  }
}
