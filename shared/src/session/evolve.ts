import type { CareFacts } from '../care/facts.ts';
import { DEFAULT_POLICY } from '../care/practice.ts';
import { unreachable } from '../result.ts';
import { isSame } from '../same.ts';
import { evolveAlert } from './alert.ts';
import { evolveCall } from './call.ts';
import { evolveDelivery, NO_CHANNELS } from './delivery.ts';
import { evolveDose, NO_DOSE } from './dose.ts';
import { evolveDrill } from './drill.ts';
import type { RecordedEvent, SessionCreated, SessionEvent } from './event.ts';
import { evolveMove } from './move.ts';
import { evolveMusic, NO_MUSIC } from './music.ts';
import { evolvePace } from './pace.ts';
import { NO_PAPERS } from './papers.ts';
import { evolvePapers } from './papers-decide.ts';
import { evolvePeople } from './people.ts';
import { evolvePrompt } from './prompt.ts';
import { evolvePulse, NO_PULSE } from './pulse.ts';
import { evolveRelease, NO_RELEASE } from './release.ts';
import type { Role } from './role.ts';
import type { Person, SessionState } from './state.ts';
import { isShown, withEntry } from './timeline.ts';
import { evolveVitals } from './vitals.ts';
import { evolveWatch, NOT_WATCHED } from './watch.ts';

/**
 * Counts the shapes of the state. The state is a copy of what the record leads to: when it is raised,
 * the server replays the records at its next start.
 */
export const STATE_VERSION = 8;

/** The state after the first event of a session. */
function created(event: SessionCreated, at: number): SessionState {
  const person = (role: Role): Person => ({
    ...event.people[role],
    admission: role === 'therapist' ? 'admitted' : 'expected',
    connectionIds: [],
    connectionChangedAt: null,
    pulse: NO_PULSE,
  });
  return {
    sessionId: event.sessionId,
    revision: 0,
    kind: event.kind,
    practiceName: event.practiceName,
    scheduledAt: event.scheduledAt,
    phase: 'arrival',
    phaseSince: at,
    cancelReason: null,
    cancelledBy: null,
    lastMoveRevision: 0,
    care: event.care ?? careUnknown(event),
    people: {
      therapist: person('therapist'),
      client: person('client'),
      chaperone: person('chaperone'),
    },
    devices: [],
    papers: NO_PAPERS,
    drill: null,
    vitals: { readings: [], override: null },
    dose: NO_DOSE,
    watch: NOT_WATCHED,
    release: NO_RELEASE,
    alerts: [],
    deliveries: [],
    channels: NO_CHANNELS,
    pushes: 0,
    checkedAt: null,
    calls: [],
    prompts: [],
    music: NO_MUSIC,
    helped: [],
    pace: [],
    timeline: [],
    rooms: event.rooms,
  };
}

/** For sessions from before there were client records: nothing is known, so nothing can be dosed. */
const careUnknown = ({ people }: SessionCreated): CareFacts => ({
  clientId: null,
  record: {
    firstName: people.client.name,
    birthDate: null,
    phone: people.client.phone,
    home: null,
    dispatchLine: null,
    emergencyContacts: [],
    chaperone: null,
    allergies: null,
    conditions: null,
  },
  screening: null,
  orders: [],
  completed: { consultation: 0, preparation: 0, dosing: 0, integration: 0 },
  lastDose: null,
  stopped: false,
  policy: DEFAULT_POLICY,
});

/** Phones that people gave themselves in the session outrank those of the client's record. */
function withCare(state: SessionState, care: CareFacts, seq: number): SessionState {
  const { client, chaperone } = state.people;
  const { record } = care;
  const before = state.care.record;
  const phone = (own: string | null, was: string | null = null, is: string | null = null) =>
    own === was ? is : (own ?? is);
  const theirs = phone(chaperone.phone, before.chaperone?.phone, record.chaperone?.phone);
  return {
    ...state,
    care,
    // GD3: a drill proves the number that it rang; after T0 it has done its part.
    drill: theirs === chaperone.phone || state.dose.t0 !== null ? state.drill : null,
    papers: { ...state.papers, location: locationAfter(state, care) },
    // DO5: a dose is not started from a screen that shows another order.
    lastMoveRevision: isSame(state.care.orders, care.orders) ? state.lastMoveRevision : seq,
    people: {
      ...state.people,
      client: { ...client, phone: phone(client.phone, before.phone, record.phone) },
      chaperone: { ...chaperone, phone: theirs },
    },
  };
}

/** "At home" is where the practice knows it to be: corrected, it is asked again, or after T0 corrected (EC1). */
function locationAfter({ papers, dose, care: before }: SessionState, care: CareFacts) {
  const { location } = papers;
  const { home } = care.record;
  if (location?.place !== 'home' || isSame(before.record.home, home)) return location;
  return dose.t0 === null || home === null
    ? null
    : { ...location, address: home, state: home.state };
}

/** The next state. Total over all events, and the same for the same events: this is what is replayed. */
export function evolve(state: SessionState | null, recorded: RecordedEvent): SessionState {
  const { event, at, seq } = recorded;
  if (event.type === 'session.created') return { ...created(event, at), revision: seq };
  if (state === null) throw new Error(`A session begins with session.created, not ${event.type}`);
  const next = apply(state, event, recorded);
  const shown = isShown(recorded, state, next);
  const timeline = shown ? withEntry(state.timeline, recorded) : state.timeline;
  return { ...next, revision: seq, timeline };
}

function apply(
  state: SessionState,
  event: Exclude<SessionEvent, SessionCreated>,
  { at, seq, actor }: RecordedEvent,
): SessionState {
  switch (event.type) {
    case 'care.noted':
      return withCare(state, event.care, seq);
    case 'phase.entered':
    case 'session.cancelled':
      return evolveMove(state, event, { at, seq, actor });
    case 'presence.connected':
    case 'presence.disconnected':
    case 'presence.reset':
    case 'lobby.entered':
    case 'participant.admitted':
    case 'participant.declined':
    case 'device.asked':
    case 'device.allowed':
    case 'device.refused':
    case 'device.took':
      return evolvePeople(state, event, at);
    case 'consent.signed':
    case 'consent.withdrawn':
    case 'location.attested':
    case 'checklist.ticked':
    case 'checklist.unticked':
    case 'fasting.reported':
    case 'today.reported':
    case 'intention.written':
    case 'phrase.written':
    case 'touch.agreed':
    case 'booster.answered':
    case 'avoid.marked':
    case 'chaperone.agreed':
      return evolvePapers(state, event, at);
    case 'drill.started':
    case 'drill.answered':
      return evolveDrill(state, event, at);
    case 'vitals.recorded':
    case 'vitals.struck':
    case 'vitals.overridden':
      return evolveVitals(state, event);
    case 'dose.started':
    case 'dose.start_withdrawn':
    case 'dose.client_ready':
    case 'dose.client_not_ready':
    case 'dose.taken':
    case 'booster.taken':
    case 'hold.ended':
      return evolveDose(state, event, at, seq);
    case 'look.recorded':
    case 'mark.recorded':
    case 'note.written':
      return evolveWatch(state, event, at);
    case 'release.ticked':
    case 'release.signed':
    case 'session.handed_over':
    case 'addendum.written':
      return evolveRelease(state, event, at, seq);
    case 'prompt.offered':
    case 'prompt.replaced':
    case 'prompt.withdrawn':
    case 'prompt.shown':
    case 'prompt.stepped':
    case 'prompt.answered':
      return evolvePrompt(state, event, at);
    case 'music.proposed':
    case 'music.withdrawn':
    case 'music.answered':
    case 'music.reported':
      return evolveMusic(state, event, at);
    case 'pace.signalled':
    case 'pace.answered':
      return evolvePace(state, event, at);
    case 'alert.raised':
    case 'alert.repeated':
    case 'alert.seen':
    case 'alert.going':
    case 'alert.with_client':
    case 'alert.silenced':
    case 'alert.escalated':
    case 'alert.cause_gone':
    case 'alert.cause_back':
    case 'alert.resolved':
      return evolveAlert(state, event, at);
    case 'delivery.queued':
    case 'delivery.noted':
    case 'channels.noted':
    case 'pushes.noted':
      return evolveDelivery(state, event, at);
    case 'pulse.lost':
    case 'pulse.back':
    case 'sound.changed':
    case 'media.lost':
    case 'media.back':
      return evolvePulse(state, event);
    case 'check.reported':
    case 'call.asked':
    case 'call.answered':
      return evolveCall(state, event, at);
    case 'line.taken':
    case 'line.left':
      return state;
    default:
      return unreachable(event);
  }
}

/** The state that a whole record leads to. */
export const replay = (events: readonly RecordedEvent[]): SessionState | null =>
  events.reduce<SessionState | null>(evolve, null);

/** What a clinician reads of a whole record, oldest first. */
export function timelineOf(events: readonly RecordedEvent[]): RecordedEvent[] {
  let before: SessionState | null = null;
  return events.filter((entry) => {
    const after = evolve(before, entry);
    const shown = isShown(entry, before, after);
    before = after;
    return shown;
  });
}
