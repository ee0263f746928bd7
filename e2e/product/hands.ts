import { randomUUID } from 'node:crypto';
import type { Command } from '@sojourn/shared/session/command';
import type { CommandReply, ViewMessage } from '@sojourn/shared/session/protocol';
import type { Role } from '@sojourn/shared/session/role';
import { io } from 'socket.io-client';

/** What a person presses, without the page. */
export interface Hands {
  /** @throws when the server refuses it, or is silent. */
  press(command: Command, commandId?: string): Promise<Extract<CommandReply, { ok: true }>>;
  /** The newest view of this person. */
  view(): ViewMessage;
  letGo(): void;
}

interface Wanted {
  url: string;
  sessionId: string;
  as: Role;
  /** As a browser sends it. */
  cookie: string;
}

/** Connects over a real socket, and waits for the first view. One that is lost is not opened again. */
export async function connectHands({ url, sessionId, as, cookie }: Wanted): Promise<Hands> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { sessionId, as },
    extraHeaders: { Cookie: cookie },
  });
  let newest: ViewMessage | undefined;
  await new Promise<void>((resolve, reject) => {
    socket.on('session:view', (message: ViewMessage) => {
      newest = message;
      resolve();
    });
    socket.on('connect_error', reject);
  });
  return {
    async press(command, commandId = randomUUID()) {
      const message = { ...command, commandId };
      const reply = (await socket
        .timeout(10_000)
        .emitWithAck('session:command', message)) as CommandReply;
      if (!reply.ok) throw new Error(`${as} ${command.type}: ${reply.rejection.message}`);
      return reply;
    },
    view() {
      if (!newest) throw new Error('No view has come');
      return newest;
    },
    letGo: () => socket.disconnect(),
  };
}
