import { LOUDEST, MusicSource } from '@sojourn/shared/session/music';
import { z } from 'zod';

const Playing = z.object({
  source: MusicSource.nullable(),
  volume: z.int().min(1).max(LOUDEST),
  /** Which of the own songs, and how far in it, s. */
  song: z.int().min(0),
  at: z.number().min(0),
});
export type Playing = z.infer<typeof Playing>;

/** What plays, for a reload of this tab within this session: a reload is no silence. */
export interface PlayingMemory {
  read: () => Playing | null;
  write: (playing: Playing) => void;
}

export function createPlayingMemory(
  sessionId: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
): PlayingMemory {
  const key = `sojourn.playing.${sessionId}`;
  return {
    read() {
      try {
        const parsed = Playing.safeParse(JSON.parse(storage().getItem(key) ?? 'null'));
        return parsed.success ? parsed.data : null;
      } catch {
        return null;
      }
    },
    write(playing) {
      try {
        storage().setItem(key, JSON.stringify(playing));
      } catch {
        // Full or refused: after a reload the music waits to be chosen again.
      }
    },
  };
}
