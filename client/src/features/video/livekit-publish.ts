import type { LocalTrack, Room } from 'livekit-client';
import type { DeviceKind, DeviceState } from '../../media/index.ts';
import type { LiveKit } from './livekit-load.ts';

/** ms until a publication that failed is tried again. */
const AGAIN = 1_000;
const KINDS: readonly DeviceKind[] = ['camera', 'microphone'];

/** What a person gives to a room: their devices, or the line's microphone alone. */
export interface Given {
  get: () => Record<DeviceKind, Pick<DeviceState, 'status' | 'track'>>;
  subscribe: (listener: () => void) => () => void;
}

export interface Publishing {
  /** The others can be given this one now. */
  sends: (kind: DeviceKind) => boolean;
  stop: () => void;
}

/**
 * Keeps in the room what the person's devices give: published when there is a track, muted when it is
 * off, exchanged when the device is. The tracks themselves outlive the room;
 * only LiveKit's wrapping of them is new in each room.
 */
export function publishLocal(
  livekit: LiveKit,
  room: Room,
  local: Given,
  changed: () => void,
): Publishing {
  const published: Record<DeviceKind, LocalTrack | null> = {
    camera: null,
    microphone: null,
  };
  const lanes: Record<DeviceKind, Promise<void>> = {
    camera: Promise.resolve(),
    microphone: Promise.resolve(),
  };
  let stopped = false;

  const given = (kind: DeviceKind) => {
    const { status, track } = local.get()[kind];
    return status === 'live' ? track : null;
  };

  async function settle(kind: DeviceKind): Promise<void> {
    const track = given(kind);
    const mine = published[kind];
    if (stopped || (!mine && !track)) return;
    if (!mine) {
      if (track) await publish(kind, track);
    } else if (!track) {
      if (!mine.isMuted) await mine.mute();
    } else {
      if (mine.mediaStreamTrack !== track) await mine.replaceTrack(track, true);
      if (mine.isMuted) await mine.unmute();
    }
    changed();
  }

  async function publish(kind: DeviceKind, track: MediaStreamTrack) {
    const { Track } = livekit;
    const source = kind === 'camera' ? Track.Source.Camera : Track.Source.Microphone;
    const publication = await room.localParticipant.publishTrack(track, { source });
    published[kind] = publication.track ?? null;
    // The person may have switched it off meanwhile.
    if (given(kind) !== track) enqueue(kind);
  }

  function enqueue(kind: DeviceKind) {
    lanes[kind] = lanes[kind].then(() =>
      settle(kind).catch(() => {
        if (!stopped) setTimeout(() => enqueue(kind), AGAIN);
      }),
    );
  }
  const enqueueAll = () => {
    for (const kind of KINDS) enqueue(kind);
  };
  const unsubscribe = local.subscribe(enqueueAll);
  // LiveKit mutes by itself what has ended; by then LocalMedia may already have a new track.
  room.localParticipant.on(livekit.ParticipantEvent.TrackMuted, enqueueAll);
  enqueueAll();

  return {
    sends(kind) {
      const mine = published[kind];
      return mine !== null && !mine.isMuted && given(kind) !== null;
    },
    stop() {
      stopped = true;
      unsubscribe();
    },
  };
}
