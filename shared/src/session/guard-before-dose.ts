import { addressLine } from '../care/client-record.ts';
import { orderInForce } from '../care/order.ts';
import { isCleared } from '../care/screening.ts';
import { stateName } from '../care/us-state.ts';
import { guard, type Guard } from '../guard.ts';
import { consentText, type ConsentDocument } from './consent.ts';
import { ChecklistItem, isConsented, isToday } from './papers.ts';
import type { Role } from './role.ts';
import type { TherapistView } from './view.ts';

/* What Setup and Ready need: papers, people, place, drill (GD1). */

export type SetupGuard = 'course_open' | 'clearance' | 'order' | `consent_${ConsentDocument}`;
export type ReadyGuard =
  | 'therapist_present'
  | 'client_present'
  | 'chaperone_present'
  | 'chaperone_agreed'
  | 'contacts'
  | 'location'
  | 'drill'
  | 'checklist'
  | 'fasting'
  | 'today';
export type BeforeDoseGuard = SetupGuard | ReadyGuard;
type Guards = Guard<BeforeDoseGuard>[];

function consentGuard(view: TherapistView, document: ConsentDocument): Guard<BeforeDoseGuard> {
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

export const courseGuard = ({ care }: TherapistView): Guard<BeforeDoseGuard> =>
  guard(
    'course_open',
    !care.stopped,
    'client',
    care.stopped ? 'The course of care was stopped.' : 'The course of care goes on.',
  );

export function setupGuards(view: TherapistView, now: number): Guards {
  const { care } = view;
  const cleared = isCleared(care.screening, now);
  const order = orderInForce(care.orders, now);
  return [
    courseGuard(view),
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

export function presentGuard(view: TherapistView, role: Role): Guard<BeforeDoseGuard> {
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

function contactsGuard(view: TherapistView): Guard<BeforeDoseGuard> {
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

export function locationGuard(view: TherapistView, now: number): Guard<BeforeDoseGuard> {
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

function drillGuard({ drill }: TherapistView): Guard<BeforeDoseGuard> {
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

export function readyGuards(view: TherapistView, now: number): Guards {
  const { papers } = view;
  // The room of another day is not this one.
  const open = ChecklistItem.options.filter((item) => {
    const at = papers.checklist[item];
    return at === undefined || !isToday({ at }, now);
  });
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
