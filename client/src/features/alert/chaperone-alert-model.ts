import { hasReached, isUnanswered, type AlertPriority } from '@sojourn/shared/session/alert';
import type { AlertView, ChaperoneView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';

export interface ChaperoneAlertModel {
  alertId: string;
  priority: AlertPriority;
  /** What to do, in the largest words. */
  title: string;
  why: string;
  going: boolean;
  /** Other alerts still waiting for an answer. */
  others: number;
}

const URGENCY = (alert: AlertView) =>
  (isUnanswered(alert) ? 10 : 0) + (alert.priority === 'high' ? 2 : 1);

/** The alert that fills the chaperone's phone: the most urgent that they are not yet with. */
export function chaperoneAlert(view: ChaperoneView): ChaperoneAlertModel | null {
  const waiting = view.alerts
    .filter((alert) => !hasReached(alert, 'with_client'))
    .toSorted((a, b) => URGENCY(b) - URGENCY(a) || b.lastPressedAt - a.lastPressedAt);
  const alert = waiting[0];
  if (!alert) return null;
  const client = nameOr(view.people.client.name, 'client');
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  return {
    alertId: alert.alertId,
    priority: alert.priority,
    title: alert.priority === 'high' ? `Go to ${client} now` : `Please go to ${client}`,
    why:
      alert.reason ??
      (alert.kind === 'help' ? `${client} pressed Help.` : `${therapist} asks for you.`),
    going: hasReached(alert, 'going'),
    others: waiting.length - 1,
  };
}

/** Alerts whose "seen" must be sent because they are on the screen now. */
export const newlySeen = (view: ChaperoneView): string[] =>
  view.alerts.filter((alert) => alert.state === 'raised').map((alert) => alert.alertId);

/** The chaperone is with the client, and the therapist has not closed the alert yet. */
export const isWithClient = (view: ChaperoneView): boolean =>
  view.alerts.some((alert) => alert.state === 'with_client');
