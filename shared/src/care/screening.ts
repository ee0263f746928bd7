import { z } from 'zod';
import { moment, personName } from '../text.ts';

/** The prescriber's answer to whether this client may be treated. */
export const Screening = z
  .object(
    {
      outcome: z.enum(['cleared', 'not_cleared', 'pending'], 'Choose the outcome.'),
      by: personName('Who decided'),
      decidedAt: moment('The day of the decision'),
      /** ms; a clearance is never for ever. Null for the other outcomes. */
      validUntil: moment('The last day of the clearance').nullable(),
    },
    'The screening is missing.',
  )
  .refine(({ outcome, validUntil }) => outcome !== 'cleared' || validUntil !== null, {
    error: 'A clearance needs its last day.',
    path: ['validUntil'],
  })
  .refine(({ decidedAt, validUntil }) => validUntil === null || decidedAt < validUntil, {
    error: 'The clearance must end after it was decided.',
    path: ['validUntil'],
  });
export type Screening = z.infer<typeof Screening>;

export const isCleared = (screening: Screening | null, at: number): boolean =>
  screening?.outcome === 'cleared' && screening.validUntil !== null && at < screening.validUntil;
