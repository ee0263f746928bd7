import type { SessionEvent } from '@sojourn/shared/session/event';
import type { SessionState } from '@sojourn/shared/session/state';
import { timersOf } from '@sojourn/shared/session/timer';
import { newId } from '../auth/secret.ts';
import type { Work } from '../record/writer.ts';

/**
 * Writes down, in the transaction of the events that ask for it, what has to follow: timers that are
 * new, rungs that were taken, messages that are queued. The keys of the tables make each of them one (AL9).
 */
export async function enqueueJobs(
  { trx, jobs }: Work,
  before: SessionState,
  after: SessionState,
  events: readonly SessionEvent[],
): Promise<void> {
  const { sessionId } = after;
  const rungs = events.flatMap((event) =>
    event.type === 'alert.escalated' ? [{ alert_id: event.alertId, step: event.step }] : [],
  );
  if (rungs.length > 0) {
    const rows = rungs.map((rung) => ({ session_id: sessionId, ...rung }));
    await trx.insertInto('escalation').values(rows).execute();
  }
  const messages = queuedIn(events);
  if (messages.length > 0) {
    const rows = messages.map(({ deliveryId, alertId, channel, to }) => ({
      token: newId('d'),
      session_id: sessionId,
      delivery_id: deliveryId,
      alert_id: alertId,
      channel,
      target: to,
      claimed_at: null,
      sent_at: null,
    }));
    await trx.insertInto('delivery').values(rows).execute();
  }
  const known = new Set(timersOf(before).map(({ key }) => key));
  const timers = timersOf(after)
    .filter(({ key }) => !known.has(key))
    .map(({ key, at }) => ({ sessionId, key, at }));
  const deliveries = messages.map(({ deliveryId }) => ({ sessionId, deliveryId }));
  if (timers.length > 0 || deliveries.length > 0) await jobs.enqueue(trx, timers, deliveries);
}

/** Queued, and not said to be impossible in the same breath. */
function queuedIn(events: readonly SessionEvent[]) {
  const off = new Set(
    events.flatMap((event) => (event.type === 'delivery.noted' ? [event.deliveryId] : [])),
  );
  return events.flatMap((event) =>
    event.type === 'delivery.queued' && !off.has(event.deliveryId) ? [event] : [],
  );
}
