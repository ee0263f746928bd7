import type { CareCommand } from '@sojourn/shared/care/command';
import {
  DEFAULT_LIMITS,
  DEFAULT_OBSERVATION,
  type Order,
  type OrderTerms,
} from '@sojourn/shared/care/order';
import type { CareView } from '@sojourn/shared/care/view';
import { err, type Result } from '@sojourn/shared/result';
import { readCareCommand } from '../../connection/care-form.ts';
import { dayBegins, dayEnds, lastDayInput, toDateInput } from '../../connection/dates.ts';
import type { Faults } from '../../connection/faults.ts';
import { notWhole, textOrNull, wholeNumber } from '../../connection/form-model.ts';
import { m } from '../../language/index.ts';

const NUMBERS = [
  'strengthMg',
  'tablets',
  'holdMinutes',
  'limits.systolic.min',
  'limits.systolic.max',
  'limits.diastolic.min',
  'limits.diastolic.max',
  'limits.heartRate.min',
  'limits.heartRate.max',
  'limits.spo2Min',
  'booster.tablets',
  'booster.earliestMinute',
  'observationMinutes',
] as const;

export type OrderNumber = (typeof NUMBERS)[number];

/** What stands in the order's form, as typed; by the paths of the terms. */
export interface OrderDraft extends Record<OrderNumber, string> {
  prescriberName: string;
  prescriberLicence: string;
  prescriberPhone: string;
  medicine: string;
  form: OrderTerms['form'] | null;
  afterHold: OrderTerms['afterHold'] | null;
  hasBooster: boolean;
  validFrom: string;
  validUntil: string;
}

export const FORMS = [
  { value: 'lozenge', label: m('Lozenge') },
  { value: 'tablet', label: m('Tablet') },
  { value: 'troche', label: m('Troche') },
] as const;

export const AFTER_HOLD = [
  { value: 'spit', label: m('Spit') },
  { value: 'swallow', label: m('Swallow') },
] as const;

/** The terms of the order that is changed; without one, the usual limits and an empty order. */
export function draftOf(terms: OrderTerms | null, now: number): OrderDraft {
  const { systolic, diastolic, heartRate, spo2Min } = terms?.limits ?? DEFAULT_LIMITS;
  const text = (value: number | null | undefined) => String(value ?? '');
  return {
    prescriberName: terms?.prescriberName ?? '',
    prescriberLicence: terms?.prescriberLicence ?? '',
    prescriberPhone: terms?.prescriberPhone ?? '',
    medicine: terms?.medicine ?? 'ketamine',
    form: terms?.form ?? 'lozenge',
    strengthMg: text(terms?.strengthMg),
    tablets: text(terms?.tablets),
    holdMinutes: text(terms?.holdMinutes),
    afterHold: terms?.afterHold ?? null,
    'limits.systolic.min': text(systolic.min),
    'limits.systolic.max': text(systolic.max),
    'limits.diastolic.min': text(diastolic.min),
    'limits.diastolic.max': text(diastolic.max),
    'limits.heartRate.min': text(heartRate.min),
    'limits.heartRate.max': text(heartRate.max),
    'limits.spo2Min': text(spo2Min),
    hasBooster: terms ? terms.booster !== null : false,
    'booster.tablets': text(terms?.booster?.tablets),
    'booster.earliestMinute': text(terms?.booster?.earliestMinute),
    observationMinutes: text(terms?.observationMinutes ?? DEFAULT_OBSERVATION),
    validFrom: toDateInput(terms?.validFrom ?? now),
    validUntil: terms ? lastDayInput(terms.validUntil) : '',
  };
}

/** The next order of the same prescriber begins with who they are. */
export function nextDraft(orders: readonly Order[], now: number): OrderDraft {
  const last = orders.at(-1)?.terms;
  const { prescriberName = '', prescriberLicence = '', prescriberPhone = '' } = last ?? {};
  return { ...draftOf(null, now), prescriberName, prescriberLicence, prescriberPhone };
}

function termsOf(draft: OrderDraft) {
  const number = (path: OrderNumber) => wholeNumber(draft[path]);
  const range = (of: 'systolic' | 'diastolic' | 'heartRate') => ({
    min: number(`limits.${of}.min`),
    max: number(`limits.${of}.max`),
  });
  const { prescriberName, prescriberLicence, prescriberPhone, medicine, form, afterHold } = draft;
  return {
    prescriberName,
    prescriberLicence,
    prescriberPhone,
    medicine,
    form,
    afterHold,
    strengthMg: number('strengthMg'),
    tablets: number('tablets'),
    holdMinutes: number('holdMinutes'),
    limits: {
      systolic: range('systolic'),
      diastolic: range('diastolic'),
      heartRate: range('heartRate'),
      spo2Min: textOrNull(draft['limits.spo2Min']) === null ? null : number('limits.spo2Min'),
    },
    booster: draft.hasBooster
      ? { tablets: number('booster.tablets'), earliestMinute: number('booster.earliestMinute') }
      : null,
    observationMinutes: number('observationMinutes'),
    validFrom: dayBegins(draft.validFrom),
    validUntil: dayEnds(draft.validUntil),
  };
}

/** @param replaces the order that this is a new version of; null for a new order */
export function readOrder(
  draft: OrderDraft,
  care: CareView,
  replaces: string | null,
  now: number,
): Result<CareCommand, Faults> {
  const command = { type: 'order.write', replaces, terms: termsOf(draft) };
  const read = readCareCommand(command, care, 'terms', now);
  const asked = NUMBERS.filter((path) => draft.hasBooster || !path.startsWith('booster.'));
  return read.ok ? read : err({ ...read.error, ...notWhole(draft, asked) });
}
