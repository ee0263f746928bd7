import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useConnection, useSession } from '../../connection/use-session.ts';
import type { Player } from './player.ts';

/** ms: who taps “softer” three times says it once. */
const SETTLES = 700;

/** Tells the therapist what is heard, each change once (MU2). Nothing is said before there was any music. */
export function useReport(player: Player): void {
  const connection = useConnection();
  const link = useSession('link');
  const view = useSession('view');
  const { source: chosen, sounding, volume } = useSyncExternalStore(player.subscribe, player.get);
  const source = sounding ? chosen : null;
  const told = useRef<string | null>(null);
  const ready = link === 'connected' && view?.screen === 'client';
  useEffect(() => {
    const news = `${source}/${volume}`;
    if (!ready || told.current === news || (source === null && told.current === null)) return;
    const timer = setTimeout(() => {
      told.current = news;
      void connection.send({ type: 'music.report', source, volume });
    }, SETTLES);
    return () => clearTimeout(timer);
  }, [connection, ready, source, volume]);
}
