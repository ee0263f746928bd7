import { z } from 'zod';
import { personName, phoneNumber, typedLines, typedText } from '../text.ts';
import { UsState } from './us-state.ts';

export const Address = z.object(
  {
    street: typedText('The street', 120),
    city: typedText('The city', 80),
    state: UsState,
    zip: z
      .string('The ZIP code is missing.')
      .trim()
      .regex(/^\d{5}(-\d{4})?$/, 'The ZIP code has five digits, for example 80203.'),
    /** Read aloud to a dispatcher: which door, which floor, a code, a dog. */
    doorNotes: typedLines('What helpers must know at the door', 300).nullable(),
  },
  'The address is missing.',
);
export type Address = z.infer<typeof Address>;

export const addressLine = ({ street, city, state, zip }: Address): string =>
  `${street}, ${city}, ${state} ${zip}`;

/**
 * The dispatch centre at the client's home. A three-digit number reaches the dispatcher of whoever
 * dials it, which for a therapist elsewhere is the wrong one (domain.md, HHS).
 */
export const DispatchLine = z
  .string('The dispatch line is missing.')
  .trim()
  .refine(
    (typed) => !/^\s*9\s*1\s*1\s*$/.test(typed),
    '911 reaches the dispatcher where the caller is. Give the ten-digit line of the dispatch centre at the client’s home.',
  )
  .refine(
    (typed) => /^(\+?1)?\d{10}$/.test(typed.replace(/[\s().-]/g, '')),
    'The dispatch line has ten digits, for example 303 555 0199.',
  );

export const Contact = z.object({
  name: personName('The contact’s name'),
  relation: typedText('How they know the client', 60).nullable(),
  phone: phoneNumber('The contact’s phone number'),
});
export type Contact = z.infer<typeof Contact>;

export const ChaperoneRecord = z.object({
  name: personName('The chaperone’s name'),
  phone: phoneNumber('The chaperone’s phone number'),
});
export type ChaperoneRecord = z.infer<typeof ChaperoneRecord>;

/** Who the client is, as the practice keeps it. What is not known yet is null. */
export const ClientRecord = z.object(
  {
    firstName: personName('The client’s first name or initials'),
    /** YYYY-MM-DD. */
    birthDate: z.iso.date('The date of birth is not a date.').nullable(),
    phone: phoneNumber('The client’s phone number').nullable(),
    home: Address.nullable(),
    dispatchLine: DispatchLine.nullable(),
    emergencyContacts: z.array(Contact).max(4, 'At most four emergency contacts.'),
    chaperone: ChaperoneRecord.nullable(),
    allergies: typedLines('Allergies', 500).nullable(),
    conditions: typedLines('Conditions', 500).nullable(),
  },
  'The client’s record is missing.',
);
export type ClientRecord = z.infer<typeof ClientRecord>;

/** Whole years at `now` (ms since the epoch); null when the date of birth is not known. */
export function ageAt(birthDate: string | null, now: number): number | null {
  if (birthDate === null) return null;
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const today = new Date(now);
  const passed =
    today.getUTCMonth() + 1 > month ||
    (today.getUTCMonth() + 1 === month && today.getUTCDate() >= day);
  return today.getUTCFullYear() - year - (passed ? 0 : 1);
}
