/** As service-worker/left.ts has it: a file that both used would be imported by a worker that may not. */
export const LEFT = { cache: 'left', language: '/language', session: '/session' } as const;

/** Leaves a word for the service worker, which wakes with no page to ask. Where refused, it does without. */
export function leave(at: typeof LEFT.language | typeof LEFT.session, text: string): void {
  if (!('caches' in globalThis)) return;
  caches
    .open(LEFT.cache)
    .then((cache) => cache.put(at, new Response(text)))
    .catch(() => undefined);
}
