import { faultWindows, type Note, type Window, type Witnessed } from './history.ts';
import { dueAt, LADDER, notBefore } from './ladder.ts';
import type { Kept, Record } from './record.ts';

/*
 * What the witness saw against what the record holds. Pure. Each finding is one sentence about one press,
 * alert, step or message; none is a campaign that kept every promise.
 */

export interface Findings {
  /** A press without effect, an alert that was never shown, something shown that the record does not hold. */
  lost: string[];
  /** More than one effect of a press, a step taken twice, a message sent twice for no reason. */
  doubled: string[];
  /** A step before its time. */
  early: string[];
  /** Messages that were sent again because the answer of the provider was lost with the process that asked. */
  sentAgain: number;
}

/** What takes away the process that sends, or its memory of having sent. */
const FORGETTING = /^(app|database|disk|clock)/;
/** ms by which two clocks of one machine, and a timer, may differ. */
const SLACK = 20;
/** ms after its time at which a step that was not taken is one that never will be. */
const LATEST_STEP = 5_000;
/** ms after a fault in which whoever waited is still being served. */
const RECOVERY = 10_000;
/** States by which nobody needs to be called any more. */
const ANSWERS = new Set(['going', 'with_client', 'resolved']);

export function check(notes: readonly Note[], record: Record): Findings {
  const findings: Findings = { lost: [...record.broken], doubled: [], early: [], sentAgain: 0 };
  const alerts = alertsIn(record.events);
  checkPresses(notes, record.events, findings);
  checkShown(notes, alerts, findings);
  checkSteps(record.events, alerts, findings);
  checkLadders(notes, alerts, findings);
  checkMessages(notes, record, alerts, findings);
  return findings;
}

const only = <T extends Note['t']>(notes: readonly Note[], t: T): Witnessed<T>[] =>
  notes.filter((note): note is Witnessed<T> => note.t === t);

function checkPresses(notes: readonly Note[], events: readonly Kept[], found: Findings): void {
  const effects = new Map<string, number>();
  for (const { type, commandId } of events) {
    if (commandId === null || (type !== 'alert.raised' && type !== 'alert.repeated')) continue;
    effects.set(commandId, (effects.get(commandId) ?? 0) + 1);
  }
  const acknowledged = new Set(only(notes, 'ack').map(({ id }) => id));
  const pressed = new Set<string>();
  for (const { id, kind, session, role } of only(notes, 'press')) {
    if (pressed.has(id)) continue;
    pressed.add(id);
    const count = effects.get(id) ?? 0;
    const what = `${kind} ${id} by the ${role} in ${session}`;
    if (count === 0) {
      found.lost.push(`${what}: ${acknowledged.has(id) ? 'acknowledged' : 'pressed'}, no effect`);
    }
    if (count > 1) found.doubled.push(`${what}: ${count} effects`);
    if (count === 1 && !acknowledged.has(id)) found.lost.push(`${what}: never acknowledged`);
  }
  const taps = only(notes, 'tap').length;
  const made = new Set(
    only(notes, 'press').flatMap(({ id, role }) => (role === 'page' ? [id] : [])),
  );
  if (made.size < taps) found.lost.push(`${taps - made.size} taps on the client’s page: no press`);
}

interface Alert {
  session: string;
  priority: 'high' | 'medium' | 'low';
  raisedAt: number;
  goingAt: number | null;
  /** When a person answered it, in whatever way. */
  answeredAt: number;
  steps: Map<string, number>;
  /** Each state that the record says it was in. */
  states: Set<string>;
}

function alertsIn(events: readonly Kept[]): Map<string, Alert> {
  const alerts = new Map<string, Alert>();
  for (const { type, alertId, session, priority, step, at } of events) {
    if (alertId === null || !type.startsWith('alert.')) continue;
    const key = `${session}/${alertId}`;
    if (type === 'alert.raised' && priority !== null) {
      const [states, steps] = [new Set(['raised']), new Map<string, number>()];
      const answeredAt = Number.POSITIVE_INFINITY;
      alerts.set(key, {
        session,
        priority,
        raisedAt: at,
        goingAt: null,
        answeredAt,
        steps,
        states,
      });
    }
    const alert = alerts.get(key);
    if (!alert) continue;
    const state = type.slice('alert.'.length);
    alert.states.add(state);
    if (state === 'escalated') alert.steps.set(step ?? '', at);
    if (state === 'going') alert.goingAt = at;
    if (ANSWERS.has(state)) alert.answeredAt = Math.min(alert.answeredAt, at);
  }
  return alerts;
}

function checkShown(
  notes: readonly Note[],
  alerts: ReadonlyMap<string, Alert>,
  { lost }: Findings,
): void {
  const reached = new Set<string>();
  for (const { by, session, alert, state, raised } of only(notes, 'shown')) {
    const key = `${session}/${alert}`;
    if (by === 'view') reached.add(key);
    const known = alerts.get(key);
    if (!known || (raised !== undefined && raised !== known.raisedAt)) {
      lost.push(`${key}: a ${by} showed it, the record does not hold it so`);
    } else if (state !== undefined && !known.states.has(state)) {
      lost.push(`${key}: a ${by} showed "${state}", the record does not hold it`);
    }
  }
  for (const [key, { states }] of alerts) {
    if (!reached.has(key)) lost.push(`${key}: the chaperone was never shown it`);
    if (!states.has('resolved')) lost.push(`${key}: still open after everything was healed`);
  }
}

function checkSteps(
  events: readonly Kept[],
  alerts: ReadonlyMap<string, Alert>,
  { doubled, early }: Findings,
): void {
  const taken = new Set<string>();
  const once = (key: string) => {
    if (taken.has(key)) doubled.push(`${key}: twice in the record`);
    taken.add(key);
  };
  for (const { type, session, alertId, step, deliveryId, at } of events) {
    if (type === 'delivery.queued') once(`${session}/${deliveryId}`);
    if (type !== 'alert.escalated' || alertId === null || step === null) continue;
    once(`${session}/${alertId}/${step}`);
    const alert = alerts.get(`${session}/${alertId}`);
    const due = alert && dueAt(alert, step);
    if (due === undefined || at < due) early.push(`${session}/${alertId}/${step}: ${at} < ${due}`);
  }
}

/** A step that was due, and that nobody answered before, was taken. */
function checkLadders(
  notes: readonly Note[],
  alerts: ReadonlyMap<string, Alert>,
  { lost }: Findings,
): void {
  const windows = faultWindows(notes).map((window) => ({ ...window, to: window.to + RECOVERY }));
  for (const [key, { priority, raisedAt, answeredAt, steps }] of alerts) {
    for (const { step, since, after } of LADDER[priority]) {
      const due = raisedAt + after * 1_000;
      if (since !== 'raised' || steps.has(step) || answeredAt < due + LATEST_STEP) continue;
      if (overlaps(windows, due, due + LATEST_STEP)) continue;
      lost.push(`${key}: nobody answered, and "${step}" was not taken`);
    }
  }
}

/** By the clock of the phones, which no fault steps. */
function checkMessages(
  notes: readonly Note[],
  { deliveries }: Record,
  alerts: ReadonlyMap<string, Alert>,
  found: Findings,
): void {
  const windows = faultWindows(notes).filter(({ kind }) => FORGETTING.test(kind));
  const byToken = new Map(deliveries.map((delivery) => [delivery.token, delivery]));
  // Backwards: the first of those that were sent again counts.
  const pressedAt = new Map(
    only(notes, 'press')
      .toReversed()
      .map(({ id, at }) => [id, at]),
  );
  const first = new Map<string, number>();
  for (const { token, at } of only(notes, 'sent')) {
    const before = first.get(token);
    if (before !== undefined) {
      if (overlaps(windows, before - 10_000, at)) found.sentAgain += 1;
      else found.doubled.push(`message ${byToken.get(token)?.deliveryId}: sent twice`);
      continue;
    }
    first.set(token, at);
    const delivery = byToken.get(token);
    const pressed = delivery && pressedAt.get(delivery.alertId);
    const alert = delivery && alerts.get(`${delivery.session}/${delivery.alertId}`);
    if (!delivery || !alert || pressed === undefined) continue;
    const { since, ms } = notBefore(alert.priority, delivery.deliveryId.split('/')[1] ?? '');
    if (since === 'raised' && at < pressed + ms - SLACK) {
      found.early.push(`message ${delivery.deliveryId}: ${Math.round(pressed + ms - at)} ms early`);
    }
  }
}

export const overlaps = (windows: readonly Window[], from: number, to: number): boolean =>
  windows.some((window) => window.from <= to && window.to >= from);
