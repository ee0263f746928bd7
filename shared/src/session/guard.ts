import { addressLine } from '../care/client-record.ts';
import { orderInForce } from '../care/order.ts';
import { isCleared } from '../care/screening.ts';
import { stateName } from '../care/us-state.ts';
import type { Guard, Turn } from '../guard.ts';
import { isOpen } from './alert.ts';
import { consentText, type ConsentDocument } from './consent.ts';
import { Criterion, CRITERION_WORDS } from './criterion.ts';
import { orderAt } from './dose.ts';
import { ChecklistItem, isConsented, isToday } from './papers.ts';
import type { Phase } from './phase.ts';
import type { TherapistView } from './view.ts';
import { vitalsStanding } from './vitals.ts';
import { vitalsWords } from './vitals-words.ts';
import type { Sign } from './watch.ts';

/*
 * What each entry needs (GD1). Asked of the therapist's view, by the server's decider and by the
 * therapist's checklist alike: there is no second list. `docs/GUARDS.md` is drawn from here.
 */

export type SetupGuard = 'course_open' | 'clearance' | 'order' | `consent_${ConsentDocument}`;
export type ReadyGuard =
  | 'client_present'
  | 'chaperone_present'
  | 'chaperone_agreed'
  | 'contacts'
  | 'location'
  | 'drill'
  | 'checklist'
  | 'fasting'
  | 'today';
export type SigningGuard = `criterion_${Criterion}` | 'observation';
export type BoosterGuard = 'booster_phase' | 'booster_ordered' | 'booster_minute' | 'booster_agreed';
export type GuardId =
  | SetupGuard
  | ReadyGuard
  | 'vitals'
  | BoosterGuard
  | 'hold_ended'
  | Sign
  | SigningGuard
  | 'signed_therapist'
  | 'signed_chaperone'
  | 'alerts_resolved';
type Guards = Guard<GuardId>[];

const guard = (id: GuardId, met: boolean, turn: Turn, words: string): Guard<GuardId> => ({
  guard: id,
  met,
  turn,
  words,
});

function consentGuard(view: TherapistView, document: ConsentDocument): Guard<GuardId> {
  const signed = view.papers.consents[document];
  const { title } = consentText(document);
  const met = isConsented(view.papers, document);
  const words = met
    ? `Consent signed: ${title}.`
    : signed === null
      ? `Consent not signed: ${title}.`
      : `Consent signed to an older text: ${title}.`;
  return guard(`consent_${document}`, met, 'client', words);
}

function setupGuards(view: TherapistView, now: number): Guards {
  const { care } = view;
  const cleared = isCleared(care.screening, now);
  const order = orderInForce(care.orders, now);
  return [
    guard(
      'course_open',
      !care.stopped,
      'client',
      care.stopped ? 'The course of care was stopped.' : 'The course of care goes on.',
    ),
    guard(
      'clearance',
      cleared,
      'prescriber',
      cleared ? `Cleared by ${care.screening?.by ?? ''}.` : 'No valid clearance by the prescriber.',
    ),
    guard(
      'order',
      order !== null,
      'prescriber',
      order ? `Order in force, version ${order.version}.` : 'No order in force.',
    ),
    consentGuard(view, 'kap'),
    consentGuard(view, 'telehealth'),
    consentGuard(view, 'chaperone_release'),
  ];
}

function presentGuard(view: TherapistView, role: 'client' | 'chaperone'): Guard<GuardId> {
  const { admission, connected, name } = view.people[role];
  const met = admission === 'admitted' && connected;
  const who = name || `The ${role}`;
  const words = met
    ? `${who} is here.`
    : admission === 'admitted'
      ? `${who}’s browser is not connected.`
      : `${who} is not in the room.`;
  return guard(`${role}_present`, met, role, words);
}

function contactsGuard(view: TherapistView): Guard<GuardId> {
  const { record } = view.care;
  const lacking = [
    ...(view.phones.client ? [] : ['the client’s phone']),
    ...(view.phones.chaperone ? [] : ['the chaperone’s phone']),
    ...(record.emergencyContacts.length > 0 ? [] : ['an emergency contact']),
    ...(record.dispatchLine ? [] : ['the local dispatch line']),
  ];
  return guard(
    'contacts',
    lacking.length === 0,
    'therapist',
    lacking.length === 0
      ? 'Phones, emergency contact and dispatch line are known.'
      : `The client’s record lacks ${lacking.join(', ')}.`,
  );
}

function locationGuard(view: TherapistView, now: number): Guard<GuardId> {
  const { location } = view.papers;
  const licensed = view.care.policy.licensedStates;
  if (location === null || !isToday(location, now)) {
    return guard('location', false, 'client', 'Today’s address is not confirmed.');
  }
  const met = licensed.includes(location.state);
  return guard(
    'location',
    met,
    'client',
    met
      ? `At ${addressLine(location.address)}.`
      : `In ${stateName(location.state)}, where the practice is not licensed.`,
  );
}

function drillGuard({ drill }: TherapistView): Guard<GuardId> {
  const words = {
    none: 'The alarm drill is not done.',
    sounding: 'The alarm drill sounds: waiting for the chaperone.',
    failed: 'The alarm drill was not heard. Mend the sound, and repeat it.',
    passed: 'The alarm drill was heard on the chaperone’s phone.',
  };
  const state = drill?.state ?? 'none';
  const turn = state === 'sounding' ? 'chaperone' : 'therapist';
  return guard('drill', state === 'passed', turn, words[state]);
}

function readyGuards(view: TherapistView, now: number): Guards {
  const { papers } = view;
  const open = ChecklistItem.options.filter((item) => papers.checklist[item] === undefined);
  const fasted = isToday(papers.fasting, now);
  const told = isToday(papers.today, now);
  return [
    ...setupGuards(view, now),
    presentGuard(view, 'client'),
    presentGuard(view, 'chaperone'),
    guard(
      'chaperone_agreed',
      papers.chaperone !== null,
      'chaperone',
      papers.chaperone
        ? 'The chaperone has agreed to the duties.'
        : 'The chaperone has not agreed to the duties.',
    ),
    contactsGuard(view),
    locationGuard(view, now),
    drillGuard(view),
    guard(
      'checklist',
      open.length === 0,
      'client',
      open.length === 0
        ? 'The set-up checklist is complete.'
        : `The set-up checklist has ${open.length} open points.`,
    ),
    guard(
      'fasting',
      fasted,
      'client',
      fasted
        ? `Without food for ${papers.fasting?.hours ?? 0} h.`
        : 'Hours without food are not given for today.',
    ),
    guard(
      'today',
      told,
      'client',
      told
        ? papers.today?.took
          ? `Taken today: ${papers.today.took}`
          : 'Nothing else taken today.'
        : 'What was taken today is not given.',
    ),
  ];
}

function vitalsGuard(view: TherapistView, now: number): Guard<GuardId> {
  const order = orderAt(view, now);
  if (order === null) {
    return guard('vitals', false, 'prescriber', 'Vitals need an order with limits.');
  }
  const standing = vitalsStanding(view.vitals, order.terms.limits, now);
  const met = standing.standing === 'in_range' || standing.standing === 'overridden';
  const turn = { rest: 'time', out_of_range: 'prescriber' } as const;
  return guard(
    'vitals',
    met,
    turn[standing.standing as keyof typeof turn] ?? 'therapist',
    vitalsWords(standing),
  );
}

/** What T0 needs beside the two confirmations. */
export const doseGuards = (view: TherapistView, now: number): Guards => [
  ...readyGuards(view, now),
  vitalsGuard(view, now),
];

/** What a booster needs. The client is asked nothing: they answered before T0 (DO4, DO6). */
export function boosterGuards(view: TherapistView, now: number): Guards {
  const { dose, papers, phase } = view;
  const allowed = dose.order?.terms.booster ?? null;
  const minute = dose.t0 === null ? 0 : Math.floor((now - dose.t0) / 60_000);
  const first = !dose.taken.some(({ kind }) => kind === 'booster');
  const inTime = allowed !== null && minute >= allowed.earliestMinute;
  const order = orderInForce(view.care.orders, now);
  const during = phase === 'onset' || phase === 'journey';
  return [
    guard(
      'booster_phase',
      during && dose.taken.at(-1)?.holdEndedAt !== null,
      'time',
      'A booster belongs to onset or journey, after the hold.',
    ),
    guard('order', order !== null, 'prescriber', order ? 'Order in force.' : 'No order in force.'),
    guard(
      'booster_ordered',
      allowed !== null && first,
      'prescriber',
      allowed === null
        ? 'The order allows no booster.'
        : first
          ? `The order allows ${allowed.tablets} as a booster.`
          : 'The booster was given already.',
    ),
    guard(
      'booster_minute',
      inTime,
      'time',
      `Not before minute ${allowed?.earliestMinute ?? '–'}; now minute ${minute}.`,
    ),
    guard(
      'booster_agreed',
      papers.boosterAgreed === true,
      'client',
      papers.boosterAgreed === true
        ? 'The client said before the dose that they are open to it.'
        : 'The client did not say before the dose that they are open to it.',
    ),
    presentGuard(view, 'client'),
    presentGuard(view, 'chaperone'),
    vitalsGuard(view, now),
    alertsGuard(view),
  ];
}

const alertsGuard = (view: TherapistView): Guard<GuardId> => {
  const met = !view.alerts.some(isOpen);
  return guard(
    'alerts_resolved',
    met,
    'therapist',
    met ? 'No alert is open.' : 'An alert is still open. Resolve it first.',
  );
};

const SIGN_WORDS: Record<Sign, string> = {
  speaks: 'The client speaks',
  eyes_open: 'The client’s eyes are open',
  oriented: 'The client knows who and where they are, and the day',
};

function signGuard(view: TherapistView, sign: Sign): Guard<GuardId> {
  const met = view.watch.signs[sign] !== null;
  return guard(sign, met, 'therapist', `${SIGN_WORDS[sign]}: ${met ? 'seen' : 'not noted yet'}.`);
}

/** When the least observation after the last dose is over, ms; null before a dose. */
export function observedUntil({ dose }: Pick<TherapistView, 'dose'>): number | null {
  const last = dose.taken.at(-1);
  return last && dose.order ? last.at + dose.order.terms.observationMinutes * 60_000 : null;
}

/** What must hold before anybody signs the release (RL1, RL2). */
export function signingGuards(view: TherapistView, now: number): Guards {
  const until = observedUntil(view);
  const observed = until !== null && now >= until;
  const left = until === null ? 0 : Math.ceil((until - now) / 60_000);
  return [
    ...Criterion.options.map((criterion) => {
      const ticked = view.release.criteria[criterion];
      const words = CRITERION_WORDS[criterion];
      const met = ticked?.met === true;
      return guard(
        `criterion_${criterion}`,
        met,
        'therapist',
        ticked ? `${words}: ${ticked.met ? '' : 'no, '}${ticked.value}` : `${words}: not gone through.`,
      );
    }),
    guard(
      'observation',
      observed,
      'time',
      observed
        ? 'The observation time since the last dose has passed.'
        : `${left} more minutes of observation since the last dose.`,
    ),
  ];
}

function closingGuards(view: TherapistView, now: number): Guards {
  const { signatures } = view.release;
  const signed = (role: 'therapist' | 'chaperone') =>
    guard(
      `signed_${role}`,
      signatures[role] !== null,
      role,
      signatures[role] ? `Signed by the ${role}.` : `Not signed by the ${role}.`,
    );
  return [
    ...signingGuards(view, now),
    signed('therapist'),
    signed('chaperone'),
    alertsGuard(view),
  ];
}

/** A session without medicine needs only what the law does: the client in a licensed state (GD4). */
function talkingGuards(view: TherapistView, to: Phase, now: number): Guards {
  if (to === 'talk') return [locationGuard(view, now)];
  return to === 'closed' ? [alertsGuard(view)] : [];
}

/** All that entering `to` needs, met or not, in the order in which it is best done. */
export function entryGuards(view: TherapistView, to: Phase, now: number): Guards {
  if (view.kind !== 'dosing') return talkingGuards(view, to, now);
  switch (to) {
    case 'setup':
      return setupGuards(view, now);
    case 'ready':
      return readyGuards(view, now);
    case 'hold':
      return doseGuards(view, now);
    case 'onset':
      return [
        guard(
          'hold_ended',
          view.dose.taken.at(-1)?.holdEndedAt !== null && view.dose.taken.length > 0,
          'therapist',
          'The hold has ended: say whether it was spat, swallowed or vomited.',
        ),
      ];
    case 'return':
      return [signGuard(view, 'speaks'), signGuard(view, 'eyes_open')];
    case 'integration':
      return [signGuard(view, 'oriented')];
    case 'closed':
      return closingGuards(view, now);
    default:
      return [];
  }
}
