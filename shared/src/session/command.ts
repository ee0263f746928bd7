import { z } from 'zod';
import type { CareFacts } from '../care/facts.ts';
import type { Rejection } from '../rejection.ts';
import { err, ok, type Result } from '../result.ts';
import { AlertCommand, type AlertSystemCommand } from './alert.ts';
import { CallCommand } from './call.ts';
import type { DeliverySystemCommand } from './delivery.ts';
import { DoseCommand } from './dose.ts';
import { DrillCommand } from './drill.ts';
import { LineCommand } from './line.ts';
import { MoveCommand } from './move.ts';
import { MusicCommand } from './music.ts';
import { PaceCommand } from './pace.ts';
import { PapersCommand } from './papers.ts';
import { PeopleCommand, type PeopleSystemCommand } from './people.ts';
import { PromptCommand } from './prompt.ts';
import type { PulseSystemCommand } from './pulse.ts';
import { ReleaseCommand } from './release.ts';
import { VitalsCommand } from './vitals.ts';
import { WatchCommand } from './watch.ts';
import { words } from '../words.ts';

/** Everything that a person can ask of a session. Who asks comes from the connection, never from here. */
export const Command = z.discriminatedUnion('type', [
  PeopleCommand,
  MoveCommand,
  PapersCommand,
  DrillCommand,
  VitalsCommand,
  DoseCommand,
  WatchCommand,
  ReleaseCommand,
  PromptCommand,
  MusicCommand,
  PaceCommand,
  AlertCommand,
  CallCommand,
  LineCommand,
]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command['type'];

/** What only the server itself asks of a session: connections, news of the care, timers, phones. */
export type SystemCommand =
  | PeopleSystemCommand
  | PulseSystemCommand
  | DeliverySystemCommand
  | AlertSystemCommand
  | { type: 'timers.fire' }
  | { type: 'care.note'; care: CareFacts };

/** One press of one button. The same press sent again carries the same `commandId` (ES2). */
const CommandEnvelope = z.looseObject({ commandId: z.uuid() });
export type CommandMessage = Command & { commandId: string };

/** For faults that have no words of their own: they are the screen's, and not the person's to correct. */
export const notUnderstood = ({ path }: { path?: PropertyKey[] | undefined }) =>
  words('The server did not understand “{list}”. Please reload the page.', {
    list: path?.join('.') || 'type',
  });

/** Parses what came over the wire; faults become one sentence naming the field. */
export function parseCommand(
  payload: unknown,
): Result<{ commandId: string; command: Command }, Rejection> {
  const envelope = CommandEnvelope.safeParse(payload);
  if (!envelope.success) {
    return err({
      code: 'invalid',
      message: words('A command needs a commandId that is a UUID.'),
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
