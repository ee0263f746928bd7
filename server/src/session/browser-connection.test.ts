import { afterAll, beforeAll, expect, test } from 'vitest';
// The two halves of one promise (ES2, AL1) are tested together here; nothing else of the web app is.
// oxlint-disable-next-line no-restricted-imports
import { createSessionConnection } from '../../../client/src/connection/session-connection.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import {
  connect,
  everybodyIn,
  leave,
  openRoom,
  type TestBrowser,
  type TestRoom,
} from './test-people.ts';
import { startNetwork, type TestNetwork } from './test-network.ts';

let app: TestApp;
let air: TestNetwork;
let room: TestRoom;
let people: Record<'therapist' | 'client' | 'chaperone', TestBrowser>;
let committed = () => {};
beforeAll(async () => {
  app = await startTestApp();
  air = await startNetwork(app.port);
  room = await openRoom(app);
  people = await everybodyIn(app, room);
  const { executor } = app.app;
  const execute = executor.execute.bind(executor);
  executor.execute = async (press) => {
    const done = await execute(press);
    committed();
    return done;
  };
});
afterAll(async () => {
  leave(people);
  air.cut();
  await app.stop();
});

const help = { type: 'alert.raise', kind: 'help' } as const;
const openBrowser = () => {
  const connection = createSessionConnection({
    sessionId: room.sessionId,
    as: 'client',
    origin: `http://127.0.0.1:${air.port}`,
    extraHeaders: { cookie: room.cookies.client },
  });
  connection.open();
  return connection;
};
const alertsIn = async () => {
  const therapist = await connect(app, room, 'therapist');
  const { view } = therapist.views.at(-1) ?? {};
  therapist.socket.disconnect();
  return view?.screen === 'therapist' ? view.alerts : [];
};

test('[AL1 AL2 ES2] an alert pressed in a dead network, whose first answer is then lost too, is one alert in the end', async () => {
  const browser = openBrowser();
  await expect.poll(() => browser.get().link).toBe('connected');
  air.cut();
  await expect.poll(() => browser.get().link).toBe('lost');
  const pressed = browser.send(help);
  expect(browser.get().pending).toHaveLength(1);

  // The network is back for exactly as long as the press needs to be recorded, and not its answer.
  const recorded = new Promise<void>((resolve) => {
    committed = () => {
      air.cut();
      committed = () => {};
      resolve();
    };
  });
  await air.restore();
  await recorded;
  expect(browser.get().pending).toHaveLength(1);
  await air.restore();

  expect(await pressed).toMatchObject({ ok: true });
  expect(await alertsIn()).toMatchObject([{ kind: 'help', repeats: 0 }]);
  expect(browser.get()).toMatchObject({ pending: [], view: { alerts: [{ kind: 'help' }] } });
  browser.close();
});

test('[LO2 ES5] a browser comes back by itself after the server was started anew, and draws the newest view', async () => {
  const browser = openBrowser();
  await expect.poll(() => browser.get().view?.screen).toBe('client');
  await app.restart();
  await expect.poll(() => browser.get().link, { timeout: 10_000 }).toBe('connected');
  const therapist = await connect(app, room, 'therapist');
  const reply = await therapist.send({ type: 'prompt.offer', promptId: 'feet' });
  await expect.poll(() => browser.get().view?.revision).toBe(reply.ok ? reply.revision : -1);
  expect(browser.get().view).toMatchObject({ prompt: { promptId: 'feet' } });
  therapist.socket.disconnect();
  browser.close();
});
