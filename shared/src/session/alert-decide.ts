import { reject, type Rejection } from '../rejection.ts';
import { unreachable } from '../result.ts';
import {
  alertPriority,
  callsChaperone,
  hasReached,
  isOpen,
  isUnanswered,
  type Alert,
  type AlertCommand,
  type AlertEvent,
  type AlertState,
  type AlertSystemCommand,
  type NoticedKind,
  type RaiseKind,
} from './alert.ts';
import { queueDeliveries, type DeliveryEvent } from './delivery.ts';
import { DEFAULT_LADDER, stepsAhead, targetOf } from './ladder.ts';
import { isOver } from './phase.ts';
import type { Role } from './role.ts';
import type { SessionState } from './state.ts';
import type { ChaperoneView, TherapistView } from './view.ts';
import { words } from '../words.ts';

/* What happens to alerts: pressed, answered, escalated, resolved. */

/** How long the sound rests after "silence", ms (AL10). */
export const SILENCE = 120_000;

export function refuseResolve(view: TherapistView, alertId: string): Rejection | null {
  const alert = view.alerts.find((a) => a.alertId === alertId);
  if (!alert) return reject('not_found', words('There is no such alert.'));
  if (alert.priority !== 'high' || hasReached(alert, 'with_client')) return null;
  // AL4: where no medicine is, there may be no chaperone.
  if (view.kind !== 'dosing') return null;
  // AL4: the line is back, and the therapist sees the client themselves.
  if (alert.causeGoneAt !== null) return null;
  // PH7: a session that was stopped lets nobody in any more.
  const { admission, connected } = view.people.chaperone;
  if (isOver(view.phase) && !(connected && admission === 'admitted')) return null;
  const who = view.people.chaperone.name || words('the chaperone');
  return reject(
    'presence_needed',
    words('A high alert is resolved only after {who} is with them.', { who }),
  );
}

export const refuseSteps = (view: ChaperoneView, alertId: string): Rejection | null =>
  view.alerts.some((alert) => alert.alertId === alertId)
    ? null
    : reject('not_found', words('This alert is already resolved.'));

/** @param press the commandId, which a new alert takes as its own id */
export function decideAlert(
  state: SessionState,
  by: Role,
  command: AlertCommand,
  press: { commandId: string; now: number },
): (AlertEvent | DeliveryEvent)[] {
  switch (command.type) {
    case 'alert.raise':
      return pressed(state, by, command.kind, command.reason ?? null, press);
    case 'alert.seen':
      return reached(state, command.alertId, 'seen');
    case 'alert.silence':
      return silenced(state, command.alertId, press.now);
    case 'alert.going':
      return going(state, command.alertId);
    case 'alert.with_client':
      return arrived(state, command.alertId);
    case 'alert.resolve':
      return reached(state, command.alertId, 'resolved');
    default:
      return unreachable(command);
  }
}

/** A further press of the same button while nobody has answered belongs to the same alert (AL5). */
function pressed(
  state: SessionState,
  by: Role,
  kind: RaiseKind,
  reason: string | null,
  { commandId, now }: { commandId: string; now: number },
): (AlertEvent | DeliveryEvent)[] {
  const same = state.alerts.find((a) => a.raisedBy === by && a.kind === kind && isUnanswered(a));
  if (same) return [{ type: 'alert.repeated', alertId: same.alertId, reason }];
  const priority = alertPriority(kind);
  const raised = { type: 'alert.raised', alertId: commandId, kind, priority, reason, by } as const;
  return [raised, ...firstSteps(state, raised, now)];
}

/** The newest open alert of this kind. */
const openOf = (state: SessionState, kind: NoticedKind): Alert | undefined =>
  state.alerts.findLast((alert) => alert.kind === kind && isOpen(alert));

/** An open alert speaks of it already: of an absence until that is over, of a look until somebody came. */
export function isSpokenFor(state: SessionState, kind: NoticedKind): boolean {
  const open = openOf(state, kind);
  if (!open) return false;
  const isLook = kind === 'look_due' || kind === 'look_missed';
  return isLook ? !hasReached(open, 'with_client') : open.causeGoneAt === null;
}

/**
 * Raised by the server, once for each cause (AL12, LK1). What comes back before anybody came belongs to the
 * same alert; who came for an earlier one has not come for this one.
 */
export function noticed(
  state: SessionState,
  kind: NoticedKind,
  cause: string,
  now: number,
): (AlertEvent | DeliveryEvent)[] {
  if (isSpokenFor(state, kind)) return [];
  const open = openOf(state, kind);
  if (open && !hasReached(open, 'with_client'))
    return [{ type: 'alert.cause_back', alertId: open.alertId, cause }];
  const priority = alertPriority(kind);
  const raised = {
    type: 'alert.raised',
    alertId: cause,
    kind,
    priority,
    reason: null,
    by: 'system',
  } as const;
  return [raised, ...firstSteps(state, raised, now)];
}

/** The rungs at second 0 belong to the raising itself: nothing can come between them. */
function firstSteps(
  state: SessionState,
  { alertId, priority }: { alertId: string; priority: Alert['priority'] },
  now: number,
): (AlertEvent | DeliveryEvent)[] {
  const fresh = {
    priority,
    state: 'raised',
    at: { raised: now },
    steps: [],
    stepAt: {},
    answeredBy: null,
  };
  return stepsAhead(fresh, ladderOf(state))
    .filter(({ at }) => at <= now)
    .flatMap((due) => [
      { type: 'alert.escalated' as const, alertId, step: due.name },
      ...queueDeliveries(state, {
        alertId,
        step: due.name,
        channels: due.rung.channels,
        to: targetOf(due),
      }),
    ]);
}

export const ladderOf = ({ care }: Pick<SessionState, 'care'>) =>
  care.policy.ladder ?? DEFAULT_LADDER;

/** A rung whose time has come. Its name is in the record, so that it is taken once (AL9). */
export function escalated(
  state: SessionState,
  alertId: string,
  step: string,
  now: number,
): (AlertEvent | DeliveryEvent)[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  const due = alert && stepsAhead(alert, ladderOf(state)).find(({ name }) => name === step);
  if (!due || due.at > now) return [];
  return [
    { type: 'alert.escalated', alertId, step },
    ...queueDeliveries(state, { alertId, step, channels: due.rung.channels, to: targetOf(due) }),
  ];
}

function silenced(state: SessionState, alertId: string, now: number): AlertEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  return alert && callsChaperone(alert)
    ? [{ type: 'alert.silenced', alertId, until: now + SILENCE }]
    : [];
}

const REACHED = {
  seen: 'alert.seen',
  going: 'alert.going',
  with_client: 'alert.with_client',
  resolved: 'alert.resolved',
} as const;

/** Alerts only go forward: a late "seen" after "going" changes nothing (AL3). */
export function reached(
  state: SessionState,
  alertId: string,
  to: Exclude<AlertState, 'raised'>,
): AlertEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  return !alert || hasReached(alert, to) ? [] : [{ type: REACHED[to], alertId }];
}

/** The chaperone goes; also when the second contact said it before them. */
function going(state: SessionState, alertId: string): AlertEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  return alert && callsChaperone(alert) ? [{ type: 'alert.going', alertId }] : [];
}

/** Who is with the client has looked (LK1). */
function arrived(state: SessionState, alertId: string): AlertEvent[] {
  const events = reached(state, alertId, 'with_client');
  const others = looksDone(state).filter((look) => look.alertId !== alertId);
  return events.length === 0 ? [] : [...events, ...others];
}

/** A look that was due is over: somebody looked. */
export const looksDone = (state: SessionState): AlertEvent[] =>
  state.alerts
    .filter((alert) => alert.kind === 'look_due' && isOpen(alert))
    .map(({ alertId }) => ({ type: 'alert.resolved', alertId, because: 'looked' }));

/** A person said it on a phone. */
export function answeredByPhone(
  state: SessionState,
  { alertId, by }: AlertSystemCommand,
): AlertEvent[] {
  const alert = state.alerts.find((a) => a.alertId === alertId);
  const waits = by === 'chaperone' ? callsChaperone : isUnanswered;
  return alert && waits(alert) ? [{ type: 'alert.going', alertId, by }] : [];
}

/** What raised these is over; they are still answered and resolved by people. */
export const causesGone = (state: SessionState, ...kinds: NoticedKind[]): AlertEvent[] =>
  state.alerts
    .filter(
      (alert) =>
        isOpen(alert) && alert.causeGoneAt === null && kinds.some((kind) => kind === alert.kind),
    )
    .map(({ alertId }) => ({ type: 'alert.cause_gone', alertId }));
