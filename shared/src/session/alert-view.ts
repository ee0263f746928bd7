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
  /** Absent for the client: reasons are words among those who help. */
  reason?: string | null;
};

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

export function alertFor(alert: Alert, withReason: boolean): AlertView {
  const { alertId, kind, priority, raisedBy, state, at, repeats, lastPressedAt } = alert;
  const { silencedUntil, answeredBy, causeGoneAt } = alert;
  const shown = {
    alertId,
    kind,
    priority,
    raisedBy,
    state,
    at,
    repeats,
    lastPressedAt,
    silencedUntil,
    answeredBy,
    causeGoneAt,
  };
  return withReason ? { ...shown, reason: alert.reason } : shown;
}
