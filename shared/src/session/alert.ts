import { z } from 'zod';
import { unreachable } from '../result.ts';
import { typedText } from '../text.ts';
import { rungOf } from './ladder.ts';
import { Actor } from './role.ts';
import { withoutSignatures } from './signatures.ts';
import type { SessionState } from './state.ts';
import { words } from '../words.ts';

/* Calls for the chaperone, after IEC 60601-1-8 and nurse-call practice: what they are, and what became of them. */

const id = z.string().min(1).max(64);

/** What can be pressed. `please_come` and `go_now` are the therapist's, `help` the client's. */
export const RaiseKind = z.enum(['please_come', 'go_now', 'help']);
export type RaiseKind = z.infer<typeof RaiseKind>;

/** What the server raises by itself when nobody presses (AL12). */
export const NoticedKind = z.enum([
  'client_link_lost',
  'client_media_lost',
  'therapist_lost',
  'chaperone_lost',
  'look_due',
  'look_missed',
]);
export type NoticedKind = z.infer<typeof NoticedKind>;
export const AlertKind = z.enum([...RaiseKind.options, ...NoticedKind.options]);
export type AlertKind = z.infer<typeof AlertKind>;

/** IEC 60601-1-8 alarm priority. */
export const AlertPriority = z.enum(['high', 'medium', 'low']);
export type AlertPriority = z.infer<typeof AlertPriority>;

export function alertPriority(kind: AlertKind): AlertPriority {
  if (kind === 'look_due') return 'low';
  return kind === 'please_come' ? 'medium' : 'high';
}

/** Who answers: the chaperone on their page or phone, or the second contact on theirs. */
export const Answerer = z.enum(['chaperone', 'second']);
export type Answerer = z.infer<typeof Answerer>;

export const AlertCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('alert.raise'),
    kind: RaiseKind,
    // AL1: a reason that cannot be kept must not hold the alert up.
    reason: typedText(words('The reason'), 140).optional().catch(undefined),
  }),
  z.object({ type: z.literal('alert.seen'), alertId: id }),
  /** Mutes the sound for a short time; clears nothing (AL10). */
  z.object({ type: z.literal('alert.silence'), alertId: id }),
  z.object({ type: z.literal('alert.going'), alertId: id }),
  z.object({ type: z.literal('alert.with_client'), alertId: id }),
  z.object({ type: z.literal('alert.resolve'), alertId: id }),
]);
export type AlertCommand = z.infer<typeof AlertCommand>;

/** What reaches the server by a phone: "press 1: I'm going", or the button of a push message. */
export type AlertSystemCommand = { type: 'alert.answer'; alertId: string; by: Answerer };

const alertId = z.string();
export const AlertEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('alert.raised'),
    alertId,
    kind: AlertKind,
    priority: AlertPriority,
    reason: z.string().nullable(),
    by: Actor,
  }),
  z.object({ type: z.literal('alert.repeated'), alertId, reason: z.string().nullable() }),
  z.object({ type: z.literal('alert.seen'), alertId }),
  z.object({ type: z.literal('alert.silenced'), alertId, until: z.int() }),
  z.object({ type: z.literal('alert.going'), alertId, by: Answerer.optional() }),
  z.object({ type: z.literal('alert.with_client'), alertId }),
  /** A rung of the ladder was taken (AL9). */
  z.object({ type: z.literal('alert.escalated'), alertId, step: z.string() }),
  /** The link is back, the look was done: what raised it is over, and it is still to be answered. */
  z.object({ type: z.literal('alert.cause_gone'), alertId }),
  /** Lost anew before anybody came: the same alert, which speaks of this absence now. */
  z.object({ type: z.literal('alert.cause_back'), alertId, cause: z.string() }),
  z.object({
    type: z.literal('alert.resolved'),
    alertId,
    /** Presence that no button had to say: emergency services (RL4), or the look that was due. */
    because: z.enum(['handed_over', 'looked']).optional(),
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
  kind: AlertKind;
  priority: AlertPriority;
  reason: string | null;
  raisedBy: Actor;
  state: AlertState;
  /** When each state was reached, ms since the epoch on the server's clock. */
  at: Partial<Record<AlertState, number>> & { raised: number };
  /** How often it was pressed again while nobody had answered; each press sounds anew. */
  repeats: number;
  lastPressedAt: number;
  /** The sound rests until then, ms; null: it does not. */
  silencedUntil: number | null;
  /** Rungs of the ladder that were taken, oldest first. */
  steps: readonly string[];
  /** When each rung was taken last, ms: its repeat is counted from there. */
  stepAt: Readonly<Record<string, number>>;
  /** Who said "I'm going". */
  answeredBy: Answerer | null;
  /** Of what the server noticed, the absence or the look that it speaks of; null where a person raised it. */
  cause: string | null;
  /** When what raised it was over; null while it is not, or where a person raised it. */
  causeGoneAt: number | null;
}

export const isOpen = (alert: { state: AlertState }): boolean => alert.state !== 'resolved';

/** Open, and more than a look that is due: that one is a routine until it is missed (LK1). */
export const isAlarming = (alert: { state: AlertState; priority: AlertPriority }): boolean =>
  isOpen(alert) && alert.priority !== 'low';

/** Nobody has yet said "I'm going": the siren goes on and a further press belongs to this alert (AL5). */
export const isUnanswered = (alert: { state: AlertState }): boolean =>
  alert.state === 'raised' || alert.state === 'seen';

/** The second contact goes, and the chaperone has not said that they do. */
export const isSecondGoing = ({
  state,
  answeredBy,
}: Pick<Alert, 'state' | 'answeredBy'>): boolean => state === 'going' && answeredBy === 'second';

/**
 * It still calls the chaperone: nobody goes, or the second contact does, who may be across the town. They
 * alone are in the house.
 */
export const callsChaperone = (alert: Pick<Alert, 'state' | 'answeredBy'>): boolean =>
  isUnanswered(alert) || isSecondGoing(alert);

export const hasReached = (alert: { state: AlertState }, state: AlertState): boolean =>
  ALERT_STATES.indexOf(alert.state) >= ALERT_STATES.indexOf(state);

/** The state holds every open alert and the newest resolved ones; the record holds all. */
const RESOLVED_KEPT = 30;

function withoutOldest(alerts: readonly Alert[]): readonly Alert[] {
  const resolved = alerts.filter((alert) => !isOpen(alert));
  if (resolved.length <= RESOLVED_KEPT) return alerts;
  const dropped = new Set(resolved.slice(0, -RESOLVED_KEPT));
  return alerts.filter((alert) => !dropped.has(alert));
}

type Raised = Extract<AlertEvent, { type: 'alert.raised' }>;

const raisedAt = ({ alertId, kind, priority, reason, by }: Raised, at: number): Alert => ({
  alertId,
  kind,
  priority,
  reason,
  raisedBy: by,
  state: 'raised',
  at: { raised: at },
  repeats: 0,
  lastPressedAt: at,
  silencedUntil: null,
  steps: [],
  stepAt: {},
  answeredBy: null,
  cause: by === 'system' ? alertId : null,
  causeGoneAt: null,
});

export function evolveAlert(state: SessionState, event: AlertEvent, at: number): SessionState {
  const changed = (change: (alert: Alert) => Alert): SessionState => ({
    ...state,
    alerts: state.alerts.map((alert) => (alert.alertId === event.alertId ? change(alert) : alert)),
  });
  const reachedNow = (to: AlertState, more: Partial<Alert> = {}) =>
    changed((alert) => ({ ...alert, ...more, state: to, at: { ...alert.at, [to]: at } }));
  switch (event.type) {
    case 'alert.raised':
      return { ...withoutSignatures(state), alerts: [...state.alerts, raisedAt(event, at)] };
    case 'alert.repeated':
      return changed((alert) => ({
        ...alert,
        reason: event.reason ?? alert.reason,
        repeats: alert.repeats + 1,
        lastPressedAt: at,
        // Pressed anew, it sounds anew.
        silencedUntil: null,
      }));
    case 'alert.seen':
      return reachedNow('seen');
    case 'alert.silenced':
      return changed((alert) => ({ ...alert, silencedUntil: event.until }));
    case 'alert.going':
      return reachedNow('going', { answeredBy: event.by ?? 'chaperone' });
    case 'alert.with_client':
      return { ...reachedNow('with_client'), checkedAt: at };
    case 'alert.escalated':
      return changed((alert) => ({
        ...alert,
        steps: [...alert.steps, event.step],
        stepAt: { ...alert.stepAt, [rungOf(event.step)]: at },
        silencedUntil: null,
      }));
    case 'alert.cause_gone':
      return changed((alert) => ({ ...alert, causeGoneAt: alert.causeGoneAt ?? at }));
    case 'alert.cause_back': {
      const after = changed((alert) => ({
        ...alert,
        cause: event.cause,
        causeGoneAt: null,
        lastPressedAt: at,
        silencedUntil: null,
      }));
      return withoutSignatures(after);
    }
    case 'alert.resolved': {
      const after = reachedNow('resolved');
      return { ...after, alerts: withoutOldest(after.alerts) };
    }
    default:
      return unreachable(event);
  }
}
