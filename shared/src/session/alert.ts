import { z } from 'zod';
import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import { typedText } from '../text.ts';
import { Role } from './role.ts';
import { withoutSignatures } from './signatures.ts';
import type { SessionState } from './state.ts';
import type { ChaperoneView, TherapistView } from './view.ts';

/* Calls for the chaperone, after IEC 60601-1-8 and nurse-call practice. */

const id = z.string().min(1).max(64);

/** What can be pressed. `please_come` and `go_now` are the therapist's, `help` the client's. */
export const RaiseKind = z.enum(['please_come', 'go_now', 'help']);
export type RaiseKind = z.infer<typeof RaiseKind>;

/** IEC 60601-1-8 alarm priority. */
export const AlertPriority = z.enum(['high', 'medium', 'low']);
export type AlertPriority = z.infer<typeof AlertPriority>;

export const alertPriority = (kind: RaiseKind): AlertPriority =>
  kind === 'please_come' ? 'medium' : 'high';

export const AlertCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('alert.raise'),
    kind: RaiseKind,
    // AL1: a reason that cannot be kept must not hold the alert up.
    reason: typedText('The reason', 140).optional().catch(undefined),
  }),
  z.object({ type: z.literal('alert.seen'), alertId: id }),
  z.object({ type: z.literal('alert.going'), alertId: id }),
  z.object({ type: z.literal('alert.with_client'), alertId: id }),
  z.object({ type: z.literal('alert.resolve'), alertId: id }),
]);
export type AlertCommand = z.infer<typeof AlertCommand>;

const alertId = z.string();
export const AlertEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('alert.raised'),
    alertId,
    kind: RaiseKind,
    priority: AlertPriority,
    reason: z.string().nullable(),
    by: Role,
  }),
  z.object({ type: z.literal('alert.repeated'), alertId, reason: z.string().nullable() }),
  z.object({ type: z.literal('alert.seen'), alertId }),
  z.object({ type: z.literal('alert.going'), alertId }),
  z.object({ type: z.literal('alert.with_client'), alertId }),
  z.object({
    type: z.literal('alert.resolved'),
    alertId,
    /** Emergency services are with the client: presence that no phone had to say (RL4). */
    because: z.literal('handed_over').optional(),
  }),
]);
export type AlertEvent = z.infer<typeof AlertEvent>;

/** "Seen" is not "going", "going" is not "with them" (AL3). */
export const ALERT_STATES = ['raised', 'seen', 'going', 'with_client', 'resolved'] as const;
export const AlertState = z.enum(ALERT_STATES);
export type AlertState = z.infer<typeof AlertState>;

export interface Alert {
  /** The commandId of the press that raised it: the same press can never raise two (AL2). */
  alertId: string;
  kind: RaiseKind;
  priority: AlertPriority;
  reason: string | null;
  raisedBy: Role;
  state: AlertState;
  /** When each state was reached, ms since the epoch on the server's clock. */
  at: Partial<Record<AlertState, number>> & { raised: number };
  /** How often it was pressed again while nobody had answered; each press sounds anew. */
  repeats: number;
  lastPressedAt: number;
}

export const isOpen = (alert: { state: AlertState }): boolean => alert.state !== 'resolved';

/** Nobody has yet said "I'm going": the siren goes on and a further press belongs to this alert (AL5). */
export const isUnanswered = (alert: { state: AlertState }): boolean =>
  alert.state === 'raised' || alert.state === 'seen';

export const hasReached = (alert: { state: AlertState }, state: AlertState): boolean =>
  ALERT_STATES.indexOf(alert.state) >= ALERT_STATES.indexOf(state);

export function refuseResolve(view: TherapistView, alertId: string): Rejection | null {
  const alert = view.alerts.find((a) => a.alertId === alertId);
  if (!alert) return reject('not_found', 'There is no such alert.');
  if (alert.priority !== 'high' || hasReached(alert, 'with_client')) return null;
  // AL4: where no medicine is, there may be no chaperone.
  if (view.kind !== 'dosing') return null;
  const who = view.people.chaperone.name || 'the chaperone';
  return reject('presence_needed', `A high alert is resolved only after ${who} is with them.`);
}

export const refuseSteps = (view: ChaperoneView, alertId: string): Rejection | null =>
  view.alerts.some((alert) => alert.alertId === alertId)
    ? null
    : reject('not_found', 'This alert is already resolved.');

/** @param alertId the press, which a new alert takes as its own id */
export function decideAlert(
  state: SessionState,
  by: Role,
  command: AlertCommand,
  alertId: string,
): AlertEvent[] {
  switch (command.type) {
    case 'alert.raise':
      return [raised(state, by, command.kind, command.reason ?? null, alertId)];
    case 'alert.seen':
      return reached(state, command.alertId, 'seen');
    case 'alert.going':
      return reached(state, command.alertId, 'going');
    case 'alert.with_client':
      return reached(state, command.alertId, 'with_client');
    case 'alert.resolve':
      return reached(state, command.alertId, 'resolved');
    default:
      return unreachable(command);
  }
}

/** A further press of the same button while nobody has answered belongs to the same alert (AL5). */
function raised(
  state: SessionState,
  by: Role,
  kind: RaiseKind,
  reason: string | null,
  alertId: string,
): AlertEvent {
  const same = state.alerts.find((a) => a.raisedBy === by && a.kind === kind && isUnanswered(a));
  return same
    ? { type: 'alert.repeated', alertId: same.alertId, reason }
    : { type: 'alert.raised', alertId, kind, priority: alertPriority(kind), reason, by };
}

const REACHED = {
  seen: 'alert.seen',
  going: 'alert.going',
  with_client: 'alert.with_client',
  resolved: 'alert.resolved',
} as const;

/** Alerts only go forward: a late "seen" after "going" changes nothing (AL3). */
function reached(
  state: SessionState,
  alertId: string,
  to: Exclude<AlertState, 'raised'>,
): AlertEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  return !alert || hasReached(alert, to) ? [] : [{ type: REACHED[to], alertId }];
}

/** The state holds every open alert and the newest resolved ones; the record holds all. */
const RESOLVED_KEPT = 30;

function withoutOldest(alerts: readonly Alert[]): readonly Alert[] {
  const resolved = alerts.filter((alert) => !isOpen(alert));
  if (resolved.length <= RESOLVED_KEPT) return alerts;
  const dropped = new Set(resolved.slice(0, -RESOLVED_KEPT));
  return alerts.filter((alert) => !dropped.has(alert));
}

export function evolveAlert(state: SessionState, event: AlertEvent, at: number): SessionState {
  const changed = (change: (alert: Alert) => Alert): SessionState => ({
    ...state,
    alerts: state.alerts.map((alert) => (alert.alertId === event.alertId ? change(alert) : alert)),
  });
  const reachedNow = (to: AlertState) =>
    changed((alert) => ({ ...alert, state: to, at: { ...alert.at, [to]: at } }));
  switch (event.type) {
    case 'alert.raised': {
      const { alertId, kind, priority, reason, by } = event;
      const alert: Alert = {
        alertId,
        kind,
        priority,
        reason,
        raisedBy: by,
        state: 'raised',
        at: { raised: at },
        repeats: 0,
        lastPressedAt: at,
      };
      return { ...withoutSignatures(state), alerts: [...state.alerts, alert] };
    }
    case 'alert.repeated':
      return changed((alert) => ({
        ...alert,
        reason: event.reason ?? alert.reason,
        repeats: alert.repeats + 1,
        lastPressedAt: at,
      }));
    case 'alert.seen':
      return reachedNow('seen');
    case 'alert.going':
      return reachedNow('going');
    case 'alert.with_client':
      return reachedNow('with_client');
    case 'alert.resolved': {
      const after = reachedNow('resolved');
      return { ...after, alerts: withoutOldest(after.alerts) };
    }
    default:
      return unreachable(event);
  }
}
