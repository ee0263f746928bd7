import type { Role } from '@sojourn/shared/session/role';
import type { Logger } from '../logger.ts';
import type { Executor } from './execute.ts';

/** ms between two tries to record a connection that came or went while the database was away. */
const TRY_AGAIN = 1_000;

interface Connection {
  sessionId: string;
  role: Role;
  connectionId: string;
}

/** Records who is connected, in order for each connection, until it is recorded (PR2). */
export interface Presence {
  connect(connection: Connection): Promise<void>;
  disconnect(connection: Connection): Promise<void>;
}

export function createPresence(executor: Executor, logger: Logger): Presence {
  /** The last step of each connection, so that "went" is never recorded before "came". */
  const last = new Map<string, Promise<void>>();

  async function record(type: 'presence.connect' | 'presence.disconnect', who: Connection) {
    const { sessionId, role, connectionId } = who;
    for (;;) {
      const done = await executor.executeSystem(sessionId, { type, role, connectionId });
      if (done.ok || done.error.code !== 'unavailable') return;
      logger.warn({ sessionId, role, event: type }, 'presence not recorded yet; trying again');
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
  }

  function inOrder(type: 'presence.connect' | 'presence.disconnect', who: Connection) {
    const step = (last.get(who.connectionId) ?? Promise.resolve()).then(() => record(type, who));
    last.set(who.connectionId, step);
    return step;
  }

  return {
    connect: (who) => inOrder('presence.connect', who),
    disconnect: (who) =>
      inOrder('presence.disconnect', who).finally(() => last.delete(who.connectionId)),
  };
}
