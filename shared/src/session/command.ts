import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { RaiseKind } from './alert.ts';
import { Phase } from './phase.ts';
import { PromptResponse } from './prompt.ts';
import type { Rejection } from './rejection.ts';
import { GuestRole } from './role.ts';
import { personName, phoneNumber, typedText } from './text.ts';

const id = z.string().min(1).max(64);
/** The revision on the sender's screen: a move made from an older screen is refused (PH4). */
const expectedRevision = z.int().min(0);

/** Everything that a person can ask of a session. Who asks comes from the connection, never from here. */
export const Command = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('lobby.enter'),
    name: personName('Your name'),
    phone: phoneNumber('Your phone number').optional(),
  }),
  z.object({ type: z.literal('participant.admit'), role: GuestRole }),
  z.object({ type: z.literal('participant.decline'), role: GuestRole }),
  z.object({ type: z.literal('device.allow'), requestId: id }),
  z.object({ type: z.literal('device.refuse'), requestId: id }),
  z.object({ type: z.literal('phase.advance'), to: Phase, expectedRevision }),
  z.object({ type: z.literal('dose.start'), expectedRevision }),
  z.object({ type: z.literal('dose.withdraw') }),
  z.object({ type: z.literal('dose.ready') }),
  z.object({ type: z.literal('dose.not_ready') }),
  z.object({ type: z.literal('session.cancel'), reason: typedText('The reason', 200) }),
  z.object({ type: z.literal('prompt.offer'), promptId: id }),
  z.object({ type: z.literal('prompt.withdraw'), offerId: id }),
  z.object({ type: z.literal('prompt.open'), promptId: id }),
  z.object({ type: z.literal('prompt.shown'), offerId: id }),
  z.object({ type: z.literal('prompt.respond'), offerId: id, response: PromptResponse }),
  z.object({
    type: z.literal('alert.raise'),
    kind: RaiseKind,
    // AL1: a reason that cannot be kept must not hold the alert up.
    reason: typedText('The reason', 140).optional().catch(undefined),
  }),
  z.object({ type: z.literal('alert.seen'), alertId: id }),
  z.object({ type: z.literal('alert.going'), alertId: id }),
  z.object({ type: z.literal('alert.with_client'), alertId: id }),
  z.object({ type: z.literal('alert.resolve'), alertId: id }),
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

/** What only the server itself asks of a session: connections, second devices. */
export type SystemCommand =
  | { type: 'presence.connect'; role: 'therapist' | GuestRole; connectionId: string }
  | { type: 'presence.disconnect'; role: 'therapist' | GuestRole; connectionId: string }
  | { type: 'presence.reset' }
  | { type: 'device.ask'; role: GuestRole; requestId: string };

/** One press of one button. The same press sent again carries the same `commandId` (ES2). */
const CommandEnvelope = z.looseObject({ commandId: z.uuid() });
export type CommandMessage = Command & { commandId: string };

/** For faults that have no words of their own: they are the screen's, and not the person's to correct. */
const notUnderstood = ({ path }: { path?: PropertyKey[] | undefined }) =>
  `The server did not understand “${path?.join('.') || 'type'}”. Please reload the page.`;

/** Parses what came over the wire; faults become one sentence naming the field. */
export function parseCommand(
  payload: unknown,
): Result<{ commandId: string; command: Command }, Rejection> {
  const envelope = CommandEnvelope.safeParse(payload);
  if (!envelope.success) {
    return err({
      code: 'invalid',
      message: 'A command needs a commandId that is a UUID.',
      field: 'commandId',
    });
  }
  const command = Command.safeParse(payload, { error: notUnderstood });
  if (!command.success) {
    const issue = command.error.issues[0];
    return err({
      code: 'invalid',
      message: issue?.message ?? notUnderstood({}),
      field: issue?.path.join('.') || 'type',
    });
  }
  return ok({ commandId: envelope.data.commandId, command: command.data });
}
