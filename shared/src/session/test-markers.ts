import type { CareFacts } from '../care/facts.ts';
import { testFacts, testTerms } from '../care/test-care.ts';
import { ConsentDocument, consentVersion } from './consent.ts';
import { Criterion } from './criterion.ts';
import type { SessionCreated, SessionEvent } from './event.ts';
import { ChecklistItem } from './papers.ts';
import { phaseLine, type Phase, type SessionKind } from './phase.ts';
import { BEGAN, everybodyIn, ROLES, type TestSession } from './test-session.ts';
import { Mark } from './watch.ts';

/*
 * Test support: a session in which every text is a marker of its own, so that a leak names itself. It
 * holds in every phase what a session can ever hold, but for the dose, which comes with Hold.
 */

const person = (role: string) => ({
  name: `name-of-${role}`,
  phone: `phone-of-${role}`,
  mediaIdentity: `media-of-${role}`,
});
const address = (where: string) => ({
  street: `${where}-street`,
  city: `${where}-city`,
  state: 'CO' as const,
  zip: `${where}-zip`,
  doorNotes: `${where}-door`,
});

const order = {
  orderId: 'order-id',
  version: 1,
  writtenAt: BEGAN,
  endedAt: null,
  terms: {
    ...testTerms(BEGAN),
    prescriberName: 'prescriber-name',
    prescriberLicence: 'prescriber-licence',
    prescriberPhone: 'prescriber-phone',
    medicine: 'medicine-name',
  },
};
const care: CareFacts = {
  ...testFacts(BEGAN),
  clientId: 'client-id',
  record: {
    firstName: 'record-first-name',
    birthDate: 'birth-date',
    phone: 'record-phone-of-client',
    home: address('home'),
    dispatchLine: 'dispatch-line',
    emergencyContacts: [
      { name: 'contact-name', relation: 'contact-relation', phone: 'contact-phone' },
    ],
    chaperone: { name: 'record-name-of-chaperone', phone: 'record-phone-of-chaperone' },
    allergies: 'allergies-words',
    conditions: 'conditions-words',
  },
  screening: {
    outcome: 'cleared',
    by: 'screening-by',
    decidedAt: BEGAN - 1,
    validUntil: BEGAN + 86_400_000,
  },
  orders: [order],
  grounding: { favourites: ['favourite-id'], avoid: ['imagery'], phrase: 'phrase-before' },
  policy: {
    licensedStates: ['CO'],
    preparationSessions: 1,
    referral: 'referral-words',
    exercises: [
      {
        exerciseId: 'exercise-id',
        title: 'exercise-title',
        kind: 'rest',
        lines: ['exercise-line'],
      },
    ],
    followUp: 'follow-up-words',
  },
};

const marked = (kind: SessionKind): SessionCreated => ({
  type: 'session.created',
  sessionId: 'session-id',
  kind,
  practiceName: 'practice-name',
  scheduledAt: 1,
  people: {
    therapist: person('therapist'),
    client: person('client'),
    chaperone: person('chaperone'),
  },
  rooms: { opening: 'room-opening', therapy: 'room-therapy', closing: 'room-closing' },
  care,
});

const reading = (readingId: string, minutes: number): SessionEvent => ({
  type: 'vitals.recorded',
  readingId,
  systolic: 150,
  diastolic: 80,
  heartRate: 70,
  spo2: 98,
  readBy: 'chaperone',
  method: 'upper_arm_cuff',
  takenAt: BEGAN + minutes * 60_000,
});

const papers: readonly SessionEvent[] = [
  ...ConsentDocument.options.map((document): SessionEvent => ({
    type: 'consent.signed',
    document,
    version: consentVersion(document),
    name: `signature-of-${document}`,
  })),
  { type: 'location.attested', place: 'elsewhere', address: address('attested'), state: 'CO' },
  ...ChecklistItem.options.map((item): SessionEvent => ({ type: 'checklist.ticked', item })),
  { type: 'fasting.reported', hours: 5 },
  { type: 'today.reported', took: 'today-took' },
  { type: 'intention.written', words: 'intention-words' },
  { type: 'phrase.written', words: 'phrase-words' },
  { type: 'touch.agreed', touch: 'hand' },
  { type: 'booster.answered', agreed: true },
  { type: 'avoid.marked', caution: 'movement', on: true },
  { type: 'chaperone.agreed', name: 'signature-of-chaperone', phone: 'phone-of-chaperone' },
  { type: 'drill.started', drillId: 'drill-first' },
  { type: 'drill.answered', drillId: 'drill-first', heard: false },
  { type: 'drill.started', drillId: 'drill-now' },
];

const clinical: readonly SessionEvent[] = [
  reading('reading-struck', 0),
  { type: 'vitals.struck', readingId: 'reading-struck', reason: 'reason-of-strike' },
  reading('reading-first', 1),
  reading('reading-last', 7),
  {
    type: 'vitals.overridden',
    readingId: 'reading-last',
    prescriberName: 'override-name',
    prescriberPhone: 'override-phone',
    reason: 'reason-of-override',
    spokenAt: BEGAN,
  },
  { type: 'look.recorded' },
  { type: 'check.reported', finding: 'ok' },
  ...Mark.options.map((mark): SessionEvent => ({ type: 'mark.recorded', mark })),
  { type: 'note.written', words: 'note-words' },
  ...Criterion.options.map((criterion): SessionEvent => ({
    type: 'release.ticked',
    criterion,
    met: true,
    value: `value-of-${criterion}`,
  })),
  { type: 'release.signed', role: 'therapist', name: 'release-of-therapist' },
  { type: 'release.signed', role: 'chaperone', name: 'release-of-chaperone' },
  { type: 'session.handed_over', to: 'handover-to', handedOverAt: 1, told: 'handover-told' },
  { type: 'addendum.written', words: 'addendum-words' },
];

const dose: readonly SessionEvent[] = [
  { type: 'dose.started', tablets: 2 },
  { type: 'dose.client_ready' },
  { type: 'dose.taken', tablets: 2, order },
  { type: 'hold.ended', how: 'spat' },
  { type: 'booster.taken', tablets: 1 },
];

/** Prompts and alerts of every standing, and devices that ask: by presses, as they come about. */
function pressed(session: TestSession): void {
  session.system({ type: 'channels.note', channels: { push: true, sms: true, call: true } });
  session.system({ type: 'device.ask', role: 'client', requestId: 'request-open' });
  session.system({ type: 'device.ask', role: 'chaperone', requestId: 'request-refused' });
  session.must('therapist', { type: 'device.refuse', requestId: 'request-refused' });
  session.must('therapist', { type: 'prompt.offer', promptId: 'soft-sigh' }, 'offer-replaced');
  session.must('therapist', { type: 'prompt.offer', promptId: 'hand-on-chest' }, 'offer-now');
  session.must('therapist', { type: 'music.propose', what: 'rain' }, 'music-answered');
  session.must('client', { type: 'music.answer', proposalId: 'music-answered', accepted: true });
  session.must('client', { type: 'music.report', source: 'rain', volume: 3 });
  session.must('therapist', { type: 'music.propose', what: 'softer' }, 'music-now');
  session.must(
    'client',
    { type: 'prompt.respond', offerId: 'offer-now', response: 'slower' },
    'pace-id',
  );
  session.must('client', { type: 'prompt.respond', offerId: 'offer-now', response: 'keep' });
  session.must(
    'therapist',
    { type: 'prompt.offer', promptId: 'practice/exercise-id', following: ['feet'] },
    'offer-last',
  );
  const raise = (kind: 'go_now' | 'please_come', id: string) =>
    session.must('therapist', { type: 'alert.raise', kind, reason: `reason-of-${id}` }, id);
  raise('please_come', 'alert-resolved');
  for (const type of ['alert.seen', 'alert.going', 'alert.with_client'] as const) {
    session.must('chaperone', { type, alertId: 'alert-resolved' });
  }
  session.must('therapist', { type: 'alert.resolve', alertId: 'alert-resolved' });
  raise('go_now', 'alert-open');
  session.must('chaperone', { type: 'alert.silence', alertId: 'alert-open' });
  session.must('chaperone', { type: 'call.ask' }, 'call-answered');
  session.must('therapist', { type: 'call.answer', callId: 'call-answered' });
  session.must('chaperone', { type: 'call.ask' }, 'call-open');
  for (const type of ['alert.seen', 'alert.going', 'alert.with_client'] as const) {
    session.must('chaperone', { type, alertId: 'alert-open' });
  }
}

/** The marked session in this phase. Written, not pressed: guards are not what is tested with it. */
export function markedIn(kind: SessionKind, phase: Phase): TestSession {
  const session = everybodyIn(kind, marked(kind));
  const write = (events: readonly SessionEvent[]) => session.write('system', null, events);
  for (const role of ROLES) {
    write([{ type: 'presence.connected', role, connectionId: `second-connection-of-${role}` }]);
    if (role === 'therapist') continue;
    const { name, phone } = person(role);
    write([
      { type: 'lobby.entered', role, name, phone },
      { type: 'participant.admitted', role },
    ]);
  }
  pressed(session);
  write(papers);
  const line = phaseLine(kind);
  const until = phase === 'cancelled' ? 'ready' : phase;
  for (const entered of line.slice(1, line.indexOf(until) + 1)) {
    if (entered === 'hold') write(dose);
    write([{ type: 'phase.entered', phase: entered }]);
  }
  write(clinical);
  if (phase === 'cancelled') write([{ type: 'session.cancelled', reason: 'reason-of-cancel' }]);
  return session;
}

/** Every text in a value, however deep, keys too. */
export function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]);
}

/** The markers in a value, also those inside of longer texts. Presses have numbers: they count as one. */
export const markersIn = (value: unknown): string[] => [
  ...new Set(
    texts(value)
      .flatMap((text) => text.match(/[a-z]+(?:-\w+)+/g) ?? [])
      .map((marker) => marker.replace(/^press-\d+$/, 'press-id')),
  ),
];

/** Every field in a value by its path; `[]` stands for any place in a list. */
export function fields(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const list = Array.isArray(value);
  const inner = Object.entries(value).flatMap(([key, v]) =>
    fields(v, list ? `${path}[]` : `${path}.${key}`),
  );
  return [...new Set(inner.length > 0 ? inner : [path])];
}
