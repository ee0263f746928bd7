import { createContext, use, useSyncExternalStore } from 'react';
import type { MusicSnapshot, Player } from './player.ts';

export const MusicContext = createContext<Player | null>(null);

export function usePlayer(): Player {
  const player = use(MusicContext);
  if (!player) throw new Error('usePlayer needs a MusicProvider above it');
  return player;
}

export function useMusic(): MusicSnapshot {
  const { subscribe, get } = usePlayer();
  return useSyncExternalStore(subscribe, get);
}
