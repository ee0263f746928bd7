import { randomUUID } from 'node:crypto';
import type { Language } from '@sojourn/shared/language';
import type { InviteReply } from '@sojourn/shared/http/api';
import type { SessionView, TherapistView } from '@sojourn/shared/session/view';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { leave, openRoom, roomFull, type TestBrowser } from '../session/test-people.ts';
import { subscriptionCount } from './delivery-store.ts';
import { startPhoneNetwork, type PhoneNetwork } from './test-phone-network.ts';
import { vapidOf } from './test-push-service.ts';

let network: PhoneNetwork;
let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  network = await startPhoneNetwork();
  app = await startTestApp({ pushHosts: [network.host], twilio: network.twilio });
});
afterAll(async () => {
  await app.stop();
  await network.stop();
});
/** What a test left open would go on calling through the next one. */
let settle: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of settle.splice(0)) await each();
  leave(Object.fromEntries(open.splice(0).entries()));
});

const help = { type: 'alert.raise', kind: 'help' } as const;
let phones = 0;
const CONTACT = '+13035550122';
const asTherapist = (view: SessionView) => (view.screen === 'therapist' ? view : null);
const delivered =
  (alertId: string, channel: string, state: string, fault: string | null = null) =>
  (view: SessionView) =>
    asTherapist(view)?.deliveries.some(
      (each) =>
        each.alertId === alertId &&
        each.channel === channel &&
        each.state === state &&
        each.fault === fault,
    ) === true;

/** A room whose chaperone has left this phone's number, and one browser that takes pushes. */
async function room(language?: Language) {
  const { room, people } = await roomFull(app, open);
  phones += 1;
  const phone = `+13035550${200 + phones}`;
  settle.push(async () => {
    const left = asTherapist(people.therapist.views.at(-1)?.view as SessionView)?.alerts ?? [];
    for (const { alertId } of left) {
      await people.chaperone.send({ type: 'alert.with_client', alertId });
      await people.therapist.send({ type: 'alert.resolve', alertId });
    }
  });
  const cookie = room.cookies.chaperone;
  const browser = network.newBrowser();
  const path = `/api/sessions/${room.sessionId}/push`;
  const { subscription } = browser;
  const taken = await app.fetch(path, { method: 'POST', cookie, body: { subscription } });
  expect(taken.status).toBe(204);
  await people.chaperone.send({ type: 'chaperone.agree', name: 'Sam', phone, language });
  await people.therapist.until((view) => asTherapist(view)?.channels.sms === true);
  const raise = async () => {
    const alertId = randomUUID();
    const before = { pushes: network.pushes.length, sent: network.outgoing.length };
    expect(await people.client.send(help, alertId)).toMatchObject({ ok: true });
    return { alertId, ...before };
  };
  const pushSince = (from: number) =>
    network.until(() =>
      network.pushes.slice(from).find(({ path }) => subscription.endpoint.endsWith(path)),
    );
  const sentSince = (from: number, kind: 'sms' | 'call', to = phone, within?: number) =>
    network.until(
      () =>
        network.outgoing.slice(from).find((each) => each.kind === kind && each.form['To'] === to),
      within,
    );
  return { room, phone, people, browser, raise, pushSince, sentSince, cookie };
}

test('[PN1 AL11] Help is an encrypted push for 60 s, urgent, signed by this server, without a word of anybody', async () => {
  const { browser, raise, pushSince, people } = await room();
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
  const { browser, raise, pushSince, people, cookie, room: where } = await room();
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
    const { browser, raise, pushSince, people } = await room();
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

test('[PN2] Help is a text message at once, and nobody is called before ten seconds; the call says it twice and takes "1" for going', async () => {
  const { raise, sentSince, people } = await room();
  const began = Date.now();
  const { alertId, sent } = await raise();
  const sms = await sentSince(sent, 'sms');
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(sms.form['Body']).toMatch(/^Sojourn: You are needed now/);
  expect(sms.form['Body']).not.toMatch(/Robin|Sam|Maya|ketamine/i);
  await network.callBack(sms.form['StatusCallback'] ?? '', { MessageStatus: 'delivered' });
  await people.therapist.until(delivered(alertId, 'sms', 'delivered'));

  const call = await sentSince(sent, 'call');
  expect(call.at - began).toBeGreaterThanOrEqual(9_900);
  const { heard, thanked } = await network.pickUp(call, '1');
  expect(heard.match(/Press 1/g)).toHaveLength(2);
  expect(heard).not.toMatch(/Robin|Sam|Maya|ketamine/i);
  expect(thanked).toContain('It is known that you are going');
  await people.therapist.until(delivered(alertId, 'call', 'answered'));
  const view = (await people.therapist.until(
    (view) => asTherapist(view)?.alerts.some(({ state }) => state === 'going') === true,
  )) as TherapistView;
  expect(view.alerts).toMatchObject([{ answeredBy: 'chaperone' }]);
});

test('[PN2] another digit is not going, and is asked again', async () => {
  const { raise, sentSince, people } = await room();
  const { sent } = await raise();
  const call = await sentSince(sent, 'call');
  const { thanked } = await network.pickUp(call, '7');
  expect(thanked).toContain('was not understood');
  expect(thanked).toContain('<Gather');
  const newest = asTherapist(people.therapist.views.at(-1)?.view as SessionView);
  expect(newest?.alerts).toMatchObject([{ state: 'raised' }]);
});

test('[PN2] a callback with a wrong signature, or none, changes nothing', async () => {
  const { raise, sentSince, people } = await room();
  const { alertId, sent } = await raise();
  const sms = await sentSince(sent, 'sms');
  const address = sms.form['StatusCallback'] ?? '';
  // Whatever was sent at once is known to be: nothing else happens for ten seconds.
  for (const channel of ['push', 'sms'] as const) {
    await people.therapist.until(delivered(alertId, channel, 'sent'));
  }
  const before = people.therapist.views.at(-1)?.view.revision;
  const answer = address.replace('/status/', '/answer/');
  for (const signature of ['', 'bm90IGEgc2lnbmF0dXJl']) {
    const told = await network.callBack(address, { MessageStatus: 'delivered' }, signature);
    expect(told.status).toBe(403);
    expect((await network.callBack(answer, { Digits: '1' }, signature)).status).toBe(403);
  }
  expect(people.therapist.views.at(-1)?.view.revision).toBe(before);
});

test('[PN2 AL11] a number that cannot be called is said to be one, and the ladder goes on', async () => {
  const { raise, people, phone } = await room();
  network.refused.set(phone, 21614);
  const { alertId } = await raise();
  await people.therapist.until(delivered(alertId, 'sms', 'failed', 'number_refused'));
  await people.therapist.until(delivered(alertId, 'call', 'failed', 'number_refused'), 15_000);
  expect([...network.sentTo(phone, 'sms'), ...network.sentTo(phone, 'call')]).toEqual([]);
});

test('[PN2 TM2] a provider that is away for some seconds is tried again, and the message goes out once', async () => {
  const { raise, sentSince, people, phone } = await room();
  network.setOutage(true);
  const { alertId, sent } = await raise();
  await people.therapist.until(delivered(alertId, 'sms', 'failed', 'provider'));
  network.setOutage(false);
  await sentSince(sent, 'sms');
  await people.therapist.until(delivered(alertId, 'sms', 'sent'));
  // The call of second 10 is the sign that whatever was to follow has followed.
  await sentSince(sent, 'call');
  expect(network.sentTo(phone, 'sms')).toHaveLength(1);
});

test('[AL9 PN2] nobody answers for half a minute: the second contact is written to and called, and can say that they go', async () => {
  const { raise, sentSince, people } = await room();
  const { alertId, sent } = await raise();
  const call = await sentSince(sent, 'call', CONTACT, 40_000);
  const seen = (await people.therapist.until(
    (view) => asTherapist(view)?.dispatchShown === true,
  )) as TherapistView;
  expect(seen.alerts).toMatchObject([{ alertId, state: 'raised' }]);
  await network.pickUp(call, '1');
  await people.therapist.until(
    (view) => asTherapist(view)?.alerts.some((alert) => alert.answeredBy === 'second') === true,
  );
}, 60_000);

test('[GD3 PN1 PN2] the drill goes to this phone by every way, says that it is one, and "1" is heard, not going', async () => {
  const { browser, pushSince, sentSince, people } = await room();
  const [pushes, sent] = [network.pushes.length, network.outgoing.length];
  const drillId = randomUUID();
  expect(await people.therapist.send({ type: 'drill.start' }, drillId)).toMatchObject({ ok: true });
  const push = await pushSince(pushes);
  expect(JSON.parse(browser.decrypt(push.body))).toMatchObject({ drill: true });
  expect((await sentSince(sent, 'sms')).form['Body']).toContain('This is a drill');
  const { heard } = await network.pickUp(await sentSince(sent, 'call'), '1');
  expect(heard).toContain('This is a drill');
  await people.therapist.until(delivered(drillId, 'call', 'answered'));
});

test('[LA4 PN2] a chaperone who agreed in Spanish is written to and called in Spanish, without a word of anybody', async () => {
  const { people, sentSince } = await room('es');
  const sent = network.outgoing.length;
  await people.therapist.send({ type: 'drill.start' }, randomUUID());
  const text = (await sentSince(sent, 'sms')).form['Body'];
  expect(text).toMatch(/^Sojourn: Esto es una prueba\. .*, y confirme que la oyó\. http/);
  const { heard, thanked } = await network.pickUp(await sentSince(sent, 'call'), '1');
  expect(heard.match(/<Say language="es-MX">[^<]*Marque 1/g)).toHaveLength(2);
  expect(thanked).toContain('<Say language="es-MX">Gracias. La prueba se oyó.');
});

test('[PN1] only the chaperone of this session subscribes, and only at a push service that is known', async () => {
  const { room: where, browser } = await room();
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
