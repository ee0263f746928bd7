import { err, ok, unreachable, type Result } from '../result.ts';
import type { Rejection } from '../rejection.ts';
import { isSame, mergeChanges } from '../same.ts';
import { careRefusal } from './can.ts';
import type { CareCommand, SessionEnd } from './command.ts';
import type { CareEvent } from './event.ts';
import type { ClientGrounding } from './grounding.ts';
import type { PracticePolicy } from './practice.ts';
import type { CareState } from './state.ts';

/** What a decision may know beside state and command. */
export interface CareContext {
  /** The press; an order takes it as its own id. */
  commandId: string;
  /** ms since the epoch, server's clock. */
  now: number;
  policy: PracticePolicy;
  /** The id of the session that this press would make. */
  newSessionId: string;
}

/** The decider of a course of care: what happens when the therapist asks for `command`. */
export function decideCare(
  state: CareState,
  command: CareCommand,
  context: CareContext,
): Result<CareEvent[], Rejection> {
  const refused = careRefusal({ ...state, policy: context.policy }, command, context.now);
  return refused ? err(refused) : ok([eventOf(state, command, context)]);
}

function eventOf(
  state: CareState,
  command: CareCommand,
  { commandId, newSessionId }: CareContext,
): CareEvent {
  switch (command.type) {
    case 'client.amend': {
      const { record, from } = command;
      const merged = from ? mergeChanges(from, record, state.record) : record;
      return { type: 'client.amended', record: merged };
    }
    case 'screening.record':
      return { type: 'screening.recorded', screening: command.screening };
    case 'order.write': {
      const { replaces, terms } = command;
      const before = state.orders.find(({ orderId }) => orderId === replaces);
      const version = (before?.version ?? 0) + 1;
      return { type: 'order.written', orderId: commandId, version, replaces, terms };
    }
    case 'order.withdraw':
      return { type: 'order.withdrawn', orderId: command.orderId, reason: command.reason };
    case 'session.schedule': {
      const { kind, scheduledAt } = command;
      return { type: 'session.scheduled', sessionId: newSessionId, kind, scheduledAt };
    }
    case 'course.stop':
      return { type: 'course.stopped', by: 'therapist', reason: command.reason };
    case 'course.resume':
      return { type: 'course.resumed' };
    case 'followup.record':
      return { type: 'followup.recorded', sessionId: command.sessionId, words: command.words };
    case 'favourite.mark':
      return { type: 'favourite.marked', promptId: command.promptId, on: command.on };
    default:
      return unreachable(command);
  }
}

/** T0 of a session. Always accepted. */
export function decideSessionDosed(
  state: CareState,
  { sessionId, t0 }: { sessionId: string; t0: number },
): CareEvent[] {
  const known = state.sessions.find((session) => session.sessionId === sessionId);
  return known?.dosedAt === null ? [{ type: 'session.dosed', sessionId, dosedAt: t0 }] : [];
}

/** Nothing is written down where nothing new was learnt. */
function learnt({ grounding }: CareState, told: ClientGrounding): CareEvent[] {
  const { favourites, avoid, phrase } = grounding;
  const known =
    told.favourites.every((favourite) => favourites.includes(favourite)) &&
    isSame(told.avoid, avoid) &&
    told.phrase === phrase;
  return known ? [] : [{ type: 'grounding.learnt', grounding: told }];
}

/** What a session that ended means for the course of care. Always accepted. */
export function decideSessionEnd(state: CareState, end: SessionEnd): CareEvent[] {
  const session = state.sessions.find(({ sessionId }) => sessionId === end.sessionId);
  if (session?.outcome !== 'open') return [];
  const stops = end.stopsCourse !== null && state.stopped === null;
  return [
    { type: 'session.ended', sessionId: end.sessionId, outcome: end.phase },
    ...learnt(state, end.grounding),
    ...(stops
      ? [{ type: 'course.stopped' as const, by: 'client' as const, reason: end.stopsCourse ?? '' }]
      : []),
  ];
}
