/** Whether two JSON values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

/**
 * What was changed of `from`, put upon what is there now: who corrects a phone number in a form that was opened
 * yesterday takes nobody's new allergy back (CC6).
 */
export function mergeChanges<T extends object>(from: T, changed: T, now: T): T {
  const kept = Object.entries(now).filter(([key]) =>
    isSame(changed[key as keyof T], from[key as keyof T]),
  );
  return { ...changed, ...Object.fromEntries(kept) };
}
