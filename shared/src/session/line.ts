import { z } from 'zod';
import type { SessionState } from './state.ts';

/* Who talks on the line between therapist and chaperone (LN1): what LiveKit says of its room, for the record. */

export const LineRole = z.enum(['therapist', 'chaperone']);
export type LineRole = z.infer<typeof LineRole>;

export const LineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('line.joined'), role: LineRole }),
  z.object({ type: z.literal('line.left'), role: LineRole }),
]);
export type LineEvent = z.infer<typeof LineEvent>;

/** LiveKit repeats itself, and tells things late: what is known already changes nothing. */
export type LineSystemCommand = { type: 'line.note'; role: LineRole; on: boolean };

export function decideLine(state: SessionState, { role, on }: LineSystemCommand): LineEvent[] {
  if (state.onLine.includes(role) === on) return [];
  return [{ type: on ? 'line.joined' : 'line.left', role }];
}

export function evolveLine(state: SessionState, { type, role }: LineEvent): SessionState {
  const others = state.onLine.filter((known) => known !== role);
  return { ...state, onLine: type === 'line.joined' ? [...others, role] : others };
}
