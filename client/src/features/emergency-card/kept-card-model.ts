import type { EmergencyCard } from '@sojourn/shared/session/emergency-card';
import { isOver } from '@sojourn/shared/session/phase';
import type { SessionView } from '@sojourn/shared/session/view';
import { z } from 'zod';

/*
 * What the chaperone's phone keeps for when the network is gone (EC3): the newest card of the session
 * that they are in, and no longer than that session.
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

/** Read back by a build that may be newer than the one that wrote it. */
const KeptCard = z.object({
  card: Card,
  t0: z.number().nullable(),
  /** Server's clock minus this browser's, ms. */
  clockOffset: z.number(),
  therapist: z.object({ name: z.string(), phone: z.string().nullable() }),
  /** This browser's clock, ms. */
  keptAt: z.number(),
});
export type KeptCard = z.infer<typeof KeptCard>;

/** A session that never said goodbye is not kept for longer, ms. */
export const KEPT_FOR = 24 * 3_600_000;

const PREFIX = 'sojourn.card.';
export const keptKey = (sessionId: string): string => `${PREFIX}${sessionId}`;

/**
 * What a new view asks of the store. Whoever is not in the room as its chaperone keeps nothing.
 * @param now this browser's clock, ms
 */
export function toKeep(view: SessionView, clockOffset: number, now: number): KeptCard | 'remove' {
  if (view.screen !== 'chaperone' || isOver(view.phase)) return 'remove';
  const { card, t0, therapistPhone, people } = view;
  return {
    card,
    t0,
    clockOffset,
    therapist: { name: people.therapist.name, phone: therapistPhone },
    keptAt: now,
  };
}

/** @param now this browser's clock, ms */
export function readKept(text: string | null, now: number): KeptCard | null {
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const kept = KeptCard.safeParse(json);
  return kept.success && now - kept.data.keptAt <= KEPT_FOR ? kept.data : null;
}

/** The keys of what is of no use any more: too old, or not to be understood. */
export const staleKeys = (
  entries: readonly (readonly [key: string, text: string | null])[],
  now: number,
): string[] =>
  entries
    .filter(([key, text]) => key.startsWith(PREFIX) && readKept(text, now) === null)
    .map(([key]) => key);
