import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

const help = { type: 'alert.raise', kind: 'help' } as const;
const ready = { type: 'dose.ready' } as const;
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const recorded = (commandId: string) => ({ ok: true, commandId, revision: 7 }) as const;
const refused = (commandId: string, code: 'unavailable' | 'wrong_phase') =>
  ({ ok: false, commandId, rejection: { code, message: 'No.' } }) as const;
const ids = () => new Set(socket.sent.map(({ commandId }) => commandId));

/** What the press has come to so far. */
function follow<T>(promise: Promise<T>) {
  const state: { reply?: T } = {};
  void promise.then((reply) => (state.reply = reply));
  return state;
}

describe('a press that is not answered', () => {
  test('[ES2 AL2] is sent again with the same commandId until it is answered, then no more', async () => {
    socket.arrive();
    const press = follow(connection.send(help));
    await seconds(7);
    expect(socket.sent.length).toBe(4);
    expect(ids().size).toBe(1);
    expect(connection.get().pending).toHaveLength(1);
    const [commandId = ''] = ids();
    socket.sent.at(-1)?.answer(recorded(commandId));
    await seconds(30);
    expect(press.reply).toEqual(recorded(commandId));
    expect(socket.sent.length).toBe(4);
    expect(connection.get().pending).toEqual([]);
  });

  test('[ES2 AL13] an answer that comes late, to an earlier sending, is the answer, and the second changes nothing', async () => {
    socket.arrive();
    const press = follow(connection.send(help));
    await seconds(3);
    const [first, second] = socket.sent;
    first?.answer(recorded(first.commandId));
    await seconds(0);
    expect(press.reply).toMatchObject({ ok: true });
    second?.answer(recorded(second.commandId));
    await seconds(30);
    expect(socket.sent).toHaveLength(2);
    expect(connection.get().pending).toEqual([]);
  });

  test('[ES2] two presses are two commands, and neither waits for the other', async () => {
    socket.arrive();
    const stuck = follow(connection.send(ready));
    const alert = follow(connection.send(help));
    expect(ids().size).toBe(2);
    const sent = socket.sent.at(-1);
    sent?.answer(recorded(sent.commandId));
    await seconds(0);
    expect(alert.reply).toMatchObject({ ok: true });
    expect(stuck.reply).toBeUndefined();
  });

  test('[CM4] is given up after twelve seconds and said to be not recorded, when it is no alert', async () => {
    socket.arrive();
    const press = follow(connection.send(ready));
    await seconds(12);
    expect(press.reply).toBeUndefined();
    await seconds(3);
    expect(press.reply).toMatchObject({ ok: false, rejection: { code: 'unavailable' } });
    const tries = socket.sent.length;
    await seconds(60);
    socket.lose();
    socket.arrive();
    expect(socket.sent.length).toBe(tries);
  });

  test('[AL1 AL7] is never given up when it is an alert: ten minutes without a network, and it is still “sending”', async () => {
    const press = follow(connection.send(help));
    await seconds(600);
    expect(press.reply).toBeUndefined();
    expect(connection.get().pending).toMatchObject([{ command: help, refused: false }]);
    socket.arrive();
    expect(socket.sent).toHaveLength(1);
    socket.lose();
    await seconds(600);
    socket.arrive();
    expect(socket.sent).toHaveLength(2);
    expect(ids().size).toBe(1);
    socket.sent.at(-1)?.answer(recorded(socket.sent[0]?.commandId ?? ''));
    await seconds(0);
    expect(press.reply).toMatchObject({ ok: true });
  });

  test('[CM4] a move pressed without a network is not made minutes later, when it is back', async () => {
    const press = follow(connection.send(ready));
    await seconds(15);
    expect(press.reply).toMatchObject({ ok: false, rejection: { code: 'unavailable' } });
    socket.arrive();
    await seconds(10);
    expect(socket.sent).toEqual([]);
  });

  test('[ES2] goes out at once when the network is back, and not twice', async () => {
    void connection.send(help);
    await seconds(1);
    socket.arrive();
    expect(socket.sent).toHaveLength(1);
    await seconds(1.9);
    expect(socket.sent).toHaveLength(1);
  });
});

describe('an answer', () => {
  test('[AL1 AL7] “cannot record now” to an alert is shown as not delivered, and the alert goes on being sent', async () => {
    socket.arrive();
    const press = follow(connection.send(help));
    const [commandId = ''] = ids();
    socket.sent[0]?.answer(refused(commandId, 'unavailable'));
    await seconds(0);
    expect(connection.get().pending).toMatchObject([{ refused: true }]);
    await seconds(2);
    expect(socket.sent).toHaveLength(2);
    socket.sent[1]?.answer(recorded(commandId));
    await seconds(0);
    expect(press.reply).toEqual(recorded(commandId));
  });

  test('[CM4] “cannot record now” to anything else is told at once', async () => {
    socket.arrive();
    const press = follow(connection.send(ready));
    const [commandId = ''] = ids();
    socket.sent[0]?.answer(refused(commandId, 'unavailable'));
    await seconds(10);
    expect(press.reply).toEqual(refused(commandId, 'unavailable'));
    expect(socket.sent).toHaveLength(1);
  });

  test('[PH3] a refusal is the end of a press, an alert’s too', async () => {
    socket.arrive();
    const press = follow(connection.send(help));
    const [commandId = ''] = ids();
    socket.sent[0]?.answer(refused(commandId, 'wrong_phase'));
    await seconds(10);
    expect(press.reply).toEqual(refused(commandId, 'wrong_phase'));
    expect(socket.sent).toHaveLength(1);
  });
});
