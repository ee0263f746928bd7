import { z } from 'zod';
import { moment, personName } from '../text.ts';
import { words } from '../words.ts';

/** The prescriber's answer to whether this client may be treated. */
export const Screening = z
  .object(
    {
      outcome: z.enum(['cleared', 'not_cleared', 'pending'], words('Choose the outcome.')),
      by: personName(words('Who decided')),
      decidedAt: moment(words('The day of the decision')),
      /** ms; a clearance is never for ever. Null for the other outcomes. */
      validUntil: moment(words('The last day of the clearance')).nullable(),
    },
    words('The screening is missing.'),
  )
  .refine(({ outcome, validUntil }) => outcome !== 'cleared' || validUntil !== null, {
    error: words('A clearance needs its last day.'),
    path: ['validUntil'],
  })
  .refine(({ decidedAt, validUntil }) => validUntil === null || decidedAt < validUntil, {
    error: words('The clearance must end after it was decided.'),
    path: ['validUntil'],
  });
export type Screening = z.infer<typeof Screening>;

export const isCleared = (screening: Screening | null, at: number): boolean =>
  screening?.outcome === 'cleared' && screening.validUntil !== null && at < screening.validUntil;
