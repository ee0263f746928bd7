import { z } from 'zod';
import { Phase, SessionKind } from '../session/phase.ts';
import { moment, typedLines, typedText } from '../text.ts';
import { ClientRecord } from './client-record.ts';
import { ClientGrounding } from './grounding.ts';
import { OrderTerms } from './order.ts';
import { Screening } from './screening.ts';
import { words } from '../words.ts';

const id = z.string().min(1).max(64);

/** Everything that a therapist can ask of a client's course of care. */
export const CareCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('client.amend'),
    record: ClientRecord,
    /** The record that it was changed from (CC6). */
    from: ClientRecord.optional(),
  }),
  z.object({ type: z.literal('screening.record'), screening: Screening }),
  z.object({
    type: z.literal('order.write'),
    /** The order that this is a new version of; null for a new order. */
    replaces: id.nullable(),
    terms: OrderTerms,
  }),
  z.object({
    type: z.literal('order.withdraw'),
    orderId: id,
    reason: typedText(words('The reason'), 200),
  }),
  z.object({
    type: z.literal('session.schedule'),
    kind: z.enum(SessionKind.options, words('Choose the kind of session.')),
    scheduledAt: moment(words('The time')),
  }),
  z.object({ type: z.literal('course.stop'), reason: typedText(words('The reason'), 200) }),
  z.object({ type: z.literal('course.resume') }),
  z.object({
    type: z.literal('followup.record'),
    sessionId: id,
    words: typedLines(words('How the client is'), 2_000),
  }),
  z.object({
    type: z.literal('favourite.mark'),
    promptId: z.string().min(1).max(80),
    on: z.boolean(),
  }),
]);
export type CareCommand = z.infer<typeof CareCommand>;
export type CareCommandType = CareCommand['type'];

/** What a session tells the course of care when it ends. */
export const SessionEnd = z.object({
  sessionId: id,
  phase: Phase.extract(['closed', 'cancelled']),
  /** The client wants the whole course to stop, and said so when they stopped the session. */
  stopsCourse: z.string().nullable(),
  /** What the session learnt of their grounding. */
  grounding: ClientGrounding,
});
export type SessionEnd = z.infer<typeof SessionEnd>;
