import type { Role } from '@sojourn/shared/session/role';
import { createContext, use, useSyncExternalStore } from 'react';
import { useLocalMedia } from '../../media/index.ts';
import type { MediaConnection, MediaSnapshot } from './media-connection.ts';
import { mediaThere } from './self-model.ts';

export const MediaContext = createContext<MediaConnection | null>(null);

export function useMedia(): MediaSnapshot & Pick<MediaConnection, 'bringBack' | 'hear'> {
  const media = use(MediaContext);
  if (!media) throw new Error('useMedia needs a MediaProvider above it');
  const { bringBack, hear } = media;
  return { ...useSyncExternalStore(media.subscribe, media.get), bringBack, hear };
}

/** What this browser's heartbeat says of its video (PR4). */
export function useMediaThere(as: Role): boolean | null {
  const { state, sending } = useMedia();
  const { camera, microphone } = useLocalMedia();
  return mediaThere(as, { state: state.name, sending, camera, microphone });
}

/** Somebody's voice as it arrives here, to be measured: music makes way for it. Null while there is none. */
export function useVoiceOf(role: Role): MediaStreamTrack | null {
  const person = useMedia().remotes[role];
  return (person && !person.muted && person.audio?.mediaStreamTrack) || null;
}
