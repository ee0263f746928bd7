import type { ClientRecord } from './client-record.ts';
import type { CareFacts } from './facts.ts';
import { DEFAULT_LIMITS, type Order, type OrderTerms } from './order.ts';
import { DEFAULT_POLICY } from './practice.ts';

/* Test support: a client who may be dosed. */

const A_DAY = 86_400_000;

export const testRecord = (): ClientRecord => ({
  firstName: 'Robin',
  birthDate: '1988-03-14',
  phone: '+13035550111',
  home: {
    street: '12 Juniper Lane',
    city: 'Denver',
    state: 'CO',
    zip: '80203',
    doorNotes: 'Blue door, code 4711',
  },
  dispatchLine: '3035550199',
  emergencyContacts: [{ name: 'Alex', relation: 'sister', phone: '+13035550122' }],
  chaperone: { name: 'Sam', phone: '+13035550147' },
  allergies: 'Penicillin',
  conditions: 'Asthma',
});

export const testTerms = (now: number): OrderTerms => ({
  prescriberName: 'Dr. Okafor',
  prescriberLicence: 'CO-44871',
  prescriberPhone: '+13035550133',
  medicine: 'ketamine',
  form: 'lozenge',
  strengthMg: 100,
  tablets: 2,
  holdMinutes: 12,
  afterHold: 'spit',
  limits: DEFAULT_LIMITS,
  booster: { tablets: 1, earliestMinute: 20 },
  observationMinutes: 120,
  validFrom: now - 10 * A_DAY,
  validUntil: now + 20 * A_DAY,
});

export const testOrder = (now: number): Order => ({
  orderId: 'order-1',
  version: 1,
  writtenAt: now - 10 * A_DAY,
  endedAt: null,
  terms: testTerms(now),
});

/** Cleared, ordered, prepared, with every phone. */
export const testFacts = (now: number): CareFacts => ({
  clientId: 'c_1',
  record: testRecord(),
  screening: {
    outcome: 'cleared',
    by: 'Dr. Okafor',
    decidedAt: now - 30 * A_DAY,
    validUntil: now + 60 * A_DAY,
  },
  orders: [testOrder(now)],
  completed: { consultation: 1, preparation: 1, dosing: 0, integration: 0 },
  lastDose: null,
  stopped: false,
  policy: DEFAULT_POLICY,
});
