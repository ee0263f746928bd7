import { z } from 'zod';
import { MissingGuard } from './guard.ts';

/** The closed set of refusals. Each carries its words for the person who asked. */
export const RejectionCode = z.enum([
  'invalid',
  'not_allowed',
  'not_admitted',
  'not_found',
  'wrong_phase',
  'illegal_move',
  'stale',
  'session_over',
  'not_waiting',
  'guard_unmet',
  'presence_needed',
  'orders_overlap',
  'old_version',
  'unavailable',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

export const Rejection = z.object({
  code: RejectionCode,
  /** Words for the person who asked: what is wrong and what they can do. */
  message: z.string(),
  /** The input that is at fault, where there is one. */
  field: z.string().optional(),
  /** With `guard_unmet`: all that is still missing, and whose turn it is. */
  missing: z.array(MissingGuard).optional(),
});
export type Rejection = z.infer<typeof Rejection>;

export const reject = (code: RejectionCode, message: string, field?: string): Rejection => ({
  code,
  message,
  ...(field === undefined ? {} : { field }),
});
