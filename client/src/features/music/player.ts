import type { MusicProposal, MusicSource } from '@sojourn/shared/session/music';
import { canSound, pageAudio } from '../../media/index.ts';
import { audioMixer, elementMixer, type Channel, type Mixer } from './mixer.ts';
import { gainOf, nextSong, volumeOf, type MusicTrouble, type Song } from './music-model.ts';
import type { PlayingMemory } from './playing-memory.ts';
import { createSongs } from './songs.ts';
import type { SongsDatabase } from './songs-database.ts';
import { songsElement } from './songs-element.ts';
import { makeSound } from './soundscape.ts';
import { watchVoice, type VoiceWatch } from './voice-watch.ts';

export interface MusicSnapshot {
  /** What was chosen; null: silence. */
  source: MusicSource | null;
  /** It is heard: a page that was loaded anew waits for a tap. */
  sounding: boolean;
  volume: number;
  songs: readonly Song[];
  /** A voice is heard, and music makes way. */
  low: boolean;
  trouble: MusicTrouble | null;
  /** What played before this page was loaded is known, and plays again. */
  ready: boolean;
}

export interface Player extends Pick<VoiceWatch, 'listen' | 'speaking'> {
  get: () => MusicSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Begins; the returned function fades out and ends. */
  open: () => () => void;
  /** What a tap asks for, the client's own or a proposal that they take up. */
  do: (what: MusicProposal) => void;
  add: (files: readonly File[]) => Promise<void>;
  remove: (songId: string) => void;
}

/** s */
const FADE = { in: 3, out: 6 } as const;

interface Parts {
  database: SongsDatabase;
  memory: PlayingMemory;
}

/** The client's music: played here, from what is here, with no server in it (MU3). */
export function createPlayer({ database, memory }: Parts): Player {
  const listeners = new Set<() => void>();
  const audio = canSound() ? pageAudio() : null;
  let snapshot: MusicSnapshot = {
    source: null,
    sounding: false,
    volume: 3,
    songs: [],
    low: false,
    trouble: null,
    ready: false,
  };
  let mixer: Mixer | null = null;
  /** How what plays now goes. */
  let leave = () => {};
  let own: { play: () => void; leave: () => void } | null = null;
  let voice: VoiceWatch | null = null;

  function tell(change: Partial<MusicSnapshot>) {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }
  const mix = (): Mixer => {
    if (!mixer) {
      mixer = audio ? audioMixer(audio) : elementMixer();
      mixer.setVolume(gainOf(snapshot.volume));
      mixer.setLow(snapshot.low);
    }
    return mixer;
  };
  const heard = () => audio === null || audio.state === 'running';
  const keep = () => {
    memory.write({ source: snapshot.source, volume: snapshot.volume, ...place() });
  };

  const songs = createSongs(database, tell);
  let song = 0;
  let failed = 0;
  let from = 0;
  const place = () => ({ song, at: own ? track.element.currentTime : from });
  const track = songsElement({
    onEnded: () => onward(0),
    onFault() {
      const name = snapshot.songs[song]?.name ?? '';
      tell({ trouble: { what: 'damaged', name } });
      onward(failed + 1);
    },
    onPlaying() {
      failed = 0;
      tell({ sounding: heard() });
    },
    // A phone call: it goes on with the next tap, as the words say.
    onPaused: () => tell({ sounding: false }),
  });

  function onward(nowFailed: number) {
    // It came to its end while it faded out: what was let go of does not begin again.
    if (snapshot.source !== 'own') return;
    failed = nowFailed;
    const next = nextSong(snapshot.songs.length, song, failed);
    if (next === null) {
      silence();
      return tell({ trouble: { what: 'none_plays' } });
    }
    song = next;
    from = 0;
    own?.play();
  }

  /** The element is one, and so is its way into the mix. */
  function ownChannel() {
    if (own) return own;
    const channel: Channel = mix().channel(track.element);
    let leaving: ReturnType<typeof setTimeout> | undefined;
    own = {
      play() {
        clearTimeout(leaving);
        const chosen = snapshot.songs[song] ?? snapshot.songs[0];
        if (!chosen) return;
        channel.fade(1, FADE.in);
        // Refused before a tap: the next one tries again.
        track.play(chosen, from).catch(() => undefined);
      },
      leave() {
        channel.fade(0, FADE.out);
        leaving = setTimeout(track.pause, FADE.out * 1_000);
      },
    };
    return own;
  }

  function silence() {
    leave();
    leave = () => {};
    tell({ source: null, sounding: false });
    keep();
  }

  function play(source: MusicSource) {
    if (snapshot.source === source) return;
    if (source === 'own') {
      if (snapshot.songs.length === 0) return;
      leave();
      const channel = ownChannel();
      leave = channel.leave;
      tell({ source, trouble: null });
      channel.play();
    } else {
      if (!audio) return tell({ trouble: { what: 'cannot_make' } });
      leave();
      const made = makeSound(audio, source);
      const channel = mix().channel(made.out);
      channel.fade(1, FADE.in);
      leave = () => {
        channel.fade(0, FADE.out);
        setTimeout(made.stop, FADE.out * 1_000 + 100);
      };
      tell({ source, sounding: heard(), trouble: null });
    }
    void audio?.resume();
    keep();
  }

  function setVolume(volume: number) {
    tell({ volume: volumeOf(volume) });
    mix().setVolume(gainOf(snapshot.volume));
    keep();
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      const watch = watchVoice(
        () => audio,
        (low) => {
          tell({ low });
          mixer?.setLow(low);
        },
      );
      voice = watch;
      const again = () => {
        if (snapshot.source === 'own' && track.element.paused) own?.play();
      };
      const changed = () => {
        if (snapshot.source !== null)
          tell({ sounding: heard() && (snapshot.source !== 'own' || !track.element.paused) });
      };
      audio?.addEventListener('statechange', changed);
      window.addEventListener('pointerdown', again);
      window.addEventListener('keydown', again);
      // A headset's button, the lock screen: they mean it.
      const session = 'mediaSession' in navigator ? navigator.mediaSession : null;
      session?.setActionHandler('pause', silence);
      const keeping = setInterval(() => snapshot.source === 'own' && keep(), 5_000);
      void songs.load().then(() => {
        const before = memory.read();
        if (before && snapshot.source === null) {
          ({ song, at: from } = before);
          setVolume(before.volume);
          if (before.source) play(before.source);
        }
        tell({ ready: true });
      });
      return () => {
        silenceQuietly();
        watch.stop();
        voice = null;
        audio?.removeEventListener('statechange', changed);
        window.removeEventListener('pointerdown', again);
        window.removeEventListener('keydown', again);
        clearInterval(keeping);
        session?.setActionHandler('pause', null);
      };
    },
    do(what) {
      switch (what) {
        case 'softer':
          return setVolume(snapshot.volume - 1);
        case 'louder':
          return setVolume(snapshot.volume + 1);
        case 'fade_out':
          return silence();
        case 'own':
        case 'drone':
        case 'rain':
        case 'ocean':
          return play(what);
      }
    },
    add: (files) => songs.add(files),
    remove(songId) {
      songs.remove(songId);
      if (snapshot.songs.length === 0 && snapshot.source === 'own') silence();
    },
    listen: (heardTrack) => voice?.listen(heardTrack),
    speaking: (now) => voice?.speaking(now),
  };

  /** The page goes, and what was playing is to go on after a reload. */
  function silenceQuietly() {
    leave();
    leave = () => {};
    tell({ source: null, sounding: false });
  }
}
