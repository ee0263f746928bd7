import type { SessionKind } from '../session/phase.ts';
import type { ClientRecord } from './client-record.ts';
import type { CareFacts, Completed } from './facts.ts';
import type { ClientGrounding } from './grounding.ts';
import type { Order } from './order.ts';
import type { PracticePolicy } from './practice.ts';
import type { Screening } from './screening.ts';

/** A session as the course of care knows it; everything else is in the session's own record. */
export interface CareSession {
  sessionId: string;
  kind: SessionKind;
  scheduledAt: number;
  outcome: 'open' | 'closed' | 'cancelled';
  endedAt: number | null;
  /** T0; null without one. */
  dosedAt: number | null;
  /** The next-day follow-up; null while it is due, or not asked for. */
  followUp: { at: number; words: string } | null;
}

/** One client's course of care. All times are ms since the epoch. */
export interface CareState {
  clientId: string;
  /** The sequence number of the last event. */
  revision: number;
  record: ClientRecord;
  screening: Screening | null;
  orders: readonly Order[];
  /** Why an order was withdrawn, by its id; one that was replaced has none. */
  withdrawals: Readonly<Record<string, string>>;
  stopped: { at: number; by: 'client' | 'therapist'; reason: string } | null;
  sessions: readonly CareSession[];
  grounding: ClientGrounding;
}

export function completedSessions(sessions: readonly CareSession[]): Completed {
  const count = (kind: SessionKind) =>
    sessions.filter((session) => session.kind === kind && session.outcome === 'closed').length;
  return {
    consultation: count('consultation'),
    preparation: count('preparation'),
    dosing: count('dosing'),
    integration: count('integration'),
  };
}

function lastDose(sessions: readonly CareSession[]): CareFacts['lastDose'] {
  const [last] = sessions
    .flatMap(({ sessionId, dosedAt, outcome }) =>
      dosedAt === null ? [] : [{ sessionId, at: dosedAt, open: outcome === 'open' }],
    )
    .toSorted((a, b) => Number(b.open) - Number(a.open) || b.at - a.at);
  return last ?? null;
}

/** Orders that ended are history: a session is told those that can still come into force. */
export const factsOf = (state: CareState, policy: PracticePolicy): CareFacts => ({
  clientId: state.clientId,
  record: state.record,
  screening: state.screening,
  orders: state.orders.filter(({ endedAt }) => endedAt === null),
  completed: completedSessions(state.sessions),
  lastDose: lastDose(state.sessions),
  stopped: state.stopped !== null,
  grounding: state.grounding,
  policy,
});
