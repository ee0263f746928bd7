import type { Role } from '@sojourn/shared/session/role';
import type { SessionConnection } from '../../connection/session-connection.ts';
import { faultOf, type DeviceFault, type LocalMedia } from '../../media/index.ts';
import type { Given } from './livekit-publish.ts';
import { joinRoom as joinLiveKit, type JoinRoom } from './livekit-room.ts';
import { fetchToken as fetchFromServer, type FetchToken } from './livekit-token.ts';
import type { MediaState } from './media-state.ts';
import type { RemotePerson, ShownTrack } from './remote-model.ts';
import { createRoomConnection } from './room-connection.ts';

/** Who talks on the line; the client is never in it (LN1). */
export type Talker = Exclude<Role, 'client'>;

export interface LineSnapshot {
  /** The view offers it: an alert or a call is open. */
  open: boolean;
  /** This person took it. */
  talking: boolean;
  state: MediaState;
  /** The other one's browser stands in it. */
  otherHere: boolean;
  /** The other one speaks on it. */
  otherTalks: boolean;
  voice: ShownTrack | null;
  /** What we say reaches it. */
  sending: boolean;
  fault: DeviceFault | null;
  audioBlocked: boolean;
}

export interface LineConnection {
  get: () => LineSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Follows the session from now on; the returned function hangs up and stops following. */
  open: () => () => void;
  /** In a tap. From this moment on the room with the client hears nothing of this person. */
  talk: () => void;
  hangUp: () => void;
  /** To be called in a tap, when `audioBlocked`. */
  hear: () => void;
}

interface Parts {
  sessionId: string;
  role: Talker;
  session: Pick<SessionConnection, 'get' | 'subscribe' | 'send'>;
  local: Pick<LocalMedia, 'borrow' | 'hold'>;
  fetchToken?: FetchToken;
  joinRoom?: JoinRoom;
  now?: () => number;
}

interface Seen {
  state: MediaState;
  other: RemotePerson | null;
  sending: boolean;
  audioBlocked: boolean;
}

const NO_CAMERA = { status: 'resting', track: null } as const;

/**
 * Therapist and chaperone in a room of their own. While it is offered, both browsers stand in it in
 * silence: so each learns from LiveKit that the other talks, and one tap is enough (decision 011).
 */
export function createLineConnection(parts: Parts): LineConnection {
  const { sessionId, role, session, local, now = Date.now } = parts;
  const { fetchToken = fetchFromServer, joinRoom = joinLiveKit } = parts;
  const listeners = new Set<() => void>();
  let isOpen = false;
  let talking = false;
  let microphone: MediaStreamTrack | null = null;
  let fault: DeviceFault | null = null;
  const given = new Set<() => void>();

  const gives: Given = {
    get: () => ({
      camera: NO_CAMERA,
      microphone: { status: microphone ? 'live' : 'off', track: microphone },
    }),
    subscribe(listener) {
      given.add(listener);
      return () => given.delete(listener);
    },
  };
  const room = createRoomConnection<Seen>({
    token: (signal) => fetchToken({ sessionId, role, room: 'line', signal }),
    join: (token, watcher, signal) => joinRoom(token, gives, watcher, signal),
    see: (joined, state) => ({
      state,
      other: joined?.other() ?? null,
      sending: joined?.sends('microphone') ?? false,
      audioBlocked: joined?.audioBlocked() ?? false,
    }),
    people: ({ other }) => (other ? [other] : []),
    now,
  });

  function read(): LineSnapshot {
    const { state, other, sending, audioBlocked } = room.get();
    const otherTalks = other !== null && !other.muted;
    // Before the tap nothing of it sounds: the client would hear it through the therapist's room.
    const voice = talking && otherTalks ? other.audio : null;
    const otherHere = other !== null;
    return {
      open: isOpen,
      talking,
      state,
      otherHere,
      otherTalks,
      voice,
      sending,
      fault,
      audioBlocked,
    };
  }
  let snapshot = read();
  function tell() {
    snapshot = read();
    for (const listener of listeners) listener();
  }
  room.subscribe(() => {
    // Another page of theirs has the line: this one does not hold the microphone back for nothing.
    if (talking && room.get().state.name === 'moved') hangUp();
    else tell();
  });

  function give(track: MediaStreamTrack | null) {
    microphone?.stop();
    microphone = track;
    for (const listener of given) listener();
  }

  async function takeMicrophone() {
    try {
      const track = await local.borrow();
      if (!talking || microphone) return track.stop();
      // A headset that is pulled out: on with what there is.
      track.addEventListener('ended', () => {
        if (microphone !== track) return;
        give(null);
        void takeMicrophone();
      });
      fault = null;
      give(track);
    } catch (error) {
      fault = faultOf(error);
    }
    tell();
  }

  function hangUp() {
    if (!talking) return;
    talking = false;
    fault = null;
    give(null);
    local.hold(false);
    void session.send({ type: 'line.leave' });
    tell();
  }

  let linkBefore = session.get().link;
  function follow() {
    const { view, link, ended } = session.get();
    const offered =
      ended === null && (view?.screen === 'therapist' || view?.screen === 'chaperone') && view.line;
    if (offered !== isOpen) {
      isOpen = offered;
      if (!offered) hangUp();
      room.want(offered ? 'line' : null);
    }
    if (link === 'connected' && linkBefore === 'lost') room.hope();
    linkBefore = link;
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      const unsubscribe = session.subscribe(follow);
      follow();
      return () => {
        unsubscribe();
        hangUp();
        isOpen = false;
        room.want(null);
      };
    },
    talk() {
      if (!isOpen || talking) return;
      room.bringBack();
      talking = true;
      local.hold(true);
      room.hear();
      void takeMicrophone();
      void session.send({ type: 'line.take' });
      tell();
    },
    hangUp,
    hear: room.hear,
  };
}
