import { err, ok } from '@sojourn/shared/result';
import { expect, test, vi } from 'vitest';
import { createPushConnection, type PushHost } from './push-connection.ts';
import { keyBytes } from './push-model.ts';

const KEY = 'AAEC';
const OTHER_KEY = 'AAED';

/** A phone in a world of fakes. */
function world({
  permission = 'granted',
  known = '',
}: { permission?: NotificationPermission; known?: string } = {}) {
  let made = 0;
  let current: ReturnType<typeof subscriptionWith> | null = null;
  const state = { permission, answer: 'granted' as NotificationPermission, key: KEY, server: true };
  const posted: string[] = [];
  let front = () => {};
  const subscriptionWith = (key: string) => {
    const endpoint = `https://push.example/${++made}`;
    return {
      endpoint,
      options: { applicationServerKey: keyBytes(key).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
      unsubscribe: vi.fn(async () => {
        current = null;
        return true;
      }),
    };
  };
  if (known) current = subscriptionWith(known);
  const subscribe = vi.fn(async () => (current = subscriptionWith(state.key)));
  const askPermission = vi.fn(async () => (state.permission = state.answer));
  const notifications = [
    { tag: 'a_1', close: vi.fn() },
    { tag: 'a_2', close: vi.fn() },
  ] as const;
  const host: PushHost = {
    facts: () => ({ able: true, apple: false, permission: state.permission }),
    askPermission,
    registration: async () =>
      ({
        pushManager: { getSubscription: async () => current, subscribe },
        getNotifications: async () => notifications,
      }) as unknown as ServiceWorkerRegistration,
    onFront(listener) {
      front = listener;
      return () => {};
    },
  };
  const send = (async (method: string, _path: string, _reply: unknown, body?: unknown) => {
    if (!state.server) return err({ code: 'offline', message: 'no' });
    if (method === 'GET') return ok({ publicKey: state.key });
    posted.push((body as { subscription: { endpoint: string } }).subscription.endpoint);
    return ok({});
  }) as unknown as NonNullable<Parameters<typeof createPushConnection>[0]['send']>;
  const push = createPushConnection({ sessionId: 's_1', host, send });
  const became = (wanted: string) => vi.waitFor(() => expect(push.get().state).toBe(wanted));
  return {
    push,
    state,
    posted,
    subscribe,
    askPermission,
    notifications,
    became,
    first: () => current,
    comeToFront: () => front(),
  };
}

test('[PN1] permission is asked only by a tap; then the server knows this phone', async () => {
  const w = world({ permission: 'default' });
  w.push.open();
  await w.became('ask');
  expect(w.askPermission).not.toHaveBeenCalled();
  await w.push.ask();
  expect(w.push.get()).toMatchObject({ state: 'on', justNow: true, busy: false });
  expect(w.posted).toEqual(['https://push.example/1']);
});

test('[PN1] a person who says no is told what it means, and is set up when they change their mind', async () => {
  const w = world({ permission: 'default' });
  w.state.answer = 'denied';
  w.push.open();
  await w.push.ask();
  expect(w.push.get()).toMatchObject({ state: 'refused', justNow: false });
  expect(w.posted).toEqual([]);
  w.state.permission = 'granted';
  w.comeToFront();
  await w.became('on');
});

test('[PN1] where it is allowed already, each session is told by itself, with what there is', async () => {
  const w = world({ known: KEY });
  w.push.open();
  await w.became('on');
  expect(w.subscribe).not.toHaveBeenCalled();
  expect(w.posted).toEqual(['https://push.example/1']);
  expect(w.push.get().justNow).toBe(false);
});

test('[PN1] a server with new keys cannot reach an old subscription: it is made anew', async () => {
  const w = world({ known: OTHER_KEY });
  const old = w.first();
  w.push.open();
  await w.became('on');
  expect(old?.unsubscribe).toHaveBeenCalledOnce();
  expect(w.subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: keyBytes(KEY),
  });
  expect(w.posted).toEqual(['https://push.example/2']);
});

test('[PN1] it never says that it rings while the server does not know: it failed, and is tried again', async () => {
  const w = world();
  w.state.server = false;
  w.push.open();
  await w.became('failed');
  w.state.server = true;
  w.comeToFront();
  await w.became('on');
  expect(w.posted).toHaveLength(1);
});

test('[PN1] what was answered elsewhere stops calling from the lock screen', async () => {
  const w = world();
  w.push.open();
  await w.became('on');
  await w.push.keepOnly(['a_2']);
  const [answered, open] = w.notifications;
  expect(answered.close).toHaveBeenCalledOnce();
  expect(open.close).not.toHaveBeenCalled();
});
