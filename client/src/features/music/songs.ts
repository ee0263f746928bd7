import { mayBeMusic, type MusicTrouble, type Song } from './music-model.ts';
import { isFull, type SongsDatabase } from './songs-database.ts';
import { canPlay } from './songs-element.ts';

interface Told {
  songs: readonly Song[];
  trouble: MusicTrouble | null;
}

export interface Songs {
  load: () => Promise<void>;
  /** Each file is tried, and kept where the device allows it; what is wrong is said of each. */
  add: (files: readonly File[]) => Promise<void>;
  remove: (songId: string) => void;
}

/** The list of the client's own music. */
export function createSongs(database: SongsDatabase, tell: (change: Partial<Told>) => void): Songs {
  let songs: readonly Song[] = [];
  const set = (next: readonly Song[]) => {
    songs = next;
    tell({ songs });
  };
  async function addOne(file: File): Promise<MusicTrouble | null> {
    const { name } = file;
    if (!mayBeMusic(file)) return { what: 'not_music', name };
    if (!(await canPlay(file))) return { what: 'damaged', name };
    const song: Song = { songId: crypto.randomUUID(), name, file, kept: true };
    try {
      await database.put(song);
      set([...songs, song]);
      return null;
    } catch (error) {
      set([...songs, { ...song, kept: false }]);
      return { what: isFull(error) ? 'no_room' : 'not_kept', name };
    }
  }
  return {
    async load() {
      const kept = await database.all();
      // What was added while they were read stays.
      set([...kept, ...songs.filter((song) => !kept.some(({ songId }) => songId === song.songId))]);
    },
    async add(files) {
      tell({ trouble: null });
      for (const file of files) {
        const trouble = await addOne(file);
        if (trouble) tell({ trouble });
      }
    },
    remove(songId) {
      set(songs.filter((song) => song.songId !== songId));
      // It is gone from this page in any case.
      database.remove(songId).catch(() => undefined);
    },
  };
}
