/** Where a page leaves a word for the worker: no worker may read what a page stores otherwise. */
export const LEFT = { cache: 'left', language: '/language', session: '/session' } as const;

/** Undefined where no page left it. */
export const readLeft = (
  at: typeof LEFT.language | typeof LEFT.session,
): Promise<string | undefined> =>
  caches
    .open(LEFT.cache)
    .then((cache) => cache.match(at))
    .then((response) => response?.text())
    .catch(() => undefined);
