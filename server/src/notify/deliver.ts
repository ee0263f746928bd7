import type { DeliveryFault, DeliveryState } from '@sojourn/shared/session/delivery';
import { languageOf, phoneOf } from '@sojourn/shared/session/delivery';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Database } from '../db/database.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Logger } from '../logger.ts';
import type { DeliveryJob } from '../record/jobs.ts';
import type { Executor } from '../session/execute.ts';
import { readSession } from '../session/store.ts';
import { createUnderWay } from '../under-way.ts';
import type { Senders } from './channels.ts';
import { wantedFor } from './words.ts';

/** A claim that was not followed by a sending runs out after this long, ms: its process has died. */
const CLAIM_LIFE = 12_000;

interface Parts {
  db: Database;
  executor: Executor;
  senders: Senders;
  metrics: Pick<Metrics, 'delivery'>;
  logger: Logger;
  /** ms since the epoch. */
  clock: () => number;
}

export interface Deliverer {
  /** Sends it unless it was sent. Rejects when it should be tried again. */
  deliver(job: DeliveryJob): Promise<void>;
  /** Sends what a process before this one left unsent (TM2). Call it once, before `deliver`. */
  takeOver(): Promise<void>;
}

export function createDeliverer({
  db,
  executor,
  senders,
  metrics,
  logger,
  clock,
}: Parts): Deliverer {
  const note = (
    { sessionId, deliveryId }: DeliveryJob,
    state: DeliveryState,
    fault: DeliveryFault | null = null,
  ) => executor.executeSystem(sessionId, { type: 'delivery.note', deliveryId, state, fault });

  /** Whoever claims it sends it: this process at once, or the queue when this process died. */
  async function claim({ sessionId, deliveryId }: DeliveryJob) {
    const now = clock();
    return db
      .updateTable('delivery')
      .set({ claimed_at: now })
      .where('session_id', '=', sessionId)
      .where('delivery_id', '=', deliveryId)
      .where('sent_at', 'is', null)
      .where((where) =>
        where.or([where('claimed_at', 'is', null), where('claimed_at', '<', now - CLAIM_LIFE)]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  const done = (token: string) =>
    db.updateTable('delivery').set({ sent_at: clock() }).where('token', '=', token).execute();

  /** The hand of another process is at it, and may die with it in its hand. */
  async function isElsewhere({ sessionId, deliveryId }: DeliveryJob): Promise<boolean> {
    const row = await db
      .selectFrom('delivery')
      .select('sent_at')
      .where('session_id', '=', sessionId)
      .where('delivery_id', '=', deliveryId)
      .executeTakeFirst();
    return row?.sent_at === null;
  }

  async function send(job: DeliveryJob): Promise<void> {
    const row = await claim(job);
    if (!row) {
      if (await isElsewhere(job)) throw new Error('The message is being sent');
      return;
    }
    const state = await readSession(db, job.sessionId);
    const about = state && wantedNow(state, row.alert_id);
    if (!state || about === undefined) return void (await done(row.token));
    const sender = senders[row.channel];
    const sent = sender
      ? await sender.send({
          sessionId: job.sessionId,
          alertId: row.alert_id,
          token: row.token,
          wanted: wantedFor(about),
          language: languageOf(state, row.target),
          phone: row.channel === 'push' ? null : phoneOf(state, row.target),
        })
      : ({ ok: false, fault: 'not_configured', again: false } as const);
    metrics.delivery(row.channel, sent.ok ? 'sent' : sent.fault);
    if (sent.ok) {
      await done(row.token);
      await note(job, 'sent');
      return;
    }
    if (!sent.again) {
      await done(row.token);
      await note(job, 'failed', sent.fault);
      return;
    }
    // Let go of it, so that the next try need not wait for the claim to run out.
    await db
      .updateTable('delivery')
      .set({ claimed_at: null })
      .where('token', '=', row.token)
      .execute();
    await note(job, 'failed', sent.fault);
    logger.warn({ sessionId: job.sessionId, alertId: row.alert_id }, 'a message is tried again');
    throw new Error('The provider did not take the message');
  }

  const underWay = createUnderWay<void>();

  /** Asked at each commit and by the queue while it is under way: one sending answers them all. */
  const deliver = (job: DeliveryJob): Promise<void> =>
    underWay(`${job.sessionId} ${job.deliveryId}`, () => send(job));

  return {
    deliver,
    async takeOver() {
      const left = await db
        .updateTable('delivery')
        .set({ claimed_at: null })
        .where('sent_at', 'is', null)
        .returning(['session_id', 'delivery_id'])
        .execute();
      for (const { session_id: sessionId, delivery_id: deliveryId } of left) {
        deliver({ sessionId, deliveryId }).catch(() => undefined);
      }
    },
  };
}

/** The alert that it speaks of, null for a drill; undefined when nobody is wanted any more. */
function wantedNow(state: SessionState, alertId: string) {
  if (state.drill?.drillId === alertId) return state.drill.state === 'sounding' ? null : undefined;
  const alert = state.alerts.find((each) => each.alertId === alertId);
  return alert && alert.state !== 'resolved' && alert.state !== 'with_client' ? alert : undefined;
}
