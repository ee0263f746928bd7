import { randomUUID } from 'node:crypto';
import type { CreateSessionReply } from '@sojourn/shared/http/api';
import type { Command } from '@sojourn/shared/session/command';
import type { SessionKind } from '@sojourn/shared/session/phase';
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
import type { TestApp } from './test-app.ts';
import { THERAPIST } from './test-sessions.ts';

/* Test support: people at the real app, with real cookies and real sockets. */

/** The `name=value` of a reply's cookie. */
export const cookieOf = (response: Response): string =>
  response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

export async function signIn(test: TestApp): Promise<string> {
  const link = await createSignInLink(test.app.db, THERAPIST.therapistId, test.url, Date.now());
  const token = new URL(link).hash.slice(1);
  return cookieOf(await test.fetch('/api/sign-in', { method: 'POST', body: { token } }));
}

export interface TestRoom {
  sessionId: string;
  cookies: Record<Role, string>;
  tokens: Record<'client' | 'chaperone', string>;
}

/** A session made by its therapist, with both invites redeemed; nobody is connected. */
export async function openRoom(test: TestApp, kind: SessionKind = 'dosing'): Promise<TestRoom> {
  const therapist = await signIn(test);
  const wanted = { kind, clientName: 'Robin', chaperoneName: 'Sam', scheduledAt: Date.now() };
  const created = await test.fetch('/api/sessions', {
    method: 'POST',
    body: wanted,
    cookie: therapist,
  });
  const { sessionId, invites } = (await created.json()) as CreateSessionReply;
  const tokenOf = (role: string) => invites.find((i) => i.role === role)?.url.split('#')[1] ?? '';
  const tokens = { client: tokenOf('client'), chaperone: tokenOf('chaperone') };
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
  until(wanted: (view: SessionView) => boolean): Promise<SessionView>;
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
    async until(wanted) {
      const found = () => views.find((message) => wanted(message.view))?.view;
      await vi.waitFor(() => expect(found()).toBeDefined(), { timeout: 8_000, interval: 10 });
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

export const leave = (browsers: Record<string, TestBrowser>): void => {
  for (const { socket } of Object.values(browsers)) socket.disconnect();
};

/** A new room with all three in it, for suites that let everybody go after each test. */
export async function roomFull(test: TestApp, open: TestBrowser[]) {
  const room = await openRoom(test);
  const people = await everybodyIn(test, room);
  open.push(...Object.values(people));
  return { room, people };
}
