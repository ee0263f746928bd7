import { hasReached, isOpen } from './alert.ts';
import type { Command, CommandType } from './command.ts';
import { isOver, nextPhase, phaseTitle } from './phase.ts';
import { promptById } from './prompt-library.ts';
import { isCurrent } from './prompt.ts';
import { reject, type Rejection } from './rejection.ts';
import type { Role } from './role.ts';
import type { ChaperoneView, ClientView, LobbyView, SessionView, TherapistView } from './view.ts';

/*
 * What a person may do, asked of what they may know. A button asks `can`; the server decides by the
 * same function (CM1). Words in a rejection are for the person who asked.
 */

/** Who may ever send a command (CM2). Which phase and state allow it is below. */
export const COMMAND_ROLES: Record<CommandType, readonly Role[]> = {
  'lobby.enter': ['client', 'chaperone'],
  'participant.admit': ['therapist'],
  'participant.decline': ['therapist'],
  'device.allow': ['therapist'],
  'device.refuse': ['therapist'],
  'phase.advance': ['therapist'],
  'dose.start': ['therapist'],
  'dose.withdraw': ['therapist'],
  'dose.ready': ['client'],
  'dose.not_ready': ['client'],
  'session.cancel': ['therapist', 'client', 'chaperone'],
  'prompt.offer': ['therapist'],
  'prompt.withdraw': ['therapist'],
  'prompt.open': ['client'],
  'prompt.shown': ['client'],
  'prompt.respond': ['client'],
  'alert.raise': ['therapist', 'client'],
  'alert.seen': ['chaperone'],
  'alert.going': ['chaperone'],
  'alert.with_client': ['chaperone'],
  'alert.resolve': ['therapist'],
};

/** A session may be stopped while an alert is open: that alert is still answered and resolved (AL3). */
const ANSWERS_ALERT: readonly CommandType[] = [
  'alert.seen',
  'alert.going',
  'alert.with_client',
  'alert.resolve',
];

type RoomView = TherapistView | ClientView | ChaperoneView;

export const can = (view: SessionView, command: Command): boolean =>
  refusal(view, command) === null;

/** Why this viewer may not do this now, or null when they may. */
export function refusal(view: SessionView, command: Command): Rejection | null {
  if (view.screen === 'lobby') return lobbyRefusal(view, command);
  if (!COMMAND_ROLES[command.type].includes(view.screen)) {
    return reject('not_allowed', `This is not something the ${view.screen} does.`);
  }
  const answersLate = view.phase === 'cancelled' && ANSWERS_ALERT.includes(command.type);
  if (isOver(view.phase) && !answersLate) return reject('session_over', 'This session has ended.');
  // The same for everybody in the room.
  if (command.type === 'session.cancel') return cancelRefusal(view);
  if (command.type === 'lobby.enter') return reject('not_waiting', 'You are already in the room.');
  switch (view.screen) {
    case 'therapist':
      return therapistRefusal(view, command);
    case 'client':
      return clientRefusal(view, command);
    case 'chaperone':
      return chaperoneRefusal(view, command);
  }
}

function lobbyRefusal(view: LobbyView, command: Command): Rejection | null {
  if (!COMMAND_ROLES[command.type].includes(view.role)) {
    return reject('not_allowed', `This is not something the ${view.role} does.`);
  }
  if (view.over) return reject('session_over', 'This session has ended.');
  return command.type === 'lobby.enter'
    ? null
    : reject('not_admitted', 'Your therapist has not let you in yet.');
}

function therapistRefusal(view: TherapistView, command: Command): Rejection | null {
  switch (command.type) {
    case 'participant.admit':
    case 'participant.decline':
      return view.people[command.role].admission === 'waiting'
        ? null
        : reject('not_waiting', `The ${command.role} is not waiting in the lobby.`);
    case 'device.allow':
    case 'device.refuse':
      return view.devices.some((request) => request.requestId === command.requestId)
        ? null
        : reject('not_found', 'This request was already answered.');
    case 'phase.advance':
      return staleRefusal(view, command.expectedRevision) ?? moveRefusal(view, command.to);
    case 'dose.start':
      return staleRefusal(view, command.expectedRevision) ?? doseStartRefusal(view);
    case 'dose.withdraw':
      return view.dose.startedAt !== null && view.dose.t0 === null
        ? null
        : reject('wrong_phase', 'There is no start of the dose to take back.');
    case 'prompt.offer':
      if (!promptById(command.promptId)) return reject('not_found', 'There is no such prompt.');
      return view.people.client.admission === 'admitted'
        ? null
        : reject('client_not_connected', 'The client is not in the room yet.');
    case 'prompt.withdraw':
      return view.prompts.some((o) => o.offerId === command.offerId && isCurrent(o))
        ? null
        : reject('not_found', 'This prompt is no longer on the client’s screen.');
    case 'alert.raise':
      return command.kind === 'help' ? reject('not_allowed', 'Help is the client’s button.') : null;
    case 'alert.resolve': {
      const alert = view.alerts.find((a) => a.alertId === command.alertId);
      if (!alert) return reject('not_found', 'There is no such alert.');
      if (alert.priority === 'high' && !hasReached(alert, 'with_client')) {
        const { name } = view.people.chaperone;
        return reject(
          'presence_needed',
          `A high alert is resolved only after ${name || 'the chaperone'} is with them.`,
        );
      }
      return null;
    }
    default:
      return null;
  }
}

function moveRefusal(view: TherapistView, to: string): Rejection | null {
  const next = nextPhase(view.kind, view.phase);
  if (next === 'hold') {
    return to === 'hold'
      ? reject('illegal_move', 'Hold begins with Start dose, when the client is ready too.')
      : reject('illegal_move', 'From Ready the only way on is Start dose.');
  }
  if (next === null || next !== to) {
    const words = next === null ? '' : ` The next phase is ${phaseTitle(next)}.`;
    return reject(
      'illegal_move',
      `This move is not possible from ${phaseTitle(view.phase)}.${words}`,
    );
  }
  if (to === 'closed' && view.alerts.some(isOpen)) {
    return reject('alerts_open', 'An alert is still open. Resolve it before closing.');
  }
  return null;
}

function doseStartRefusal(view: TherapistView): Rejection | null {
  if (view.phase !== 'ready') {
    return reject('wrong_phase', 'The dose starts from Ready.');
  }
  const { chaperone, client } = view.people;
  if (chaperone.admission !== 'admitted' || !chaperone.connected) {
    return reject(
      'chaperone_not_connected',
      'The chaperone’s phone is not connected. Nobody takes a dose without a chaperone.',
    );
  }
  if (client.admission !== 'admitted' || !client.connected) {
    return reject('client_not_connected', 'The client’s screen is not connected.');
  }
  return null;
}

/** PH4: two devices of one therapist must not both move the phase. */
function staleRefusal(view: TherapistView, expectedRevision: number): Rejection | null {
  return expectedRevision < view.lastMoveRevision
    ? reject(
        'stale',
        'This session has moved on since your screen was drawn. Look, and press again.',
      )
    : null;
}

function clientRefusal(view: ClientView, command: Command): Rejection | null {
  switch (command.type) {
    case 'dose.ready':
    case 'dose.not_ready':
      return view.phase === 'ready'
        ? null
        : reject('wrong_phase', 'There is nothing to confirm right now.');
    case 'prompt.open': {
      const prompt = promptById(command.promptId);
      return prompt?.alone ? null : reject('not_found', 'There is no such prompt.');
    }
    case 'prompt.shown':
    case 'prompt.respond':
      return view.prompt?.offerId === command.offerId
        ? null
        : reject('not_found', 'This prompt is no longer on the screen.');
    case 'alert.raise':
      return command.kind === 'help'
        ? null
        : reject('not_allowed', 'Alerting the chaperone this way is the therapist’s.');
    default:
      return null;
  }
}

function chaperoneRefusal(view: ChaperoneView, command: Command): Rejection | null {
  switch (command.type) {
    case 'alert.seen':
    case 'alert.going':
    case 'alert.with_client':
      return view.alerts.some((alert) => alert.alertId === command.alertId)
        ? null
        : reject('not_found', 'This alert is already resolved.');
    default:
      return null;
  }
}

/** PH6: before T0 any of the three can stop; after it the only exit is release. */
function cancelRefusal(view: RoomView): Rejection | null {
  return view.t0 === null
    ? null
    : reject('wrong_phase', 'The dose has been taken: the session now ends through Release.');
}
