import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { endSignIn } from '../auth/sign-in.ts';
import { readSession } from './store.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { connect, cookieOf, leave, roomFull, signIn, type TestBrowser } from './test-people.ts';

let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => leave(Object.fromEntries(open.splice(0).entries())));

test('[IN3 CM2] whose sign-in has ended can no longer move the session, also on a tab that is still open', async () => {
  const { room, people } = await roomFull(app, open);
  const { therapist } = people;
  await endSignIn(app.app.db, room.cookies.therapist.split('=')[1] ?? '', Date.now());
  const expectedRevision = therapist.views.at(-1)?.view.revision ?? 0;
  const reply = await therapist.send({ type: 'phase.advance', to: 'setup', expectedRevision });
  expect(reply).toMatchObject({ ok: false, rejection: { code: 'not_allowed' } });
  await expect.poll(() => therapist.socket.connected).toBe(false);
});

test('[IN3] who signs out is shown nothing more, on no tab; another browser of the therapist stays', async () => {
  const { room, people } = await roomFull(app, open);
  const tab = await connect(app, room, 'therapist');
  const elsewhere = await connect(app, room, 'therapist', { cookie: await signIn(app) });
  open.push(tab, elsewhere);
  await app.fetch('/api/sign-out', { method: 'POST', body: {}, cookie: room.cookies.therapist });
  for (const { socket } of [people.therapist, tab]) {
    await expect.poll(() => socket.connected).toBe(false);
  }
  const seen = tab.views.length;
  const raised = await people.client.send({ type: 'alert.raise', kind: 'help' });
  await elsewhere.until(({ revision }) => raised.ok && revision === raised.revision);
  expect(tab.views).toHaveLength(seen);
});

test('[IN3] who only watches is asked for the cookie again within a minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await app.restart();
    const { room, people } = await roomFull(app, open);
    await endSignIn(app.app.db, room.cookies.therapist.split('=')[1] ?? '', Date.now());
    await app.app.db
      .updateTable('place')
      .set({ ended_at: Date.now() })
      .where('session_id', '=', room.sessionId)
      .where('role', '=', 'chaperone')
      .execute();
    vi.advanceTimersByTime(60_000);
    await expect.poll(() => people.therapist.socket.connected).toBe(false);
    await expect.poll(() => people.chaperone.socket.connected).toBe(false);
    expect(people.client.socket.connected).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('[IN4 LO1] a new link for somebody who is in the room asks the therapist first', async () => {
  const { room, people } = await roomFull(app, open);
  const cookie = room.cookies.therapist;
  const invites = `/api/sessions/${room.sessionId}/invites`;
  const issued = await app.fetch(invites, { method: 'POST', body: { role: 'client' }, cookie });
  const { url } = (await issued.json()) as { url: string };
  const token = new URL(url).hash.slice(1);
  const redeem = (own = '') =>
    app.fetch('/api/invites/redeem', { method: 'POST', body: { token }, cookie: own });
  const first = await redeem();
  const tablet = cookieOf(first);
  expect(await first.json()).toMatchObject({ outcome: 'asking' });
  expect(people.client.socket.connected).toBe(true);
  const seen = await people.therapist.until(
    (view) => view.screen === 'therapist' && view.devices.length === 1,
  );
  const requestId = seen.screen === 'therapist' ? (seen.devices[0]?.requestId ?? '') : '';
  await people.therapist.send({ type: 'device.allow', requestId });
  expect(await (await redeem(tablet)).json()).toMatchObject({ outcome: 'joined' });
  await expect.poll(() => people.client.socket.connected).toBe(false);
});

test('[AL1] a page that floods is refused in words, and its one alert still goes out', async () => {
  const { people } = await roomFull(app, open);
  const { client } = people;
  const replies = await Promise.all(
    Array.from({ length: 60 }, () => client.send({ type: 'prompt.open', promptId: 'feet' })),
  );
  const refused = replies.filter((reply) => !reply.ok);
  expect(refused.length).toBeGreaterThan(30);
  expect(refused[0]).toMatchObject({ rejection: { code: 'unavailable' } });
  expect(await client.send({ type: 'alert.raise', kind: 'help' })).toMatchObject({ ok: true });
});

test('[PR3] after a restart nobody counts as connected in a stopped session either', async () => {
  const { room, people } = await roomFull(app, open);
  await people.client.send({ type: 'alert.raise', kind: 'help' });
  await people.chaperone.send({ type: 'session.cancel', reason: 'Not today' });
  // As after kill -9: the record still says connected.
  await app.app.executor.executeSystem(room.sessionId, {
    type: 'presence.connect',
    role: 'chaperone',
    connectionId: 'of-the-process-before',
  });
  await app.restart();
  const state = await readSession(app.app.db, room.sessionId);
  expect(state?.phase).toBe('cancelled');
  expect(state?.people.chaperone.connectionIds).not.toContain('of-the-process-before');
});
