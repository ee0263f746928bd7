import { addressLine } from '../care/client-record.ts';
import { mgOf, type Dose } from './dose.ts';
import { isConsented } from './papers.ts';
import { isOver } from './phase.ts';
import type { SessionState } from './state.ts';
import { type Reading } from './vitals.ts';
import { counted } from './vitals-standing.ts';
import { words } from '../words.ts';

/** A number to dial, and whose it is. */
export interface CardPhone {
  who: string;
  phone: string;
}

/** What one reads aloud to a dispatcher (EC1). All times are ms since the epoch. */
export interface EmergencyCard {
  firstName: string;
  address: string | null;
  doorNotes: string | null;
  /** Not at home today: the dispatch line is another town's, perhaps. */
  elsewhere: boolean;
  /** Null when this reader may not know (EC2), or nothing was said. */
  health: {
    /** YYYY-MM-DD. */
    birthDate: string | null;
    /** "ketamine 100 mg lozenge, under the tongue". */
    medicine: string | null;
    doses: readonly { tablets: number; mg: number; at: number }[];
    allergies: string | null;
    conditions: string | null;
    lastVitals: Reading | null;
  } | null;
  /** The dispatch centre at the client's home: what somebody elsewhere dials. */
  dispatchLine: string | null;
  phones: readonly CardPhone[];
}

/** @param withHealth false: for a reader who has no release for it */
export function emergencyCard(state: SessionState, withHealth: boolean): EmergencyCard {
  const { care, people, papers, dose, vitals } = state;
  const { record } = care;
  const address = papers.location?.address ?? record.home;
  const terms = dose.order?.terms;
  const phone = (who: string, number: string | null): CardPhone[] =>
    number === null ? [] : [{ who, phone: number }];
  return {
    firstName: people.client.name || record.firstName,
    address: address && addressLine(address),
    doorNotes: address?.doorNotes ?? null,
    elsewhere: papers.location?.place === 'elsewhere',
    health: withHealth
      ? {
          birthDate: record.birthDate,
          medicine: terms ? medicineWords(dose) : null,
          doses: dose.taken.map((taken) => ({
            tablets: taken.tablets,
            mg: mgOf(taken),
            at: taken.at,
          })),
          allergies: record.allergies,
          conditions: record.conditions,
          lastVitals: counted(vitals).at(-1) ?? null,
        }
      : null,
    dispatchLine: record.dispatchLine,
    phones: [
      ...phone(words('{name}, therapist', { name: people.therapist.name }), people.therapist.phone),
      ...phone(
        words('{name}, chaperone', { name: people.chaperone.name || words('Chaperone') }),
        people.chaperone.phone,
      ),
      ...phone(
        words('{name}, client', { name: people.client.name || record.firstName }),
        people.client.phone,
      ),
      ...record.emergencyContacts.flatMap(({ name, relation, phone: number }) =>
        phone(relation ? `${name}, ${relation}` : name, number),
      ),
      ...(withHealth && terms
        ? phone(words('{name}, prescriber', { name: terms.prescriberName }), terms.prescriberPhone)
        : []),
    ],
  };
}

/** With the strength of a lozenge only where all of them had the same: the sum is said apart. */
function medicineWords({ order, taken }: Dose): string {
  const orders = [order, ...taken.map((each) => each.order)].filter((each) => each !== null);
  const strengths = new Set(orders.map(({ terms }) => terms.strengthMg));
  const { medicine = '', form = '' } = order?.terms ?? {};
  const each = strengths.size === 1 ? [`${[...strengths].join('')} mg`] : [];
  return [medicine, ...each, form].join(' ');
}

/** EC2: the chaperone has the health part by the client's release, and only while a dosing session lasts. */
export const releasedToChaperone = ({ kind, phase, papers }: SessionState): boolean =>
  kind === 'dosing' && !isOver(phase) && isConsented(papers, 'chaperone_release');
