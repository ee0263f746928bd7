import type { AlertKind, AlertPriority, AlertState } from '@sojourn/shared/session/alert';
import type { Actor } from '@sojourn/shared/session/role';
import { is, type Entry } from './facts.ts';

export interface AlertFact {
  alertId: string;
  kind: AlertKind;
  priority: AlertPriority;
  by: Actor;
  reasons: readonly string[];
  repeats: number;
  /** When each state was first reached, ms. */
  at: Partial<Record<AlertState, number>> & { raised: number };
  handedOver: boolean;
}

const REACHED = {
  'alert.seen': 'seen',
  'alert.going': 'going',
  'alert.with_client': 'with_client',
  'alert.resolved': 'resolved',
} as const;

/** Every alert of the record, in the order in which they were raised. */
export function alertsIn(events: readonly Entry[]): AlertFact[] {
  const alerts = new Map<string, AlertFact>();
  const change = (alertId: string, to: (alert: AlertFact) => Partial<AlertFact>) => {
    const alert = alerts.get(alertId);
    if (alert) alerts.set(alertId, { ...alert, ...to(alert) });
  };
  const raised = is(
    'alert.raised',
    'alert.repeated',
    'alert.seen',
    'alert.going',
    'alert.with_client',
    'alert.resolved',
  );
  for (const { at, event } of events.filter(raised)) {
    if (event.type === 'alert.raised') {
      const { alertId, kind, priority, by, reason } = event;
      const reasons = reason === null ? [] : [reason];
      const fact = { alertId, kind, priority, by, reasons, repeats: 0, handedOver: false };
      alerts.set(alertId, { ...fact, at: { raised: at } });
    } else if (event.type === 'alert.repeated') {
      const { reason } = event;
      change(event.alertId, ({ reasons, repeats }) => ({
        reasons: reason === null || reasons.includes(reason) ? reasons : [...reasons, reason],
        repeats: repeats + 1,
      }));
    } else {
      const handedOver = event.type === 'alert.resolved' && event.because === 'handed_over';
      change(event.alertId, (alert) => ({
        at: { [REACHED[event.type]]: at, ...alert.at },
        handedOver,
      }));
    }
  }
  return [...alerts.values()];
}
