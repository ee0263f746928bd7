import { z } from 'zod';
import type { Role } from './role.ts';

/** What can be pressed. `please_come` and `go_now` are the therapist's, `help` the client's. */
export const RaiseKind = z.enum(['please_come', 'go_now', 'help']);
export type RaiseKind = z.infer<typeof RaiseKind>;

/** IEC 60601-1-8 alarm priority. */
export const AlertPriority = z.enum(['high', 'medium', 'low']);
export type AlertPriority = z.infer<typeof AlertPriority>;

export const alertPriority = (kind: RaiseKind): AlertPriority =>
  kind === 'please_come' ? 'medium' : 'high';

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
