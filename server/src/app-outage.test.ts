import type { SessionView } from '@sojourn/shared/session/view';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './session/test-app.ts';
import { connect, everybodyIn, leave, openRoom } from './session/test-people.ts';
import { startNetwork, type TestNetwork } from './session/test-network.ts';

/* The database goes away under a live session, and comes back. */

let app: TestApp;
let network: TestNetwork;
beforeAll(async () => {
  app = await startTestApp({
    databaseVia: async (address) => {
      const url = new URL(address);
      network = await startNetwork(Number(url.port));
      url.port = String(network.port);
      return url.href;
    },
  });
});
afterAll(async () => {
  await app.stop();
  network.cut();
});

const help = { type: 'alert.raise', kind: 'help' } as const;
const chaperoneIs = (connected: boolean) => (view: SessionView) =>
  view.screen === 'therapist' && view.people.chaperone.connected === connected;

test('[CM4 ES1 PR2] without its database the room refuses in words and shows nothing as done; then it goes on by itself, with who came and went', async () => {
  const room = await openRoom(app);
  const people = await everybodyIn(app, room);
  const seen = people.therapist.views.length;
  network.cut();

  const refused = await people.client.send(help);
  expect(refused).toMatchObject({
    ok: false,
    rejection: {
      code: 'unavailable',
      message: expect.stringContaining('Nothing was done') as string,
    },
  });
  expect((await app.fetch('/healthz')).status).toBe(200);
  const ready = await app.fetch('/readyz');
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ database: 'unreachable', livekit: 'unreachable' });
  const listed = await app.fetch('/api/sessions', { cookie: room.cookies.therapist });
  expect(listed.status).toBe(503);
  expect(await listed.json()).toMatchObject({ code: 'unavailable' });
  await expect(connect(app, room, 'client')).rejects.toThrow('unavailable');

  people.chaperone.socket.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(people.therapist.views.length).toBe(seen);

  await network.restore();
  await expect
    .poll(() => people.therapist.views.slice(seen).some(({ view }) => chaperoneIs(false)(view)), {
      timeout: 8_000,
    })
    .toBe(true);
  expect(await people.client.send(help)).toMatchObject({ ok: true });
  leave(people);
});
