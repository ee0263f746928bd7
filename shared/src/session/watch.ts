import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { typedLines } from '../text.ts';
import type { Phase } from './phase.ts';
import type { SessionState } from './state.ts';
import type { TherapistView } from './view.ts';
import { words } from '../words.ts';

/* What the therapist notes while they watch: looks, marks, words. */

/** What was seen. The last three are the signs by which the journey ends and integration begins. */
export const Mark = z.enum([
  'nausea',
  'vomiting',
  'tearful',
  'laughing',
  'moving',
  'talking',
  'fear',
  'speaks',
  'eyes_open',
  'oriented',
]);
export type Mark = z.infer<typeof Mark>;
export const Sign = Mark.extract(['speaks', 'eyes_open', 'oriented']);
export type Sign = z.infer<typeof Sign>;

export const WatchCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('look.record') }),
  z.object({ type: z.literal('mark.record'), mark: Mark }),
  z.object({ type: z.literal('note.write'), words: typedLines(words('The note'), 2_000) }),
]);
export type WatchCommand = z.infer<typeof WatchCommand>;

export const WatchEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('look.recorded') }),
  z.object({ type: z.literal('mark.recorded'), mark: Mark }),
  z.object({ type: z.literal('note.written'), words: z.string() }),
]);
export type WatchEvent = z.infer<typeof WatchEvent>;

export interface Watch {
  /** The therapist's last look, ms; null before the first. */
  lookedAt: number | null;
  /** When each sign was first seen since the journey began; null: not yet. */
  signs: Record<Sign, number | null>;
}

export const NOT_WATCHED: Watch = {
  lookedAt: null,
  signs: { speaks: null, eyes_open: null, oriented: null },
};

/** ms between two looks after the dose, and from T0 to the blood pressure (domain.md). */
export const LOOK_EVERY = 15 * 60_000;
export const PRESSURE_AT = 40 * 60_000;
/** The active window after T0, ms (the seed: 45–90 minutes). */
export const ACTIVE_WINDOW = { from: 45 * 60_000, to: 90 * 60_000 } as const;

export const refuseWatch = (view: TherapistView, command: WatchCommand): Rejection | null =>
  command.type === 'look.record' && view.t0 === null
    ? reject('wrong_phase', words('Looks are counted after the dose.'))
    : null;

export function decideWatch(command: WatchCommand): WatchEvent[] {
  switch (command.type) {
    case 'look.record':
      return [{ type: 'look.recorded' }];
    case 'mark.record':
      return [{ type: 'mark.recorded', mark: command.mark }];
    case 'note.write':
      return [{ type: 'note.written', words: command.words }];
    default:
      return unreachable(command);
  }
}

/** Before the journey everybody speaks with open eyes: that says nothing of its end. */
const SIGNS_COUNT: readonly Phase[] = ['journey', 'return', 'integration', 'release'];

export function evolveWatch(state: SessionState, event: WatchEvent, at: number): SessionState {
  const { watch } = state;
  switch (event.type) {
    case 'look.recorded':
      return { ...state, watch: { ...watch, lookedAt: at } };
    case 'mark.recorded': {
      const sign = Sign.safeParse(event.mark);
      if (!sign.success || !SIGNS_COUNT.includes(state.phase)) return state;
      const signs = { ...watch.signs, [sign.data]: watch.signs[sign.data] ?? at };
      return { ...state, watch: { ...watch, signs } };
    }
    case 'note.written':
      return state;
    default:
      return unreachable(event);
  }
}
