import type { Alert } from './alert.ts';
import { isOpen } from './alert.ts';
import { isOver, mediaStage, type Phase, type SessionKind } from './phase.ts';
import { isCurrent, type PromptOffer } from './prompt.ts';
import type { GuestRole, Role } from './role.ts';
import { isConnected, type Admission, type DeviceRequest, type SessionState } from './state.ts';

/*
 * The one place where secrecy is decided (SC1): what is not in a role's view never leaves the server.
 * Every view is written out field by field; nothing is spread from the state.
 */

export interface PersonView {
  role: Role;
  name: string;
  admission: Admission;
  connected: boolean;
  /** When `connected` last changed; null before the first connection. */
  connectionChangedAt: number | null;
}

export type AlertView = Pick<
  Alert,
  'alertId' | 'kind' | 'priority' | 'raisedBy' | 'state' | 'at' | 'repeats' | 'lastPressedAt'
> & {
  /** Absent for the client: reasons are words among those who help. */
  reason?: string | null;
};

interface Common {
  sessionId: string;
  revision: number;
  /** All times are ms since the epoch on the server's clock. */
  scheduledAt: number;
}

/** Before admission: enough to wait kindly, nothing of the session itself (LO4). */
export interface LobbyView extends Common {
  screen: 'lobby';
  role: GuestRole;
  practiceName: string;
  therapistName: string;
  /** As the therapist wrote it or the person last entered it; may be empty. */
  name: string;
  admission: Exclude<Admission, 'admitted'>;
  over: boolean;
}

interface RoomView extends Common {
  kind: SessionKind;
  phase: Phase;
  phaseSince: number;
  t0: number | null;
  /** LiveKit identities of those this viewer may see and hear now; null: no media for this viewer (MD2). */
  media: Partial<Record<Role, string>> | null;
  people: Record<Role, PersonView>;
}

export interface TherapistView extends RoomView {
  screen: 'therapist';
  cancelReason: string | null;
  /** A clinical move asked for with an older revision than this is refused (PH4). */
  lastMoveRevision: number;
  dose: SessionState['dose'];
  phones: Record<GuestRole, string | null>;
  devices: readonly DeviceRequest[];
  alerts: readonly AlertView[];
  prompts: readonly PromptOffer[];
}

export interface ClientView extends RoomView {
  screen: 'client';
  /** The client confirmed and can still take it back. */
  ready: boolean;
  chaperonePhone: string | null;
  alerts: readonly AlertView[];
  prompt: PromptOffer | null;
}

export interface ChaperoneView extends RoomView {
  screen: 'chaperone';
  therapistPhone: string | null;
  alerts: readonly AlertView[];
}

export type SessionView = LobbyView | TherapistView | ClientView | ChaperoneView;

/**
 * Who may be in the LiveKit room of the present phase (MD1, MD2). The therapist, too, only once
 * somebody has been let in.
 */
export function mayJoinMedia(state: SessionState, role: Role): boolean {
  const { client, chaperone } = state.people;
  const stage = mediaStage(state.phase);
  if (stage === null) return false;
  switch (role) {
    case 'therapist':
      return client.admission === 'admitted' || chaperone.admission === 'admitted';
    case 'client':
      return client.admission === 'admitted';
    case 'chaperone':
      return chaperone.admission === 'admitted' && stage !== 'therapy';
  }
}

function media(state: SessionState, viewer: Role): RoomView['media'] {
  if (!mayJoinMedia(state, viewer)) return null;
  const identities: Partial<Record<Role, string>> = {};
  for (const role of ['therapist', 'client', 'chaperone'] as const) {
    if (mayJoinMedia(state, role)) identities[role] = state.people[role].mediaIdentity;
  }
  return identities;
}

function person(state: SessionState, role: Role): PersonView {
  const { name, admission, connectionChangedAt } = state.people[role];
  return { role, name, admission, connected: isConnected(state.people[role]), connectionChangedAt };
}

/** What the therapist's screen is sent of the past; the record keeps all of it. */
const PROMPTS_SHOWN = 20;
const RESOLVED_SHOWN = 30;

/** Every open alert, and the newest of the resolved ones, in their order. */
function recentAlerts(alerts: readonly Alert[]): readonly Alert[] {
  const resolved = new Set(alerts.filter((alert) => !isOpen(alert)).slice(-RESOLVED_SHOWN));
  return alerts.filter((alert) => isOpen(alert) || resolved.has(alert));
}

function alertFor(alert: Alert, withReason: boolean): AlertView {
  const { alertId, kind, priority, raisedBy, state, at, repeats, lastPressedAt } = alert;
  const shown = { alertId, kind, priority, raisedBy, state, at, repeats, lastPressedAt };
  return withReason ? { ...shown, reason: alert.reason } : shown;
}

function room(state: SessionState, viewer: Role): RoomView {
  const { sessionId, revision, kind, scheduledAt, phase, phaseSince } = state;
  return {
    sessionId,
    revision,
    kind,
    scheduledAt,
    phase,
    phaseSince,
    t0: state.dose.t0,
    media: media(state, viewer),
    people: {
      therapist: person(state, 'therapist'),
      client: person(state, 'client'),
      chaperone: person(state, 'chaperone'),
    },
  };
}

function lobby(state: SessionState, role: GuestRole): LobbyView {
  const { sessionId, revision, scheduledAt, practiceName, people } = state;
  const { admission, name } = people[role];
  return {
    screen: 'lobby',
    role,
    sessionId,
    revision,
    scheduledAt,
    practiceName,
    therapistName: people.therapist.name,
    name,
    admission: admission === 'admitted' ? 'waiting' : admission,
    over: isOver(state.phase),
  };
}

/** What `viewer` may know of the session, and nothing else. */
export function view(state: SessionState, viewer: Role): SessionView {
  if (viewer !== 'therapist' && state.people[viewer].admission !== 'admitted') {
    return lobby(state, viewer);
  }
  const common = room(state, viewer);
  switch (viewer) {
    case 'therapist':
      return {
        screen: 'therapist',
        ...common,
        cancelReason: state.cancelReason,
        lastMoveRevision: state.lastMoveRevision,
        dose: state.dose,
        phones: { client: state.people.client.phone, chaperone: state.people.chaperone.phone },
        devices: state.devices.filter((request) => request.answer === null),
        alerts: recentAlerts(state.alerts).map((alert) => alertFor(alert, true)),
        prompts: state.prompts.slice(-PROMPTS_SHOWN),
      };
    case 'client':
      return {
        screen: 'client',
        ...common,
        ready: state.dose.clientReadyAt !== null,
        chaperonePhone: state.people.chaperone.phone,
        alerts: state.alerts.filter(isOpen).map((alert) => alertFor(alert, false)),
        prompt: state.prompts.find(isCurrent) ?? null,
      };
    case 'chaperone':
      return {
        screen: 'chaperone',
        ...common,
        therapistPhone: state.people.therapist.phone,
        alerts: state.alerts.filter(isOpen).map((alert) => alertFor(alert, true)),
      };
  }
}
