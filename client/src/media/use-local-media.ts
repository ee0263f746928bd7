import { createContext, use, useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { pageAudio } from './audio-unlock.ts';
import type { MicLevel } from './level-model.ts';
import { createLocalMedia, type LocalMedia, type LocalMediaSnapshot } from './local-media.ts';
import { createMicLevel, type MicLevelStore } from './mic-level.ts';

interface Parts {
  local: LocalMedia;
  level: MicLevelStore;
}

let ofPage: Parts | null = null;

/** Outlives every component: the same camera goes from the lobby into the room, and through reloads of code. */
export function partsOfPage(): Parts {
  if (!ofPage) {
    const local = createLocalMedia();
    ofPage = { local, level: createMicLevel(local, pageAudio) };
  }
  return ofPage;
}

export const LocalMediaContext = createContext<Parts | null>(null);

function useParts(): Parts {
  const parts = use(LocalMediaContext);
  if (!parts) throw new Error('useLocalMedia needs a LocalMediaProvider above it');
  return parts;
}

export function useLocalMedia(): LocalMediaSnapshot & { local: LocalMedia } {
  const { local } = useParts();
  return { ...useSyncExternalStore(local.subscribe, local.get), local };
}

/** Redraws about twelve times a second: use it in a small component. */
export function useMicLevel(): MicLevel {
  const { level } = useParts();
  return useSyncExternalStore(level.subscribe, level.get);
}

/** For a `<video>` that shows one local track. */
export function useTrackElement(track: MediaStreamTrack | null) {
  const element = useRef<HTMLVideoElement>(null);
  const play = useCallback(() => {
    // Interrupted by the next play, or refused in low-power mode: the picture starts with the next tap.
    element.current?.play().catch(() => undefined);
  }, []);
  useEffect(() => {
    const video = element.current;
    if (!video) return;
    video.srcObject = track && new MediaStream([track]);
    if (track) play();
    return () => {
      video.srcObject = null;
    };
  }, [track, play]);
  return element;
}
