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

/** Records who is connected, in the order in which it happened, until it is recorded (PR2). */
export interface Presence {
  /** Rejects when a fault of ours keeps it from being recorded. */
  connect(connection: Connection): Promise<void>;
  /** Resolves when all that is known so far, of this session or of all, is recorded. */
  settled(sessionId?: string): Promise<void>;
  /** Never rejects: there is nobody left to tell. */
  disconnect(connection: Connection): Promise<void>;
}

export function createPresence(executor: Executor, logger: Logger): Presence {
  /** The last step of each session: "the old phone went" must not be recorded after "the new one came". */
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
    const { sessionId } = who;
    const step = (last.get(sessionId) ?? Promise.resolve()).then(() => record(type, who));
    // A step that failed keeps none of the next from being recorded.
    const done = step
      .catch(() => {})
      .then(() => void (last.get(sessionId) === done && last.delete(sessionId)));
    last.set(sessionId, done);
    return step;
  }

  return {
    settled: (sessionId) =>
      sessionId === undefined
        ? Promise.all(last.values()).then(() => {})
        : (last.get(sessionId) ?? Promise.resolve()),
    connect: (who) => inOrder('presence.connect', who),
    disconnect: (who) =>
      inOrder('presence.disconnect', who).catch((error: unknown) => {
        const { sessionId, role } = who;
        logger.error({ sessionId, role, err: error }, 'a lost connection could not be recorded');
      }),
  };
}
