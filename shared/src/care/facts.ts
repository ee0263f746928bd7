import { z } from 'zod';
import { ClientRecord } from './client-record.ts';
import { ClientGrounding } from './grounding.ts';
import { Order } from './order.ts';
import { PracticePolicy } from './practice.ts';
import { Screening } from './screening.ts';

/** Sessions that took place and were closed, by kind. */
export const Completed = z.object({
  consultation: z.int(),
  preparation: z.int(),
  dosing: z.int(),
  integration: z.int(),
});
export type Completed = z.infer<typeof Completed>;

/**
 * What the course of care tells a session, as an event of that session: its guards are decided, and
 * its record is read, without looking anywhere else.
 */
export const CareFacts = z.object({
  /** Null for a session from before there were client records. */
  clientId: z.string().nullable(),
  record: ClientRecord,
  screening: Screening.nullable(),
  orders: z.array(Order),
  completed: Completed,
  /** The newest T0 of the client's, in whichever session; `open`: that session is not over. */
  lastDose: z.object({ sessionId: z.string(), at: z.int(), open: z.boolean() }).nullable(),
  /** The client, or the therapist with them, stopped the course. */
  stopped: z.boolean(),
  /** Absent in sessions from before there was one. */
  grounding: ClientGrounding.optional(),
  policy: PracticePolicy,
});
export type CareFacts = z.infer<typeof CareFacts>;
