import { LEFT } from './left.ts';
import { listenToPushes } from './push.ts';
import { scope } from './scope.ts';
import { answerFor, isNoAnswer } from './shell-model.ts';

/** Every file of this build under /assets/, written in by vite.config.ts. */
declare const SHELL_ASSETS: readonly string[];

const PAGE = '/index.html';
/** The entry's name changes with every build, and so does this. */
const CACHE = `shell ${SHELL_ASSETS.join(' ')}`;
/** A network that has not answered by then is none for somebody in need, ms. */
const PATIENCE = 6_000;

scope.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([PAGE, ...SHELL_ASSETS])));
});

// Runs once no page of the older build is open any more: each page keeps the files it began with.
scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name !== CACHE && name !== LEFT.cache)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (answerFor(request, location.origin)) {
    case 'page':
      event.respondWith(page(request));
      break;
    case 'asset':
      event.respondWith(asset(request));
      break;
    case 'network':
      break;
  }
});

listenToPushes();

async function page(request: Request): Promise<Response> {
  const kept = async () => (await fromCache(PAGE)) ?? Response.error();
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    return isNoAnswer(response.status) ? await kept() : response;
  } catch {
    return kept();
  }
}

const asset = async (request: Request): Promise<Response> =>
  (await fromCache(request)) ?? fetch(request);

// What is kept has one form. A proxy's Vary would hide it from a request of another kind, with no network.
const fromCache = async (asked: RequestInfo): Promise<Response | undefined> =>
  (await caches.open(CACHE)).match(asked, { ignoreVary: true });
