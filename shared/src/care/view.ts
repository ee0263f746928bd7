import { courseStanding, type StepStanding } from './course.ts';
import type { PracticePolicy } from './practice.ts';
import { factsOf, type CareSession, type CareState } from './state.ts';

/** What the therapist is proposed after a dose; they decide (CC5). */
export interface Proposal {
  what: 'follow_up' | 'integration';
  /** The dosing session that it belongs to. */
  sessionId: string;
  /** ms: the day after the session. */
  dueAt: number;
}

/** A client's course of care as their therapist sees it: all of it, and what follows from it. */
export interface CareView extends CareState {
  policy: PracticePolicy;
  steps: readonly StepStanding[];
  proposals: readonly Proposal[];
}

const A_DAY = 86_400_000;

function proposalsAfter(session: CareSession, all: readonly CareSession[]): Proposal[] {
  const { sessionId, kind, outcome, endedAt, followUp } = session;
  if (kind !== 'dosing' || outcome !== 'closed' || endedAt === null) return [];
  const dueAt = endedAt + A_DAY;
  const integrated = all.some(
    (other) =>
      other.kind === 'integration' &&
      other.outcome !== 'cancelled' &&
      other.scheduledAt > session.scheduledAt,
  );
  return [
    ...(followUp === null ? [{ what: 'follow_up' as const, sessionId, dueAt }] : []),
    ...(integrated ? [] : [{ what: 'integration' as const, sessionId, dueAt }]),
  ];
}

/** @param now ms since the epoch */
export const careView = (state: CareState, policy: PracticePolicy, now: number): CareView => ({
  ...state,
  policy,
  steps: courseStanding(factsOf(state, policy), now),
  proposals: state.sessions.flatMap((session) => proposalsAfter(session, state.sessions)),
});
