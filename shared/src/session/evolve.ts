import { unreachable } from '../result.ts';
import type { Alert, AlertState } from './alert.ts';
import type { RecordedEvent, SessionEvent } from './event.ts';
import { firstPhase } from './phase.ts';
import type { OfferState, PromptOffer, PromptResponse } from './prompt.ts';
import type { Role } from './role.ts';
import type { Person, SessionState } from './state.ts';
import { isConnected } from './state.ts';

type Created = Extract<SessionEvent, { type: 'session.created' }>;

/** The state after the first event of a session. */
function created(event: Created, at: number): SessionState {
  const person = (role: Role): Person => ({
    ...event.people[role],
    admission: role === 'therapist' ? 'admitted' : 'expected',
    connectionIds: [],
    connectionChangedAt: null,
  });
  return {
    sessionId: event.sessionId,
    revision: 0,
    kind: event.kind,
    practiceName: event.practiceName,
    scheduledAt: event.scheduledAt,
    phase: firstPhase(event.kind),
    phaseSince: at,
    cancelReason: null,
    dose: { startedAt: null, clientReadyAt: null, t0: null },
    lastMoveRevision: 0,
    people: {
      therapist: person('therapist'),
      client: person('client'),
      chaperone: person('chaperone'),
    },
    devices: [],
    alerts: [],
    prompts: [],
    rooms: event.rooms,
  };
}

function withPerson(state: SessionState, role: Role, change: Partial<Person>): SessionState {
  return {
    ...state,
    people: { ...state.people, [role]: { ...state.people[role], ...change } },
  };
}

function withConnections(
  state: SessionState,
  role: Role,
  connectionIds: readonly string[],
  at: number,
): SessionState {
  const changed = isConnected(state.people[role]) !== connectionIds.length > 0;
  return withPerson(state, role, {
    connectionIds,
    ...(changed ? { connectionChangedAt: at } : {}),
  });
}

function withAlert(
  state: SessionState,
  alertId: string,
  change: (a: Alert) => Alert,
): SessionState {
  return {
    ...state,
    alerts: state.alerts.map((alert) => (alert.alertId === alertId ? change(alert) : alert)),
  };
}

const alertReached = (to: AlertState, at: number) => (alert: Alert) => ({
  ...alert,
  state: to,
  at: { ...alert.at, [to]: at },
});

function withOffer(
  state: SessionState,
  offerId: string,
  change: Partial<PromptOffer>,
): SessionState {
  return {
    ...state,
    prompts: state.prompts.map((o) => (o.offerId === offerId ? { ...o, ...change } : o)),
  };
}

const ANSWERED: Record<Exclude<PromptResponse, 'slower'>, OfferState> = {
  keep: 'kept',
  another_time: 'dismissed',
};

/** The next state. Total over all events, and the same for the same events: this is what is replayed. */
export function evolve(state: SessionState | null, recorded: RecordedEvent): SessionState {
  const { event, at, seq } = recorded;
  if (event.type === 'session.created') return { ...created(event, at), revision: seq };
  if (state === null) throw new Error(`A session begins with session.created, not ${event.type}`);
  return { ...apply(state, event, at, seq), revision: seq };
}

function apply(
  state: SessionState,
  event: Exclude<SessionEvent, Created>,
  at: number,
  seq: number,
): SessionState {
  const { dose } = state;
  switch (event.type) {
    case 'session.cancelled':
      return {
        ...state,
        phase: 'cancelled',
        phaseSince: at,
        cancelReason: event.reason,
        lastMoveRevision: seq,
      };
    case 'presence.connected': {
      const { connectionIds } = state.people[event.role];
      return withConnections(state, event.role, [...connectionIds, event.connectionId], at);
    }
    case 'presence.disconnected': {
      const left = state.people[event.role].connectionIds.filter((c) => c !== event.connectionId);
      return withConnections(state, event.role, left, at);
    }
    case 'presence.reset': {
      const roles: Role[] = ['therapist', 'client', 'chaperone'];
      return roles.reduce((next, role) => withConnections(next, role, [], at), state);
    }
    case 'lobby.entered': {
      const { name, phone } = event;
      const known = state.people[event.role].phone;
      return withPerson(state, event.role, { name, phone: phone ?? known, admission: 'waiting' });
    }
    case 'participant.admitted':
      return withPerson(state, event.role, { admission: 'admitted' });
    case 'participant.declined':
      return withPerson(state, event.role, { admission: 'declined' });
    case 'device.asked': {
      const { requestId, role } = event;
      return {
        ...state,
        devices: [...state.devices, { requestId, role, askedAt: at, answer: null }],
      };
    }
    case 'device.allowed':
    case 'device.refused': {
      const answer = event.type === 'device.allowed' ? ('allowed' as const) : ('refused' as const);
      const devices = state.devices.map((d) =>
        d.requestId === event.requestId ? { ...d, answer } : d,
      );
      return { ...state, devices };
    }
    case 'phase.entered':
      return { ...state, phase: event.phase, phaseSince: at, lastMoveRevision: seq };
    case 'dose.started':
      return { ...state, dose: { ...dose, startedAt: at }, lastMoveRevision: seq };
    case 'dose.start_withdrawn':
      return { ...state, dose: { ...dose, startedAt: null }, lastMoveRevision: seq };
    case 'dose.client_ready':
      return { ...state, dose: { ...dose, clientReadyAt: at } };
    case 'dose.client_not_ready':
      return { ...state, dose: { ...dose, clientReadyAt: null }, lastMoveRevision: seq };
    case 'dose.taken':
      return { ...state, dose: { ...dose, t0: at }, lastMoveRevision: seq };
    case 'prompt.offered': {
      const offer: PromptOffer = {
        offerId: event.offerId,
        promptId: event.promptId,
        offeredBy: event.by,
        state: 'offered',
        offeredAt: at,
        shownAt: null,
        answeredAt: null,
        slowerAskedAt: null,
      };
      return { ...state, prompts: [...state.prompts, offer] };
    }
    case 'prompt.replaced':
      return withOffer(state, event.offerId, { state: 'replaced' });
    case 'prompt.withdrawn':
      return withOffer(state, event.offerId, { state: 'withdrawn' });
    case 'prompt.shown':
      return withOffer(state, event.offerId, { state: 'shown', shownAt: at });
    case 'prompt.answered':
      return event.response === 'slower'
        ? withOffer(state, event.offerId, { slowerAskedAt: at })
        : withOffer(state, event.offerId, { state: ANSWERED[event.response], answeredAt: at });
    case 'alert.raised': {
      const { alertId, kind, priority, reason, by } = event;
      const alert: Alert = {
        alertId,
        kind,
        priority,
        reason,
        raisedBy: by,
        state: 'raised',
        at: { raised: at },
        repeats: 0,
        lastPressedAt: at,
      };
      return { ...state, alerts: [...state.alerts, alert] };
    }
    case 'alert.repeated':
      return withAlert(state, event.alertId, (alert) => ({
        ...alert,
        reason: event.reason ?? alert.reason,
        repeats: alert.repeats + 1,
        lastPressedAt: at,
      }));
    case 'alert.seen':
      return withAlert(state, event.alertId, alertReached('seen', at));
    case 'alert.going':
      return withAlert(state, event.alertId, alertReached('going', at));
    case 'alert.with_client':
      return withAlert(state, event.alertId, alertReached('with_client', at));
    case 'alert.resolved':
      return withAlert(state, event.alertId, alertReached('resolved', at));
    default:
      return unreachable(event);
  }
}

/** The state that a whole record leads to. */
export const replay = (events: readonly RecordedEvent[]): SessionState | null =>
  events.reduce<SessionState | null>(evolve, null);
