import { mediaStage } from '@sojourn/shared/session/phase';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import type { SessionConnection } from '../../connection/session-connection.ts';
import type { LocalMedia } from '../../media/index.ts';
import { joinRoom as joinLiveKit, type JoinedRoom, type JoinRoom } from './livekit-room.ts';
import { fetchToken as fetchFromServer, type FetchToken } from './livekit-token.ts';
import { FIRST_MODEL, step, type MediaEffect, type MediaEvent } from './media-state.ts';
import type { MediaModel, MediaState } from './media-state.ts';
import { isAwaited, type Remotes } from './remote-model.ts';

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

/** ms that a track which somebody sends may take to reach us, first and at most. */
const AWAIT = 8_000;
const LONGEST_AWAIT = 60_000;

const NOTHING_SENT = { camera: false, microphone: false };
const OFF: MediaSnapshot = {
  state: { name: 'off' },
  remotes: {},
  sending: NOTHING_SENT,
  audioBlocked: false,
};

const mediaOf = (view: SessionView | null) => (view && view.screen !== 'lobby' ? view.media : null);

/** Keeps this browser in the LiveKit room that the session's view calls for, and in no other (MD2, MD4). */
export function createMediaConnection(parts: Parts): MediaConnection {
  const { sessionId, role, session, local, now = Date.now } = parts;
  const { fetchToken = fetchFromServer, joinRoom = joinLiveKit } = parts;
  const listeners = new Set<() => void>();
  let model: MediaModel = FIRST_MODEL;
  let snapshot: MediaSnapshot = OFF;
  /** The present stay or the way into it; aborting it makes everything of it forgotten. */
  let attempt: AbortController | null = null;
  let room: JoinedRoom | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let awaiting: ReturnType<typeof setTimeout> | undefined;
  let patience = AWAIT;

  function tell() {
    snapshot = {
      state: model.state,
      remotes: room?.remotes(othersIn(session.get().view)) ?? {},
      sending: room
        ? { camera: room.sends('camera'), microphone: room.sends('microphone') }
        : NOTHING_SENT,
      audioBlocked: room?.audioBlocked() ?? false,
    };
    awaitTracks();
    for (const listener of listeners) listener();
  }

  /** LiveKit now and then never binds a subscription: only a new join mends that. */
  function awaitTracks() {
    const awaited = Object.values(snapshot.remotes).some(isAwaited);
    if (!awaited || model.state.name !== 'live') {
      clearTimeout(awaiting);
      awaiting = undefined;
      if (!awaited && model.state.name === 'live') patience = AWAIT;
      return;
    }
    awaiting ??= setTimeout(() => {
      awaiting = undefined;
      // Each time longer, so that a fault on their side does not keep throwing us out.
      patience = Math.min(patience * 2, LONGEST_AWAIT);
      happen({ type: 'stuck' });
    }, patience);
  }

  function othersIn(view: SessionView | null): Partial<Record<Role, string>> {
    const { [role]: _self, ...others } = mediaOf(view) ?? {};
    return others;
  }

  function happen(event: MediaEvent) {
    const [next, effect] = step(model, event, now());
    model = next;
    carryOut(effect);
    tell();
  }

  function carryOut(effect: MediaEffect) {
    if (effect.do === 'nothing') return;
    clearTimeout(timer);
    if (effect.do === 'be_patient') {
      timer = setTimeout(() => happen({ type: 'patience_over' }), effect.until - now());
      return;
    }
    leave();
    if (effect.do !== 'join') return;
    if (effect.after === 0) void join();
    else timer = setTimeout(() => void join(), effect.after);
  }

  function leave() {
    attempt?.abort();
    attempt = null;
    room = null;
  }

  async function join() {
    leave();
    const mine = new AbortController();
    attempt = mine;
    const ifCurrent = (then: () => void) => () => {
      if (attempt === mine) then();
    };
    const reply = await fetchToken(sessionId, role, mine.signal);
    if (attempt !== mine) return;
    if (!reply.ok) {
      happen({ type: 'join_failed', fault: reply.error });
      return;
    }
    try {
      let joined = false;
      const watcher = {
        changed: ifCurrent(tell),
        interrupted: ifCurrent(() => happen({ type: 'interrupted' })),
        resumed: ifCurrent(() => happen({ type: 'resumed' })),
        lost: (reason: 'elsewhere' | 'taken_out' | 'broken') => {
          // On the way in, the failed join itself tells.
          if (attempt === mine && joined) happen({ type: 'lost', reason });
        },
      };
      const arrived = await joinRoom(reply.value, local, watcher, mine.signal);
      if (attempt !== mine) return;
      joined = true;
      room = arrived;
      happen({ type: 'joined' });
    } catch {
      if (attempt === mine) happen({ type: 'join_failed', fault: 'server' });
    }
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
      happen(stage === null ? { type: 'unwanted' } : { type: 'wanted', stage });
    } else if (view) {
      mediaBefore = null;
      happen({ type: 'unwanted' });
    }
    if (link === 'connected' && linkBefore === 'lost') happen({ type: 'hope' });
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
        happen({ type: 'unwanted' });
        mediaBefore = null;
      };
    },
    bringBack: () => happen({ type: 'bring_back' }),
    hear: () => {
      // Refused again: the bar stays, and the next tap tries again.
      void room?.hear().then(tell, tell);
    },
  };
}
