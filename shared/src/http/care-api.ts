import { z } from 'zod';
import { ClientRecord } from '../care/client-record.ts';
import { CareCommand } from '../care/command.ts';
import { COURSE_STEPS } from '../care/course.ts';
import { PracticePolicy } from '../care/practice.ts';
import type { CareView } from '../care/view.ts';
import { Channels } from '../session/delivery.ts';
import { NOT_UNDERSTOOD } from './api.ts';
import { words } from '../words.ts';

/* Request and reply of the edges of the course of care. Times are ms since the epoch. */

/** The same press sent again carries the same `commandId` and registers one client (ES2). */
export const RegisterClientRequest = z.object(
  { commandId: z.uuid(words('A command needs a commandId that is a UUID.')), record: ClientRecord },
  NOT_UNDERSTOOD,
);
export const RegisterClientReply = z.object({ clientId: z.string() });
export type RegisterClientReply = z.infer<typeof RegisterClientReply>;

export const ClientSummary = z.object({
  clientId: z.string(),
  firstName: z.string(),
  step: z.enum(COURSE_STEPS),
  stopped: z.boolean(),
  nextSessionAt: z.number().nullable(),
});
export type ClientSummary = z.infer<typeof ClientSummary>;
export const ClientListReply = z.object({ clients: z.array(ClientSummary) });
export type ClientListReply = z.infer<typeof ClientListReply>;

/** One press. The same press sent again carries the same `commandId` and is applied once (ES2). */
export const CareCommandRequest = z.object(
  { commandId: z.uuid(words('A command needs a commandId that is a UUID.')), command: CareCommand },
  NOT_UNDERSTOOD,
);
export const CareCommandReply = z.object({
  revision: z.number(),
  /** The session that the press made. */
  sessionId: z.string().nullable(),
});
export type CareCommandReply = z.infer<typeof CareCommandReply>;

/** `GET /api/clients/:id`: our own server's view, taken as it is. */
export const CareViewReply = z.custom<CareView>(
  (value) => typeof value === 'object' && value !== null && 'clientId' in value,
);

export const PolicyRequest = z.object(
  {
    policy: PracticePolicy,
    /** The policy that it was changed from (CC6). */
    from: PracticePolicy.optional(),
  },
  NOT_UNDERSTOOD,
);
export const PolicyReply = z.object({
  practiceName: z.string(),
  policy: PracticePolicy,
  /** The ways to a phone that this server has: a ladder can name others, and they stay silent. */
  channels: Channels,
});
export type PolicyReply = z.infer<typeof PolicyReply>;
