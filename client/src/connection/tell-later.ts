import type { SessionConnection } from './session-connection.ts';

/** The same session, told a task later: what is urgent on a page is drawn before the rest of it. */
export function tellLater(connection: SessionConnection): SessionConnection {
  const listeners = new Set<() => void>();
  let snapshot = connection.get();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let leave: (() => void) | undefined;

  function tell() {
    waiting = undefined;
    snapshot = connection.get();
    for (const listener of listeners) listener();
  }

  return {
    ...connection,
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      if (!leave) {
        snapshot = connection.get();
        leave = connection.subscribe(() => {
          waiting ??= setTimeout(tell, 0);
        });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leave?.();
        leave = undefined;
        clearTimeout(waiting);
        waiting = undefined;
      };
    },
  };
}
