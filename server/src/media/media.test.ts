import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import {
  connect,
  everybodyIn,
  goTo,
  leave,
  openRoom,
  type TestBrowser,
  type TestRoom,
} from '../session/test-people.ts';
import { startFakeLiveKit, type FakeLiveKit } from './fake-livekit.ts';

type Role = 'therapist' | 'client' | 'chaperone';
const ALERT = '5f3c0f0e-6d1f-4f83-9a44-0e7f0a4c9b11';
const ROLES = ['therapist', 'client', 'chaperone'] as const;
let livekit: FakeLiveKit;
let app: TestApp;
let room: TestRoom;
let people: Record<string, TestBrowser> = {};
beforeAll(async () => {
  livekit = await startFakeLiveKit();
  app = await startTestApp({ livekit: livekit.url });
});
afterAll(async () => {
  await app.stop();
  livekit.close();
});
beforeEach(async () => {
  room = await openRoom(app);
});
afterEach(() => {
  leave(people);
  people = {};
  livekit.state.away = false;
});

const ask = (as: Role, cookie = room.cookies[as], line?: 'line') =>
  app.fetch(`/api/sessions/${room.sessionId}/livekit-token`, {
    method: 'POST',
    body: { as, room: line },
    cookie,
  });
const statuses = async () =>
  Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, (await ask(role)).status] as const)),
  );

async function claimsOf(response: Response) {
  const { token, room } = (await response.json()) as { token: string; room: string };
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string;
    video: { room: string; canPublishSources: string[] };
  };
  return { room, claims };
}

test('[MD1] before admission there is a token for nobody: not for those who wait, not for the therapist who looks', async () => {
  people = { client: await connect(app, room, 'client') };
  await people['client']?.send({ type: 'lobby.enter', name: 'Robin' });
  expect(await statuses()).toEqual({ therapist: 403, client: 403, chaperone: 403 });
});

test('[MD1 MD2] arrival and setup: all three have a token, ready: the chaperone is refused, release: all three again', async () => {
  people = await everybodyIn(app, room);
  expect(await statuses()).toEqual({ therapist: 200, client: 200, chaperone: 200 });
  await goTo(app, room, 'setup');
  expect(await statuses()).toEqual({ therapist: 200, client: 200, chaperone: 200 });
  await goTo(app, room, 'ready');
  expect(await statuses()).toEqual({ therapist: 200, client: 200, chaperone: 403 });
  expect(await (await ask('chaperone')).json()).toMatchObject({
    code: 'not_allowed',
    message: expect.stringContaining('no video for you') as string,
  });
  await goTo(app, room, 'release');
  expect(await statuses()).toEqual({ therapist: 200, client: 200, chaperone: 200 });
});

test('[MD3 MD4] a token names an opaque person and the room of the present stage; each stage has a room of its own', async () => {
  people = await everybodyIn(app, room);
  const opening = await Promise.all(ROLES.map(async (role) => claimsOf(await ask(role))));
  expect(new Set(opening.map(({ claims }) => claims.video.room)).size).toBe(1);
  expect(new Set(opening.map(({ claims }) => claims.sub)).size).toBe(3);
  for (const { room: name, claims } of opening) {
    expect(claims.video.room).toBe(name);
    expect(claims.sub).toMatch(/^p_[\w-]{22}$/);
    expect(name).toMatch(/^r_[\w-]{22}$/);
    expect(JSON.stringify(claims)).not.toMatch(/Robin|Sam|Maya/);
  }
  await goTo(app, room, 'ready');
  const { room: therapy } = await claimsOf(await ask('client'));
  expect(therapy).not.toBe(opening[0]?.room);
});

test('[MD4] when setup ends the server closes its room, so that the chaperone’s token opens nothing any more', async () => {
  people = await everybodyIn(app, room);
  const { room: opening } = await claimsOf(await ask('chaperone'));
  expect(livekit.rooms).toContain(opening);
  await goTo(app, room, 'ready');
  await expect.poll(() => livekit.rooms.has(opening)).toBe(false);
  const { room: therapy } = await claimsOf(await ask('therapist'));
  expect(livekit.rooms).toContain(therapy);
});

test('[LN1 MD3] a token for the line is for therapist and chaperone, while an alert is open, for a room of its own, and for a microphone only', async () => {
  people = await everybodyIn(app, room);
  await goTo(app, room, 'journey');
  const line = (as: Role) => ask(as, room.cookies[as], 'line');
  const lines = async () => {
    const replies = await Promise.all(ROLES.map(line));
    return replies.map(({ status }) => status);
  };
  expect(await lines()).toEqual([403, 403, 403]);
  await people['client']?.send({ type: 'alert.raise', kind: 'help' }, ALERT);
  expect(await lines()).toEqual([200, 403, 200]);
  expect(await (await line('client')).json()).toMatchObject({
    message: expect.stringContaining('during an alert') as string,
  });
  const [ofTherapist, ofChaperone, therapy] = await Promise.all(
    [line('therapist'), line('chaperone'), ask('client')].map(async (reply) =>
      claimsOf(await reply),
    ),
  );
  expect(ofTherapist?.room).toBe(ofChaperone?.room);
  expect(ofTherapist?.room).not.toBe(therapy?.room);
  expect(ofChaperone?.claims.video.canPublishSources).toEqual(['microphone']);
  await people['chaperone']?.send({ type: 'alert.with_client', alertId: ALERT });
  await people['therapist']?.send({ type: 'alert.resolve', alertId: ALERT });
  expect(await lines()).toEqual([403, 403, 403]);
  await expect.poll(() => livekit.rooms.has(ofChaperone?.room ?? '')).toBe(false);
});

test('[MD1 CM2] a token is for who holds the cookie, in the session that it is for', async () => {
  people = await everybodyIn(app, room);
  const other = await openRoom(app);
  expect((await ask('client', '')).status).toBe(401);
  expect((await ask('therapist', room.cookies.client)).status).toBe(401);
  expect((await ask('client', other.cookies.client)).status).toBe(401);
  for (const body of [undefined, {}, { as: 'system' }, { as: ['client'] }, []]) {
    const asked = await app.fetch(`/api/sessions/${room.sessionId}/livekit-token`, {
      method: 'POST',
      body,
      cookie: room.cookies.client,
    });
    expect(asked.status).toBe(401);
  }
});

test('[CM4] LiveKit away: video says so in words, and banner, prompts and alerts go on', async () => {
  people = await everybodyIn(app, room);
  livekit.state.away = true;
  const refused = await ask('client');
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('Everything else goes on') as string,
  });
  await goTo(app, room, 'ready');
  expect(await people['client']?.send({ type: 'alert.raise', kind: 'help' })).toMatchObject({
    ok: true,
  });
});
