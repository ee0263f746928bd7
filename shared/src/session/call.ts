import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { looksDone, reached } from './alert-decide.ts';
import { isOpen, type AlertEvent } from './alert.ts';
import { isOver, type Phase } from './phase.ts';
import type { SessionState } from './state.ts';
import type { ChaperoneView, TherapistView } from './view.ts';
import { words } from '../words.ts';

/* What the chaperone sends by themselves: "I looked", "something worries me", "call me". */

export const Finding = z.enum(['ok', 'concern']);
export type Finding = z.infer<typeof Finding>;

export const CallCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check.report'), finding: Finding }),
  z.object({ type: z.literal('call.ask') }),
  z.object({ type: z.literal('call.answer'), callId: z.string().min(1).max(64) }),
]);
export type CallCommand = z.infer<typeof CallCommand>;

export const CallEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('check.reported'), finding: Finding }),
  z.object({
    type: z.literal('call.asked'),
    callId: z.string(),
    /** What they want to be called for. */
    for: z.enum(['concern', 'call_me']),
  }),
  z.object({ type: z.literal('call.answered'), callId: z.string() }),
]);
export type CallEvent = z.infer<typeof CallEvent>;

/** The chaperone wants the therapist. Shown to both until the therapist answers. */
export interface Call {
  callId: string;
  for: 'concern' | 'call_me';
  askedAt: number;
  answeredAt: number | null;
}

/** The chaperone looks in this often after the dose, ms; so long after it the look is missed (domain.md). */
export const CHECK_EVERY = 15 * 60_000;
export const CHECK_SLACK = 2 * 60_000;

/** While they are in another room; in release they are on camera. */
const CHECKED: readonly Phase[] = ['hold', 'onset', 'journey', 'return', 'integration'];

/** When the chaperone's next look is due, ms; null when none is asked for. */
export function checkDueAt({ phase, dose, checkedAt }: SessionState): number | null {
  return dose.t0 !== null && CHECKED.includes(phase) ? (checkedAt ?? dose.t0) + CHECK_EVERY : null;
}

export function refuseChaperoneCall(
  view: ChaperoneView,
  command: Exclude<CallCommand, { type: 'call.answer' }>,
): Rejection | null {
  if (command.type === 'call.ask') return null;
  return view.t0 === null || isOver(view.phase)
    ? reject('wrong_phase', words('Looks are counted after the medicine.'))
    : null;
}

export const refuseCallAnswer = (view: TherapistView, callId: string): Rejection | null =>
  view.calls.some((call) => call.callId === callId && call.answeredAt === null)
    ? null
    : reject('not_found', words('This call was already answered.'));

export function decideCall(
  state: SessionState,
  command: CallCommand,
  callId: string,
): (CallEvent | AlertEvent)[] {
  switch (command.type) {
    case 'check.report': {
      const { finding } = command;
      return [
        { type: 'check.reported', finding },
        ...answeredByLook(state),
        ...(finding === 'concern' ? asked(state, callId, 'concern') : []),
      ];
    }
    case 'call.ask':
      return asked(state, callId, 'call_me');
    case 'call.answer':
      return [{ type: 'call.answered', callId: command.callId }];
    default:
      return unreachable(command);
  }
}

/** Who looked, is with them: a look that was due is over, one that was missed still needs the therapist. */
const answeredByLook = (state: SessionState): AlertEvent[] => [
  ...looksDone(state),
  ...state.alerts
    .filter((alert) => alert.kind === 'look_missed' && isOpen(alert))
    .flatMap(({ alertId }) => reached(state, alertId, 'with_client')),
];

/** One unanswered call of a kind at a time: pressing again is the same wish. */
const asked = (state: SessionState, callId: string, what: Call['for']): CallEvent[] =>
  state.calls.some((call) => call.for === what && call.answeredAt === null)
    ? []
    : [{ type: 'call.asked', callId, for: what }];

const CALLS_KEPT = 10;

export function evolveCall(state: SessionState, event: CallEvent, at: number): SessionState {
  switch (event.type) {
    case 'check.reported':
      return { ...state, checkedAt: at };
    case 'call.asked': {
      const call: Call = { callId: event.callId, for: event.for, askedAt: at, answeredAt: null };
      return { ...state, calls: [...state.calls, call].slice(-CALLS_KEPT) };
    }
    case 'call.answered': {
      const calls = state.calls.map((call) =>
        call.callId === event.callId ? { ...call, answeredAt: at } : call,
      );
      return { ...state, calls };
    }
    default:
      return unreachable(event);
  }
}
