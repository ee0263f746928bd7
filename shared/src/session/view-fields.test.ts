import { expect, test } from 'vitest';
import { ConsentDocument } from './consent.ts';
import { Criterion } from './criterion.ts';
import { ChecklistItem } from './papers.ts';
import { fields, markedIn } from './test-markers.ts';
import { PHASES, ROLES, type TestSession } from './test-session.ts';
import { view } from './view.ts';

/*
 * Every field of every view. A new one fails here until somebody has asked whether this role may know
 * it, and has listed it.
 */
const under = (path: string, words: string) => words.split(' ').map((word) => `${path}.${word}`);

const room = [
  ...under('', 'screen sessionId revision kind scheduledAt phase phaseSince t0 cancelledBy'),
  ...under('.media', 'therapist client chaperone'),
  ...ROLES.flatMap((role) =>
    under(`.people.${role}`, 'role name admission connected connectionChangedAt'),
  ),
  ...under('.alerts[]', 'alertId kind priority raisedBy state repeats lastPressedAt'),
  ...under('.alerts[]', 'silencedUntil answeredBy causeGoneAt'),
  ...under('.alerts[].at', 'raised seen going with_client'),
];
const calls = under('.calls[]', 'callId for askedAt answeredAt');
const prompt = (path: string) => [
  ...under(
    path,
    'offerId promptId offeredBy state spoken step following[] words.title words.lines[]',
  ),
  ...under(path, 'offeredAt shownAt answeredAt slowerAskedAt'),
];
const pace = under('.pace[]', 'signalId kind at times lastAt answeredAt');
const address = 'street city state zip doorNotes';
const reading = 'readingId systolic diastolic heartRate spo2 readBy method takenAt struck';
const limits = (path: string) => [
  ...['systolic', 'diastolic', 'heartRate'].flatMap((what) => under(`${path}.${what}`, 'min max')),
  `${path}.spo2Min`,
];
const order = (path: string) => [
  ...under(path, 'orderId version writtenAt endedAt'),
  ...under(`${path}.terms`, 'prescriberName prescriberLicence prescriberPhone medicine form'),
  ...under(`${path}.terms`, 'strengthMg tablets holdMinutes afterHold observationMinutes'),
  ...under(`${path}.terms`, 'validFrom validUntil booster.tablets booster.earliestMinute'),
  ...limits(`${path}.terms.limits`),
];
const consents = (path: string) =>
  ConsentDocument.options.flatMap((document) =>
    under(`${path}.${document}`, 'version name language at'),
  );
const checklist = (path: string) => ChecklistItem.options.map((item) => `${path}.${item}`);
const completed = 'consultation preparation dosing integration';
const screening = 'outcome by decidedAt validUntil';
const answered = (path: string) => [
  ...consents(`${path}.consents`),
  ...checklist(`${path}.checklist`),
  ...under(path, 'fasting.hours fasting.at today.took today.at'),
  ...under(path, 'intention phrase touch boosterAgreed avoid[]'),
  ...under(`${path}.location`, 'place state at'),
];
const clientPapers = (path: string) => [
  ...answered(path),
  ...under(path, 'homeKnown home referral boosterOrdered licensedStates[]'),
  ...under(`${path}.course`, 'stopped policy.preparationSessions'),
  ...under(`${path}.course.screening`, screening),
  ...under(`${path}.course.completed`, completed),
];
const duties = (path: string) => under(path, 'agreed phone');
const card = [
  ...under('.card', 'firstName address doorNotes elsewhere dispatchLine'),
  ...under('.card.phones[]', 'who phone'),
  ...under('.card.health', 'birthDate medicine allergies conditions'),
  ...under('.card.health.doses[]', 'tablets mg at'),
  ...under('.card.health.lastVitals', reading),
];
const released = [
  ...Criterion.options.flatMap((each) => under(`.release.criteria.${each}`, 'met value at')),
  ...['therapist', 'chaperone'].flatMap((role) => under(`.release.signatures.${role}`, 'name at')),
];
const care = [
  ...under('.care', 'clientId stopped'),
  ...under('.care.record', 'firstName birthDate phone dispatchLine allergies conditions'),
  ...under('.care.record', 'chaperone.name chaperone.phone'),
  ...under('.care.record.home', address),
  ...under('.care.record.emergencyContacts[]', 'name relation phone'),
  ...under('.care.screening', screening),
  ...under('.care.completed', completed),
  '.care.lastDose',
  ...under('.care.policy', 'licensedStates[] preparationSessions referral followUp'),
  ...under('.care.policy.exercises[]', 'exerciseId title kind lines[]'),
  ...under('.care.grounding', 'favourites[] avoid[] phrase'),
  ...order('.care.orders[]'),
];
/** The record's own words: of the events that the timeline shows, to the therapist only. */
const timeline = [
  ...under('.timeline[]', 'seq at actor commandId event.type'),
  ...under('.timeline[].event', 'phase role connectionId reason drillId heard readingId systolic'),
  ...under('.timeline[].event', 'diastolic heartRate spo2 readBy method takenAt prescriberName'),
  ...under('.timeline[].event', 'prescriberPhone spokenAt tablets how mark words criterion met'),
  ...under('.timeline[].event', 'value name to handedOverAt told offerId promptId by response'),
  ...under('.timeline[].event', 'proposalId what accepted source volume'),
  ...under('.timeline[].event', 'alertId kind priority step finding for callId'),
  ...under('.timeline[].event', 'text.title text.lines[] following[] signalId'),
  ...order('.timeline[].event.order'),
];

const FIELDS = {
  therapist: [
    ...room,
    ...card,
    ...care,
    ...released,
    ...timeline,
    ...under('', 'cancelReason lastMoveRevision phones.client phones.chaperone'),
    ...under('', 'alerts[].reason alerts[].steps[] alerts[].overdue alerts[].at.resolved'),
    ...answered('.papers'),
    ...under('.papers.location.address', address),
    ...under('.papers.chaperone', 'name language at'),
    ...under('.drill', 'drillId state startedAt answeredAt'),
    ...under('.vitals.readings[]', reading),
    ...under('.vitals.override', 'readingId order prescriberName reason spokenAt'),
    ...under('.dose', 'startedAt tablets clientReadyAt t0'),
    ...order('.dose.order'),
    ...under('.dose.taken[]', 'kind tablets at holdEndedAt holdEnd'),
    ...order('.dose.taken[].order'),
    ...under('.watch', 'lookedAt signs.speaks signs.eyes_open signs.oriented'),
    ...under('.release.handedOver', 'to handedOverAt told'),
    '.release.tickedRevision',
    ...under('.devices[]', 'requestId role askedAt answer answeredAt'),
    ...under('.music.proposal', 'proposalId what at'),
    ...under('.music.answer', 'what accepted at'),
    ...under('.music.playing', 'source volume at'),
    ...prompt('.prompts[]'),
    ...pace,
    ...calls,
    ...under('', 'dispatchShown checkDueAt checkedAt line'),
    ...under('.channels', 'push sms call'),
    ...under('.deliveries[]', 'deliveryId alertId step channel to state fault at'),
    ...['client', 'chaperone'].flatMap((role) => under(`.pulses.${role}`, 'lost sound mediaLost')),
  ],
  client: [
    ...room,
    ...under('', 'readyUntil chaperonePhone'),
    ...under('.musicProposal', 'proposalId what at'),
    ...prompt('.prompt'),
    ...pace,
    ...under('.grounding', 'phrase place avoid[]'),
    ...under('.takeHome', 'phrase intention followUp helped[].promptId helped[].words'),
    ...clientPapers('.papers'),
  ],
  chaperone: [
    ...room,
    ...card,
    ...released,
    ...under('', 'therapistPhone alerts[].reason drill.drillId drill.startedAt'),
    ...under('.alerts[]', 'steps[] overdue'),
    ...under('.release', 'allMet observedUntil tickedRevision'),
    ...calls,
    ...under('', 'checkDueAt line'),
    ...duties('.duties'),
  ],
};
const LOBBY = under(
  '',
  'screen role sessionId revision kind scheduledAt practiceName therapistName name admission over',
);

const everywhere = () =>
  (['dosing', 'preparation'] as const).flatMap((kind) =>
    PHASES[kind].map((phase) => markedIn(kind, phase)),
  );

/** All fields that a view ever has; one that stands for a list or an object that is empty is left out. */
function fieldsEver(role: (typeof ROLES)[number], sessions: readonly TestSession[]): string[] {
  const all = new Set(sessions.flatMap(({ state }) => fields(view(state, role))));
  const isParent = (field: string) =>
    [...all].some((other) => other.startsWith(`${field}.`) || other.startsWith(`${field}[`));
  return [...all].filter((field) => !isParent(field)).toSorted();
}

test.each(ROLES)(
  '[SC1] the view of the %s has exactly the listed fields: a new one is not told before it is listed',
  (role) => {
    expect(fieldsEver(role, everywhere())).toEqual([...new Set(FIELDS[role])].toSorted());
  },
);

test.each([
  // What earlier sessions said of it is not told here: the sessions of this test have said some.
  [
    'client',
    [...LOBBY, ...clientPapers('.papers'), '.duties'].map((field) =>
      field === '.papers.avoid[]' ? '.papers.avoid' : field,
    ),
  ],
  ['chaperone', [...LOBBY, ...duties('.duties'), '.papers']],
] as const)('[LO4 SC1] the lobby view of the %s has exactly the listed fields', (role, listed) => {
  const sessions = everywhere();
  for (const session of sessions) {
    session.write('system', null, [{ type: 'participant.declined', role }]);
  }
  expect(fieldsEver(role, sessions)).toEqual([...listed].toSorted());
});
