import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '@sojourn/shared/session/command';
import type { CommandReply, ViewMessage } from '@sojourn/shared/session/protocol';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { io, type Socket } from 'socket.io-client';

/* One simulated browser: its connection, and presses that are sent until they are answered, as the page does. */

/** ms without an answer after which a press is sent again. */
const RESEND_AFTER = 2_000;
const BEAT_EVERY = 5_000;

export interface Hands {
  /** The newest view, by its revision. */
  view(): SessionView | null;
  isConnected(): boolean;
  /** Resolves when the server has answered for good; null when it was given up. */
  press(command: Command, id?: string): Promise<CommandReply | null>;
  /** A new page: the old connection is gone, what was not answered is sent by the new one. */
  reload(): void;
  close(): void;
}

interface Wanted {
  url: string;
  sessionId: string;
  role: Role;
  cookie: string;
  /** False: a page that forgets what it sent, to see that it is found out. */
  resend: boolean;
  onView?(view: SessionView): void;
}

export function openHands({ url, sessionId, role, cookie, resend, onView }: Wanted): Hands {
  let newest: SessionView | null = null;
  let socket = open();

  function open(): Socket {
    const opened = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 1_500,
      timeout: 4_000,
      auth: { sessionId, as: role },
      extraHeaders: { Cookie: cookie },
    });
    opened.on('session:view', ({ view }: ViewMessage) => {
      if (opened !== socket || (newest && newest.revision > view.revision)) return;
      newest = view;
      onView?.(view);
    });
    // As the page does: socket.io does not come back from these by itself.
    const again = () => void (opened === socket && opened.connect());
    opened.on('disconnect', (reason) => reason === 'io server disconnect' && again());
    opened.on('connect_error', () => void (opened.active || setTimeout(again, RESEND_AFTER)));
    return opened;
  }

  /** Null: no answer in time, or no connection to ask on. */
  async function ask(message: object): Promise<CommandReply | null> {
    if (!socket.connected) return null;
    try {
      const asked = socket.timeout(RESEND_AFTER).emitWithAck('session:command', message);
      return (await asked) as CommandReply;
    } catch {
      return null;
    }
  }

  async function connection(): Promise<void> {
    const limit = Date.now() + RESEND_AFTER;
    while (!socket.connected && Date.now() < limit) await wait(50);
  }

  const beats = setInterval(() => {
    const beat = {
      visible: true,
      battery: null,
      charging: null,
      sound: true,
      idle: 0,
      media: null,
    };
    if (socket.connected) socket.emit('session:beat', beat);
  }, BEAT_EVERY);

  return {
    view: () => newest,
    isConnected: () => socket.connected,
    async press(command, id = randomUUID()) {
      for (;;) {
        const reply = await ask({ ...command, commandId: id });
        if (reply && (reply.ok || reply.rejection.code !== 'unavailable')) return reply;
        if (!resend) return null;
        if (reply) await wait(500);
        await connection();
      }
    },
    reload() {
      const old = socket;
      socket = open();
      old.disconnect();
    },
    close() {
      clearInterval(beats);
      socket.disconnect();
    },
  };
}
