/** Null of no values. @param p 0–100 */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100));
  return sorted[at] ?? null;
}
