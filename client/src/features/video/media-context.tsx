import type { Role } from '@sojourn/shared/session/role';
import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useConnection } from '../../connection/use-session.ts';
import { useLocalMedia } from '../../media/index.ts';
import { loadLiveKit } from './livekit-load.ts';
import { createMediaConnection, type MediaConnection, type MediaSnapshot } from './media-connection.ts';
import { RemoteAudio } from './remote-audio.tsx';

const MediaContext = createContext<MediaConnection | null>(null);

export interface MediaProviderProps {
  sessionId: string;
  /** Who this browser is in the session. */
  role: Role;
  children: ReactNode;
}

/**
 * Joins and leaves LiveKit's rooms as the session's view says, and plays the others' sound whether or
 * not a picture is on the screen. Stands above the lobby too: there it loads LiveKit in good time.
 */
export function MediaProvider({ sessionId, role, children }: MediaProviderProps) {
  const session = useConnection();
  const { local } = useLocalMedia();
  const media = useMemo(
    () => createMediaConnection({ sessionId, role, session, local }),
    [sessionId, role, session, local],
  );
  useEffect(() => media.open(), [media]);
  useEffect(() => {
    // A failed load is tried again by the join.
    loadLiveKit().catch(() => undefined);
  }, []);
  return (
    <MediaContext value={media}>
      {children}
      <RemoteAudio />
    </MediaContext>
  );
}

export function useMedia(): MediaSnapshot & Pick<MediaConnection, 'bringBack' | 'hear'> {
  const media = use(MediaContext);
  if (!media) throw new Error('useMedia needs a MediaProvider above it');
  const { bringBack, hear } = media;
  return { ...useSyncExternalStore(media.subscribe, media.get), bringBack, hear };
}
