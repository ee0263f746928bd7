import type { Command } from '@sojourn/shared/session/command';
import type {
  BrowserToServer,
  CommandReply,
  Handshake,
  ServerToBrowser,
} from '@sojourn/shared/session/protocol';
import type { Beat } from '@sojourn/shared/session/pulse';
import { reject } from '@sojourn/shared/rejection';
import { io, type Socket } from 'socket.io-client';
import type { Place } from './kept-model.ts';
import { NO_OUTBOX, type Outbox } from './outbox.ts';
import { isInsisted, isKept, patienceOf } from './patience.ts';
import {
  createSessionStore,
  markRefused,
  receiveView,
  type SessionStore,
  type EndReason,
} from './session-store.ts';
import { t } from '../language/index.ts';

/** A press unanswered for this long is sent again with the same commandId, ms. */
const RESEND_AFTER = 2_000;
/** The server says something every 1.5 s; a connection without a word for this long is none, ms. */
const SILENT_AFTER = 6_000;
/** ms */
const WATCH_EVERY = 1_000;

export interface SessionConnection extends Pick<SessionStore, 'get' | 'subscribe'> {
  /** Whose page of which session it is. */
  readonly place: Place;
  /** Resolves when the server has answered, or when the press was given up (code `unavailable`). */
  send(command: Command): Promise<CommandReply>;
  /** This browser's heartbeat. One that cannot go now is of no use later. */
  beat(beat: Beat): void;
  /** Called with each word of the server that the line lives, also on a hidden page. */
  onPing(listener: () => void): () => void;
  open(): void;
  close(): void;
}

interface Options extends Handshake {
  /** Origin of the server; the page's own in a browser. */
  origin?: string;
  /** Sent with the WebSocket request; a browser sends its cookies by itself. */
  extraHeaders?: Record<string, string>;
  now?: () => number;
  /** Where unanswered presses outlive the page (AL13). */
  outbox?: Outbox;
}

/** The one connection of a session page: views in, commands out, each sent until it is answered. */
export function createSessionConnection(options: Options): SessionConnection {
  const { sessionId, as, now = Date.now } = options;
  const store = createSessionStore(now);
  const { outbox = NO_OUTBOX } = options;
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
  /** What this page has an answer to: read from the outbox a moment ago, it is not sent again. */
  const answered = new Set<string>();
  const pinged = new Set<() => void>();
  let heardAt = now();
  let silentLooks = 0;
  let watch: ReturnType<typeof setInterval> | undefined;

  const setLink = (link: 'connected' | 'lost') => {
    const { link: before, linkSince } = store.get();
    if (before === link) return;
    // A page that never had a connection has been without one since it was opened.
    store.set({ link, linkSince: before === 'connecting' && link === 'lost' ? linkSince : now() });
  };

  function answer(commandId: string, reply: CommandReply) {
    answered.add(commandId);
    outbox.drop(commandId);
    store.set({ pending: store.get().pending.filter((p) => p.commandId !== commandId) });
    answers.get(commandId)?.(reply);
    answers.delete(commandId);
    attempts.delete(commandId);
  }

  function giveUp(commandId: string) {
    const words = t('No answer came from the server. Look at the screen, and press again.');
    answer(commandId, { ok: false, commandId, rejection: reject('unavailable', words) });
  }

  /** Sends one press, and again until it is answered. A newer attempt ends the older one's retries. */
  function transmit(commandId: string) {
    const press = store.get().pending.find((p) => p.commandId === commandId);
    if (!press) return;
    if (now() - press.pressedAt > patienceOf(press.command)) {
      giveUp(commandId);
      return;
    }
    const attempt = (attempts.get(commandId) ?? 0) + 1;
    attempts.set(commandId, attempt);
    const again = () => {
      if (attempts.get(commandId) === attempt) transmit(commandId);
    };
    const waiting = setTimeout(again, RESEND_AFTER);
    if (!socket.connected) return;
    // An answer counts whenever it comes, also that of an attempt which was given up as lost.
    socket.emit('session:command', { ...press.command, commandId }, (reply) => {
      if (answered.has(commandId)) return;
      const notNow =
        isInsisted(press.command) && !reply.ok && reply.rejection.code === 'unavailable';
      if (notNow && attempts.get(commandId) !== attempt) return;
      clearTimeout(waiting);
      if (!notNow) return answer(commandId, reply);
      store.set({ pending: markRefused(store.get().pending, commandId) });
      setTimeout(again, RESEND_AFTER);
    });
  }

  /** What an earlier page of this browser, or another tab, pressed and has no answer to (AL13). */
  async function takeUp() {
    for (const { message, pressedAt } of await outbox.all()) {
      const { commandId, ...command } = message;
      const { pending, ended } = store.get();
      if (ended !== null || answered.has(commandId)) continue;
      if (pending.some((press) => press.commandId === commandId)) continue;
      store.set({ pending: [...pending, { commandId, command, pressedAt, refused: false }] });
      transmit(commandId);
    }
  }

  /** A socket that believes to be connected, and is not, is thrown away (WD3). */
  function look() {
    const silent = socket.connected && now() - heardAt > SILENT_AFTER;
    // Twice: a page that was frozen looks before it reads what came meanwhile.
    silentLooks = silent ? silentLooks + 1 : 0;
    if (silentLooks < 2) return;
    silentLooks = 0;
    socket.disconnect();
    socket.connect();
  }

  const heard = () => {
    heardAt = now();
  };
  socket.io.on('ping', () => {
    heard();
    for (const listener of pinged) listener();
  });
  socket.on('connect', () => {
    heard();
    setLink('connected');
    for (const press of store.get().pending) transmit(press.commandId);
    void takeUp();
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
  socket.on('session:view', (message) => {
    heard();
    store.set(receiveView(store.get(), message, now()));
  });
  socket.on('session:pulse', (signal) =>
    store.set({ signals: { ...store.get().signals, [signal.role]: signal } }),
  );
  socket.on('session:end', (reason) => end(reason));

  /** What was pressed and not answered is said to be not recorded: nobody here will ask again. */
  function end(reason: NonNullable<EndReason>) {
    const alert = ({ type }: Command) => type === 'alert.raise';
    const unheard = store.get().pending.some(({ command }) => alert(command));
    store.set({ ended: reason, unheard });
    socket.disconnect();
    for (const press of store.get().pending) giveUp(press.commandId);
    void outbox.all().then((kept) => {
      if (kept.some(({ message }) => alert(message))) store.set({ unheard: true });
      for (const { message } of kept) outbox.drop(message.commandId);
    });
  }

  return {
    place: { sessionId, role: as },
    get: store.get,
    subscribe: store.subscribe,
    send(command) {
      const commandId = crypto.randomUUID();
      return new Promise((resolve) => {
        answers.set(commandId, resolve);
        const press = { commandId, command, pressedAt: now(), refused: false };
        store.set({ pending: [...store.get().pending, press] });
        // First on its way: keeping it must never hold it up (AL13).
        transmit(commandId);
        if (isKept(command)) {
          outbox.keep({ message: { ...command, commandId }, pressedAt: press.pressedAt });
        }
      });
    },
    beat(beat) {
      if (socket.connected) socket.emit('session:beat', beat);
    },
    onPing(listener) {
      pinged.add(listener);
      return () => pinged.delete(listener);
    },
    open() {
      socket.connect();
      watch ??= setInterval(look, WATCH_EVERY);
      void takeUp();
    },
    close() {
      clearInterval(watch);
      watch = undefined;
      socket.disconnect();
    },
  };
}
