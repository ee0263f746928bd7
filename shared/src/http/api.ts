import { z } from 'zod';
import { Phase, SessionKind } from '../session/phase.ts';
import { GuestRole } from '../session/role.ts';
import { MissingGuard } from '../guard.ts';
import { words } from '../words.ts';

/* Request and reply of every REST edge. Times are ms since the epoch. */

export const NOT_UNDERSTOOD = words('This request is not understood.');
const INCOMPLETE_LINK = words('This link is incomplete. Copy the whole link.');

/** ≥128 bits, base64url (IN1). */
const Token = z.string(INCOMPLETE_LINK).regex(/^[\w-]{22,128}$/, INCOMPLETE_LINK);

export const RedeemRequest = z.object({ token: Token }, NOT_UNDERSTOOD);
export type RedeemRequest = z.infer<typeof RedeemRequest>;

export const SignInReply = z.object({ name: z.string(), practiceName: z.string() });
export type SignInReply = z.infer<typeof SignInReply>;

/**
 * `joined`: this browser now holds the place. `used`: another browser holds it and this one may ask.
 * `asking`: the therapist sees the request. `refused`: the therapist said no.
 */
export const RedeemReply = z.object({
  outcome: z.enum(['joined', 'used', 'asking', 'refused']),
  sessionId: z.string(),
  role: GuestRole,
});
export type RedeemReply = z.infer<typeof RedeemReply>;

export const SessionSummary = z.object({
  id: z.string(),
  /** Null for a session from before there were client records. */
  clientId: z.string().nullable(),
  kind: SessionKind,
  clientName: z.string(),
  scheduledAt: z.number(),
  phase: Phase,
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const SessionListReply = z.object({ sessions: z.array(SessionSummary) });
export type SessionListReply = z.infer<typeof SessionListReply>;

export const InviteRequest = z.object(
  { role: z.enum(GuestRole.options, words('Choose the client or the chaperone.')) },
  NOT_UNDERSTOOD,
);
/** The link is shown once: only its hash is kept. */
export const InviteReply = z.object({ role: GuestRole, url: z.string(), expiresAt: z.number() });
export type InviteReply = z.infer<typeof InviteReply>;

/** Where an invite stands, without its link. */
export const InviteStatus = z.object({
  role: GuestRole,
  state: z.enum(['none', 'unused', 'used', 'expired', 'revoked']),
  expiresAt: z.number().nullable(),
});
export type InviteStatus = z.infer<typeof InviteStatus>;
export const InviteListReply = z.object({ invites: z.array(InviteStatus) });
export type InviteListReply = z.infer<typeof InviteListReply>;

/** A LiveKit token for the room of the present phase. */
export const MediaTokenReply = z.object({ url: z.string(), token: z.string(), room: z.string() });
export type MediaTokenReply = z.infer<typeof MediaTokenReply>;

/** Every error body. `fields` maps an input's name to what is wrong with it. */
export const ApiError = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  /** With `guard_unmet`: all that is still missing, and whose turn it is. */
  missing: z.array(MissingGuard).optional(),
});
export type ApiError = z.infer<typeof ApiError>;
