/** Whoever asks for a work that is under way already shares it, and its end: one of a key at a time. */
export function createUnderWay<T>(): (key: string, begin: () => Promise<T>) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, begin) => {
    const known = underWay.get(key);
    if (known) return known;
    const work = begin().finally(() => underWay.delete(key));
    underWay.set(key, work);
    return work;
  };
}
