import { useEffect, useState, type ReactNode } from 'react';
import { useConnection } from '../../connection/use-session.ts';
import { useSpeech } from '../../media/speech/index.ts';
import { MusicContext } from './music-context.ts';
import { createPlayer } from './player.ts';
import { createPlayingMemory } from './playing-memory.ts';
import { createSongsDatabase } from './songs-database.ts';
import { useReport } from './use-report.ts';

export interface MusicProviderProps {
  /** The therapist's, as it arrives: music makes way for it (MU4). */
  voice: MediaStreamTrack | null;
  /** No other tab of this browser has the session open. */
  alone: boolean;
  children: ReactNode;
}

/** The client's music, for as long as their screen stands. It needs no server, and no LiveKit (MU3). */
export function MusicProvider({ voice, alone, children }: MusicProviderProps) {
  const { place } = useConnection();
  const [player] = useState(() =>
    createPlayer({
      database: createSongsDatabase(() => globalThis.indexedDB),
      memory: createPlayingMemory(place.sessionId, () => globalThis.sessionStorage),
    }),
  );
  const speaks = useSpeech().state === 'speaking';
  useEffect(() => player.open(), [player]);
  // In braces: what an effect returns, React calls when it ends.
  useEffect(() => {
    player.listen(voice);
  }, [player, voice]);
  useEffect(() => {
    player.speaking(speaks);
  }, [player, speaks]);
  useReport(player, alone);
  return <MusicContext value={player}>{children}</MusicContext>;
}
