import { PushKeyReply } from '@sojourn/shared/http/notify-api';
import { z } from 'zod';
import { request } from '../../connection/api.ts';
import { leave, LEFT } from '../../connection/left.ts';
import { isSameKey, keyBytes, standing, type PushFacts, type PushState } from './push-model.ts';

export interface PushSnapshot {
  state: PushState;
  /** It came on by a tap here: worth a word of thanks. */
  justNow: boolean;
  /** The browser's question is open, or the server is being told. */
  busy: boolean;
}

export interface PushConnection {
  get: () => PushSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Sets this browser up where it is allowed already; nothing is asked of the person. */
  open: () => () => void;
  /** In a tap: asks the person. */
  ask: () => Promise<void>;
  /** What nobody is wanted for any more is taken off the screen. */
  keepOnly: (alertIds: readonly string[]) => Promise<void>;
}

/** The parts of a browser that it stands on; tests give their own. */
export interface PushHost {
  facts: () => PushFacts;
  askPermission: () => Promise<NotificationPermission>;
  /** Null when this page gets no service worker. */
  registration: () => Promise<Pick<
    ServiceWorkerRegistration,
    'pushManager' | 'getNotifications'
  > | null>;
  /** Calls back when the page comes to the front, or the network back; returns how to stop. */
  onFront: (listener: () => void) => () => void;
}

interface Parts {
  sessionId: string;
  host?: PushHost;
  send?: typeof request;
}

/** Keeps the server able to ring this phone for this session (PN1). */
export function createPushConnection(parts: Parts): PushConnection {
  const { sessionId, host = browserHost(), send = request } = parts;
  const listeners = new Set<() => void>();
  let snapshot: PushSnapshot = { state: 'checking', justNow: false, busy: false };
  /** What the server was told last: a browser may get another address at any time. */
  let told: string | null = null;
  /** Who is wanted, as the page said last; null: it has not said. */
  let wanted: readonly string[] | null = null;
  /** One at a time: two subscriptions at once would void each other. */
  let queue: Promise<void> = Promise.resolve();

  function set(change: Partial<PushSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  const settle = (): Promise<void> => {
    queue = queue.then(settleNow).catch(() => set({ state: 'failed' }));
    return queue;
  };

  async function settleNow() {
    const before = standing(host.facts());
    if (before !== null) return set({ state: before });
    const registration = await host.registration();
    if (!registration) return set({ state: 'unsupported' });
    const subscription = await subscribed(registration.pushManager);
    // The server knew of it, and does not answer now: what was set up is still so.
    if (!subscription) return snapshot.state === 'on' ? undefined : set({ state: 'failed' });
    const { endpoint, keys } = subscription.toJSON();
    if (subscription.endpoint !== told) {
      const path = `/api/sessions/${encodeURIComponent(sessionId)}/push`;
      const body = { subscription: { endpoint, keys } };
      const reply = await send('POST', path, z.unknown(), body);
      if (!reply.ok) return set({ state: 'failed' });
      told = subscription.endpoint;
      // Where the worker finds it should the address change with the page closed.
      leave(LEFT.session, sessionId);
    }
    set({ state: 'on' });
    await clear(registration);
  }

  /** What nobody is wanted for any more is taken off the screen, also when this page came later than that. */
  async function clear(registration: Pick<ServiceWorkerRegistration, 'getNotifications'>) {
    if (wanted === null) return;
    for (const shown of await registration.getNotifications()) {
      if (!wanted.includes(shown.tag)) shown.close();
    }
  }

  /** What there is, unless it was made for other keys than the server has now. */
  async function subscribed(manager: PushManager): Promise<PushSubscription | null> {
    const known = await manager.getSubscription();
    const reply = await send('GET', '/api/push-key', PushKeyReply);
    if (!reply.ok) return null;
    const applicationServerKey = keyBytes(reply.value.publicKey);
    if (known && isSameKey(known.options.applicationServerKey, applicationServerKey)) return known;
    await known?.unsubscribe();
    return manager.subscribe({ userVisibleOnly: true, applicationServerKey });
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      void settle();
      // They may have been to the phone's settings.
      return host.onFront(() => void settle());
    },
    async ask() {
      set({ busy: true });
      if (host.facts().able) await host.askPermission().catch(() => undefined);
      await settle();
      set({ busy: false, justNow: snapshot.state === 'on' });
    },
    async keepOnly(alertIds) {
      wanted = alertIds;
      const registration = snapshot.state === 'on' ? await host.registration() : null;
      if (registration) await clear(registration);
    },
  };
}

/** ms until a service worker that does not come is taken for none. */
const PATIENCE = 8_000;

function browserHost(): PushHost {
  return {
    facts() {
      const able =
        'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
      return {
        able,
        // An iPad calls itself a Mac, which has no touch.
        apple:
          /iPhone|iPad/.test(navigator.userAgent) ||
          (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1),
        permission: able ? Notification.permission : 'default',
      };
    },
    askPermission: () => Notification.requestPermission(),
    registration: () =>
      Promise.race([
        navigator.serviceWorker.ready,
        new Promise<null>((resolve) => {
          setTimeout(() => resolve(null), PATIENCE);
        }),
      ]),
    onFront(listener) {
      const onVisible = () => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', onVisible);
      window.addEventListener('online', onVisible);
      return () => {
        document.removeEventListener('visibilitychange', onVisible);
        window.removeEventListener('online', onVisible);
      };
    },
  };
}
