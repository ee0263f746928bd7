import { escalated, isSpokenFor, ladderOf, noticed } from './alert-decide.ts';
import { isOpen, type AlertEvent, type NoticedKind } from './alert.ts';
import { checkDueAt, CHECK_SLACK } from './call.ts';
import type { DeliveryEvent } from './delivery.ts';
import { evolve } from './evolve.ts';
import { stepsAhead } from './ladder.ts';
import { LOST_KIND } from './pulse.ts';
import { Role } from './role.ts';
import { isConnected, isDosed, type SessionState } from './state.ts';

/*
 * What the server does by itself, and when: asked of the state alone, so that a new process knows it
 * as well as the one before (TM1). A timer that has fired is no longer there, and fires once.
 */

export interface Timer {
  /** Unique within the session. */
  key: string;
  /** ms since the epoch: not before, and as soon after as can be. */
  at: number;
  fire(now: number): (AlertEvent | DeliveryEvent)[];
}

/** ms that a person's connection may be away after the dose before it is an alert. */
export const LINK_GRACE: Record<Role, number> = {
  client: 5_000,
  therapist: 10_000,
  chaperone: 30_000,
};

export const timersOf = (state: SessionState): Timer[] => [
  ...stepTimers(state),
  ...(isDosed(state) ? [...linkTimers(state), ...checkTimers(state)] : []),
];

const stepTimers = (state: SessionState): Timer[] =>
  state.alerts.filter(isOpen).flatMap((alert) =>
    stepsAhead(alert, ladderOf(state)).map(({ name, at }) => ({
      key: `step/${alert.alertId}/${name}`,
      at,
      fire: (now) => escalated(state, alert.alertId, name, now),
    })),
  );

function linkTimers(state: SessionState): Timer[] {
  return Role.options.flatMap((role): Timer[] => {
    if (isConnected(state.people[role])) return [];
    const since = Math.max(state.people[role].connectionChangedAt ?? 0, state.dose.t0 ?? 0);
    return noticing(state, LOST_KIND[role], since, since + LINK_GRACE[role]);
  });
}

/** Raises this alert at that time; not again for the same cause, also when it was resolved. */
function noticing(state: SessionState, kind: NoticedKind, cause: number, at: number): Timer[] {
  const key = `${kind}-${cause}`;
  const known = state.alerts.some((alert) => alert.alertId === key || alert.cause === key);
  return known || isSpokenFor(state, kind)
    ? []
    : [{ key, at, fire: (now) => noticed(state, kind, key, now) }];
}

function checkTimers(state: SessionState): Timer[] {
  const dueAt = checkDueAt(state);
  if (dueAt === null) return [];
  return [
    ...noticing(state, 'look_due', dueAt, dueAt),
    ...noticing(state, 'look_missed', dueAt, dueAt + CHECK_SLACK),
  ];
}

/**
 * All whose time has come, in order, each on what the one before led to: one transaction for all of them,
 * however many a dead or busy server left over. One that comes to nothing is not asked twice.
 * @param now ms since the epoch: the time that the events will have
 */
export function fireDue(state: SessionState, now: number): (AlertEvent | DeliveryEvent)[] {
  const events: (AlertEvent | DeliveryEvent)[] = [];
  const fired = new Set<string>();
  let reached = state;
  for (;;) {
    const [due] = timersOf(reached)
      .filter(({ key, at }) => at <= now && !fired.has(key))
      .toSorted((a, b) => a.at - b.at);
    if (!due) return events;
    fired.add(due.key);
    for (const event of due.fire(now)) {
      const entry = {
        seq: reached.revision + 1,
        at: now,
        actor: 'system',
        commandId: null,
      } as const;
      reached = evolve(reached, { ...entry, event });
      events.push(event);
    }
  }
}
