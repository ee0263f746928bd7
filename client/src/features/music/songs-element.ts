import type { Song } from './music-model.ts';

/** ms that a file may take to show that it is music. */
const SHOWS_WITHIN = 10_000;

/** Whether this browser plays it. A long file is not read whole: it is streamed from the device. */
export function canPlay(file: Blob): Promise<boolean> {
  if (file.size === 0) return Promise.resolve(false);
  const url = URL.createObjectURL(file);
  const element = new Audio();
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), SHOWS_WITHIN);
    const answer = (plays: boolean) => () => {
      clearTimeout(timer);
      resolve(plays);
    };
    element.addEventListener('loadedmetadata', answer(true));
    element.addEventListener('error', answer(false));
    element.preload = 'metadata';
    element.src = url;
  }).finally(() => {
    element.removeAttribute('src');
    URL.revokeObjectURL(url);
  });
}

export interface SongsElement {
  element: HTMLAudioElement;
  /** Plays it from there, s; goes on with it when it is the one that is loaded. */
  play: (song: Song, from: number) => Promise<void>;
  pause: () => void;
}

interface Watcher {
  onEnded: () => void;
  onFault: () => void;
  onPlaying: () => void;
  /** Somebody else did it: a phone call. */
  onPaused: () => void;
}

/** One element for all songs, so that a tap that has unlocked it has unlocked them all. */
export function songsElement({ onEnded, onFault, onPlaying, onPaused }: Watcher): SongsElement {
  const element = new Audio();
  element.preload = 'auto';
  let loaded: { songId: string; url: string } | null = null;
  let wanted = false;
  element.addEventListener('ended', onEnded);
  element.addEventListener('playing', onPlaying);
  element.addEventListener('error', () => {
    if (wanted) onFault();
  });
  element.addEventListener('pause', () => {
    if (wanted && !element.ended && !element.error) onPaused();
  });
  return {
    element,
    async play({ songId, file }, from) {
      wanted = false;
      if (loaded?.songId !== songId || element.error) {
        if (loaded) URL.revokeObjectURL(loaded.url);
        loaded = { songId, url: URL.createObjectURL(file) };
        element.src = loaded.url;
        if (from > 0) element.currentTime = from;
      }
      wanted = true;
      await element.play();
    },
    pause() {
      wanted = false;
      element.pause();
    },
  };
}
