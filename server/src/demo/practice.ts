import type { ClientRecord } from '@sojourn/shared/care/client-record';
import { DEFAULT_LIMITS, type OrderTerms } from '@sojourn/shared/care/order';

/* Who and what the demo practice has. All invented; numbers are from the ranges kept for fiction. */

export const DEMO = {
  name: 'Dr. Maya Ellis',
  phone: '+1 303 555 0101',
  practiceName: 'Juniper Lane Therapy (demo)',
};

export const A_DAY = 86_400_000;
export const MINUTE = 60_000;

export const ROBIN: ClientRecord = {
  firstName: 'Robin',
  birthDate: '1988-03-14',
  phone: '+1 303 555 0111',
  home: {
    street: '2150 Juniper Lane',
    city: 'Denver',
    state: 'CO',
    zip: '80203',
    doorNotes: 'Blue door on the left, second floor. The dog is friendly.',
  },
  dispatchLine: '720 555 0199',
  emergencyContacts: [{ name: 'Alex', relation: 'sister', phone: '+1 303 555 0122' }],
  chaperone: { name: 'Sam', phone: '+1 303 555 0147' },
  allergies: 'Penicillin',
  conditions: 'Mild asthma; inhaler on the bedside table',
};

export const NOOR: ClientRecord = {
  firstName: 'Noor',
  birthDate: '1979-11-02',
  phone: '+1 970 555 0163',
  home: {
    street: '48 Aspen Court',
    city: 'Fort Collins',
    state: 'CO',
    zip: '80521',
    doorNotes: 'Ring twice. The key is with the neighbour at 46.',
  },
  dispatchLine: '970 555 0198',
  emergencyContacts: [{ name: 'Idris', relation: 'brother', phone: '+1 970 555 0164' }],
  chaperone: { name: 'Lena', phone: '+1 970 555 0165' },
  allergies: null,
  conditions: 'High blood pressure, treated',
};

export const terms = (now: number): OrderTerms => ({
  prescriberName: 'Dr. Adaeze Okafor',
  prescriberLicence: 'CO DR.0044871',
  prescriberPhone: '+1 720 555 0133',
  medicine: 'ketamine',
  form: 'lozenge',
  strengthMg: 100,
  tablets: 2,
  holdMinutes: 12,
  afterHold: 'spit',
  limits: DEFAULT_LIMITS,
  booster: { tablets: 1, earliestMinute: 20 },
  observationMinutes: 120,
  validFrom: now - 14 * A_DAY,
  validUntil: now + 90 * A_DAY,
});
