import type { Server as HttpServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parseCommand, type Command } from '@sojourn/shared/session/command';
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
import { readCookie, THERAPIST_COOKIE } from '../auth/cookies.ts';
import { Claim, resolveViewer, type Viewer } from '../auth/viewer.ts';
import type { Database } from '../db/database.ts';
import type { Metrics } from '../http/metrics.ts';
import { isSameOrigin } from '../http/security.ts';
import type { Logger } from '../logger.ts';
import { noteScreenAfterEnd } from '../record/access.ts';
import type { Writer } from '../record/writer.ts';
import { createUnderWay } from '../under-way.ts';
import type { Executor } from './execute.ts';
import type { Pulses } from './pulses.ts';
import { createPresence } from './presence.ts';
import { readSession } from './store.ts';
import { CONNECTIONS, createThrottle, PRESSES } from './throttle.ts';
import { words } from '@sojourn/shared/words';

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
  /** A therapist's browser signed out: nothing more is shown to it. @param secret of its cookie */
  endSignIn(secret: string): void;
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

const TOO_MANY = reject(
  'unavailable',
  words('Too many presses at once. Wait a moment, and press again.'),
);
/** ms */
const CLOSING_LIMIT = 2_000;
/** Tabs, and what a flapping phone left half-open for some seconds; more is not a person. */
const MOST_SOCKETS = 20;
/** Presses beyond the pace, after which a connection is hung up on. A page of ours comes back at once. */
const MOST_REFUSED = 200;
/** ms between two looks at whether those who only watch may still do so. */
const CHECK_EVERY = 60_000;

const isDose = ({ type }: Command): boolean => type.startsWith('dose.') || type === 'booster.give';

/** ms between two beats of one browser that are listened to. */
const BEAT_SPACE = 900;

const audience = (sessionId: string, role: Role) => `${sessionId}/${role}`;

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
  // By role and session, not by connection: twenty tabs are one pair of hands.
  const presses = createThrottle(PRESSES, clock);
  const connections = createThrottle(CONNECTIONS, clock);
  /**
   * A press that is sent again while its first sending waits shares its answer: what piles up while the
   * database is away is one a press, and is served at once when it is back (AL1).
   */
  const underWay = createUnderWay<Awaited<ReturnType<typeof act>>>();

  const show = (to: { emit: Browser['emit'] }, state: SessionState, role: Role) =>
    to.emit('session:view', { serverTime: clock(), view: view(state, role) });

  writer.onCommitted((state) => {
    for (const role of ['chaperone', 'therapist', 'client'] as const) {
      show(io.to(audience(state.sessionId, role)), state, role);
    }
  });

  io.use((socket, next) => {
    enter(socket).then(
      (refused) => next(refused === null ? undefined : new Error(refused)),
      (error: unknown) => {
        logger.warn({ component: 'socket', err: error }, 'a browser could not be let in');
        next(new Error('unavailable'));
      },
    );
  });

  /** Why this browser may not come in; null when it may. */
  async function enter(socket: Browser): Promise<'not_signed_in' | 'unavailable' | null> {
    const { auth, headers } = socket.handshake;
    const claim = Claim.safeParse(auth);
    const viewer = claim.success && (await resolveViewer(db, headers.cookie, claim.data, clock()));
    if (!viewer) return 'not_signed_in';
    const { sessionId, role } = viewer;
    const place = audience(sessionId, role);
    const others = io.sockets.adapter.rooms.get(place)?.size ?? 0;
    // ES6: each connection is recorded, so that one that comes and goes without end is not let in.
    if (others >= MOST_SOCKETS || !connections.admit(place)) return 'unavailable';
    if (role === 'therapist') await noteScreenAfterEnd(db, sessionId, clock());
    Object.assign(socket.data, viewer);
    return null;
  }

  io.on('connection', (socket) => {
    const { sessionId, role } = socket.data;
    const who = { sessionId, role, connectionId: socket.id };
    let alertsUnderWay = 0;
    let lastBeat = 0;
    let refused = 0;
    socket.on('session:command', (payload, acknowledge) => {
      if (!isAcknowledgement(acknowledge)) return;
      // AL1: one alert at a time always passes, however busy the page was.
      const alert = isAlertRaise(payload);
      if (!presses.admit(audience(sessionId, role)) && !(alert && alertsUnderWay === 0)) {
        refused += 1;
        if (refused > MOST_REFUSED) return socket.disconnect(true);
        return acknowledge({ ok: false, commandId: null, rejection: TOO_MANY });
      }
      if (alert) alertsUnderWay += 1;
      const answered = answer(socket, payload).finally(() => (alertsUnderWay -= alert ? 1 : 0));
      answered.then(
        (reply) => acknowledge(reply),
        (error: unknown) => {
          logger.error({ sessionId, role, err: error }, 'a command failed');
          const message = words('Something went wrong on the server. Nothing was done.');
          acknowledge({ ok: false, commandId: null, rejection: reject('unavailable', message) });
        },
      );
    });
    socket.on('session:beat', (payload) => {
      const beat = Beat.safeParse(payload);
      const now = clock();
      if (!beat.success || now - lastBeat < BEAT_SPACE) return;
      lastBeat = now;
      const said = pulses.beat(who, beat.data);
      if (role === 'therapist') return;
      const signal = { role, at: clock(), beat: said };
      io.to(audience(sessionId, 'therapist')).emit('session:pulse', signal);
    });
    socket.on('disconnect', () => {
      pulses.gone(who);
      void presence.disconnect(who);
    });
    void socket.join(audience(sessionId, role));
    presence
      .connect(who)
      .then(() => showFirst(socket))
      .catch((error: unknown) => {
        logger.error({ sessionId, role, err: error }, 'a browser got no first view');
        socket.disconnect(true);
      });
  });

  async function showFirst(socket: Browser) {
    if (!(await stillHere(socket, db))) return letGo(socket);
    const { sessionId, role } = socket.data;
    const state = await readSession(db, sessionId);
    if (state) show(socket, state, role);
  }

  /** IN3: the cookie is asked again, so that nobody acts who has lost the place or signed out meanwhile. */
  async function stillHere(
    { data, handshake }: Browser,
    at: Database,
    use: 'act' | 'check' = 'act',
  ): Promise<boolean> {
    const claim = { sessionId: data.sessionId, as: data.role };
    const now = await resolveViewer(at, handshake.headers.cookie, claim, clock(), use);
    return now !== null && now.placeHash === data.placeHash;
  }

  function letGo(socket: Browser) {
    if (socket.data.role !== 'therapist') socket.emit('session:end', 'replaced');
    // Whoever pressed still gets the answer first.
    setImmediate(() => socket.disconnect());
  }

  /** IN3: who only watches is asked again, too. One after the other: it is not urgent. */
  async function checkAll() {
    for (const socket of io.sockets.sockets.values()) {
      if (!(await stillHere(socket, db, 'check'))) letGo(socket);
    }
  }
  const checking = setInterval(() => {
    checkAll().catch((error: unknown) => {
      logger.warn({ component: 'socket', err: error }, 'browsers could not be checked');
    });
  }, CHECK_EVERY);

  async function answer(socket: Browser, payload: unknown): Promise<CommandReply> {
    const parsed = parseCommand(payload);
    if (!parsed.ok) return { ok: false, commandId: null, rejection: parsed.error };
    const { commandId, command } = parsed.value;
    const { sessionId, role } = socket.data;
    const key = `${audience(sessionId, role)} ${socket.data.placeHash} ${commandId}`;
    const { done, here } = await underWay(key, () => act(socket, commandId, command));
    if (!here) letGo(socket);
    return done.ok
      ? { ok: true, commandId, revision: done.value.revision }
      : { ok: false, commandId, rejection: done.error };
  }

  async function act(socket: Browser, commandId: string, command: Command) {
    const { sessionId, role } = socket.data;
    const began = clock();
    let here = true;
    // DO2: who was just lost is recorded as lost before the dose is decided.
    if (isDose(command)) await presence.settled(sessionId);
    const mayAct = async (trx: Database) => (here = await stillHere(socket, trx));
    const done = await executor.execute({ sessionId, role, commandId, command, mayAct });
    const ms = clock() - began;
    const code = done.ok ? 'ok' : done.error.code;
    metrics.command(code, ms);
    logger.info({ sessionId, role, commandId, command: command.type, code, ms }, 'command');
    return { done, here };
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
    endSignIn(secret) {
      for (const socket of io.sockets.sockets.values()) {
        if (socket.data.role !== 'therapist') continue;
        const own = readCookie(socket.handshake.headers.cookie, THERAPIST_COOKIE);
        if (own === secret) socket.disconnect();
      }
    },
    async close() {
      clearInterval(checking);
      await io.close();
      // Those who were just let go are recorded as gone; without a database, not for ever.
      await Promise.race([presence.settled(), wait(CLOSING_LIMIT, undefined, { ref: false })]);
    },
  };
}
