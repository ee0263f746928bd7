import { fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from '../logger.ts';
import type { DeliveryJob, Jobs, TimerJob } from '../record/jobs.ts';

const TIMER = 'timer';
const DELIVERY = 'delivery';
/** Seconds. The queue is what survives this process; in it, timers are armed to the millisecond. */
const POLL = 0.5;
const BATCH = 50;

interface Handlers {
  onTimer(job: TimerJob): Promise<void>;
  onDelivery(job: DeliveryJob): Promise<void>;
}

export interface Boss extends Jobs {
  work(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
}

/** The durable queue, in the same database as the records. */
export async function startBoss(databaseUrl: string, logger: Logger): Promise<Boss> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'sojourn-jobs',
    max: 4,
    // Nothing here runs by a calendar.
    schedule: false,
  });
  boss.on('error', (err) => logger.warn({ component: 'jobs', err }, 'the job queue has a fault'));
  await boss.start();
  await boss.createQueue(TIMER, {
    retryLimit: 20,
    retryDelay: 1,
    expireInSeconds: 30,
    deleteAfterSeconds: 3_600,
  });
  // A message that was claimed and not sent is tried again, for longer than the claim
  // lives: late is better than never, for a while.
  await boss.createQueue(DELIVERY, {
    retryLimit: 15,
    retryDelay: 2,
    expireInSeconds: 30,
    deleteAfterSeconds: 3_600,
  });
  return {
    async enqueue(trx, timers, deliveries) {
      const db = fromKysely(trx);
      if (timers.length > 0) {
        const jobs = timers.map((data) => ({ data, startAfter: new Date(data.at) }));
        await boss.insert(TIMER, jobs, { db });
      }
      if (deliveries.length > 0) {
        await boss.insert(
          DELIVERY,
          deliveries.map((data) => ({ data })),
          { db },
        );
      }
    },
    async work({ onTimer, onDelivery }) {
      const options = { pollingIntervalSeconds: POLL, batchSize: BATCH };
      await boss.work<TimerJob>(TIMER, options, async (jobs) => {
        await Promise.all(jobs.map(({ data }) => onTimer(data)));
      });
      await boss.work<DeliveryJob>(DELIVERY, options, async (jobs) => {
        await Promise.all(jobs.map(({ data }) => onDelivery(data)));
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 2_000 }),
  };
}
