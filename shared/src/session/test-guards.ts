import { testFacts } from '../care/test-care.ts';
import type { CareFacts } from '../care/facts.ts';
import type { Turn } from '../guard.ts';
import { ConsentDocument } from './consent.ts';
import { Criterion } from './criterion.ts';
import type { RecordedEvent, SessionEvent } from './event.ts';
import { replay } from './evolve.ts';
import type { GuardId } from './guard.ts';
import type { Role } from './role.ts';
import { BEGAN, everybodyIn, MINUTE, type TestSession } from './test-session.ts';

/* Test support: what each entry needs, whose turn each is, and a way to have each of them unmet. */

/** `start`: the therapist's press when the client is ready; `closed_talk`: of a session without medicine. */
export const ENTRIES = [
  'setup',
  'ready',
  'start',
  'booster',
  'onset',
  'return',
  'integration',
  'closed',
  'talk',
  'closed_talk',
] as const;
export type Entry = (typeof ENTRIES)[number];

const SETUP: readonly GuardId[] = [
  'course_open',
  'clearance',
  'order',
  'consent_kap',
  'consent_telehealth',
  'consent_chaperone_release',
];
const READY: readonly GuardId[] = [
  ...SETUP,
  'client_present',
  'chaperone_present',
  'chaperone_agreed',
  'contacts',
  'location',
  'drill',
  'checklist',
  'fasting',
  'today',
];
const criteria = Criterion.options.map((criterion) => `criterion_${criterion}` as const);

/** From the rules (SPEC GD, DO6, WA2, RL; the phase table of the domain), in the order of doing. */
export const NEEDED: Record<Entry, readonly GuardId[]> = {
  setup: SETUP,
  ready: READY,
  start: [...READY, 'therapist_present', 'no_other_dose', 'vitals', 'alerts_resolved'],
  booster: [
    'booster_phase',
    'course_open',
    'order',
    'booster_ordered',
    'booster_minute',
    'booster_agreed',
    'therapist_present',
    'client_present',
    'chaperone_present',
    'vitals',
    'alerts_resolved',
  ],
  onset: ['hold_ended'],
  return: ['hold_ended', 'speaks', 'eyes_open'],
  integration: ['oriented'],
  closed: [...criteria, 'observation', 'signed_therapist', 'signed_chaperone', 'alerts_resolved'],
  talk: ['location'],
  closed_talk: ['alerts_resolved'],
};

/** A session in which everything that the entry needs is met. */
export function metFor(entry: Entry): TestSession {
  switch (entry) {
    case 'setup':
      return everybodyIn().doPapers();
    case 'booster': {
      const session = everybodyIn().goTo('journey');
      session.now += 21 * MINUTE;
      session.measure();
      return session;
    }
    case 'talk': {
      const session = everybodyIn('integration');
      session.meet('talk');
      return session;
    }
    case 'closed_talk':
      return everybodyIn('consultation').goTo('talk');
    case 'start': {
      const session = everybodyIn().goTo('ready');
      session.meet('hold');
      session.must('client', { type: 'dose.ready' });
      return session;
    }
    default: {
      const before = {
        ready: 'setup',
        onset: 'hold',
        return: 'journey',
        integration: 'return',
        closed: 'release',
      } as const;
      const session = everybodyIn().goTo(before[entry]);
      session.meet(entry);
      return session;
    }
  }
}

/** Whose turn it is when it is unmet in the way below. */
export const turnOf = (guard: GuardId): Turn => {
  if (guard.startsWith('consent_')) return 'client';
  if (guard.startsWith('criterion_')) return 'therapist';
  return TURN[guard as keyof typeof TURN];
};
const TURN = {
  course_open: 'client',
  clearance: 'prescriber',
  order: 'prescriber',
  therapist_present: 'therapist',
  no_other_dose: 'therapist',
  client_present: 'client',
  chaperone_present: 'chaperone',
  chaperone_agreed: 'chaperone',
  contacts: 'therapist',
  location: 'client',
  drill: 'therapist',
  checklist: 'client',
  fasting: 'client',
  today: 'client',
  // A first reading out of range: five minutes of rest.
  vitals: 'time',
  booster_phase: 'time',
  booster_ordered: 'prescriber',
  booster_minute: 'time',
  booster_agreed: 'client',
  hold_ended: 'therapist',
  speaks: 'therapist',
  eyes_open: 'therapist',
  oriented: 'therapist',
  observation: 'time',
  signed_therapist: 'therapist',
  signed_chaperone: 'chaperone',
  alerts_resolved: 'therapist',
} as const satisfies Partial<Record<GuardId, Turn>>;

type Unmeet = (session: TestSession) => void;
const happens =
  (...events: SessionEvent[]): Unmeet =>
  (session) =>
    session.write('system', null, events);
const learns =
  (change: (facts: CareFacts) => Partial<CareFacts>): Unmeet =>
  (session) => {
    const facts = testFacts(BEGAN);
    session.system({ type: 'care.note', care: { ...facts, ...change(facts) } });
  };

/** As if the record had been another from the start: for what no later event can undo. */
function rewrite(session: TestSession, change: (event: SessionEvent) => SessionEvent | null): void {
  const kept = session.record.flatMap((entry): RecordedEvent[] => {
    const event = change(entry.event);
    return event ? [{ ...entry, event }] : [];
  });
  session.record.splice(0, Infinity, ...kept.map((entry, at) => ({ ...entry, seq: at + 1 })));
  session.state = replay(session.record) ?? session.state;
}
const never =
  (never: (event: SessionEvent) => boolean): Unmeet =>
  (session) =>
    rewrite(session, (event) => (never(event) ? null : event));
const neverMarked = (mark: string) =>
  never((event) => event.type === 'mark.recorded' && event.mark === mark);

const consentWithdrawn = (document: ConsentDocument): Unmeet =>
  happens({ type: 'consent.withdrawn', document });
/** Not unticked: that would void the signatures, too. */
const neverTicked = (criterion: Criterion): Unmeet =>
  never((event) => event.type === 'release.ticked' && event.criterion === criterion);

const byDocument = Object.fromEntries(
  ConsentDocument.options.map((document) => [`consent_${document}`, consentWithdrawn(document)]),
) as Record<`consent_${ConsentDocument}`, Unmeet>;
const byCriterion = Object.fromEntries(
  Criterion.options.map((criterion) => [`criterion_${criterion}`, neverTicked(criterion)]),
) as Record<`criterion_${Criterion}`, Unmeet>;

const leaves =
  (role: Role): Unmeet =>
  (session) => {
    for (const connectionId of session.state.people[role].connectionIds) {
      session.write('system', null, [{ type: 'presence.disconnected', role, connectionId }]);
    }
  };

/** A way to have each guard unmet and no other. A guard without one does not compile. */
export const UNMEET: Record<GuardId, Unmeet> = {
  ...byDocument,
  ...byCriterion,
  course_open: learns(() => ({ stopped: true })),
  clearance: learns(() => ({
    screening: { outcome: 'pending', by: 'Dr. Okafor', decidedAt: BEGAN, validUntil: null },
  })),
  order: learns(() => ({ orders: [] })),
  therapist_present: leaves('therapist'),
  client_present: leaves('client'),
  no_other_dose: learns(() => ({
    lastDose: { sessionId: 'another', at: BEGAN - 60 * MINUTE, open: false },
  })),
  chaperone_present: happens({ type: 'participant.declined', role: 'chaperone' }),
  chaperone_agreed: never(({ type }) => type === 'chaperone.agreed'),
  contacts: learns(({ record }) => ({ record: { ...record, dispatchLine: null } })),
  location: happens({
    type: 'location.attested',
    place: 'elsewhere',
    address: { street: '1 Salt St', city: 'Provo', state: 'UT', zip: '84601', doorNotes: null },
    state: 'UT',
  }),
  drill: never(({ type }) => type.startsWith('drill.')),
  checklist: happens({ type: 'checklist.unticked', item: 'bathroom_path' }),
  fasting: never(({ type }) => type === 'fasting.reported'),
  today: never(({ type }) => type === 'today.reported'),
  vitals: (session) => {
    session.measure(171, 84, 88);
  },
  booster_phase: happens({ type: 'phase.entered', phase: 'return' }),
  booster_ordered: happens(
    { type: 'booster.taken', tablets: 1 },
    { type: 'hold.ended', how: 'spat' },
  ),
  booster_minute: learns(({ orders }) => ({
    orders: orders.map((order) => ({
      ...order,
      terms: { ...order.terms, booster: { tablets: 1, earliestMinute: 180 } },
    })),
  })),
  booster_agreed: never(({ type }) => type === 'booster.answered'),
  hold_ended: never(({ type }) => type === 'hold.ended'),
  speaks: neverMarked('speaks'),
  eyes_open: neverMarked('eyes_open'),
  oriented: neverMarked('oriented'),
  observation: happens({ type: 'booster.taken', tablets: 1 }),
  signed_therapist: never((event) => event.type === 'release.signed' && event.role === 'therapist'),
  signed_chaperone: never((event) => event.type === 'release.signed' && event.role === 'chaperone'),
  alerts_resolved: happens({
    type: 'alert.raised',
    alertId: 'a1',
    kind: 'help',
    priority: 'high',
    reason: null,
    by: 'client',
  }),
};

/** What is unmet with it of necessity, and whose turn that is: without an order there are no limits. */
export const entailed = (entry: Entry, guard: GuardId): readonly (readonly [GuardId, Turn])[] => {
  // RL3: an alert voids what was signed before it.
  if (entry === 'closed' && guard === 'alerts_resolved') {
    return [
      ['signed_therapist', 'therapist'],
      ['signed_chaperone', 'chaperone'],
    ];
  }
  if (guard !== 'order') return [];
  if (entry === 'start') return [['vitals', 'prescriber']];
  if (entry !== 'booster') return [];
  return [
    ['booster_ordered', 'prescriber'],
    ['booster_minute', 'time'],
    ['vitals', 'prescriber'],
  ];
};
