import type { Server as HttpServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseCommand } from '@sojourn/shared/session/command';
import {
  HEARTBEAT,
  type CommandReply,
  type ServerToBrowser,
} from '@sojourn/shared/session/protocol';
import { reject } from '@sojourn/shared/rejection';
import { Beat } from '@sojourn/shared/session/pulse';
import type { GuestRole, Role } from '@sojourn/shared/session/role';
import type { SessionState } from '@sojourn/shared/session/state';
import { view } from '@sojourn/shared/session/view';
import { Server, type Socket } from 'socket.io';
import { Claim, resolveViewer, type Viewer } from '../auth/viewer.ts';
import type { Database } from '../db/database.ts';
import type { Metrics } from '../http/metrics.ts';
import { isSameOrigin } from '../http/security.ts';
import type { Logger } from '../logger.ts';
import { UNAVAILABLE, type Writer } from '../record/writer.ts';
import type { Executor } from './execute.ts';
import type { Pulses } from './pulses.ts';
import { createPresence } from './presence.ts';
import { readSession } from './store.ts';
import { createThrottle } from './throttle.ts';

/** Bytes. The longest text that a person may paste still gets its answer in words; more is not a person. */
const LARGEST_MESSAGE = 131_072;

/** What a browser sends is unknown until it is parsed: skipping the parse does not compile. */
interface Incoming {
  'session:command': (payload: unknown, acknowledge: unknown) => void;
  'session:beat': (payload: unknown) => void;
}
type Browser = Socket<Incoming, ServerToBrowser, Record<string, never>, Viewer>;

export interface SessionSockets {
  /** Another browser holds this place now: the others are told and let go. */
  endOthers(sessionId: string, role: GuestRole, keepPlaceHash: string | null): void;
  close(): Promise<void>;
}

interface Parts {
  db: Database;
  executor: Executor;
  writer: Writer;
  pulses: Pulses;
  metrics: Pick<Metrics, 'command'>;
  logger: Logger;
  clock: () => number;
  publicUrl: string;
  dev: boolean;
}

const isAcknowledgement = (value: unknown): value is (reply: CommandReply) => void =>
  typeof value === 'function';

const isAlertRaise = (payload: unknown): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  'type' in payload &&
  payload.type === 'alert.raise';

const TOO_MANY = reject('unavailable', 'Too many presses at once. Wait a moment, and press again.');
const NOT_HERE = reject('not_allowed', 'This browser no longer has a place in this session.');
/** ms */
const CLOSING_LIMIT = 2_000;
/** Tabs, and what a flapping phone left half-open for some seconds; more is not a person. */
const MOST_SOCKETS = 20;

/** ms between two beats of one browser that are listened to. */
const BEAT_SPACE = 900;

const channel = (sessionId: string, role: Role) => `${sessionId}/${role}`;

export function attachSockets(http: HttpServer, parts: Parts): SessionSockets {
  const { db, executor, writer, pulses, metrics, logger, clock } = parts;
  const io = new Server<Incoming, ServerToBrowser, Record<string, never>, Viewer>(http, {
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    serveClient: false,
    // Vite's hot reload upgrades on the same server; elsewhere a stranger's upgrade is hung up on.
    destroyUpgrade: !parts.dev,
    ...HEARTBEAT,
    allowRequest: (request, allow) => allow(null, isSameOrigin(request.headers, parts.publicUrl)),
  });
  const presence = createPresence(executor, logger);

  const show = (to: { emit: Browser['emit'] }, state: SessionState, role: Role) =>
    to.emit('session:view', { serverTime: clock(), view: view(state, role) });

  writer.onCommitted((state) => {
    for (const role of ['chaperone', 'therapist', 'client'] as const) {
      show(io.to(channel(state.sessionId, role)), state, role);
    }
  });

  io.use((socket, next) => {
    const claim = Claim.safeParse(socket.handshake.auth);
    if (!claim.success) return next(new Error('not_signed_in'));
    resolveViewer(db, socket.handshake.headers.cookie, claim.data, clock()).then(
      (viewer) => {
        if (!viewer) return next(new Error('not_signed_in'));
        const others = io.sockets.adapter.rooms.get(channel(viewer.sessionId, viewer.role));
        if ((others?.size ?? 0) >= MOST_SOCKETS) return next(new Error('unavailable'));
        Object.assign(socket.data, viewer);
        next();
      },
      (error: unknown) => {
        logger.warn({ component: 'socket', err: error }, 'a browser could not be identified');
        next(new Error('unavailable'));
      },
    );
  });

  io.on('connection', (socket) => {
    const { sessionId, role } = socket.data;
    const who = { sessionId, role, connectionId: socket.id };
    const throttle = createThrottle(clock);
    let alertsUnderWay = 0;
    let lastBeat = 0;
    socket.on('session:command', (payload, acknowledge) => {
      if (!isAcknowledgement(acknowledge)) return;
      // AL1: one alert at a time always passes, however busy the page was.
      const alert = isAlertRaise(payload);
      if (!throttle.admit() && !(alert && alertsUnderWay === 0)) {
        return acknowledge({ ok: false, commandId: null, rejection: TOO_MANY });
      }
      if (alert) alertsUnderWay += 1;
      const answered = answer(socket, payload).finally(() => (alertsUnderWay -= alert ? 1 : 0));
      answered.then(
        (reply) => acknowledge(reply),
        (error: unknown) => {
          logger.error({ sessionId, role, err: error }, 'a command failed');
          const words = 'Something went wrong on the server. Nothing was done.';
          acknowledge({ ok: false, commandId: null, rejection: reject('unavailable', words) });
        },
      );
    });
    socket.on('session:beat', (payload) => {
      const beat = Beat.safeParse(payload);
      const now = clock();
      if (!beat.success || now - lastBeat < BEAT_SPACE) return;
      lastBeat = now;
      pulses.beat(who, beat.data);
      if (role === 'therapist') return;
      const signal = { role, at: clock(), beat: beat.data };
      io.to(channel(sessionId, 'therapist')).emit('session:pulse', signal);
    });
    socket.on('disconnect', () => {
      pulses.gone(who);
      void presence.disconnect(who);
    });
    void socket.join(channel(sessionId, role));
    void presence
      .connect(who)
      .then(() => stillHere(socket))
      .then((here) => (here ? readSession(db, sessionId) : null))
      .then((state) => state && show(socket, state, role))
      .catch((error: unknown) => {
        logger.error({ sessionId, role, err: error }, 'a browser got no first view');
        socket.disconnect(true);
      });
  });

  /** IN3: the cookie is asked again, so that nobody acts who has lost the place or signed out meanwhile. */
  async function stillHere(socket: Browser): Promise<boolean> {
    const { sessionId, role, placeHash } = socket.data;
    const { cookie } = socket.handshake.headers;
    const now = await resolveViewer(db, cookie, { sessionId, as: role }, clock());
    if (now !== null && now.placeHash === placeHash) return true;
    if (role !== 'therapist') socket.emit('session:end', 'replaced');
    // Whoever pressed still gets the answer first.
    setImmediate(() => socket.disconnect());
    return false;
  }

  async function answer(socket: Browser, payload: unknown): Promise<CommandReply> {
    const parsed = parseCommand(payload);
    if (!parsed.ok) return { ok: false, commandId: null, rejection: parsed.error };
    const { commandId, command } = parsed.value;
    const { sessionId, role } = socket.data;
    const began = clock();
    const here = await stillHere(socket).catch((error: unknown) => {
      logger.warn({ sessionId, role, commandId, err: error }, 'a press could not be checked');
      return 'unknown' as const;
    });
    if (here === 'unknown') return { ok: false, commandId, rejection: UNAVAILABLE };
    if (!here) return { ok: false, commandId, rejection: NOT_HERE };
    const done = await executor.execute({ sessionId, role, commandId, command });
    const ms = clock() - began;
    const code = done.ok ? 'ok' : done.error.code;
    metrics.command(code, ms);
    logger.info({ sessionId, role, commandId, command: command.type, code, ms }, 'command');
    return done.ok
      ? { ok: true, commandId, revision: done.value.revision }
      : { ok: false, commandId, rejection: done.error };
  }

  return {
    endOthers(sessionId, role, keepPlaceHash) {
      for (const socket of io.sockets.sockets.values()) {
        const { data } = socket;
        if (data.sessionId !== sessionId || data.role !== role) continue;
        if (data.placeHash === keepPlaceHash) continue;
        socket.emit('session:end', 'replaced');
        socket.disconnect();
      }
    },
    async close() {
      await io.close();
      // Those who were just let go are recorded as gone; without a database, not for ever.
      await Promise.race([presence.settled(), wait(CLOSING_LIMIT, undefined, { ref: false })]);
    },
  };
}
