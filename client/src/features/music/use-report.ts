import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useConnection, useSession } from '../../connection/use-session.ts';
import type { Player } from './player.ts';

/** ms: who taps “softer” three times says it once. */
const SETTLES = 700;

/**
 * Tells the therapist what is heard, each change once (MU2); and that nothing is, by a page that was loaded
 * anew: what an earlier one played went with it.
 * @param alone no other tab of this browser has the session open: it would speak for the one that plays
 */
export function useReport(player: Player, alone: boolean): void {
  const connection = useConnection();
  const link = useSession('link');
  const view = useSession('view');
  const {
    source: chosen,
    sounding,
    volume,
    ready,
  } = useSyncExternalStore(player.subscribe, player.get);
  const source = sounding ? chosen : null;
  const told = useRef<string | null>(null);
  const connected = link === 'connected' && view?.screen === 'client';
  useEffect(() => {
    const news = `${source}/${volume}`;
    const speaks = source !== null || told.current !== null || (ready && alone);
    if (!connected || told.current === news || !speaks) return;
    const timer = setTimeout(() => {
      told.current = news;
      void connection.send({ type: 'music.report', source, volume });
    }, SETTLES);
    return () => clearTimeout(timer);
  }, [connection, connected, ready, alone, source, volume]);
}
