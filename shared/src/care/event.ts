import { z } from 'zod';
import { SessionKind } from '../session/phase.ts';
import { ClientRecord } from './client-record.ts';
import { ClientGrounding } from './grounding.ts';
import { OrderTerms } from './order.ts';
import { Screening } from './screening.ts';

/** What happened in a client's course of care. Past tense, append-only. */
export const CareEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('client.registered'), clientId: z.string(), record: ClientRecord }),
  z.object({ type: z.literal('client.amended'), record: ClientRecord }),
  z.object({ type: z.literal('screening.recorded'), screening: Screening }),
  z.object({
    type: z.literal('order.written'),
    orderId: z.string(),
    version: z.int(),
    replaces: z.string().nullable(),
    terms: OrderTerms,
  }),
  z.object({ type: z.literal('order.withdrawn'), orderId: z.string(), reason: z.string() }),
  z.object({
    type: z.literal('session.scheduled'),
    sessionId: z.string(),
    kind: SessionKind,
    scheduledAt: z.int(),
  }),
  /** T0 of that session. */
  z.object({ type: z.literal('session.dosed'), sessionId: z.string(), dosedAt: z.int() }),
  z.object({
    type: z.literal('session.ended'),
    sessionId: z.string(),
    outcome: z.enum(['closed', 'cancelled']),
  }),
  z.object({
    type: z.literal('course.stopped'),
    by: z.enum(['client', 'therapist']),
    reason: z.string(),
  }),
  z.object({ type: z.literal('course.resumed') }),
  z.object({
    type: z.literal('followup.recorded'),
    sessionId: z.string(),
    words: z.string(),
  }),
  z.object({ type: z.literal('favourite.marked'), promptId: z.string(), on: z.boolean() }),
  /** Of the session that has just ended. */
  z.object({ type: z.literal('grounding.learnt'), grounding: ClientGrounding }),
]);
export type CareEvent = z.infer<typeof CareEvent>;
