import { createContext, use, useSyncExternalStore } from 'react';
import type { SessionView } from '@sojourn/shared/session/view';
import type { SessionConnection } from './session-connection.ts';
import type { SessionSnapshot } from './session-store.ts';

export const SessionContext = createContext<SessionConnection | null>(null);

export function useConnection(): SessionConnection {
  const connection = use(SessionContext);
  if (!connection) throw new Error('useConnection needs a SessionContext above it');
  return connection;
}

/** One part of what the screens know: what draws it is drawn anew when that changes, and else not. */
export function useSession<Part extends keyof SessionSnapshot>(part: Part): SessionSnapshot[Part] {
  const connection = useConnection();
  return useSyncExternalStore(connection.subscribe, () => connection.get()[part]);
}

/** The view of a screen below which only that screen's components stand. */
export function useView<S extends SessionView['screen']>(
  screen: S,
): Extract<SessionView, { screen: S }> {
  const view = useSession('view');
  if (view?.screen !== screen) throw new Error(`This component belongs on the ${screen} screen`);
  return view as Extract<SessionView, { screen: S }>;
}
