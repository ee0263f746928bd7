import type { Command } from '@sojourn/shared/session/command';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeSocket } from './fake-socket.ts';
import { createOutbox } from './outbox-database.ts';
import { pressesOf, type KeptPress, type Outbox } from './outbox.ts';
import { createSessionConnection, type SessionConnection } from './session-connection.ts';

let socket: FakeSocket;
vi.mock('socket.io-client', () => ({ io: () => socket }));

/** What this browser keeps, whichever of its pages asks. */
let kept: Map<string, KeptPress>;
const browser = (): Outbox => ({
  keep: (press) => void kept.set(press.message.commandId, press),
  drop: (commandId) => void kept.delete(commandId),
  all: () => Promise.resolve([...kept.values()]),
});

const pages: SessionConnection[] = [];
function openPage(outbox = browser()): SessionConnection {
  socket = new FakeSocket();
  const page = createSessionConnection({ sessionId: 's', as: 'client', outbox });
  pages.push(page);
  page.open();
  return page;
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
});
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
const help = { type: 'alert.raise', kind: 'help' } as const;
const recorded = (commandId: string) => ({ ok: true, commandId, revision: 7 }) as const;
const refused = (commandId: string) =>
  ({ ok: false, commandId, rejection: { code: 'session_over', message: 'No.' } }) as const;

test('[AL13] Help pressed without a network is there after a reload, with its first ID, and goes out when the line is back', async () => {
  void openPage().send(help);
  const [commandId = ''] = kept.keys();
  const page = openPage();
  await seconds(0);
  expect(page.get().pending).toMatchObject([{ commandId, command: help, refused: false }]);
  await seconds(60);
  socket.arrive();
  await seconds(0);
  expect(socket.sent.map((sent) => sent.commandId)).toEqual([commandId]);
  socket.sent[0]?.answer(recorded(commandId));
  await seconds(30);
  expect(page.get().pending).toEqual([]);
  expect(kept.size).toBe(0);
  expect(socket.sent).toHaveLength(1);
});

test('[AL13] what is kept goes when it was answered, also by a refusal, and not while the server cannot record', async () => {
  const page = openPage();
  socket.arrive();
  for (const answer of [recorded, refused]) {
    void page.send(help);
    const sent = socket.sent.at(-1);
    sent?.answer({
      ...refused(sent.commandId),
      rejection: { code: 'unavailable', message: 'Not now.' },
    });
    await seconds(1);
    expect(kept.size).toBe(1);
    await seconds(2);
    socket.sent.at(-1)?.answer(answer(sent?.commandId ?? ''));
    await seconds(0);
    expect(kept.size).toBe(0);
  }
});

test('[AL13 AL2] two pages of one browser send the same press with the same ID, and the second is not shown it again once answered', async () => {
  void openPage().send(help);
  const [commandId = ''] = kept.keys();
  const second = openPage();
  socket.arrive();
  await seconds(0);
  socket.sent[0]?.answer(recorded(commandId));
  await seconds(0);
  kept.set(commandId, { message: { ...help, commandId }, pressedAt: 0 });
  socket.lose();
  socket.arrive();
  await seconds(10);
  expect(socket.sent).toHaveLength(1);
  expect(second.get().pending).toEqual([]);
});

test('[AL13] a browser that can keep nothing, or hangs, sends the press in the same instant all the same', async () => {
  const hangs: Outbox = {
    keep: () => undefined,
    drop: () => undefined,
    all: () => new Promise(() => undefined),
  };
  const forbidden = () => {
    throw new Error('SecurityError');
  };
  for (const outbox of [
    hangs,
    createOutbox('s/client', () => undefined),
    createOutbox('s/client', forbidden),
  ]) {
    const page = openPage(outbox);
    socket.arrive();
    void page.send(help);
    expect(socket.sent).toHaveLength(1);
    await seconds(5);
    expect(page.get().pending).toHaveLength(1);
  }
});

test('[AL13] the chaperone’s answers and words are kept as the alert is; a phase or a silence is not', () => {
  const page = openPage();
  const commands: Command[] = [
    { type: 'alert.going', alertId: 'a' },
    { type: 'alert.with_client', alertId: 'a' },
    { type: 'check.report', finding: 'concern' },
    { type: 'check.report', finding: 'ok' },
    { type: 'call.ask' },
    { type: 'alert.silence', alertId: 'a' },
    { type: 'phase.advance', to: 'hold', expectedRevision: 3 },
    { type: 'dose.ready' },
  ];
  for (const command of commands) void page.send(command);
  expect([...kept.values()].map(({ message }) => message.type)).toEqual([
    'alert.going',
    'alert.with_client',
    'check.report',
    'check.report',
    'call.ask',
  ]);
});

test('[AL13 LK1] “all is well” that did not get through in two minutes is not said later, of a look that nobody took', async () => {
  const page = openPage();
  const ok = page.send({ type: 'check.report', finding: 'ok' });
  void page.send({ type: 'check.report', finding: 'concern' });
  await seconds(125);
  expect(await ok).toMatchObject({ ok: false, rejection: { code: 'unavailable' } });
  socket.arrive();
  await seconds(0);
  expect(socket.sent).toMatchObject([{ finding: 'concern' }]);
});

test('[AL13 IN3] a browser that lost its place keeps no press for a later one, and says of a Help that nobody has it', async () => {
  const page = openPage();
  void page.send(help);
  socket.says('session:end', 'replaced');
  await seconds(0);
  expect(kept.size).toBe(0);
  expect(page.get().unheard).toBe(true);
});

test('[AL13 IN3] whose alerts were all answered loses the place without a fright', async () => {
  const page = openPage();
  void page.send({ type: 'lobby.enter', name: 'Robin' });
  socket.says('session:end', 'replaced');
  await seconds(0);
  expect(page.get().unheard).toBe(false);
});

test('[AL13] only what is a kept press of this very place is read back, oldest first', () => {
  const commandId = 'b7e0c9de-0b5c-4c8e-9f57-0a3f8a1f1c11';
  const row = { place: 's/client', pressedAt: 2, message: { ...help, commandId } };
  const older = { ...row, pressedAt: 1 };
  const rows = [
    row,
    older,
    { ...row, place: 's/therapist' },
    { ...row, message: { ...help, commandId: 'x' } },
    { ...row, message: { type: 'dose.ready', commandId } },
    { ...row, pressedAt: undefined },
    { place: 's/client' },
  ];
  expect(pressesOf(rows, 's/client')).toEqual([
    { message: older.message, pressedAt: 1 },
    { message: row.message, pressedAt: 2 },
  ]);
});
