import { err, ok, unreachable, type Result } from '../result.ts';
import {
  alertPriority,
  hasReached,
  isUnanswered,
  type AlertState,
  type RaiseKind,
} from './alert.ts';
import { refusal } from './can.ts';
import type { Command, SystemCommand } from './command.ts';
import type { SessionEvent } from './event.ts';
import { isOver } from './phase.ts';
import { isCurrent } from './prompt.ts';
import type { Rejection } from './rejection.ts';
import type { Role } from './role.ts';
import { isConnected, type SessionState } from './state.ts';
import { view } from './view.ts';

/** What a decision may know beside state and command. No clock: events get their time when recorded. */
export interface Context {
  /** The press. Alerts and offers take it as their own id, so that one press makes one of them (ES2). */
  commandId: string;
}

/**
 * The session decider: what happens when `role` asks for `command`. No events means that it was
 * already so, and is accepted without effect.
 */
export function decide(
  state: SessionState,
  role: Role,
  command: Command,
  context: Context,
): Result<SessionEvent[], Rejection> {
  const refused = refusal(view(state, role), command);
  return refused ? err(refused) : ok(eventsOf(state, role, command, context));
}

/** Called only for commands that `refusal` lets through. */
function eventsOf(
  state: SessionState,
  role: Role,
  command: Command,
  { commandId }: Context,
): SessionEvent[] {
  const { dose } = state;
  switch (command.type) {
    case 'lobby.enter':
      return role === 'therapist'
        ? []
        : [{ type: 'lobby.entered', role, name: command.name, phone: command.phone ?? null }];
    case 'participant.admit':
      return [{ type: 'participant.admitted', role: command.role }];
    case 'participant.decline':
      return [{ type: 'participant.declined', role: command.role }];
    case 'device.allow':
      return [{ type: 'device.allowed', requestId: command.requestId }];
    case 'device.refuse':
      return [{ type: 'device.refused', requestId: command.requestId }];
    case 'phase.advance':
      return [{ type: 'phase.entered', phase: command.to }];
    case 'dose.start':
      if (dose.startedAt !== null) return [];
      return [{ type: 'dose.started' }, ...takenIf(dose.clientReadyAt !== null)];
    case 'dose.withdraw':
      return [{ type: 'dose.start_withdrawn', because: 'therapist' }];
    case 'dose.ready':
      if (dose.clientReadyAt !== null) return [];
      return [{ type: 'dose.client_ready' }, ...takenIf(dose.startedAt !== null)];
    case 'dose.not_ready':
      return dose.clientReadyAt === null ? [] : [{ type: 'dose.client_not_ready' }];
    case 'session.cancel':
      return [{ type: 'session.cancelled', reason: command.reason }];
    case 'prompt.offer':
      return [
        ...replaceCurrent(state),
        { type: 'prompt.offered', offerId: commandId, promptId: command.promptId, by: 'therapist' },
      ];
    case 'prompt.open':
      return [
        ...replaceCurrent(state),
        { type: 'prompt.offered', offerId: commandId, promptId: command.promptId, by: 'client' },
        { type: 'prompt.shown', offerId: commandId },
      ];
    case 'prompt.withdraw':
      return [{ type: 'prompt.withdrawn', offerId: command.offerId }];
    case 'prompt.shown':
      return state.prompts.some((o) => o.offerId === command.offerId && o.state === 'offered')
        ? [{ type: 'prompt.shown', offerId: command.offerId }]
        : [];
    case 'prompt.respond':
      return [{ type: 'prompt.answered', offerId: command.offerId, response: command.response }];
    case 'alert.raise':
      return [raised(state, role, command.kind, command.reason ?? null, commandId)];
    case 'alert.seen':
      return reached(state, command.alertId, 'seen');
    case 'alert.going':
      return reached(state, command.alertId, 'going');
    case 'alert.with_client':
      return reached(state, command.alertId, 'with_client');
    case 'alert.resolve':
      return reached(state, command.alertId, 'resolved');
    default:
      return unreachable(command);
  }
}

/** T0 and the phase that begins with it, once both have confirmed (DO1). */
const takenIf = (bothConfirmed: boolean): SessionEvent[] =>
  bothConfirmed ? [{ type: 'dose.taken' }, { type: 'phase.entered', phase: 'hold' }] : [];

const replaceCurrent = (state: SessionState): SessionEvent[] =>
  state.prompts
    .filter(isCurrent)
    .map((offer) => ({ type: 'prompt.replaced', offerId: offer.offerId }));

/** A further press of the same button while nobody has answered belongs to the same alert (AL5). */
function raised(
  state: SessionState,
  by: Role,
  kind: RaiseKind,
  reason: string | null,
  alertId: string,
): SessionEvent {
  const same = state.alerts.find((a) => a.raisedBy === by && a.kind === kind && isUnanswered(a));
  return same
    ? { type: 'alert.repeated', alertId: same.alertId, reason }
    : { type: 'alert.raised', alertId, kind, priority: alertPriority(kind), reason, by };
}

const REACHED = {
  seen: 'alert.seen',
  going: 'alert.going',
  with_client: 'alert.with_client',
  resolved: 'alert.resolved',
} as const;

/** Alerts only go forward: a late "seen" after "going" changes nothing (AL3). */
function reached(
  state: SessionState,
  alertId: string,
  to: Exclude<AlertState, 'raised'>,
): SessionEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  return !alert || hasReached(alert, to) ? [] : [{ type: REACHED[to], alertId }];
}

/** What the server itself notices. It is always accepted. */
export function decideSystem(state: SessionState, command: SystemCommand): SessionEvent[] {
  switch (command.type) {
    case 'presence.connect':
      return state.people[command.role].connectionIds.includes(command.connectionId)
        ? []
        : [{ type: 'presence.connected', role: command.role, connectionId: command.connectionId }];
    case 'presence.disconnect': {
      const { connectionIds } = state.people[command.role];
      if (!connectionIds.includes(command.connectionId)) return [];
      const last = connectionIds.length === 1;
      return [
        { type: 'presence.disconnected', role: command.role, connectionId: command.connectionId },
        ...(last ? withdrawStart(state) : []),
        ...(last && command.role === 'client' ? withdrawReady(state) : []),
      ];
    }
    case 'presence.reset': {
      const { therapist, client, chaperone } = state.people;
      return [therapist, client, chaperone].some(isConnected)
        ? [{ type: 'presence.reset' }, ...withdrawStart(state), ...withdrawReady(state)]
        : [];
    }
    case 'device.ask':
      return mayAsk(state, command)
        ? [{ type: 'device.asked', requestId: command.requestId, role: command.role }]
        : [];
    default:
      return unreachable(command);
  }
}

/** DO2: a start that still waits for the client does not outlive a lost connection of any of the three. */
const withdrawStart = (state: SessionState): SessionEvent[] =>
  !isOver(state.phase) && state.dose.startedAt !== null && state.dose.t0 === null
    ? [{ type: 'dose.start_withdrawn', because: 'connection_lost' }]
    : [];

/** DO2: "I'm ready" is the word of somebody who is there. */
const withdrawReady = (state: SessionState): SessionEvent[] =>
  state.phase === 'ready' && state.dose.clientReadyAt !== null
    ? [{ type: 'dose.client_not_ready' }]
    : [];

/** Requests that wait for the therapist at once, for each role: more would bury the screen (IN4). */
const MOST_REQUESTS = 2;

function mayAsk(
  { phase, devices }: SessionState,
  { role, requestId }: { role: Role; requestId: string },
): boolean {
  if (isOver(phase) || devices.some((request) => request.requestId === requestId)) return false;
  const waiting = devices.filter((request) => request.role === role && request.answer === null);
  return waiting.length < MOST_REQUESTS;
}
