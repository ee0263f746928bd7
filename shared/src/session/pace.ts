import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { words } from '../words.ts';
import { isCurrent } from './prompt-offer.ts';
import type { PromptEvent } from './prompt.ts';
import type { SessionState } from './state.ts';
import type { TherapistView } from './view.ts';

/* The pace is the client's: one tap each, answered by the therapist (GR11). */

/** `another`: something else, please. `quiet` takes the prompt off the screen, too. */
export const PaceKind = z.enum(['another', 'slower', 'quiet', 'stay', 'ok']);
export type PaceKind = z.infer<typeof PaceKind>;

export const PaceCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pace.signal'), kind: PaceKind }),
  z.object({ type: z.literal('pace.answer'), signalId: z.string().min(1).max(64) }),
]);
export type PaceCommand = z.infer<typeof PaceCommand>;

export const PaceEvent = z.discriminatedUnion('type', [
  /** Again with the same id: pressed again before it was answered. */
  z.object({ type: z.literal('pace.signalled'), signalId: z.string(), kind: PaceKind }),
  z.object({ type: z.literal('pace.answered'), signalId: z.string() }),
]);
export type PaceEvent = z.infer<typeof PaceEvent>;

/** Stays on the therapist's screen until it is answered. All times ms, server's clock. */
export interface PaceSignal {
  signalId: string;
  kind: PaceKind;
  at: number;
  /** How often it was pressed since. */
  times: number;
  lastAt: number;
  answeredAt: number | null;
}

export const refusePaceAnswer = (view: TherapistView, signalId: string): Rejection | null =>
  view.pace.some((signal) => signal.signalId === signalId && signal.answeredAt === null)
    ? null
    : reject('not_found', words('This was already answered.'));

/** A shaking finger presses more than once, ms. */
const SAME_PRESS = 5_000;

/** The signal, or its repetition while it still waits. */
export function signalled(
  { pace }: SessionState,
  kind: PaceKind,
  { commandId, now }: { commandId: string; now: number },
): PaceEvent[] {
  const waiting = pace.find((signal) => signal.kind === kind && signal.answeredAt === null);
  if (waiting && now - waiting.lastAt < SAME_PRESS) return [];
  return [{ type: 'pace.signalled', signalId: waiting?.signalId ?? commandId, kind }];
}

/** What is offered is the answer to the wish for something else. */
export const anotherAnswered = ({ pace }: SessionState): PaceEvent[] =>
  pace
    .filter(({ kind, answeredAt }) => kind === 'another' && answeredAt === null)
    .map(({ signalId }) => ({ type: 'pace.answered', signalId }));

export function decidePace(
  state: SessionState,
  command: PaceCommand,
  context: { commandId: string; now: number },
): (PaceEvent | PromptEvent)[] {
  switch (command.type) {
    case 'pace.signal':
      return [
        ...(command.kind === 'quiet' ? quieted(state) : []),
        ...signalled(state, command.kind, context),
      ];
    case 'pace.answer':
      return [{ type: 'pace.answered', signalId: command.signalId }];
    default:
      return unreachable(command);
  }
}

const quieted = ({ prompts }: SessionState): PromptEvent[] =>
  prompts
    .filter(isCurrent)
    .map(({ offerId }) => ({ type: 'prompt.answered', offerId, response: 'quiet' }));

/** Of the answered ones; what still waits is never let go. */
const ANSWERED_KEPT = 6;

export function evolvePace(state: SessionState, event: PaceEvent, at: number): SessionState {
  const { pace } = state;
  switch (event.type) {
    case 'pace.signalled': {
      const { signalId, kind } = event;
      const known = pace.some((signal) => signal.signalId === signalId);
      const fresh = { signalId, kind, at, times: 1, lastAt: at, answeredAt: null };
      const next = known
        ? pace.map((signal) =>
            signal.signalId === signalId
              ? { ...signal, times: signal.times + 1, lastAt: at }
              : signal,
          )
        : [...pace, fresh];
      return { ...state, pace: bounded(next) };
    }
    case 'pace.answered':
      return {
        ...state,
        pace: pace.map((signal) =>
          signal.signalId === event.signalId ? { ...signal, answeredAt: at } : signal,
        ),
      };
    default:
      return unreachable(event);
  }
}

function bounded(pace: readonly PaceSignal[]): readonly PaceSignal[] {
  const newest = new Set(
    pace.filter(({ answeredAt }) => answeredAt !== null).slice(-ANSWERED_KEPT),
  );
  return pace.filter((signal) => signal.answeredAt === null || newest.has(signal));
}
