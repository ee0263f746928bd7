import { z } from 'zod';
import { SessionEvent } from '../session/event.ts';
import { Actor } from '../session/role.ts';

/**
 * A session's record as it is exported: `GET /api/sessions/:id/record.json`. Its JSON Schema is in
 * docs/record.schema.json. Everything in it is covered by the chain or by a seal (RC1, RC3).
 */
export const RecordExport = z.strictObject({
  format: z.literal('sojourn-session-record'),
  version: z.literal(1),
  sessionId: z.string(),
  events: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.int().describe('ms since the epoch, on the server’s clock'),
      actor: Actor,
      commandId: z.string().nullable().describe('the press that caused it'),
      event: SessionEvent,
      hash: z
        .string()
        .describe(
          'SHA-256, hex, over the hash before it, a line feed, and {"seq","at","actor","commandId","event"} as compact JSON in this order; before the first stands "sojourn:" and the sessionId',
        ),
    }),
  ),
  seals: z.array(
    z.strictObject({
      seq: z.int(),
      hash: z.string(),
      sealedAt: z.int().describe('ms since the epoch'),
      publicKey: z.string().describe('of the practice, SPKI, base64'),
      signature: z
        .string()
        .describe(
          'Ed25519, base64, over "sojourn-seal-1", sessionId, seq, hash, sealedAt, each on a line',
        ),
    }),
  ),
});
export type RecordExport = z.infer<typeof RecordExport>;

export const AccessEntry = z.object({
  at: z.number(),
  who: z.string(),
  what: z.enum(['record', 'record.json', 'record.pdf', 'record.csv', 'client']),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

/** Who looked at a client's record, newest first (RC5). */
export const AccessReply = z.object({ access: z.array(AccessEntry) });
export type AccessReply = z.infer<typeof AccessReply>;

/** What the record's page shows: the record itself, and who looked at it. */
export const RecordReply = z.object({
  record: RecordExport,
  /** The chain and its seals hold. */
  intact: z.boolean(),
  access: z.array(AccessEntry),
});
export type RecordReply = z.infer<typeof RecordReply>;
