import { ladderOf } from './alert-decide.ts';
import { isOpen, type Alert } from './alert.ts';
import { rungOf } from './ladder.ts';
import type { SessionState } from './state.ts';

export type AlertView = Pick<
  Alert,
  | 'alertId'
  | 'kind'
  | 'priority'
  | 'raisedBy'
  | 'state'
  | 'at'
  | 'repeats'
  | 'lastPressedAt'
  | 'silencedUntil'
  | 'answeredBy'
  | 'causeGoneAt'
> & {
  /** Absent for the client: reasons and rungs are words among those who help. */
  reason?: string | null;
  /** Rungs of the ladder that were taken, oldest first. */
  steps?: readonly string[];
  /** Somebody is going, and a rung for “not with them yet” was taken: it alarms again (AL9). */
  overdue?: boolean;
};

/** AL9: “going” was not followed by “with them”. */
const isOverdue = (state: SessionState, alert: Alert): boolean =>
  alert.state === 'going' &&
  ladderOf(state)[alert.priority].some(
    ({ step, since }) =>
      since === 'going' && (alert.stepAt[step] ?? 0) >= (alert.at.going ?? Infinity),
  );

/** AL9: a rung that shows the dispatch line was taken, and nobody is with the client yet. */
export const isDispatchShown = (state: SessionState): boolean =>
  state.alerts.some(
    (alert) =>
      isOpen(alert) &&
      alert.state !== 'with_client' &&
      ladderOf(state)[alert.priority].some(
        ({ step, showsDispatchLine }) =>
          showsDispatchLine && alert.steps.some((taken) => rungOf(taken) === step),
      ),
  );

/** @param helper a reader who is among those who help */
export function alertFor(state: SessionState, alert: Alert, helper: boolean): AlertView {
  const { alertId, kind, priority, raisedBy, at, repeats, lastPressedAt } = alert;
  const { silencedUntil, answeredBy, causeGoneAt } = alert;
  const shown = {
    alertId,
    kind,
    priority,
    raisedBy,
    state: alert.state,
    at,
    repeats,
    lastPressedAt,
    silencedUntil,
    answeredBy,
    causeGoneAt,
  };
  if (!helper) return shown;
  return { ...shown, reason: alert.reason, steps: alert.steps, overdue: isOverdue(state, alert) };
}
