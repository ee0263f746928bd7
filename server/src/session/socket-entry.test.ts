import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './test-app.ts';
import { openRoom, type TestRoom } from './test-people.ts';

/* Who may open a socket. */

let app: TestApp;
let room: TestRoom;
beforeAll(async () => {
  app = await startTestApp();
  room = await openRoom(app);
});
afterAll(() => app.stop());

const refusedBecause = (options: { cookie?: string; auth?: object; origin?: string }) =>
  new Promise<string>((resolve) => {
    const socket = io(app.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: options.auth ?? { sessionId: room.sessionId, as: 'client' },
      extraHeaders: {
        ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
        ...(options.origin === undefined ? {} : { origin: options.origin }),
      },
    });
    socket.once('connect', () => {
      socket.disconnect();
      resolve('connected');
    });
    socket.once('connect_error', (error) => resolve(error.message));
  });

test('[CM2 SC1] nobody without the cookie of that very place is let in', async () => {
  const other = await openRoom(app);
  expect(await refusedBecause({})).toBe('not_signed_in');
  expect(await refusedBecause({ cookie: `${room.cookies.client}x` })).toBe('not_signed_in');
  expect(await refusedBecause({ cookie: other.cookies.client })).toBe('not_signed_in');
  expect(await refusedBecause({ cookie: room.cookies.chaperone })).toBe('not_signed_in');
  const cookie = room.cookies.client;
  for (const auth of [
    { sessionId: room.sessionId, as: 'therapist' },
    { sessionId: room.sessionId, as: 'system' },
    { sessionId: ['a'] },
    {},
  ]) {
    expect(await refusedBecause({ cookie, auth })).toBe('not_signed_in');
  }
  expect(
    await refusedBecause({
      cookie: room.cookies.therapist,
      auth: { sessionId: '\u0000', as: 'therapist' },
    }),
  ).toBe('not_signed_in');
  expect(await refusedBecause({ cookie })).toBe('connected');
});

test('[SC3] a page of another site cannot open a socket with our cookies', async () => {
  const cookie = room.cookies.client;
  for (const origin of [
    'https://evil.test',
    'null',
    `${app.url}.evil.test`,
    'http://127.0.0.1:1',
  ]) {
    expect(await refusedBecause({ cookie, origin })).not.toBe('connected');
  }
  expect(await refusedBecause({ cookie, origin: app.url })).toBe('connected');
});
