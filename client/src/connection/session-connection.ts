import type { Command } from '@sojourn/shared/session/command';
import type {
  BrowserToServer,
  CommandReply,
  Handshake,
  ServerToBrowser,
} from '@sojourn/shared/session/protocol';
import { reject } from '@sojourn/shared/rejection';
import { io, type Socket } from 'socket.io-client';
import {
  createSessionStore,
  markRefused,
  receiveView,
  type SessionStore,
  type EndReason,
} from './session-store.ts';

/** A press unanswered for this long is sent again with the same commandId, ms. */
const RESEND_AFTER = 2_000;
/**
 * A press other than an alert is given up after this long, ms: a phase moved or a dose started minutes
 * after the press would be worse than asking the person to press again. Alerts are never given up (AL1).
 */
const GIVE_UP_AFTER = 12_000;

export interface SessionConnection extends Pick<SessionStore, 'get' | 'subscribe'> {
  /** Resolves when the server has answered, or when the press was given up (code `unavailable`). */
  send(command: Command): Promise<CommandReply>;
  open(): void;
  close(): void;
}

interface Options extends Handshake {
  /** Origin of the server; the page's own in a browser. */
  origin?: string;
  /** Sent with the WebSocket request; a browser sends its cookies by itself. */
  extraHeaders?: Record<string, string>;
  now?: () => number;
}

const isAlert = (command: Command) => command.type.startsWith('alert.');

/** The one connection of a session page: views in, commands out, each sent until it is answered. */
export function createSessionConnection(options: Options): SessionConnection {
  const { sessionId, as, now = Date.now } = options;
  const store = createSessionStore(now);
  const socket: Socket<ServerToBrowser, BrowserToServer> = io(options.origin ?? '', {
    transports: ['websocket'],
    auth: { sessionId, as } satisfies Handshake,
    autoConnect: false,
    reconnectionDelay: 250,
    reconnectionDelayMax: 1_500,
    timeout: 4_000,
    ...(options.extraHeaders ? { extraHeaders: options.extraHeaders } : {}),
  });
  const answers = new Map<string, (reply: CommandReply) => void>();
  const attempts = new Map<string, number>();

  const setLink = (link: 'connected' | 'lost') => {
    if (store.get().link !== link) store.set({ link, linkSince: now() });
  };

  function answer(commandId: string, reply: CommandReply) {
    store.set({ pending: store.get().pending.filter((p) => p.commandId !== commandId) });
    answers.get(commandId)?.(reply);
    answers.delete(commandId);
    attempts.delete(commandId);
  }

  function giveUp(commandId: string) {
    const words = 'No answer came from the server. Look at the screen, and press again.';
    answer(commandId, { ok: false, commandId, rejection: reject('unavailable', words) });
  }

  /** Sends one press, and again until it is answered. A newer attempt ends the older one's retries. */
  function transmit(commandId: string) {
    const press = store.get().pending.find((p) => p.commandId === commandId);
    if (!press) return;
    const insists = isAlert(press.command);
    if (!insists && now() - press.pressedAt > GIVE_UP_AFTER) {
      giveUp(commandId);
      return;
    }
    const attempt = (attempts.get(commandId) ?? 0) + 1;
    attempts.set(commandId, attempt);
    const again = () => {
      if (attempts.get(commandId) === attempt) transmit(commandId);
    };
    if (!socket.connected) {
      setTimeout(again, RESEND_AFTER);
      return;
    }
    socket
      .timeout(RESEND_AFTER)
      .emit('session:command', { ...press.command, commandId }, (timedOut, reply) => {
        if (timedOut) again();
        else if (insists && !reply.ok && reply.rejection.code === 'unavailable') {
          store.set({ pending: markRefused(store.get().pending, commandId) });
          setTimeout(again, RESEND_AFTER);
        } else answer(commandId, reply);
      });
  }

  socket.on('connect', () => {
    setLink('connected');
    for (const press of store.get().pending) transmit(press.commandId);
  });
  socket.on('disconnect', (reason) => {
    setLink('lost');
    // The server hung up on purpose; socket.io does not come back from that by itself.
    if (reason === 'io server disconnect' && store.get().ended === null) socket.connect();
  });
  socket.on('connect_error', (error) => {
    setLink('lost');
    if (error.message === 'not_signed_in') end('not_signed_in');
    else if (!socket.active) setTimeout(() => socket.connect(), RESEND_AFTER);
  });
  socket.on('session:view', (message) => store.set(receiveView(store.get(), message, now())));
  socket.on('session:end', (reason) => end(reason));

  /** What was pressed and not answered is said to be not recorded: nobody here will ask again. */
  function end(reason: NonNullable<EndReason>) {
    store.set({ ended: reason });
    socket.disconnect();
    for (const press of store.get().pending) giveUp(press.commandId);
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    send(command) {
      const commandId = crypto.randomUUID();
      return new Promise((resolve) => {
        answers.set(commandId, resolve);
        const press = { commandId, command, pressedAt: now(), refused: false };
        store.set({ pending: [...store.get().pending, press] });
        transmit(commandId);
      });
    },
    open() {
      socket.connect();
    },
    close() {
      socket.disconnect();
    },
  };
}
