import {
  createContext,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { isUnanswered } from '@sojourn/shared/session/alert';
import type { ChaperoneView } from '@sojourn/shared/session/view';
import { useSession } from '../../connection/use-session.ts';
import { createPushConnection, type PushConnection } from './push-connection.ts';

const PushContext = createContext<PushConnection | null>(null);

export function usePush() {
  const push = use(PushContext);
  if (!push) throw new Error('usePush needs a PushProvider above it');
  return { ...useSyncExternalStore(push.subscribe, push.get), ask: push.ask };
}

export interface PushProviderProps {
  sessionId: string;
  children: ReactNode;
}

const wantedIds = (room: ChaperoneView | null): string[] => [
  ...(room?.alerts.filter(isUnanswered).map(({ alertId }) => alertId) ?? []),
  ...(room?.drill ? [room.drill.drillId] : []),
];

/** On the chaperone's page: keeps this phone known to the server once they are in the room. */
export function PushProvider({ sessionId, children }: PushProviderProps) {
  const { view } = useSession();
  const room = view?.screen === 'chaperone' ? view : null;
  const push = useMemo(() => createPushConnection({ sessionId }), [sessionId]);
  const inRoom = room !== null;
  useEffect(() => (inRoom ? push.open() : undefined), [push, inRoom]);
  const wanted = wantedIds(room).join(' ');
  // A call that was repeated after "going" goes with the next step.
  const steps = room?.alerts.map(({ alertId, state }) => `${alertId}:${state}`).join(' ');
  useEffect(() => {
    // What the page shows as answered must not go on calling from the lock screen.
    if (inRoom) push.keepOnly(wanted.split(' ')).catch(() => undefined);
  }, [push, inRoom, wanted, steps]);
  return <PushContext value={push}>{children}</PushContext>;
}
