import type { MediaStage } from '@sojourn/shared/session/phase';
import { unreachable } from '@sojourn/shared/result';
import { t } from '../../language/index.ts';

/**
 * off: no video for this person now · joining: on the way in · live: connected · reconnecting: was
 * live, and will be again · waiting_for_server: the video server does not answer · moved: this
 * person's video runs on another device.
 */
export type MediaState =
  | { name: 'off' }
  | { name: 'joining' }
  | { name: 'live' }
  | { name: 'reconnecting'; since: number }
  | { name: 'waiting_for_server'; since: number }
  | { name: 'moved' };

/** Why a room let go of us, as far as it changes what we do. */
export type Lost = 'elsewhere' | 'taken_out' | 'broken';
/** `server`: no token or no way to LiveKit; `refused`: the server says that there is no video for us now. */
export type JoinFault = 'server' | 'refused';

/** The rooms of a session, as far as they are told apart here. */
export type Room = MediaStage | 'line';

export type MediaEvent =
  | { type: 'wanted'; stage: Room }
  | { type: 'unwanted' }
  | { type: 'joined' }
  | { type: 'join_failed'; fault: JoinFault }
  | { type: 'interrupted' }
  | { type: 'resumed' }
  | { type: 'patience_over' }
  | { type: 'lost'; reason: Lost }
  /** We are in, and what somebody sends does not reach us. */
  | { type: 'stuck' }
  /** The way to the server is back: worth a try at once. */
  | { type: 'hope' }
  | { type: 'bring_back' };

/** What the connection does about it. `join` leaves whatever room there is first. */
export type MediaEffect =
  | { do: 'nothing' }
  | { do: 'leave' }
  | { do: 'join'; after: number }
  | { do: 'be_patient'; until: number };

export interface MediaModel {
  state: MediaState;
  stage: Room | null;
  /** Failed attempts in a row. */
  failures: number;
}

export const FIRST_MODEL: MediaModel = { state: { name: 'off' }, stage: null, failures: 0 };

/** ms that LiveKit's own reconnecting may take before we join anew. */
export const PATIENCE = 2_000;
/** ms for the server's word of a new phase to arrive after its room was closed under us. */
const WORD_ARRIVES = 250;
/** ms between attempts: quick while a restart is likely, slower to spare a phone's battery. Never none. */
const SLOW_RETRY = 3_000;

export function retryDelay(failures: number): number {
  if (failures <= 20) return 500;
  return failures <= 60 ? 1_000 : SLOW_RETRY;
}

const nothing: MediaEffect = { do: 'nothing' };

/** While `stage` is set it never gives up: every loss leads to another join (or to `moved`). */
export function step(model: MediaModel, event: MediaEvent, now: number): [MediaModel, MediaEffect] {
  const { state, stage } = model;
  const to = (next: MediaState, effect: MediaEffect, failures = 0): [MediaModel, MediaEffect] => [
    { ...model, state: next, failures },
    effect,
  ];
  const stay: [MediaModel, MediaEffect] = [model, nothing];

  if (event.type === 'wanted') {
    if (event.stage === stage) return stay;
    const next = { ...model, stage: event.stage };
    // A device that gave way to another one does not take the video back because the phase moved.
    if (state.name === 'moved') return [next, nothing];
    return [
      { ...next, state: { name: 'joining' }, failures: 0 },
      { do: 'join', after: 0 },
    ];
  }
  if (stage === null) return stay;

  switch (event.type) {
    case 'unwanted':
      return [FIRST_MODEL, { do: 'leave' }];
    case 'joined':
      return to({ name: 'live' }, nothing);
    case 'join_failed': {
      const failures = model.failures + 1;
      const effect: MediaEffect = { do: 'join', after: retryDelay(failures) };
      if (event.fault === 'refused') return to(state, { do: 'join', after: SLOW_RETRY }, failures);
      const since = 'since' in state ? state.since : now;
      return to({ name: 'waiting_for_server', since }, effect, failures);
    }
    case 'interrupted':
      if (state.name !== 'live') return stay;
      return to({ name: 'reconnecting', since: now }, { do: 'be_patient', until: now + PATIENCE });
    case 'resumed':
      return state.name === 'reconnecting' ? to({ name: 'live' }, nothing) : stay;
    case 'patience_over':
      return state.name === 'reconnecting' ? to(state, { do: 'join', after: 0 }) : stay;
    case 'lost': {
      if (event.reason === 'elsewhere') return to({ name: 'moved' }, { do: 'leave' });
      const since = state.name === 'reconnecting' ? state.since : now;
      const after = event.reason === 'taken_out' ? WORD_ARRIVES : 0;
      return to({ name: 'reconnecting', since }, { do: 'join', after });
    }
    case 'stuck':
      if (state.name !== 'live') return stay;
      return to({ name: 'reconnecting', since: now }, { do: 'join', after: 0 });
    case 'hope':
      return state.name === 'waiting_for_server' ? to(state, { do: 'join', after: 0 }) : stay;
    case 'bring_back':
      return state.name === 'moved' ? to({ name: 'joining' }, { do: 'join', after: 0 }) : stay;
    default:
      return unreachable(event);
  }
}

/** One sentence that is true of the video, or null when there is nothing to say. */
export function mediaWords(state: MediaState): string | null {
  switch (state.name) {
    case 'off':
    case 'live':
      return null;
    case 'joining':
      return t('Connecting the video…');
    case 'reconnecting':
      return t('Video is reconnecting. Everything else works.');
    case 'waiting_for_server':
      return t('The video server does not answer. We keep trying. Everything else works.');
    case 'moved':
      return t('Your video is open on another device.');
    default:
      return unreachable(state);
  }
}
