import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readSession } from '../session/store.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { everybodyIn, leave, openRoom, type TestBrowser } from '../session/test-people.ts';
import { startFakeLiveKit, type FakeLiveKit } from './fake-livekit.ts';

let livekit: FakeLiveKit;
let app: TestApp;
let people: Record<string, TestBrowser> = {};
beforeAll(async () => {
  livekit = await startFakeLiveKit();
  app = await startTestApp({ livekit: livekit.url });
});
afterEach(() => leave(people));
afterAll(async () => {
  await app.stop();
  livekit.close();
});

/** As LiveKit tells it: signed over the body. */
async function tell(event: string, room: string, identity: string, secret = 's'.repeat(32)) {
  const body = JSON.stringify({ event, room: { name: room }, participant: { identity } });
  const token = new AccessToken('key', secret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  const headers = {
    'content-type': 'application/webhook+json',
    authorization: await token.toJwt(),
  };
  const reply = await app.fetch('/api/livekit/webhook', { method: 'POST', body, headers });
  return reply.status;
}

test('[LN2] who talks on the line is recorded by what LiveKit signs; not who is in the therapy, and nothing by a stranger', async () => {
  const room = await openRoom(app);
  people = await everybodyIn(app, room);
  const state = async () => {
    const known = await readSession(app.app.db, room.sessionId);
    if (!known) throw new Error('The session is gone.');
    return known;
  };
  const { rooms, people: known } = await state();
  const { therapist, chaperone } = known;
  const line = rooms.line ?? '';

  expect(await tell('participant_joined', line, chaperone.mediaIdentity, 'x'.repeat(32))).toBe(401);
  expect(await tell('participant_joined', rooms.therapy, therapist.mediaIdentity)).toBe(200);
  expect(await tell('participant_joined', line, 'p_nobody')).toBe(200);
  expect((await state()).onLine).toEqual([]);

  expect(await tell('participant_joined', line, chaperone.mediaIdentity)).toBe(200);
  expect(await tell('participant_joined', line, therapist.mediaIdentity)).toBe(200);
  expect((await state()).onLine).toEqual(['chaperone', 'therapist']);
  expect(await tell('participant_left', line, chaperone.mediaIdentity)).toBe(200);
  expect((await state()).onLine).toEqual(['therapist']);
  expect((await state()).timeline.map(({ event }) => event.type)).toContain('line.left');
});
