import type { Recorded } from '../recorded.ts';
import { unreachable } from '../result.ts';
import type { CareEvent } from './event.ts';
import { NO_GROUNDING, withFavourites } from './grounding.ts';
import type { CareSession, CareState } from './state.ts';

/** The next state. Total over all events, and the same for the same events. */
export function evolveCare(state: CareState | null, recorded: Recorded<CareEvent>): CareState {
  const { event, at, seq } = recorded;
  if (event.type === 'client.registered') {
    const { clientId, record } = event;
    return {
      clientId,
      revision: seq,
      record,
      screening: null,
      orders: [],
      withdrawals: {},
      stopped: null,
      sessions: [],
      grounding: NO_GROUNDING,
    };
  }
  if (state === null) throw new Error(`A course of care begins with client.registered`);
  return { ...apply(state, event, at), revision: seq };
}

function withSession(state: CareState, sessionId: string, change: Partial<CareSession>): CareState {
  return {
    ...state,
    sessions: state.sessions.map((session) =>
      session.sessionId === sessionId ? { ...session, ...change } : session,
    ),
  };
}

const ended = (state: CareState, orderId: string, at: number) =>
  state.orders.map((order) => (order.orderId === orderId ? { ...order, endedAt: at } : order));

function apply(
  state: CareState,
  event: Exclude<CareEvent, { type: 'client.registered' }>,
  at: number,
): CareState {
  switch (event.type) {
    case 'client.amended':
      return { ...state, record: event.record };
    case 'screening.recorded':
      return { ...state, screening: event.screening };
    case 'order.written': {
      const { orderId, version, replaces, terms } = event;
      const before = replaces === null ? state.orders : ended(state, replaces, at);
      const order = { orderId, version, writtenAt: at, endedAt: null, terms };
      return { ...state, orders: [...before, order] };
    }
    case 'order.withdrawn':
      return {
        ...state,
        orders: ended(state, event.orderId, at),
        withdrawals: { ...state.withdrawals, [event.orderId]: event.reason },
      };
    case 'session.scheduled': {
      const { sessionId, kind, scheduledAt } = event;
      const session: CareSession = {
        sessionId,
        kind,
        scheduledAt,
        outcome: 'open',
        endedAt: null,
        dosedAt: null,
        followUp: null,
      };
      return { ...state, sessions: [...state.sessions, session] };
    }
    case 'session.dosed':
      return withSession(state, event.sessionId, { dosedAt: event.dosedAt });
    case 'session.ended':
      return withSession(state, event.sessionId, { outcome: event.outcome, endedAt: at });
    case 'course.stopped':
      return { ...state, stopped: { at, by: event.by, reason: event.reason } };
    case 'course.resumed':
      return { ...state, stopped: null };
    case 'followup.recorded':
      return withSession(state, event.sessionId, { followUp: { at, words: event.words } });
    case 'favourite.marked': {
      const { promptId, on } = event;
      const { grounding } = state;
      const favourites = grounding.favourites.filter((favourite) => favourite !== promptId);
      const without = { ...grounding, favourites };
      return { ...state, grounding: on ? withFavourites(without, [promptId]) : without };
    }
    case 'grounding.learnt': {
      const { favourites, avoid, phrase } = event.grounding;
      return {
        ...state,
        grounding: { ...withFavourites(state.grounding, favourites), avoid, phrase },
      };
    }
    default:
      return unreachable(event);
  }
}
