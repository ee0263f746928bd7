import { mediaStage } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import type { SessionConnection } from '../../connection/session-connection.ts';
import type { LocalMedia } from '../../media/index.ts';
import { joinRoom as joinLiveKit, type JoinRoom } from './livekit-room.ts';
import { fetchToken as fetchFromServer, type FetchToken } from './livekit-token.ts';
import type { MediaState } from './media-state.ts';
import type { Remotes } from './remote-model.ts';
import { createRoomConnection } from './room-connection.ts';

export interface MediaSnapshot {
  state: MediaState;
  remotes: Remotes;
  /** What of ours reaches the room now. */
  sending: { camera: boolean; microphone: boolean };
  /** The browser plays no sound before a tap. */
  audioBlocked: boolean;
}

export interface MediaConnection {
  get: () => MediaSnapshot;
  subscribe: (listener: () => void) => () => void;
  /** Follows the session from now on; the returned function leaves and stops following. */
  open: () => () => void;
  /** From `moved`: takes the video back to this device. */
  bringBack: () => void;
  /** To be called in a tap, when `audioBlocked`. */
  hear: () => void;
}

interface Parts {
  sessionId: string;
  role: Role;
  session: Pick<SessionConnection, 'get' | 'subscribe'>;
  local: LocalMedia;
  fetchToken?: FetchToken;
  joinRoom?: JoinRoom;
  now?: () => number;
}

const NOTHING_SENT = { camera: false, microphone: false };

const mediaOf = (view: SessionView | null) => (view && view.screen !== 'lobby' ? view.media : null);

/** Keeps this browser in the LiveKit room that the session's view calls for, and in no other (MD2, MD4). */
export function createMediaConnection(parts: Parts): MediaConnection {
  const { sessionId, role, session, local, now = Date.now } = parts;
  const { fetchToken = fetchFromServer, joinRoom = joinLiveKit } = parts;
  const { want, hope, ...room } = createRoomConnection<MediaSnapshot>({
    token: (signal) => fetchToken({ sessionId, role, signal }),
    join: (token, watcher, signal) => joinRoom(token, local, watcher, signal),
    see: (joined, state) => ({
      state,
      remotes: joined?.remotes(othersIn(session.get().view)) ?? {},
      sending: joined
        ? { camera: joined.sends('camera'), microphone: joined.sends('microphone') }
        : NOTHING_SENT,
      audioBlocked: joined?.audioBlocked() ?? false,
    }),
    people: ({ remotes }) => Object.values(remotes),
    now,
  });

  function othersIn(view: SessionView | null): Partial<Record<Role, string>> {
    const { [role]: _self, ...others } = mediaOf(view) ?? {};
    return others;
  }

  /** Null until the first view: a reload must not switch the camera off and on. */
  let mediaBefore: boolean | null = null;
  let linkBefore = session.get().link;
  function follow() {
    const { view, link, ended } = session.get();
    if (view && view.screen !== 'lobby') {
      // Who has lost their place here is out of the media too, whatever the last view said.
      const stage = ended === null && mediaOf(view) ? mediaStage(view.phase) : null;
      if (stage !== null && mediaBefore !== true) void local.start();
      // Nobody can see it: no light, no open microphone.
      if (stage === null && mediaBefore !== false) void local.rest();
      mediaBefore = stage !== null;
      want(stage);
    } else if (view) {
      mediaBefore = null;
      want(null);
    }
    if (link === 'connected' && linkBefore === 'lost') hope();
    linkBefore = link;
  }

  return {
    get: room.get,
    subscribe: room.subscribe,
    open() {
      const unsubscribe = session.subscribe(follow);
      follow();
      return () => {
        unsubscribe();
        want(null);
        mediaBefore = null;
      };
    },
    bringBack: room.bringBack,
    hear: room.hear,
  };
}
