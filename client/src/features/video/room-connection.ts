import type { MediaTokenReply } from '@sojourn/shared/http/api';
import type { Result } from '@sojourn/shared/result';
import type { JoinedRoom, RoomWatcher } from './livekit-room.ts';
import { FIRST_MODEL, step, type JoinFault, type MediaEffect, type Room } from './media-state.ts';
import type { MediaEvent, MediaModel, MediaState } from './media-state.ts';
import { isAwaited, type RemotePerson } from './remote-model.ts';

interface Parts<Seen> {
  token: (signal: AbortSignal) => Promise<Result<MediaTokenReply, JoinFault>>;
  join: (token: MediaTokenReply, watcher: RoomWatcher, signal: AbortSignal) => Promise<JoinedRoom>;
  /** What is read of the room, each time that something in it changes; null: in no room. */
  see: (room: JoinedRoom | null, state: MediaState) => Seen;
  /** Who of them is expected to be heard and seen. */
  people: (seen: Seen) => readonly RemotePerson[];
  now: () => number;
}

export interface RoomConnection<Seen> {
  get: () => Seen;
  subscribe: (listener: () => void) => () => void;
  /** In this room and in no other; null: in none. */
  want: (room: Room | null) => void;
  /** The way to the server is back: worth a try at once. */
  hope: () => void;
  /** From `moved`: takes it back to this device. */
  bringBack: () => void;
  /** To be called in a tap, when the browser holds the sound back. */
  hear: () => void;
}

/** ms that a track which somebody sends may take to reach us, first and at most. */
const AWAIT = 8_000;
const LONGEST_AWAIT = 60_000;

/** Keeps this browser in the LiveKit room that is wanted: what happens by `step` is carried out here. */
export function createRoomConnection<Seen>(parts: Parts<Seen>): RoomConnection<Seen> {
  const { token, join: joinRoom, see, people, now } = parts;
  const listeners = new Set<() => void>();
  let model: MediaModel = FIRST_MODEL;
  let room: JoinedRoom | null = null;
  let snapshot: Seen = see(room, model.state);
  /** The present stay or the way into it; aborting it makes everything of it forgotten. */
  let attempt: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let awaiting: ReturnType<typeof setTimeout> | undefined;
  let patience = AWAIT;

  function tell() {
    snapshot = see(room, model.state);
    awaitTracks();
    for (const listener of listeners) listener();
  }

  /** LiveKit now and then never binds a subscription: only a new join mends that. */
  function awaitTracks() {
    const awaited = people(snapshot).some(isAwaited);
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
    // At least in a task of its own: the alert that opens the line is drawn first.
    timer = setTimeout(() => void join(), effect.after);
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
    const reply = await token(mine.signal);
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
      const arrived = await joinRoom(reply.value, watcher, mine.signal);
      if (attempt !== mine) return;
      joined = true;
      room = arrived;
      happen({ type: 'joined' });
    } catch {
      if (attempt === mine) happen({ type: 'join_failed', fault: 'server' });
    }
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want: (stage) => happen(stage === null ? { type: 'unwanted' } : { type: 'wanted', stage }),
    hope: () => happen({ type: 'hope' }),
    bringBack: () => happen({ type: 'bring_back' }),
    hear: () => {
      // Refused again: what says so stays, and the next tap tries again.
      void room?.hear().then(tell, tell);
    },
  };
}
