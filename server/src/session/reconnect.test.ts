import { randomUUID } from 'node:crypto';
import { HEARTBEAT } from '@sojourn/shared/session/protocol';
import type { SessionView } from '@sojourn/shared/session/view';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './test-app.ts';
import {
  connect,
  cookieOf,
  leave,
  roomFull,
  type TestBrowser,
  type TestRoom,
} from './test-people.ts';
import { startNetwork } from './test-network.ts';

let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => leave(Object.fromEntries(open.splice(0).entries())));

async function again(room: TestRoom, role: 'therapist' | 'client' | 'chaperone', options = {}) {
  const browser = await connect(app, room, role, options);
  open.push(browser);
  return browser;
}
const chaperoneIs = (connected: boolean) => (view: SessionView) =>
  view.screen === 'therapist' && view.people.chaperone.connected === connected;
const help = { type: 'alert.raise', kind: 'help' } as const;

test('[PR1] a chaperone’s phone that goes dead without a word is shown to the therapist within five seconds', async () => {
  expect(HEARTBEAT.pingInterval + HEARTBEAT.pingTimeout).toBeLessThan(5_000);
  const { room, people } = await roomFull(app, open);
  const air = await startNetwork(app.port);
  try {
    people.chaperone.socket.disconnect();
    await people.therapist.until(chaperoneIs(false));
    const phone = await again(room, 'chaperone', { url: `http://127.0.0.1:${air.port}` });
    const before = people.therapist.views.length;
    expect(phone.socket.connected).toBe(true);
    air.die();
    const died = Date.now();
    await expect
      .poll(
        () => people.therapist.views.slice(before).some(({ view }) => chaperoneIs(false)(view)),
        { timeout: 8_000, interval: 20 },
      )
      .toBe(true);
    expect(Date.now() - died).toBeLessThan(5_000);
  } finally {
    air.cut();
  }
});

test('[AL6 ES5] a chaperone who was away is given every open alert with the first view, and no resolved one', async () => {
  const { room, people } = await roomFull(app, open);
  people.chaperone.socket.disconnect();
  await people.therapist.until(chaperoneIs(false));
  const medium = randomUUID();
  await people.therapist.send({ type: 'alert.raise', kind: 'please_come' }, medium);
  await people.therapist.send({ type: 'alert.resolve', alertId: medium });
  await people.client.send(help);
  await people.therapist.send({ type: 'alert.raise', kind: 'go_now', reason: 'Slow breathing' });
  const phone = await again(room, 'chaperone');
  expect(phone.views[0]?.view).toMatchObject({
    alerts: [
      { kind: 'help', state: 'raised' },
      { kind: 'go_now', reason: 'Slow breathing' },
    ],
  });
});

test('[LO2 PR3 ES5] after a restart of the server nobody counts as connected, and everybody comes back to the same place and state', async () => {
  const { room, people } = await roomFull(app, open);
  const reply = await people.client.send(help);
  expect(reply.ok).toBe(true);
  await app.restart();
  const therapist = await again(room, 'therapist');
  const first = therapist.views[0]?.view;
  expect(first).toMatchObject({
    screen: 'therapist',
    alerts: [{ kind: 'help', state: 'raised' }],
    people: {
      client: { connected: false, admission: 'admitted' },
      chaperone: { connected: false, admission: 'admitted' },
    },
  });
  const chaperone = await again(room, 'chaperone');
  expect(chaperone.views[0]?.view).toMatchObject({
    screen: 'chaperone',
    alerts: [{ kind: 'help' }],
  });
});

test('[ES2] a press whose answer was lost in a restart gets that answer when it is sent again', async () => {
  const { room, people } = await roomFull(app, open);
  const commandId = randomUUID();
  const reply = await people.client.send(help, commandId);
  await app.restart();
  const client = await again(room, 'client');
  expect(await client.send(help, commandId)).toEqual(reply);
});

test('[IN3 IN4] a second device that the therapist lets in takes the place; the first is told, and is out', async () => {
  const { room, people } = await roomFull(app, open);
  const redeem = (ask: boolean, cookie = '') =>
    app.fetch('/api/invites/redeem', {
      method: 'POST',
      body: { token: room.tokens.chaperone, ask },
      cookie,
    });
  expect(await (await redeem(false)).json()).toMatchObject({ outcome: 'used' });
  const asked = await redeem(true);
  expect(await asked.json()).toMatchObject({ outcome: 'asking', role: 'chaperone' });
  const cookie = cookieOf(asked);
  const asking = await people.therapist.until(
    (view) => view.screen === 'therapist' && view.devices.length > 0,
  );
  const requestId = asking.screen === 'therapist' ? (asking.devices[0]?.requestId ?? '') : '';
  const ended = new Promise<string>((resolve) =>
    people.chaperone.socket.once('session:end', resolve),
  );
  await expect(connect(app, room, 'chaperone', { cookie })).rejects.toThrow('not_signed_in');
  await people.therapist.send({ type: 'device.allow', requestId });
  expect(await (await redeem(false, cookie)).json()).toMatchObject({ outcome: 'joined' });
  expect(await ended).toBe('replaced');
  await expect.poll(() => people.chaperone.socket.connected).toBe(false);
  await expect(connect(app, room, 'chaperone')).rejects.toThrow('not_signed_in');
  const phone = await again(room, 'chaperone', { cookie });
  expect(phone.views[0]?.view).toMatchObject({ screen: 'chaperone' });
});

test('[PH4 ES3] two devices of the therapist that press at once: one moves, the other is told to look again', async () => {
  const { room, people } = await roomFull(app, open, 'integration');
  await people.client.send({ type: 'location.attest', elsewhere: null });
  const tablet = await again(room, 'therapist');
  const expectedRevision = tablet.views.at(-1)?.view.revision ?? 0;
  const move = { type: 'phase.advance', to: 'talk', expectedRevision } as const;
  const replies = await Promise.all([people.therapist.send(move), tablet.send(move)]);
  const codes = replies.map((reply) => (reply.ok ? 'moved' : reply.rejection.code)).toSorted();
  expect(codes).toEqual(['moved', 'stale']);
});

test('[CM4] a fault of ours under a press is said to who pressed: nothing is shown as done', async () => {
  const { people } = await roomFull(app, open);
  const { executor } = app.app;
  const execute = executor.execute.bind(executor);
  executor.execute = () => Promise.reject(new Error('a fault of ours'));
  expect(await people.client.send(help)).toMatchObject({
    ok: false,
    rejection: { code: 'unavailable' },
  });
  executor.execute = execute;
  expect(await people.client.send(help)).toMatchObject({ ok: true });
});
