import type { CareFacts } from '../care/facts.ts';
import { isOpen } from './alert.ts';
import { alertFor, isDispatchShown, type AlertView } from './alert-view.ts';
import { checkDueAt, type Call } from './call.ts';
import { Criterion } from './criterion.ts';
import type { Channels, Delivery } from './delivery.ts';
import { readyUntil } from './dose.ts';
import type { Drill } from './drill.ts';
import { emergencyCard, releasedToChaperone, type EmergencyCard } from './emergency-card.ts';
import type { RecordedEvent } from './event.ts';
import { observedUntil } from './guard.ts';
import type { Music, ProposedMusic } from './music.ts';
import type { Papers } from './papers.ts';
import {
  chaperonePapers,
  clientPapers,
  type ChaperonePapers,
  type ClientPapers,
} from './papers-view.ts';
import { mediaIdentities, mayJoinLine } from './media-access.ts';
import type { Phase, SessionKind } from './phase.ts';
import type { PaceSignal } from './pace.ts';
import { isCurrent, type PromptOffer } from './prompt-offer.ts';
import { groundingForClient, takeHome, type OwnGrounding, type TakeHome } from './prompt-view.ts';
import type { Pulse } from './pulse.ts';
import type { Release, Signer } from './release.ts';
import type { Actor, GuestRole, Role } from './role.ts';
import { isConnected, type Admission, type DeviceRequest, type SessionState } from './state.ts';
import type { Vitals } from './vitals.ts';
import type { Watch } from './watch.ts';

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

export type { ChaperonePapers, ClientPapers };

interface Common {
  sessionId: string;
  revision: number;
  kind: SessionKind;
  /** All times are ms since the epoch on the server's clock. */
  scheduledAt: number;
}

/** Before admission: enough to wait kindly and to do one's papers, nothing of the session (LO4). */
export interface LobbyView extends Common {
  screen: 'lobby';
  role: GuestRole;
  practiceName: string;
  therapistName: string;
  /** As the therapist wrote it or the person last entered it; may be empty. */
  name: string;
  admission: Exclude<Admission, 'admitted'>;
  /** How the session ended: that it was stopped is told, because it was a good decision (PH6). */
  over: 'closed' | 'cancelled' | null;
  papers: ClientPapers | null;
  duties: ChaperonePapers | null;
}

interface RoomView extends Common {
  phase: Phase;
  phaseSince: number;
  t0: number | null;
  /** Who stopped the session: said, because it was a good decision (PH6). */
  cancelledBy: Actor | null;
  /** LiveKit identities of those this viewer may see and hear now; null: no media for this viewer (MD2). */
  media: Partial<Record<Role, string>> | null;
  people: Record<Role, PersonView>;
}

export interface TherapistView extends RoomView {
  screen: 'therapist';
  cancelReason: string | null;
  /** A clinical move asked for with an older revision than this is refused (PH4). */
  lastMoveRevision: number;
  care: CareFacts;
  papers: Papers;
  drill: Drill | null;
  vitals: Vitals;
  dose: SessionState['dose'];
  watch: Watch;
  release: Release;
  card: EmergencyCard;
  phones: Record<GuestRole, string | null>;
  devices: readonly DeviceRequest[];
  alerts: readonly AlertView[];
  /** From this alert's steps on the therapist is shown the dispatch line. */
  dispatchShown: boolean;
  deliveries: readonly Delivery[];
  channels: Channels;
  /** The chaperone's next look, ms; null when none is asked for. */
  checkDueAt: number | null;
  checkedAt: number | null;
  calls: readonly Call[];
  /** What the devices of client and chaperone last said of themselves. */
  pulses: Record<GuestRole, Pulse>;
  /** The therapist may talk with the chaperone by one tap now (LN1). */
  line: boolean;
  prompts: readonly PromptOffer[];
  music: Music;
  pace: readonly PaceSignal[];
  timeline: readonly RecordedEvent[];
}

export interface ClientView extends RoomView {
  screen: 'client';
  /** The client confirmed: until when it counts, ms; null when they have not, or took it back. */
  readyUntil: number | null;
  /** Null from T0 on: after it the client is asked nothing (DO4). */
  papers: ClientPapers | null;
  chaperonePhone: string | null;
  alerts: readonly AlertView[];
  prompt: PromptOffer | null;
  musicProposal: ProposedMusic | null;
  pace: readonly PaceSignal[];
  grounding: OwnGrounding;
  /** In release and after it: what helped, to take home (GR10). */
  takeHome: TakeHome | null;
}

export interface ChaperoneView extends RoomView {
  screen: 'chaperone';
  therapistPhone: string | null;
  duties: ChaperonePapers | null;
  /** Only while it sounds. */
  drill: Pick<Drill, 'drillId' | 'startedAt'> | null;
  card: EmergencyCard;
  /** What they are asked to sign; null outside the release. */
  release: {
    criteria: Release['criteria'];
    tickedRevision: number;
    signatures: Record<Signer, { name: string; at: number } | null>;
    /** Every criterion is met. */
    allMet: boolean;
    /** When the observation is over. */
    observedUntil: number | null;
  } | null;
  /** When to look in next, ms; null when nobody asks for it. */
  checkDueAt: number | null;
  /** What they asked of the therapist and is not answered yet. */
  calls: readonly Call[];
  line: boolean;
  alerts: readonly AlertView[];
}

export type SessionView = LobbyView | TherapistView | ClientView | ChaperoneView;

function person(state: SessionState, role: Role): PersonView {
  const { name, admission, connectionChangedAt } = state.people[role];
  return { role, name, admission, connected: isConnected(state.people[role]), connectionChangedAt };
}

function releaseForChaperone(state: SessionState): ChaperoneView['release'] {
  if (state.phase !== 'release') return null;
  const { criteria, signatures, tickedRevision } = state.release;
  return {
    criteria,
    tickedRevision,
    signatures,
    allMet: Criterion.options.every((criterion) => criteria[criterion]?.met === true),
    observedUntil: observedUntil(state),
  };
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
    cancelledBy: state.cancelledBy,
    media: mediaIdentities(state, viewer),
    people: {
      therapist: person(state, 'therapist'),
      client: person(state, 'client'),
      chaperone: person(state, 'chaperone'),
    },
  };
}

function lobby(state: SessionState, role: GuestRole): LobbyView {
  const { sessionId, revision, kind, phase, scheduledAt, practiceName, people } = state;
  const { admission, name } = people[role];
  return {
    screen: 'lobby',
    role,
    sessionId,
    revision,
    kind,
    scheduledAt,
    practiceName,
    therapistName: people.therapist.name,
    name,
    admission: admission === 'admitted' ? 'waiting' : admission,
    over: phase === 'closed' || phase === 'cancelled' ? phase : null,
    papers: role === 'client' ? clientPapers(state, false) : null,
    duties: role === 'chaperone' ? chaperonePapers(state) : null,
  };
}

export function therapistView(state: SessionState): TherapistView {
  return {
    screen: 'therapist',
    ...room(state, 'therapist'),
    cancelReason: state.cancelReason,
    lastMoveRevision: state.lastMoveRevision,
    care: state.care,
    papers: state.papers,
    drill: state.drill,
    vitals: state.vitals,
    dose: state.dose,
    watch: state.watch,
    release: state.release,
    card: emergencyCard(state, true),
    phones: { client: state.people.client.phone, chaperone: state.people.chaperone.phone },
    devices: state.devices.filter((request) => request.answer === null),
    alerts: state.alerts.map((alert) => alertFor(state, alert, true)),
    dispatchShown: isDispatchShown(state),
    deliveries: state.deliveries,
    channels: state.channels,
    checkDueAt: checkDueAt(state),
    checkedAt: state.checkedAt,
    calls: state.calls,
    pulses: { client: state.people.client.pulse, chaperone: state.people.chaperone.pulse },
    line: mayJoinLine(state, 'therapist'),
    prompts: state.prompts,
    music: state.music,
    pace: state.pace,
    timeline: state.timeline,
  };
}

/** What `viewer` may know of the session, and nothing else. */
export function view(state: SessionState, viewer: Role): SessionView {
  if (viewer !== 'therapist' && state.people[viewer].admission !== 'admitted') {
    return lobby(state, viewer);
  }
  switch (viewer) {
    case 'therapist':
      return therapistView(state);
    case 'client':
      return {
        screen: 'client',
        ...room(state, viewer),
        readyUntil: readyUntil(state),
        papers: clientPapers(state, true),
        chaperonePhone: state.people.chaperone.phone,
        alerts: state.alerts.filter(isOpen).map((alert) => alertFor(state, alert, false)),
        prompt: state.prompts.find(isCurrent) ?? null,
        musicProposal: state.music.proposal,
        pace: state.pace,
        grounding: groundingForClient(state),
        takeHome: takeHome(state),
      };
    case 'chaperone':
      return {
        screen: 'chaperone',
        ...room(state, viewer),
        therapistPhone: state.people.therapist.phone,
        duties: chaperonePapers(state),
        drill:
          state.drill?.state === 'sounding'
            ? { drillId: state.drill.drillId, startedAt: state.drill.startedAt }
            : null,
        card: emergencyCard(state, releasedToChaperone(state)),
        release: releaseForChaperone(state),
        checkDueAt: checkDueAt(state),
        calls: state.calls.filter(({ answeredAt }) => answeredAt === null),
        line: mayJoinLine(state, 'chaperone'),
        alerts: state.alerts.filter(isOpen).map((alert) => alertFor(state, alert, true)),
      };
  }
}
