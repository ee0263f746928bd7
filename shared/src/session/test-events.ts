import { testFacts, testOrder } from '../care/test-care.ts';
import type { EventType, RecordedEvent, SessionEvent } from './event.ts';
import { BEGAN, creation, MINUTE } from './test-session.ts';

/* Test support: one event of every type, for what must know them all. */

const home = testFacts(BEGAN).record.home;
if (home === null) throw new Error('The test client has a home');

/** In an order in which they could have happened. */
export const EVERY_EVENT: { [T in EventType]: Extract<SessionEvent, { type: T }> } = {
  'session.created': creation('dosing'),
  'care.noted': { type: 'care.noted', care: testFacts(BEGAN) },
  'consent.signed': {
    type: 'consent.signed',
    document: 'telehealth',
    version: '2026-11',
    name: 'Robin C.',
  },
  'consent.withdrawn': { type: 'consent.withdrawn', document: 'telehealth' },
  'location.attested': { type: 'location.attested', place: 'home', address: home, state: 'CO' },
  'checklist.ticked': { type: 'checklist.ticked', item: 'spit_cup' },
  'checklist.unticked': { type: 'checklist.unticked', item: 'spit_cup' },
  'fasting.reported': { type: 'fasting.reported', hours: 5 },
  'today.reported': { type: 'today.reported', took: 'Lisinopril 10 mg' },
  'intention.written': { type: 'intention.written', words: 'To listen' },
  'phrase.written': { type: 'phrase.written', words: 'The sea is near' },
  'touch.agreed': { type: 'touch.agreed', touch: 'hand' },
  'booster.answered': { type: 'booster.answered', agreed: true },
  'chaperone.agreed': { type: 'chaperone.agreed', name: 'Sam B.', phone: '+13035550147' },
  'presence.connected': { type: 'presence.connected', role: 'client', connectionId: 'c-1' },
  'presence.disconnected': { type: 'presence.disconnected', role: 'client', connectionId: 'c-1' },
  'presence.reset': { type: 'presence.reset' },
  'lobby.entered': { type: 'lobby.entered', role: 'client', name: 'Robin', phone: null },
  'participant.declined': { type: 'participant.declined', role: 'client' },
  'participant.admitted': { type: 'participant.admitted', role: 'client' },
  'device.asked': { type: 'device.asked', requestId: 'd-1', role: 'chaperone' },
  'device.allowed': { type: 'device.allowed', requestId: 'd-1' },
  'device.refused': { type: 'device.refused', requestId: 'd-1' },
  'device.took': { type: 'device.took', role: 'chaperone', by: 'therapist' },
  'drill.started': { type: 'drill.started', drillId: 'drill-1' },
  'drill.answered': { type: 'drill.answered', drillId: 'drill-1', heard: true },
  'vitals.recorded': {
    type: 'vitals.recorded',
    readingId: 'v-1',
    systolic: 128,
    diastolic: 82,
    heartRate: 76,
    spo2: 98,
    readBy: 'chaperone',
    method: 'upper_arm_cuff',
    takenAt: BEGAN - 5 * MINUTE,
  },
  'vitals.struck': { type: 'vitals.struck', readingId: 'v-1', reason: 'Cuff was loose' },
  'vitals.overridden': {
    type: 'vitals.overridden',
    readingId: 'v-1',
    prescriberName: 'Dr. Okafor',
    prescriberPhone: '+13035550133',
    reason: 'Known white-coat reading',
    spokenAt: BEGAN,
  },
  'dose.started': { type: 'dose.started', tablets: 2 },
  'dose.start_withdrawn': { type: 'dose.start_withdrawn', because: 'connection_lost' },
  'dose.client_ready': { type: 'dose.client_ready' },
  'dose.client_not_ready': { type: 'dose.client_not_ready' },
  'dose.taken': { type: 'dose.taken', tablets: 2, order: testOrder(BEGAN) },
  'phase.entered': { type: 'phase.entered', phase: 'journey' },
  'hold.ended': { type: 'hold.ended', how: 'spat' },
  'booster.taken': { type: 'booster.taken', tablets: 1 },
  'look.recorded': { type: 'look.recorded' },
  'mark.recorded': { type: 'mark.recorded', mark: 'nausea' },
  'note.written': { type: 'note.written', words: 'Quiet tears.' },
  'prompt.offered': {
    type: 'prompt.offered',
    offerId: 'p-1',
    promptId: 'longer-out-breath',
    by: 'therapist',
  },
  'prompt.shown': { type: 'prompt.shown', offerId: 'p-1' },
  'prompt.answered': { type: 'prompt.answered', offerId: 'p-1', response: 'slower' },
  'prompt.replaced': { type: 'prompt.replaced', offerId: 'p-1' },
  'prompt.withdrawn': { type: 'prompt.withdrawn', offerId: 'p-1' },
  'alert.raised': {
    type: 'alert.raised',
    alertId: 'a-1',
    kind: 'help',
    priority: 'high',
    reason: null,
    by: 'client',
  },
  'alert.repeated': { type: 'alert.repeated', alertId: 'a-1', reason: 'Again' },
  'alert.seen': { type: 'alert.seen', alertId: 'a-1' },
  'alert.going': { type: 'alert.going', alertId: 'a-1' },
  'alert.with_client': { type: 'alert.with_client', alertId: 'a-1' },
  'alert.resolved': { type: 'alert.resolved', alertId: 'a-1', because: 'handed_over' },
  'release.ticked': {
    type: 'release.ticked',
    criterion: 'oriented',
    met: true,
    value: 'Says the day',
  },
  'release.signed': { type: 'release.signed', role: 'chaperone', name: 'Sam Brandt' },
  'session.handed_over': {
    type: 'session.handed_over',
    to: 'Denver Health ambulance',
    handedOverAt: BEGAN + 90 * MINUTE,
    told: 'Ketamine 200 mg at 9:00',
  },
  'session.cancelled': { type: 'session.cancelled', reason: 'Not today', stopsCourse: true },
  'addendum.written': { type: 'addendum.written', words: 'Slept well.' },
};

/** All of them as a record, a minute apart. */
export const everyEntry = (): RecordedEvent[] =>
  Object.values(EVERY_EVENT).map((event, index) => ({
    seq: index + 1,
    at: BEGAN + index * MINUTE,
    actor: 'therapist',
    commandId: `press-${index + 1}`,
    event,
  }));
