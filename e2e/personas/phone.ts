import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { PushSubscriptionKeys } from '../product/phone-network.ts';

/*
 * The chaperone's phone with its page closed. Chromium cannot subscribe without Google's service, so the
 * page is given the subscription of our recorder; the service worker, the notification and what a tap on
 * it does are the real ones.
 */

/** The next page of this context subscribes to our recorder. */
export async function usePushService(
  context: BrowserContext,
  subscription: PushSubscriptionKeys,
): Promise<void> {
  await context.addInitScript((given) => {
    let current: object | null = null;
    Object.assign(PushManager.prototype, {
      getSubscription: () => Promise.resolve(current),
      subscribe({ applicationServerKey }: { applicationServerKey: Uint8Array }) {
        current = {
          endpoint: given.endpoint,
          options: { applicationServerKey: applicationServerKey.buffer },
          toJSON: () => given,
          unsubscribe: () => Promise.resolve(true),
        };
        return Promise.resolve(current);
      },
    });
  }, subscription);
}

/** Nobody was asked yet: a test's browser has said no to everything that it was not given. */
export async function notAskedYet(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
  });
}

export interface Phone {
  /** Hands the message to the service worker, as the browser does when one arrives. */
  deliver(message: string): Promise<void>;
  /** What stands on the lock screen. */
  shown(): Promise<Notice[]>;
  /** Whether its service worker reaches our server. */
  isOnline(): Promise<boolean>;
  /** The push service gives this browser another address, and the worker is told so. */
  moveTo(subscription: PushSubscriptionKeys): Promise<void>;
  /** A tap on a button of the notification; '' is the notification itself. */
  tap(action: string): Promise<void>;
}

export interface Notice {
  title: string;
  body: string;
  tag: string;
  requireInteraction: boolean;
  actions: string[];
}

/** @param page any page of the phone's browser: what it needs is the way to its service workers */
export async function phoneOf(context: BrowserContext, page: Page, origin: string): Promise<Phone> {
  const devtools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (ours) resolve(ours.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registered;
  const worker = () => {
    const [running] = context.serviceWorkers();
    if (!running) throw new Error('No service worker runs');
    return running;
  };
  return {
    async deliver(data) {
      await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    },
    shown: () =>
      worker().evaluate(async () => {
        const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
        const notifications = await scope.registration.getNotifications();
        return notifications.map((each) => ({
          title: each.title,
          body: each.body,
          tag: each.tag,
          requireInteraction: each.requireInteraction,
          actions: (each as unknown as { actions: { action: string }[] }).actions.map(
            ({ action }) => action,
          ),
        }));
      }),
    isOnline: () =>
      worker().evaluate(() =>
        fetch('/healthz').then(
          () => true,
          () => false,
        ),
      ),
    async moveTo(subscription) {
      await worker().evaluate((given) => {
        const { registration } = globalThis as unknown as { registration: object };
        const pushManager = { subscribe: async () => ({ toJSON: () => given }) };
        Object.defineProperty(registration, 'pushManager', { value: pushManager });
      }, subscription);
      await happen(worker(), 'pushsubscriptionchange');
    },
    tap: (action) => happen(worker(), 'notificationclick', action),
  };
}

/** An event in the worker, and its work done. @param action of the notification that stands there */
const happen = (worker: Worker, type: string, action?: string): Promise<void> =>
  worker.evaluate(
    async ({ type, action }) => {
      const scope = globalThis as unknown as EventTarget & {
        registration: ServiceWorkerRegistration;
        NotificationEvent: new (type: string, init: object) => Event;
      };
      const [notification] = await scope.registration.getNotifications();
      const event =
        action === undefined
          ? new Event(type)
          : new scope.NotificationEvent(type, { notification, action });
      // Only a browser's own event may be kept waiting; ours is done when its work is.
      const work: Promise<unknown>[] = [];
      Object.defineProperty(event, 'waitUntil', {
        value: (promise: Promise<unknown>) => work.push(promise),
      });
      scope.dispatchEvent(event);
      await Promise.all(work);
    },
    { type, action },
  );
