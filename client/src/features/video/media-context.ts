import type { Role } from '@sojourn/shared/session/role';
import { createContext, use, useSyncExternalStore } from 'react';
import type { MediaConnection, MediaSnapshot } from './media-connection.ts';

export const MediaContext = createContext<MediaConnection | null>(null);

export function useMedia(): MediaSnapshot & Pick<MediaConnection, 'bringBack' | 'hear'> {
  const media = use(MediaContext);
  if (!media) throw new Error('useMedia needs a MediaProvider above it');
  const { bringBack, hear } = media;
  return { ...useSyncExternalStore(media.subscribe, media.get), bringBack, hear };
}

/** Whether this browser is in the room that it should be in; null where it should be in none (PR4). */
export function useMediaLive(): boolean | null {
  const { name } = useMedia().state;
  // `moved`: another device of this person has the video, and tells of it.
  return name === 'off' || name === 'moved' ? null : name === 'live';
}

/** Somebody's voice as it arrives here, to be measured: music makes way for it. Null while there is none. */
export function useVoiceOf(role: Role): MediaStreamTrack | null {
  const person = useMedia().remotes[role];
  return (person && !person.muted && person.audio?.mediaStreamTrack) || null;
}
