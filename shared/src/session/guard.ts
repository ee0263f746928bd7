import { DEFAULT_OBSERVATION, orderInForce, type Order } from '../care/order.ts';
import { guard, type Guard } from '../guard.ts';
import { isOpen } from './alert.ts';
import { Criterion, CRITERION_WORDS } from './criterion.ts';
import { orderAt } from './dose.ts';
import {
  courseGuard,
  locationGuard,
  presentGuard,
  readyGuards,
  setupGuards,
  type BeforeDoseGuard,
} from './guard-before-dose.ts';
import { SAME_DAY } from './papers.ts';
import type { Phase } from './phase.ts';
import type { TherapistView } from './view.ts';
import { vitalsStanding } from './vitals-standing.ts';
import { vitalsWords } from './vitals-words.ts';
import type { Sign } from './watch.ts';
import { THE_ROLE } from './role.ts';
import { words } from '../words.ts';

/*
 * What each entry needs (GD1). Asked of the therapist's view, by the server's decider and by the
 * therapist's checklist alike: there is no second list. `docs/GUARDS.md` is drawn from here.
 */

export type SigningGuard = `criterion_${Criterion}` | 'observation';
export type BoosterGuard =
  | 'booster_phase'
  | 'booster_ordered'
  | 'booster_minute'
  | 'booster_agreed';
export type GuardId =
  | BeforeDoseGuard
  | 'vitals'
  | 'no_other_dose'
  | BoosterGuard
  | 'hold_ended'
  | Sign
  | SigningGuard
  | 'signed_therapist'
  | 'signed_chaperone'
  | 'alerts_resolved';
type Guards = Guard<GuardId>[];

function vitalsGuard(view: TherapistView, order: Order | null, now: number): Guard<GuardId> {
  if (order === null) {
    return guard('vitals', false, 'prescriber', words('Vitals need an order with limits.'));
  }
  const standing = vitalsStanding(view.vitals, order, now);
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
  presentGuard(view, 'therapist'),
  otherDoseGuard(view, now),
  vitalsGuard(view, orderAt(view, now), now),
  alertsGuard(view),
];

/** The body does not know of two sessions: no dose beside an open one, nor on the same day (DO8). */
function otherDoseGuard({ sessionId, care }: TherapistView, now: number): Guard<GuardId> {
  const { lastDose } = care;
  const other = lastDose !== null && lastDose.sessionId !== sessionId ? lastDose : null;
  const met = other === null || (!other.open && now - other.at > SAME_DAY);
  const stand = met
    ? words('No other dose today.')
    : other.open
      ? words('A dose was taken in another session that is still open.')
      : words('A dose was taken in another session less than twelve hours ago.');
  return guard('no_other_dose', met, 'therapist', stand);
}

/** What the order that is in force now allows; a new version after T0 can take it back. */
export const boosterAllowed = ({ care }: Pick<TherapistView, 'care'>, now: number) =>
  orderInForce(care.orders, now)?.terms.booster ?? null;

/** What a booster needs. The client is asked nothing: they answered before T0 (DO4, DO6). */
export function boosterGuards(view: TherapistView, now: number): Guards {
  const { dose, papers, phase } = view;
  const allowed = boosterAllowed(view, now);
  const minute = dose.t0 === null ? 0 : Math.floor((now - dose.t0) / 60_000);
  const first = !dose.taken.some(({ kind }) => kind === 'booster');
  const inTime = allowed !== null && minute >= allowed.earliestMinute;
  const order = orderInForce(view.care.orders, now);
  const during = phase === 'onset' || phase === 'journey';
  // A reading from before the dose says nothing of what the dose has done.
  const readings = view.vitals.readings.filter(({ takenAt }) => takenAt > (dose.t0 ?? now));
  return [
    guard(
      'booster_phase',
      during && dose.taken.at(-1)?.holdEndedAt !== null,
      'time',
      words('A booster belongs to onset or journey, after the hold.'),
    ),
    courseGuard(view),
    guard(
      'order',
      order !== null,
      'prescriber',
      order ? words('Order in force.') : words('No order in force.'),
    ),
    guard(
      'booster_ordered',
      allowed !== null && first,
      'prescriber',
      allowed === null
        ? words('The order allows no booster.')
        : first
          ? words('The order allows {tablets} as a booster.', { tablets: allowed.tablets })
          : words('The booster was given already.'),
    ),
    guard(
      'booster_minute',
      inTime,
      'time',
      words('Not before minute {earliestMinute}; now minute {minute}.', {
        earliestMinute: allowed?.earliestMinute ?? '–',
        minute,
      }),
    ),
    guard(
      'booster_agreed',
      papers.boosterAgreed === true,
      'client',
      papers.boosterAgreed === true
        ? words('The client said before the dose that they are open to it.')
        : words('The client did not say before the dose that they are open to it.'),
    ),
    presentGuard(view, 'therapist'),
    presentGuard(view, 'client'),
    presentGuard(view, 'chaperone'),
    vitalsGuard({ ...view, vitals: { ...view.vitals, readings } }, order, now),
    alertsGuard(view),
  ];
}

const alertsGuard = (view: TherapistView): Guard<GuardId> => {
  const met = !view.alerts.some(isOpen);
  return guard(
    'alerts_resolved',
    met,
    'therapist',
    met ? words('No alert is open.') : words('An alert is still open. Resolve it first.'),
  );
};

const SIGN_WORDS: Record<Sign, string> = {
  speaks: words('The client speaks'),
  eyes_open: words('The client’s eyes are open'),
  oriented: words('The client knows who and where they are, and the day'),
};

function signGuard(view: TherapistView, sign: Sign): Guard<GuardId> {
  const met = view.watch.signs[sign] !== null;
  return guard(
    sign,
    met,
    'therapist',
    met
      ? words('{sign}: seen.', { sign: SIGN_WORDS[sign] })
      : words('{sign}: not noted yet.', { sign: SIGN_WORDS[sign] }),
  );
}

function holdGuard({ dose }: TherapistView): Guard<GuardId> {
  const met = dose.taken.length > 0 && dose.taken.every(({ holdEndedAt }) => holdEndedAt !== null);
  const stand = met
    ? words('The hold has ended.')
    : words('When the hold ends, say whether it was spat, swallowed or vomited.');
  return guard('hold_ended', met, 'therapist', stand);
}

/** When the least observation after every dose is over, each by its own order, ms; null before a dose. */
export function observedUntil({ dose }: Pick<TherapistView, 'dose'>): number | null {
  const ends = dose.taken.map(
    ({ at, order }) => at + (order?.terms.observationMinutes ?? DEFAULT_OBSERVATION) * 60_000,
  );
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** What must hold before anybody signs the release (RL1, RL2). */
export function signingGuards(view: TherapistView, now: number): Guards {
  const until = observedUntil(view);
  const observed = until !== null && now >= until;
  const left = until === null ? 0 : Math.ceil((until - now) / 60_000);
  return [
    ...Criterion.options.map((criterion) => {
      const ticked = view.release.criteria[criterion];
      const what = CRITERION_WORDS[criterion];
      const met = ticked?.met === true;
      return guard(
        `criterion_${criterion}`,
        met,
        'therapist',
        ticked
          ? ticked.met
            ? words('{what}: met, {words}.', { what, words: ticked.value })
            : words('{what}: not met, {words}.', { what, words: ticked.value })
          : words('{what}: not gone through.', { what }),
      );
    }),
    guard(
      'observation',
      observed,
      'time',
      observed
        ? words('The observation time since the last dose has passed.')
        : words('{left} more minutes of observation since the last dose.', { left }),
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
      signatures[role]
        ? words('Signed by {who}.', { who: THE_ROLE[role] })
        : words('Not signed by {who}.', { who: THE_ROLE[role] }),
    );
  return [...signingGuards(view, now), signed('therapist'), signed('chaperone'), alertsGuard(view)];
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
      return [holdGuard(view)];
    case 'return':
      // A booster is held, too.
      return [holdGuard(view), signGuard(view, 'speaks'), signGuard(view, 'eyes_open')];
    case 'integration':
      return [signGuard(view, 'oriented')];
    case 'closed':
      return closingGuards(view, now);
    default:
      return [];
  }
}
