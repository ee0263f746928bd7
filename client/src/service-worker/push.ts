import { LEFT, readLeft } from './left.ts';
import {
  chaperonePath,
  pageFor,
  readPush,
  shownFor,
  tell,
  unsentFor,
  type PushMessage,
  type Shown,
} from './push-model.ts';
import { languageFrom, sayIn, type Say } from './push-words.ts';
import { scope } from './scope.ts';

/** ms for one try: the next one follows at once. */
const PATIENCE = 8_000;

/** The chaperone's phone rings with the page closed, and answers from the notification (PN1). */
export function listenToPushes(): void {
  scope.addEventListener('push', (event) => {
    const message = readPush(event.data?.text() ?? '');
    event.waitUntil(
      Promise.all([show((say) => shownFor(message, say)), message && tellOf(message, 'shown')]),
    );
  });

  scope.addEventListener('notificationclick', (event) => {
    event.notification.close();
    const message = event.notification.data as PushMessage | null;
    const work = message ? answer(message, event.action) : scope.clients.openWindow('/');
    event.waitUntil(work);
  });

  scope.addEventListener('pushsubscriptionchange', (event) => {
    event.waitUntil(subscribeAgain());
  });
}

/** The push service gave this phone another address, with no page there: the server is told at once. */
async function subscribeAgain(): Promise<void> {
  const sessionId = await readLeft(LEFT.session);
  if (sessionId === undefined) return;
  const reply = await fetch('/api/push-key', { signal: AbortSignal.timeout(PATIENCE) });
  const { publicKey } = (await reply.json()) as { publicKey: string };
  const { endpoint, keys } = (
    await scope.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: publicKey,
    })
  ).toJSON();
  await post(sessionId, 'push', { subscription: { endpoint, keys } });
}

async function show(shown: (say: Say) => Shown): Promise<void> {
  const left = await readLeft(LEFT.language);
  const { title, options } = shown(sayIn(languageFrom(left ?? null, navigator.languages)));
  await scope.registration.showNotification(title, options);
}

/** Both at once: a page may be opened only within the tap, and the answer must not wait for it. */
async function answer(message: PushMessage, action: string): Promise<void> {
  const going = action === 'going';
  const [told] = await Promise.all([
    tellOf(message, going ? 'going' : 'opened'),
    openPage(message).catch(() => undefined),
  ]);
  if (going && !told) await show((say) => unsentFor(message, say));
}

async function openPage(message: PushMessage): Promise<void> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pageFor(pages, message);
  await (page ? page.focus() : scope.clients.openWindow(chaperonePath(message)));
}

/** Who says it is known by the cookie. */
const tellOf = (
  { sessionId, token }: PushMessage,
  answer: 'shown' | 'opened' | 'going',
): Promise<boolean> => post(sessionId, 'push-answer', { token, answer });

/** @returns whether the server has it */
const post = (sessionId: string, what: 'push' | 'push-answer', body: object): Promise<boolean> =>
  tell(
    async () => {
      const path = `/api/sessions/${encodeURIComponent(sessionId)}/${what}`;
      const { status } = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return status;
    },
    (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  );
