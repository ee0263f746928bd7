import { randomUUID } from 'node:crypto';
import type { InviteReply } from '@sojourn/shared/http/api';
import type { CareCommandReply } from '@sojourn/shared/http/care-api';
import type { Command } from '@sojourn/shared/session/command';
import type { Phase, SessionKind } from '@sojourn/shared/session/phase';
import type {
  BrowserToServer,
  CommandReply,
  ServerToBrowser,
  ViewMessage,
} from '@sojourn/shared/session/protocol';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { io, type Socket } from 'socket.io-client';
import { expect, vi } from 'vitest';
import { createSignInLink } from '../auth/sign-in.ts';
import { readSession } from './store.ts';
import type { TestApp } from './test-app.ts';
import { addClient, THERAPIST } from './test-sessions.ts';
import { walkTo } from './test-walk.ts';

/* Test support: people at the real app, with real cookies and real sockets. */

/** The `name=value` of a reply's cookie. */
export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

export async function signIn(test: TestApp, therapistId = THERAPIST.therapistId): Promise<string> {
  const link = await createSignInLink(test.app.db, therapistId, test.url, Date.now());
  const token = new URL(link).hash.slice(1);
  return cookieOf(await test.fetch('/api/sign-in', { method: 'POST', body: { token } }));
}

export interface TestRoom {
  sessionId: string;
  cookies: Record<Role, string>;
  tokens: Record<'client' | 'chaperone', string>;
}

/** A new session of this client, by its therapist's press. Returns its id. */
export async function schedule(
  test: TestApp,
  cookie: string,
  clientId: string,
  kind: SessionKind = 'dosing',
): Promise<string> {
  const command = { type: 'session.schedule', kind, scheduledAt: Date.now() };
  const body = { commandId: randomUUID(), command };
  const path = `/api/clients/${clientId}/commands`;
  const done = await test.fetch(path, { method: 'POST', body, cookie });
  return ((await done.json()) as CareCommandReply).sessionId ?? '';
}

/** A session made by its therapist, with both invites redeemed; nobody is connected. */
export async function openRoom(test: TestApp, kind: SessionKind = 'dosing'): Promise<TestRoom> {
  const therapist = await signIn(test);
  const clientId = await addClient(test.app.care, Date.now());
  const sessionId = await schedule(test, therapist, clientId, kind);
  const tokenOf = async (role: string) => {
    const path = `/api/sessions/${sessionId}/invites`;
    const issued = await test.fetch(path, { method: 'POST', body: { role }, cookie: therapist });
    return ((await issued.json()) as InviteReply).url.split('#')[1] ?? '';
  };
  const tokens = { client: await tokenOf('client'), chaperone: await tokenOf('chaperone') };
  const redeem = async (token: string) =>
    cookieOf(await test.fetch('/api/invites/redeem', { method: 'POST', body: { token } }));
  const cookies = {
    therapist,
    client: await redeem(tokens.client),
    chaperone: await redeem(tokens.chaperone),
  };
  return { sessionId, cookies, tokens };
}

export interface TestBrowser {
  socket: Socket<ServerToBrowser, BrowserToServer>;
  views: ViewMessage[];
  send(command: Command, commandId?: string): Promise<CommandReply>;
  /** The first view from now on, or the newest already here, for which this holds. */
  /** @param within ms */
  until(wanted: (view: SessionView) => boolean, within?: number): Promise<SessionView>;
}

/** Connects as a role and waits for the first view. */
export async function connect(
  test: TestApp,
  room: TestRoom,
  role: Role,
  { url = test.url, cookie = room.cookies[role] } = {},
): Promise<TestBrowser> {
  const socket: TestBrowser['socket'] = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { sessionId: room.sessionId, as: role },
    extraHeaders: { cookie },
  });
  const views: ViewMessage[] = [];
  socket.on('session:view', (message) => views.push(message));
  const browser: TestBrowser = {
    socket,
    views,
    send: (command, commandId = randomUUID()) =>
      socket.timeout(8_000).emitWithAck('session:command', { ...command, commandId }),
    async until(wanted, within = 8_000) {
      const found = () => views.find((message) => wanted(message.view))?.view;
      await vi.waitFor(() => expect(found()).toBeDefined(), { timeout: within, interval: 10 });
      return found() as SessionView;
    },
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  await browser.until((view) => view.screen === 'lobby' || view.people[role].connected);
  return browser;
}

/** All three connected and in the room. */
export async function everybodyIn(
  test: TestApp,
  room: TestRoom,
): Promise<Record<Role, TestBrowser>> {
  const browsers = {
    therapist: await connect(test, room, 'therapist'),
    client: await connect(test, room, 'client'),
    chaperone: await connect(test, room, 'chaperone'),
  };
  for (const role of ['client', 'chaperone'] as const) {
    await browsers[role].send({ type: 'lobby.enter', name: role === 'client' ? 'Robin' : 'Sam' });
    await browsers.therapist.send({ type: 'participant.admit', role });
  }
  const inRoom = ({ screen }: SessionView) => screen !== 'lobby';
  await browsers.client.until(inRoom);
  const { revision } = await browsers.chaperone.until(inRoom);
  for (const browser of Object.values(browsers))
    await browser.until((view) => view.revision === revision);
  return browsers;
}

/** The whole room to this phase, by the presses of its people. */
export async function goTo(test: TestApp, { sessionId }: TestRoom, phase: Phase): Promise<void> {
  const { db, executor, clock } = test.app;
  await walkTo(
    {
      async press(role, command, commandId = randomUUID()) {
        const done = await executor.execute({ sessionId, role, command, commandId });
        if (!done.ok) throw new Error(`${command.type}: ${done.error.message}`);
      },
      async stand() {
        const state = await readSession(db, sessionId);
        if (!state) throw new Error('No such session');
        return state;
      },
      now: clock,
    },
    phase,
  );
}

export const leave = (browsers: Record<string, TestBrowser>): void => {
  for (const { socket } of Object.values(browsers)) socket.disconnect();
};

/** A new room with all three in it, for suites that let everybody go after each test. */
export async function roomFull(test: TestApp, open: TestBrowser[], kind?: SessionKind) {
  const room = await openRoom(test, kind);
  const people = await everybodyIn(test, room);
  open.push(...Object.values(people));
  return { room, people };
}
