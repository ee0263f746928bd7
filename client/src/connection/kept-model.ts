import type { EmergencyCard } from '@sojourn/shared/session/emergency-card';
import { unreachable } from '@sojourn/shared/result';
import { Caution } from '@sojourn/shared/session/library/exercise';
import { isOver } from '@sojourn/shared/session/phase';
import { OfferState, PromptWords, type PromptOffer } from '@sojourn/shared/session/prompt-offer';
import { Role } from '@sojourn/shared/session/role';
import type { SessionView } from '@sojourn/shared/session/view';
import { z } from 'zod';

/*
 * What a browser keeps for when it reaches no server (WD3, EC3): of the newest view, what this role may
 * know and needs then, and no longer than that session.
 */

const Reading = z.object({
  systolic: z.number(),
  diastolic: z.number(),
  heartRate: z.number(),
  spo2: z.number().nullable(),
  readBy: z.enum(['client', 'chaperone', 'therapist']),
  method: z.enum(['upper_arm_cuff', 'wrist_cuff', 'manual_cuff', 'oximeter_only']),
  takenAt: z.number(),
  readingId: z.string(),
  struck: z.string().nullable(),
});
const Card = z.object({
  firstName: z.string(),
  address: z.string().nullable(),
  doorNotes: z.string().nullable(),
  elsewhere: z.boolean().default(false),
  health: z
    .object({
      birthDate: z.string().nullable(),
      medicine: z.string().nullable(),
      doses: z.array(z.object({ tablets: z.number(), mg: z.number(), at: z.number() })).readonly(),
      allergies: z.string().nullable(),
      conditions: z.string().nullable(),
      lastVitals: Reading.nullable(),
    })
    .nullable(),
  dispatchLine: z.string().nullable(),
  phones: z.array(z.object({ who: z.string(), phone: z.string() })).readonly(),
}) satisfies z.ZodType<EmergencyCard>;

const Person = z.object({
  name: z.string(),
  /** Null: not known, or not for this role to know. */
  phone: z.string().nullable(),
});

/** What the client holds on to: the line on the screen, and what goes with what they can open alone (GR4). */
const Own = z.object({
  phrase: z.string().nullable(),
  avoid: z.array(Caution).readonly(),
  place: z.enum(['home', 'elsewhere']).nullable(),
  prompt: z
    .object({
      offerId: z.string(),
      promptId: z.string(),
      words: PromptWords.nullable(),
      state: OfferState,
      spoken: z.boolean(),
      step: z.number(),
      slowerAskedAt: z.number().nullable(),
    })
    .nullable(),
});
/** As much of an offer as its place on the client's screen needs. */
export type KeptPrompt = NonNullable<z.infer<typeof Own>['prompt']>;

const Kept = z.object({
  role: Role,
  /** Null for the client, who is asked nothing and reads no card. */
  card: Card.nullable(),
  t0: z.number().nullable(),
  /** Server's clock minus this browser's, ms. */
  clockOffset: z.number(),
  people: z.object({ therapist: Person, client: Person, chaperone: Person }),
  /** The client's alone. */
  own: Own.nullable().default(null),
});
export type Kept = z.infer<typeof Kept>;

/** Read back by a build that may be newer than the one that wrote it. */
const Stored = Kept.extend({
  /** This browser's clock, ms. */
  keptAt: z.number(),
});

/** A session that never said goodbye is not kept for longer, ms. */
export const KEPT_FOR = 24 * 3_600_000;

export const PREFIX = 'sojourn.kept.';

export interface Place {
  sessionId: string;
  role: Role;
}
export const keptKey = ({ sessionId, role }: Place): string => `${PREFIX}${sessionId}.${role}`;

/** What of this view is kept. Who is not in the room keeps nothing. */
export function keptOf(view: SessionView, clockOffset: number): Kept | null {
  if (view.screen === 'lobby' || isOver(view.phase)) return null;
  const { people, t0, screen: role } = view;
  const person = (of: Role, phone: string | null) => ({ name: people[of].name, phone });
  const none = { therapist: null, client: null, chaperone: null };
  const phones = (known: Partial<Record<Role, string | null>>) => {
    const all = { ...none, ...known };
    return {
      therapist: person('therapist', all.therapist),
      client: person('client', all.client),
      chaperone: person('chaperone', all.chaperone),
    };
  };
  switch (view.screen) {
    case 'therapist':
      return { role, card: view.card, t0, clockOffset, people: phones(view.phones), own: null };
    case 'client': {
      const { chaperonePhone, grounding, prompt } = view;
      const own = { ...grounding, prompt: prompt && promptOf(prompt) };
      const people = phones({ chaperone: chaperonePhone });
      return { role, card: null, t0, clockOffset, people, own };
    }
    case 'chaperone': {
      const { card, therapistPhone } = view;
      const people = phones({ therapist: therapistPhone });
      return { role, card, t0, clockOffset, people, own: null };
    }
    default:
      return unreachable(view);
  }
}

const promptOf = (offer: PromptOffer): KeptPrompt => {
  const { offerId, promptId, words, state, spoken, step, slowerAskedAt } = offer;
  return { offerId, promptId, words, state, spoken, step, slowerAskedAt };
};

/** @param now this browser's clock, ms */
export const keptText = (kept: Kept, now: number): string =>
  JSON.stringify({ ...kept, keptAt: now } satisfies z.infer<typeof Stored>);

/** @param now this browser's clock, ms */
export function readKept(text: string | null, now: number): Kept | null {
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const stored = Stored.safeParse(json);
  if (!stored.success || now - stored.data.keptAt > KEPT_FOR) return null;
  const { keptAt: _keptAt, ...kept } = stored.data;
  return kept;
}

/** The keys of what is of no use any more: too old, or not to be understood. */
export const staleKeys = (
  entries: readonly (readonly [key: string, text: string | null])[],
  now: number,
): string[] =>
  entries
    .filter(([key, text]) => key.startsWith(PREFIX) && readKept(text, now) === null)
    .map(([key]) => key);
