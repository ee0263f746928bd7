import {
  createContext,
  use,
  useEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { callsChaperone } from '@sojourn/shared/session/alert';
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

/** Who is wanted and who was answered, as one text: it changes with a step, not with every view. */
const standingOf = ({ alerts, drill }: ChaperoneView): string =>
  [
    ...alerts.map((alert) => `${alert.alertId}:${callsChaperone(alert) ? 'open' : alert.state}`),
    ...(drill ? [`${drill.drillId}:open`] : []),
  ].join(' ');
const openIn = (standing: string): string[] =>
  standing.split(' ').flatMap((each) => (each.endsWith(':open') ? [each.slice(0, -5)] : []));

/** On the chaperone's page: keeps this phone known to the server once they are in the room. */
export function PushProvider({ sessionId, children }: PushProviderProps) {
  const view = useSession('view');
  const room = view?.screen === 'chaperone' ? view : null;
  const push = useMemo(() => createPushConnection({ sessionId }), [sessionId]);
  const inRoom = room !== null;
  useEffect(() => (inRoom ? push.open() : undefined), [push, inRoom]);
  const standing = room && standingOf(room);
  useEffect(() => {
    if (standing === null) return;
    // What the page shows as answered must not go on calling from the lock screen. A call that comes
    // again after "going" stays until the next step.
    push.keepOnly(openIn(standing)).catch(() => undefined);
  }, [push, standing]);
  return <PushContext value={push}>{children}</PushContext>;
}
