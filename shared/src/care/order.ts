import { z } from 'zod';
import { moment, personName, phoneNumber, typedText } from '../text.ts';
import { words } from '../words.ts';

const whole = (what: string, min: number, max: number) =>
  z
    .int(words('{what} is missing.', { what }))
    .min(min, words('{what} must be {min} to {max}.', { what, min, max }))
    .max(max, words('{what} must be {min} to {max}.', { what, min, max }));

const range = (what: string, min: number, max: number) =>
  z
    .object(
      {
        min: whole(words('The lowest {what}', { what }), min, max),
        max: whole(words('The highest {what}', { what }), min, max),
      },
      words('The limits of the {what} are missing.', { what }),
    )
    .refine((limits) => limits.min < limits.max, {
      error: words('The lowest {what} must be below the highest.', { what }),
      path: ['max'],
    });

/** Blood pressure in mmHg, heart rate in beats a minute, SpO2 in percent. */
export const VitalsLimits = z.object(
  {
    systolic: range(words('systolic pressure'), 50, 250),
    diastolic: range(words('diastolic pressure'), 30, 150),
    heartRate: range(words('heart rate'), 30, 200),
    /** A reading without SpO2 is not held against this. */
    spo2Min: whole(words('The lowest SpO2'), 80, 100).nullable(),
  },
  words('The limits of the vitals are missing.'),
);
export type VitalsLimits = z.infer<typeof VitalsLimits>;

/** domain.md: 140/90 and 100, editable; the lower ends are our own. */
export const DEFAULT_LIMITS: VitalsLimits = {
  systolic: { min: 90, max: 140 },
  diastolic: { min: 50, max: 90 },
  heartRate: { min: 50, max: 100 },
  spo2Min: 94,
};
/** Minutes; from Spravato's label (domain.md). */
export const DEFAULT_OBSERVATION = 120;

/** What the prescriber ordered, as the therapist has it before them. */
export const OrderTerms = z
  .object(
    {
      prescriberName: personName(words('The prescriber’s name')),
      prescriberLicence: typedText(words('The prescriber’s licence number'), 40),
      prescriberPhone: phoneNumber(words('The prescriber’s phone number')),
      medicine: typedText(words('The medicine'), 60),
      form: z.enum(['lozenge', 'tablet', 'troche'], words('Choose the form.')),
      /** mg in one lozenge. */
      strengthMg: whole(words('The strength in mg'), 1, 1_000),
      tablets: whole(words('The number of tablets'), 1, 6),
      holdMinutes: whole(words('The hold minutes'), 1, 60),
      afterHold: z.enum(
        ['spit', 'swallow'],
        words('Choose what follows the hold: spit or swallow.'),
      ),
      limits: VitalsLimits,
      booster: z
        .object({
          tablets: whole(words('The booster’s tablets'), 1, 6),
          /** Minutes after T0. */
          earliestMinute: whole(words('The booster’s earliest minute'), 1, 180),
        })
        .nullable(),
      observationMinutes: whole(words('The observation minutes'), 30, 480),
      validFrom: moment(words('The first day')),
      validUntil: moment(words('The last day')),
    },
    words('The order is missing.'),
  )
  .refine((terms) => terms.validFrom < terms.validUntil, {
    error: words('The order must end after it begins.'),
    path: ['validUntil'],
  });
export type OrderTerms = z.infer<typeof OrderTerms>;

/** A version of an order. A change makes a new version; the old one stays, replaced. */
export const Order = z.object({
  orderId: z.string(),
  version: z.int(),
  writtenAt: z.int(),
  /** From then on it is not in force: replaced by a new version, or withdrawn. ms, or null. */
  endedAt: z.int().nullable(),
  terms: OrderTerms,
});
export type Order = z.infer<typeof Order>;

export const isInForce = ({ endedAt, terms }: Order, at: number): boolean =>
  endedAt === null && terms.validFrom <= at && at < terms.validUntil;

/** The one order in force at a time; overlapping ones are never accepted (OR2). */
export const orderInForce = (orders: readonly Order[], at: number): Order | null =>
  orders.find((order) => isInForce(order, at)) ?? null;
