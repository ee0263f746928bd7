import type { MediaTokenReply } from '@sojourn/shared/http/api';
import type { Role } from '@sojourn/shared/session/role';
import type { DisconnectReason, RemoteParticipant, Room, RoomOptions } from 'livekit-client';
import type { DeviceKind } from '../../media/index.ts';
import { loadLiveKit, type LiveKit } from './livekit-load.ts';
import { publishLocal, type Given } from './livekit-publish.ts';
import type { Lost } from './media-state.ts';
import type { RemotePerson, Remotes } from './remote-model.ts';

/** One stay in one room. Thrown away when it ends: a rejoin makes a new one. */
export interface JoinedRoom {
  /** Who is here, by the identities that the view names; anybody else is not shown. */
  remotes: (identities: Partial<Record<Role, string>>) => Remotes;
  /** Of a room of two: the other one. */
  other: () => RemotePerson | null;
  sends: (kind: DeviceKind) => boolean;
  audioBlocked: () => boolean;
  /** Only within a tap. */
  hear: () => Promise<void>;
}

export interface RoomWatcher {
  changed: () => void;
  interrupted: () => void;
  resumed: () => void;
  lost: (reason: Lost) => void;
}

export type JoinRoom = typeof joinRoom;

const OPTIONS: RoomOptions = {
  adaptiveStream: true,
  dynacast: true,
  disconnectOnPageLeave: true,
  // The tracks are not the room's: they go on into the next one.
  stopLocalTrackOnUnpublish: false,
};

/**
 * Aborting `signal` leaves the room, at any time: on the way in or later.
 * @throws when the room cannot be joined, or was left on the way in.
 */
export async function joinRoom(
  { url, token }: Pick<MediaTokenReply, 'url' | 'token'>,
  local: Given,
  watcher: RoomWatcher,
  signal: AbortSignal,
): Promise<JoinedRoom> {
  const livekit = await loadLiveKit();
  signal.throwIfAborted();
  const room = new livekit.Room(OPTIONS);
  const leave = () => {
    publishing?.stop();
    // Its tracks go at once with the snapshot; the goodbye to the server may take its time.
    void room.disconnect(false).catch(() => undefined);
  };
  let publishing: ReturnType<typeof publishLocal> | null = null;
  signal.addEventListener('abort', leave, { once: true });
  watch(livekit, room, watcher);
  await room.connect(url, token, {
    // We retry by ourselves, each time with a fresh token.
    maxRetries: 0,
    websocketTimeout: 6_000,
    peerConnectionTimeout: 10_000,
  });
  signal.throwIfAborted();
  publishing = publishLocal(livekit, room, local, watcher.changed);
  const { sends } = publishing;

  return {
    sends,
    audioBlocked: () => !room.canPlaybackAudio,
    hear: () => room.startAudio(),
    other() {
      const [participant] = room.remoteParticipants.values();
      return participant ? personOf(livekit, participant) : null;
    },
    remotes(identities) {
      const here: Remotes = {};
      for (const [role, identity] of Object.entries(identities) as [Role, string][]) {
        const participant = room.remoteParticipants.get(identity);
        if (participant) here[role] = personOf(livekit, participant);
      }
      return here;
    },
  };
}

function watch(livekit: LiveKit, room: Room, watcher: RoomWatcher) {
  const { RoomEvent } = livekit;
  const changes = [
    RoomEvent.ParticipantConnected,
    RoomEvent.ParticipantDisconnected,
    RoomEvent.TrackSubscribed,
    RoomEvent.TrackUnsubscribed,
    RoomEvent.TrackPublished,
    RoomEvent.TrackUnpublished,
    RoomEvent.TrackMuted,
    RoomEvent.TrackUnmuted,
    RoomEvent.TrackStreamStateChanged,
    RoomEvent.ConnectionQualityChanged,
    RoomEvent.AudioPlaybackStatusChanged,
  ] as const;
  for (const event of changes) room.on(event, watcher.changed);
  room.on(RoomEvent.SignalReconnecting, watcher.interrupted);
  room.on(RoomEvent.Reconnecting, watcher.interrupted);
  room.on(RoomEvent.Reconnected, watcher.resumed);
  room.on(RoomEvent.Disconnected, (reason) => watcher.lost(lostBy(livekit, reason)));
}

/** What a disconnect means for us. Everything that is not somebody's decision is `broken`: join again. */
export function lostBy(
  { DisconnectReason }: Pick<LiveKit, 'DisconnectReason'>,
  reason: DisconnectReason | undefined,
): Lost {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere';
    // The server closed this room or took us out: it knows the phase better than our screen.
    case DisconnectReason.PARTICIPANT_REMOVED:
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'taken_out';
    // CLIENT_INITIATED that we did not initiate: the browser froze the page and has thawed it.
    default:
      return 'broken';
  }
}

function personOf(livekit: LiveKit, participant: RemoteParticipant): RemotePerson {
  const { Track, ConnectionQuality } = livekit;
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const paused = camera?.videoTrack?.streamState === Track.StreamState.Paused;
  const quality = participant.connectionQuality;
  return {
    video: camera && !camera.isMuted ? (camera.videoTrack ?? null) : null,
    audio: microphone?.audioTrack ?? null,
    cameraOff: !camera || camera.isMuted,
    muted: !microphone || microphone.isMuted,
    link:
      quality === ConnectionQuality.Lost
        ? 'lost'
        : quality === ConnectionQuality.Poor || paused
          ? 'weak'
          : 'good',
  };
}
