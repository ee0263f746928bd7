import { addressLine } from '../care/client-record.ts';
import { orderInForce } from '../care/order.ts';
import { isCleared } from '../care/screening.ts';
import { stateName } from '../care/us-state.ts';
import { guard, type Guard } from '../guard.ts';
import { consentText, type ConsentDocument } from './consent.ts';
import { ChecklistItem, isConsented, isToday } from './papers.ts';
import { THE_ROLE_FIRST, type Role } from './role.ts';
import type { TherapistView } from './view.ts';
import { words } from '../words.ts';

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
  const stand = met
    ? words('Consent signed: {title}.', { title })
    : signed === null
      ? words('Consent not signed: {title}.', { title })
      : words('Consent signed to an older text: {title}.', { title });
  return guard(`consent_${document}`, met, 'client', stand);
}

export const courseGuard = ({ care }: TherapistView): Guard<BeforeDoseGuard> =>
  guard(
    'course_open',
    !care.stopped,
    'client',
    care.stopped ? words('The course of care was stopped.') : words('The course of care goes on.'),
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
      cleared
        ? words('Cleared by {name}.', { name: care.screening?.by ?? '' })
        : words('No valid clearance by the prescriber.'),
    ),
    guard(
      'order',
      order !== null,
      'prescriber',
      order
        ? words('Order in force, version {version}.', { version: order.version })
        : words('No order in force.'),
    ),
    consentGuard(view, 'kap'),
    consentGuard(view, 'telehealth'),
    consentGuard(view, 'chaperone_release'),
  ];
}

export function presentGuard(view: TherapistView, role: Role): Guard<BeforeDoseGuard> {
  const { admission, connected, name } = view.people[role];
  const met = admission === 'admitted' && connected;
  const who = name || THE_ROLE_FIRST[role];
  const stand = met
    ? words('{who} is here.', { who })
    : admission === 'admitted'
      ? words('{who}’s browser is not connected.', { who })
      : words('{who} is not in the room.', { who });
  return guard(`${role}_present`, met, role, stand);
}

function contactsGuard(view: TherapistView): Guard<BeforeDoseGuard> {
  const { record } = view.care;
  const lacking = [
    ...(view.phones.client ? [] : [words('the client’s phone')]),
    ...(view.phones.chaperone ? [] : [words('the chaperone’s phone')]),
    ...(record.emergencyContacts.length > 0 ? [] : [words('an emergency contact')]),
    ...(record.dispatchLine ? [] : [words('the local dispatch line')]),
  ];
  return guard(
    'contacts',
    lacking.length === 0,
    'therapist',
    lacking.length === 0
      ? words('Phones, emergency contact and dispatch line are known.')
      : words('The client’s record lacks {list}.', { list: lacking.join(', ') }),
  );
}

export function locationGuard(view: TherapistView, now: number): Guard<BeforeDoseGuard> {
  const { location } = view.papers;
  const licensed = view.care.policy.licensedStates;
  if (location === null || !isToday(location, now)) {
    return guard('location', false, 'client', words('Today’s address is not confirmed.'));
  }
  const met = licensed.includes(location.state);
  return guard(
    'location',
    met,
    'client',
    met
      ? words('Today’s address: {words}.', { words: addressLine(location.address) })
      : words('In {state}, where the practice is not licensed.', {
          state: stateName(location.state),
        }),
  );
}

function drillGuard({ drill }: TherapistView): Guard<BeforeDoseGuard> {
  const stands = {
    none: words('The alarm drill is not done.'),
    sounding: words('The alarm drill sounds: waiting for the chaperone.'),
    failed: words('The alarm drill was not heard. Mend the sound, and repeat it.'),
    passed: words('The alarm drill was heard on the chaperone’s phone.'),
  };
  const state = drill?.state ?? 'none';
  const turn = state === 'sounding' ? 'chaperone' : 'therapist';
  return guard('drill', state === 'passed', turn, stands[state]);
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
        ? words('The chaperone has agreed to the duties.')
        : words('The chaperone has not agreed to the duties.'),
    ),
    contactsGuard(view),
    locationGuard(view, now),
    drillGuard(view),
    guard(
      'checklist',
      open.length === 0,
      'client',
      open.length === 0
        ? words('The set-up checklist is complete.')
        : words('The set-up checklist has {count} open points.', { count: open.length }),
    ),
    guard(
      'fasting',
      fasted,
      'client',
      fasted
        ? words('Without food for {hours} h.', { hours: papers.fasting?.hours ?? 0 })
        : words('Hours without food are not given for today.'),
    ),
    guard(
      'today',
      told,
      'client',
      told
        ? papers.today?.took
          ? words('Taken today: {words}', { words: papers.today.took })
          : words('Nothing else taken today.')
        : words('What was taken today is not given.'),
    ),
  ];
}
