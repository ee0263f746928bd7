import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeSocket } from './fake-socket.ts';
import { createSessionConnection, type SessionConnection } from './session-connection.ts';

let socket: FakeSocket;
vi.mock('socket.io-client', () => ({ io: () => socket }));

let connection: SessionConnection;
beforeEach(() => {
  vi.useFakeTimers();
  socket = new FakeSocket();
  connection = createSessionConnection({ sessionId: 's', as: 'client' });
  connection.open();
  // The first one was asked for; what is counted is coming back.
  socket.connects = 0;
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test('[AL7] says connecting, connected, lost, and since when', async () => {
  expect(connection.get().link).toBe('connecting');
  await seconds(1);
  socket.arrive();
  const since = Date.now();
  await seconds(5);
  expect(connection.get()).toMatchObject({ link: 'connected', linkSince: since });
  socket.lose();
  expect(connection.get()).toMatchObject({ link: 'lost', linkSince: Date.now() });
  socket.says('connect_error', new Error('timeout'));
  expect(connection.get().linkSince).toBe(Date.now());
});

test('[IN3] a browser whose place was taken is told, and does not come back by itself', async () => {
  socket.arrive();
  socket.says('session:end', 'replaced');
  expect(connection.get()).toMatchObject({ ended: 'replaced', link: 'lost' });
  await seconds(60);
  expect(socket.connects).toBe(0);
});

test('[CM4] what was pressed and not answered when the place was taken is said to be not recorded', async () => {
  socket.arrive();
  const reply = connection.send({ type: 'alert.raise', kind: 'help' });
  socket.says('session:end', 'replaced');
  expect(await reply).toMatchObject({ ok: false, rejection: { code: 'unavailable' } });
  expect(connection.get().pending).toEqual([]);
});

test('[LO2] a browser that the server hung up on comes back by itself', () => {
  socket.arrive();
  socket.lose('io server disconnect');
  expect(socket.connects).toBe(1);
  expect(connection.get().ended).toBeNull();
});

test('[IN3] a browser without a place reads so, and does not knock for ever', async () => {
  socket.says('connect_error', new Error('not_signed_in'));
  expect(connection.get().ended).toBe('not_signed_in');
  await seconds(60);
  expect(socket.connects).toBe(0);
});

test('[LO2] while the server cannot say who this is, the browser tries again', async () => {
  socket.active = false;
  socket.says('connect_error', new Error('unavailable'));
  await seconds(3);
  expect(socket.connects).toBe(1);
  expect(connection.get().ended).toBeNull();
});

test('[WD3] a socket that believes to be connected and hears nothing is thrown away within ten seconds', async () => {
  socket.arrive();
  for (let second = 0; second < 20; second += 1) {
    socket.says('manager:ping');
    await seconds(1);
  }
  expect(connection.get().link).toBe('connected');
  await seconds(8);
  expect(connection.get().link).toBe('lost');
  expect(socket.connects).toBe(1);
});

test('[WD3] one late look after a frozen page throws nothing away', async () => {
  socket.arrive();
  vi.setSystemTime(Date.now() + 60_000);
  await seconds(1);
  socket.says('manager:ping');
  await seconds(5);
  expect(connection.get().link).toBe('connected');
});

test('[PR4] what another browser says of itself is kept by its role', () => {
  const beat = { visible: true, battery: 0.5, charging: false, sound: true, idle: 0, media: null };
  socket.says('session:pulse', { role: 'chaperone', at: 5, beat });
  socket.says('session:pulse', { role: 'client', at: 6, beat });
  expect(connection.get().signals).toMatchObject({ chaperone: { at: 5 }, client: { at: 6 } });
});

test('[PR4] a heartbeat goes out on a live line only: a late one would be a lie', () => {
  const beat = { visible: true, battery: null, charging: null, sound: true, idle: 0, media: null };
  connection.beat(beat);
  socket.arrive();
  connection.beat(beat);
  expect(socket.beats).toEqual([beat]);
});
