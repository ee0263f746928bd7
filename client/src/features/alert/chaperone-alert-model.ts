import { hasReached, isUnanswered, type AlertPriority } from '@sojourn/shared/session/alert';
import type { AlertView } from '@sojourn/shared/session/alert-view';
import type { ChaperoneView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';

export interface ChaperoneAlertModel {
  priority: AlertPriority;
  /** What to do, in the largest words. */
  title: string;
  /** Why: every alert that waits, the most urgent first. All of them stand on the card. */
  why: readonly { alertId: string; words: string }[];
  /** "I'm going" was said of all of them. */
  going: boolean;
  /** What one tap answers: going to the client answers everything that was asked. */
  answers: Record<'alert.going' | 'alert.with_client', readonly string[]>;
}

const URGENCY = (alert: AlertView) =>
  (isUnanswered(alert) ? 10 : 0) + (alert.priority === 'high' ? 2 : 1);

/** What fills the chaperone's phone: all alerts that they are not yet with the client for. */
export function chaperoneAlert(view: ChaperoneView): ChaperoneAlertModel | null {
  const waiting = view.alerts
    .filter((alert) => !hasReached(alert, 'with_client'))
    // Among equals the older first, so that pressing again does not push another one down.
    .toSorted((a, b) => URGENCY(b) - URGENCY(a) || a.at.raised - b.at.raised);
  const [first] = waiting;
  if (!first) return null;
  const client = nameOr(view.people.client.name, 'client');
  const therapist = nameOr(view.people.therapist.name, 'therapist');
  return {
    priority: first.priority,
    title: first.priority === 'high' ? `Go to ${client} now` : `Please go to ${client}`,
    why: waiting.map((alert) => ({
      alertId: alert.alertId,
      words:
        alert.reason ??
        (alert.kind === 'help' ? `${client} pressed Help.` : `${therapist} asks for you.`),
    })),
    going: !waiting.some(isUnanswered),
    answers: {
      'alert.going': waiting.filter(isUnanswered).map((alert) => alert.alertId),
      'alert.with_client': waiting.map((alert) => alert.alertId),
    },
  };
}

/** Alerts whose "seen" must be sent because they stand on the card now. */
export const newlySeen = (view: ChaperoneView): string[] =>
  view.alerts.filter((alert) => alert.state === 'raised').map((alert) => alert.alertId);

/** The chaperone is with the client, and the therapist has not closed the alert yet. */
export const isWithClient = (view: ChaperoneView): boolean =>
  view.alerts.some((alert) => alert.state === 'with_client');
