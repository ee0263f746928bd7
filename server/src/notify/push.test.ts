import type { InviteReply } from '@sojourn/shared/http/api';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { openRoom } from '../session/test-people.ts';
import { subscriptionCount } from './delivery-store.ts';
import { startPhoneNetwork, type PhoneNetwork } from './test-phone-network.ts';
import { delivered, phoneRooms } from './test-phone-room.ts';
import { vapidOf } from './test-push-service.ts';

let network: PhoneNetwork;
let app: TestApp;
let rooms: ReturnType<typeof phoneRooms>;
beforeAll(async () => {
  network = await startPhoneNetwork();
  app = await startTestApp({ pushHosts: [network.host], twilio: network.twilio });
  rooms = phoneRooms(app, network);
});
afterAll(async () => {
  await app.stop();
  await network.stop();
});
afterEach(() => rooms.settle());

test('[PN1 AL11] Help is an encrypted push for 60 s, urgent, signed by this server, without a word of anybody', async () => {
  const { browser, raise, pushSince, people } = await rooms.room();
  const { alertId, pushes } = await raise();
  const push = await pushSince(pushes);
  expect(push.headers).toMatchObject({
    ttl: '60',
    urgency: 'high',
    'content-encoding': 'aes128gcm',
  });
  expect(vapidOf(push.headers)).toMatchObject({
    aud: network.url,
    sub: expect.any(String) as string,
  });
  const message = JSON.parse(browser.decrypt(push.body)) as Record<string, unknown>;
  expect(message).toMatchObject({ alertId, drill: false, high: true });
  expect(JSON.stringify(message)).not.toMatch(/Robin|Sam|Maya|ketamine|lozenge|help/i);
  await people.therapist.until(delivered(alertId, 'push', 'sent'));
});

test('[PN1] "I’m going" from the notification is going, and a notification that is shown is delivered', async () => {
  const { browser, raise, pushSince, people, cookie, room: where } = await rooms.room();
  const { alertId, pushes } = await raise();
  const { body } = await pushSince(pushes);
  const { token } = JSON.parse(browser.decrypt(body)) as { token: string };
  const path = `/api/sessions/${where.sessionId}/push-answer`;
  const answer = (answer: string, by = cookie) =>
    app.fetch(path, { method: 'POST', cookie: by, body: { token, answer } });
  expect((await answer('shown')).status).toBe(204);
  await people.therapist.until(delivered(alertId, 'push', 'delivered'));
  expect((await answer('going', where.cookies.client)).status).toBe(401);
  expect((await answer('going')).status).toBe(204);
  await people.client.until(
    (view) => view.screen === 'client' && view.alerts.some(({ state }) => state === 'going'),
  );
});

test('[IN3 PN1] another browser takes the place: the phone before it is rung no more', async () => {
  const { sessionId, cookies } = await openRoom(app);
  const { subscription } = network.newBrowser();
  const post = (path: string, body: unknown, cookie?: string) =>
    app.fetch(path, { method: 'POST', body, ...(cookie && { cookie }) });
  const own = `/api/sessions/${sessionId}`;
  expect((await post(`${own}/push`, { subscription }, cookies.chaperone)).status).toBe(204);
  expect(await subscriptionCount(app.app.db, sessionId)).toBe(1);
  const link = await post(`${own}/invites`, { role: 'chaperone' }, cookies.therapist);
  const token = ((await link.json()) as InviteReply).url.split('#')[1];
  expect((await post('/api/invites/redeem', { token })).status).toBe(200);
  await expect.poll(() => subscriptionCount(app.app.db, sessionId)).toBe(0);
});

test.each([404, 410])(
  '[PN1 AL11] a browser that the push service does not know any more (%d) is struck, and the therapist is told',
  async (status) => {
    const { browser, raise, pushSince, people } = await rooms.room();
    network.pushStatus.set(new URL(browser.subscription.endpoint).pathname, status);
    const { alertId, pushes } = await raise();
    await pushSince(pushes);
    await people.therapist.until(delivered(alertId, 'push', 'failed', 'subscription_gone'));
    const again = await raise();
    expect(again.alertId).not.toBe(alertId);
    await people.chaperone.send({ type: 'alert.going', alertId });
    const second = await raise();
    await people.therapist.until(delivered(second.alertId, 'push', 'off', 'no_subscription'));
  },
);

test('[PN1] only the chaperone of this session subscribes, and only at a push service that is known', async () => {
  const { room: where, browser } = await rooms.room();
  const path = `/api/sessions/${where.sessionId}/push`;
  const { subscription } = browser;
  for (const cookie of [where.cookies.client, where.cookies.therapist, undefined]) {
    const options = { method: 'POST', body: { subscription }, ...(cookie ? { cookie } : {}) };
    expect((await app.fetch(path, options)).status).toBe(401);
  }
  for (const endpoint of ['http://127.0.0.1:1/push', 'https://example.com/push', 'not-a-url']) {
    const body = { subscription: { ...subscription, endpoint } };
    const refused = await app.fetch(path, {
      method: 'POST',
      cookie: where.cookies.chaperone,
      body,
    });
    expect(refused.status).toBe(400);
  }
});
