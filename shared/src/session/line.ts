import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { words } from '../words.ts';
import type { Role } from './role.ts';

/* Who talks on the line between therapist and chaperone (LN1), for the record: nothing else follows from it. */

export const LineCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('line.take') }),
  z.object({ type: z.literal('line.leave') }),
]);
export type LineCommand = z.infer<typeof LineCommand>;

const Talker = z.enum(['therapist', 'chaperone']);

export const LineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('line.taken'), role: Talker }),
  z.object({ type: z.literal('line.left'), role: Talker }),
]);
export type LineEvent = z.infer<typeof LineEvent>;

/** Hanging up is never refused: the line may have closed a moment before. */
export const refuseLine = ({ line }: { line: boolean }, { type }: LineCommand): Rejection | null =>
  line || type === 'line.leave'
    ? null
    : reject(
        'wrong_phase',
        words('The line is open during an alert, or when the chaperone asks for a call.'),
      );

export function decideLine(role: Role, { type }: LineCommand): LineEvent[] {
  // `can` lets the client do neither.
  if (role === 'client') return [];
  switch (type) {
    case 'line.take':
      return [{ type: 'line.taken', role }];
    case 'line.leave':
      return [{ type: 'line.left', role }];
    default:
      return unreachable(type);
  }
}
