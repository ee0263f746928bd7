import { z } from 'zod';
import { Address } from '../care/client-record.ts';
import { UsState } from '../care/us-state.ts';
import { Language } from '../language.ts';
import { personName, phoneNumber, typedLines, typedText } from '../text.ts';
import { ConsentDocument, consentVersion } from './consent.ts';
import { Caution } from './library/exercise.ts';
import type { GuestRole } from './role.ts';
import type { SessionState } from './state.ts';
import { words } from '../words.ts';

/* What client and chaperone read, sign and answer before the dose. After T0 none of it is asked (DO4). */

/** The set-up checklist of the client's room and day (domain.md, JC-sp, JOT, SPR). */
export const ChecklistItem = z.enum([
  'chaperone_near',
  'bathroom_path',
  'spit_cup',
  'basin',
  'eye_mask',
  'music',
  'phone_charged',
  'nothing_later',
  'no_driving',
]);
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** What the chaperone may do beside safety: agreed before, because it cannot be asked after. */
export const TouchAgreement = z.enum(['hand', 'ask', 'safety_only'], words('Choose one.'));
export type TouchAgreement = z.infer<typeof TouchAgreement>;

export const PapersCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('consent.sign'),
    document: ConsentDocument,
    version: z.string().max(20),
    name: personName(words('Your name')),
    /** In which it was read: a signature is to that text. Absent: English. */
    language: Language.optional(),
  }),
  z.object({ type: z.literal('consent.withdraw'), document: ConsentDocument }),
  z.object({
    type: z.literal('location.attest'),
    /** Null: at home, at the address that the practice has. */
    elsewhere: Address.nullable(),
  }),
  z.object({ type: z.literal('checklist.set'), item: ChecklistItem, done: z.boolean() }),
  z.object({
    type: z.literal('fasting.report'),
    hours: z
      .int(words('The hours without food are missing.'))
      .min(0, words('The hours without food must be 0 to 48.'))
      .max(48, words('The hours without food must be 0 to 48.')),
  }),
  z.object({
    type: z.literal('today.report'),
    /** Medicines, alcohol, cannabis and the like since waking; null: nothing. */
    took: typedLines(words('What you took today'), 500).nullable(),
  }),
  z.object({ type: z.literal('intention.write'), words: typedLines(words('Your intention'), 500) }),
  z.object({ type: z.literal('phrase.write'), words: typedText(words('Your own words'), 120) }),
  z.object({ type: z.literal('touch.agree'), touch: TouchAgreement }),
  z.object({ type: z.literal('booster.answer'), agreed: z.boolean() }),
  z.object({ type: z.literal('avoid.mark'), caution: Caution, on: z.boolean() }),
  z.object({
    type: z.literal('chaperone.agree'),
    name: personName(words('Your name')),
    phone: phoneNumber(words('Your phone number')),
    /** In which they are written to and called (LA4). Absent: English. */
    language: Language.optional(),
  }),
]);
export type PapersCommand = z.infer<typeof PapersCommand>;

export const PapersEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('consent.signed'),
    document: ConsentDocument,
    version: z.string(),
    name: z.string(),
    /** In which it was read; absent in older records, which knew English only. */
    language: Language.optional(),
  }),
  z.object({ type: z.literal('consent.withdrawn'), document: ConsentDocument }),
  z.object({
    type: z.literal('location.attested'),
    place: z.enum(['home', 'elsewhere']),
    address: Address,
    state: UsState,
  }),
  z.object({ type: z.literal('checklist.ticked'), item: ChecklistItem }),
  z.object({ type: z.literal('checklist.unticked'), item: ChecklistItem }),
  z.object({ type: z.literal('fasting.reported'), hours: z.int() }),
  z.object({ type: z.literal('today.reported'), took: z.string().nullable() }),
  z.object({ type: z.literal('intention.written'), words: z.string() }),
  z.object({ type: z.literal('phrase.written'), words: z.string() }),
  z.object({ type: z.literal('touch.agreed'), touch: TouchAgreement }),
  z.object({ type: z.literal('booster.answered'), agreed: z.boolean() }),
  z.object({ type: z.literal('avoid.marked'), caution: Caution, on: z.boolean() }),
  z.object({
    type: z.literal('chaperone.agreed'),
    name: z.string(),
    phone: z.string(),
    language: Language.optional(),
  }),
]);
export type PapersEvent = z.infer<typeof PapersEvent>;

export interface SignedConsent {
  version: string;
  /** As it was typed. */
  name: string;
  /** In which the text was read. */
  language: Language;
  at: number;
}

/** Where the client is, in their own word, today. */
export interface Location {
  place: 'home' | 'elsewhere';
  address: Address;
  state: UsState;
  at: number;
}

/** All times are ms since the epoch, server's clock. */
export interface Papers {
  consents: Record<ConsentDocument, SignedConsent | null>;
  location: Location | null;
  /** When each point was ticked. */
  checklist: Partial<Record<ChecklistItem, number>>;
  fasting: { hours: number; at: number } | null;
  today: { took: string | null; at: number } | null;
  intention: string | null;
  /** The client's own grounding phrase. */
  phrase: string | null;
  touch: TouchAgreement | null;
  boosterAgreed: boolean | null;
  /** What they would rather not be offered; null: as in earlier sessions (GR7). */
  avoid: readonly Caution[] | null;
  /** With the language in which they are written to and called (LA4). */
  chaperone: { name: string; language: Language; at: number } | null;
}

export const NO_PAPERS: Papers = {
  consents: { kap: null, telehealth: null, chaperone_release: null },
  location: null,
  checklist: {},
  fasting: null,
  today: null,
  intention: null,
  phrase: null,
  touch: null,
  boosterAgreed: null,
  avoid: null,
  chaperone: null,
};

/** Without what this role has answered, and with the phone that the practice knows of them. */
export function withoutPapersOf(state: SessionState, role: GuestRole): SessionState {
  const { people, care, papers } = state;
  const known = role === 'client' ? care.record.phone : (care.record.chaperone?.phone ?? null);
  const answered = role === 'client' ? { ...NO_PAPERS, chaperone: papers.chaperone } : papers;
  return {
    ...state,
    papers: role === 'client' ? answered : { ...answered, chaperone: null },
    people: { ...people, [role]: { ...people[role], phone: known } },
  };
}

/** An answer about today is one for today only, ms. */
export const SAME_DAY = 12 * 3_600_000;
export const isToday = (answer: { at: number } | null, now: number): boolean =>
  answer !== null && now - answer.at <= SAME_DAY;

/** Signed, and the text has not been renewed since. */
export const isConsented = (papers: Papers, document: ConsentDocument): boolean =>
  papers.consents[document]?.version === consentVersion(document);
