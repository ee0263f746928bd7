import { z } from 'zod';
import { Language } from '../language.ts';
import { personName, phoneNumber, typedLines, typedText } from '../text.ts';
import { UsState } from './us-state.ts';
import { words } from '../words.ts';

export const Address = z.object(
  {
    street: typedText(words('The street'), 120),
    city: typedText(words('The city'), 80),
    state: UsState,
    zip: z
      .string(words('The ZIP code is missing.'))
      .trim()
      .regex(/^\d{5}(-\d{4})?$/, words('The ZIP code has five digits, for example 80203.')),
    /** Read aloud to a dispatcher: which door, which floor, a code, a dog. */
    doorNotes: typedLines(words('What helpers must know at the door'), 300).nullable(),
  },
  words('The address is missing.'),
);
export type Address = z.infer<typeof Address>;

export const addressLine = ({ street, city, state, zip }: Address): string =>
  `${street}, ${city}, ${state} ${zip}`;

/**
 * The dispatch centre at the client's home. A three-digit number reaches the dispatcher of whoever
 * dials it, which for a therapist elsewhere is the wrong one (domain.md, HHS).
 */
export const DispatchLine = z
  .string(words('The dispatch line is missing.'))
  .trim()
  .refine(
    (typed) => !/^\s*9\s*1\s*1\s*$/.test(typed),
    words(
      '911 reaches the dispatcher where the caller is. Give the ten-digit line of the dispatch centre at the client’s home.',
    ),
  )
  .refine(
    (typed) => /^(\+?1)?\d{10}$/.test(typed.replace(/[\s().-]/g, '')),
    words('The dispatch line has ten digits, for example 303 555 0199.'),
  );

export const Contact = z.object({
  name: personName(words('The contact’s name')),
  relation: typedText(words('How they know the client'), 60).nullable(),
  phone: phoneNumber(words('The contact’s phone number')),
  /** In which they are written to and called (LA4). Absent: English. */
  language: Language.optional(),
});
export type Contact = z.infer<typeof Contact>;

export const ChaperoneRecord = z.object({
  name: personName(words('The chaperone’s name')),
  phone: phoneNumber(words('The chaperone’s phone number')),
});
export type ChaperoneRecord = z.infer<typeof ChaperoneRecord>;

/** Who the client is, as the practice keeps it. What is not known yet is null. */
export const ClientRecord = z.object(
  {
    firstName: personName(words('The client’s first name or initials')),
    /** YYYY-MM-DD. */
    birthDate: z.iso.date(words('The date of birth is not a date.')).nullable(),
    phone: phoneNumber(words('The client’s phone number')).nullable(),
    home: Address.nullable(),
    dispatchLine: DispatchLine.nullable(),
    emergencyContacts: z.array(Contact).max(4, words('At most four emergency contacts.')),
    chaperone: ChaperoneRecord.nullable(),
    allergies: typedLines(words('Allergies'), 500).nullable(),
    conditions: typedLines(words('Conditions'), 500).nullable(),
  },
  words('The client’s record is missing.'),
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
