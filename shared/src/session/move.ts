import { z } from 'zod';
import { guardLines, missing } from '../guard.ts';
import type { Recorded } from '../recorded.ts';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { typedText } from '../text.ts';
import { entryGuards } from './guard.ts';
import { nextPhase, Phase, phaseTitle } from './phase.ts';
import type { SessionState } from './state.ts';
import type { TherapistView } from './view.ts';
import { words } from '../words.ts';

/* From phase to phase: the therapist's moves, and stopping before the dose. */

export const MoveCommand = z.discriminatedUnion('type', [
  /** `expectedRevision`: the revision on the sender's screen; a move made from an older one is refused (PH4). */
  z.object({
    type: z.literal('phase.advance'),
    to: Phase,
    expectedRevision: z.int().min(0),
  }),
  z.object({
    type: z.literal('session.cancel'),
    reason: typedText(words('The reason'), 200),
    /** The client wants the whole course of care to stop, and not only today. */
    stopsCourse: z.boolean().optional(),
  }),
]);
export type MoveCommand = z.infer<typeof MoveCommand>;

export const MoveEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('phase.entered'), phase: Phase }),
  z.object({
    type: z.literal('session.cancelled'),
    reason: z.string(),
    stopsCourse: z.boolean().optional(),
  }),
]);
export type MoveEvent = z.infer<typeof MoveEvent>;

export function refuseAdvance(view: TherapistView, to: Phase, now: number): Rejection | null {
  const next = nextPhase(view.kind, view.phase);
  if (next === 'hold') {
    return to === 'hold'
      ? reject('illegal_move', words('Hold begins with Start dose, when the client is ready too.'))
      : reject('illegal_move', words('From Ready the only way on is Start dose.'));
  }
  if (next === null || next !== to) {
    const here = words('This move is not possible from {phase}.', {
      phase: phaseTitle(view.phase),
    });
    const onward = next && words('The next phase is {phase}.', { phase: phaseTitle(next) });
    return reject('illegal_move', onward ? `${here} ${onward}` : here);
  }
  const unmet = missing(entryGuards(view, to, now));
  if (unmet.length === 0) return null;
  return {
    code: 'guard_unmet',
    message: words('{what} still needs: {list}', { what: phaseTitle(to), list: guardLines(unmet) }),
    missing: unmet,
  };
}

/** PH4: two devices of one therapist must not both move the phase. */
export const refuseStale = (view: TherapistView, expectedRevision: number): Rejection | null =>
  expectedRevision < view.lastMoveRevision
    ? reject(
        'stale',
        words('This session has moved on since your screen was drawn. Look, and press again.'),
      )
    : null;

/** PH6: before T0 any of the three can stop; after it the only exits are release and hand-over. */
export const refuseCancel = (view: { t0: number | null }): Rejection | null =>
  view.t0 === null
    ? null
    : reject(
        'wrong_phase',
        words('The dose has been taken: the session now ends through Release.'),
      );

export function decideMove(command: MoveCommand): MoveEvent[] {
  switch (command.type) {
    case 'phase.advance':
      return [{ type: 'phase.entered', phase: command.to }];
    case 'session.cancel': {
      const { reason, stopsCourse } = command;
      return [
        {
          type: 'session.cancelled',
          reason,
          ...(stopsCourse === undefined ? {} : { stopsCourse }),
        },
      ];
    }
    default:
      return unreachable(command);
  }
}

export function evolveMove(
  state: SessionState,
  event: MoveEvent,
  { at, seq, actor }: Pick<Recorded<MoveEvent>, 'at' | 'seq' | 'actor'>,
): SessionState {
  const moved = { ...state, phaseSince: at, lastMoveRevision: seq };
  return event.type === 'phase.entered'
    ? { ...moved, phase: event.phase }
    : { ...moved, phase: 'cancelled', cancelReason: event.reason, cancelledBy: actor };
}
