import type { Role } from '@sojourn/shared/session/role';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useConnection } from '../../connection/use-session.ts';
import { useLocalMedia } from '../../media/index.ts';
import { LineAudio } from './line-audio.tsx';
import { createLineConnection } from './line-connection.ts';
import { LineContext } from './line-context.ts';
import { loadLiveKit } from './livekit-load.ts';
import { createMediaConnection } from './media-connection.ts';
import { MediaContext } from './media-context.ts';
import { RemoteAudio } from './remote-audio.tsx';
import { TakeBack } from './take-back.tsx';

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
  // LN1: the client's browser has no line at all.
  const line = useMemo(
    () => (role === 'client' ? null : createLineConnection({ sessionId, role, session, local })),
    [sessionId, role, session, local],
  );
  useEffect(() => media.open(), [media]);
  useEffect(() => line?.open(), [line]);
  useEffect(() => {
    // A failed load is tried again by the join.
    loadLiveKit().catch(() => undefined);
  }, []);
  return (
    <MediaContext value={media}>
      <LineContext value={line}>
        {children}
        <RemoteAudio />
        {role !== 'therapist' && <TakeBack name={`sojourn.${sessionId}.${role}.video`} />}
        {line && <LineAudio other={role === 'therapist' ? 'chaperone' : 'therapist'} />}
      </LineContext>
    </MediaContext>
  );
}
