import type { Channels } from '@sojourn/shared/session/delivery';
import { isSame } from '@sojourn/shared/same';
import { isOver } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Metrics } from './http/metrics.ts';
import type { Boss } from './jobs/boss.ts';
import type { Logger } from './logger.ts';
import { channelsOf, type Senders } from './notify/channels.ts';
import { createDeliverer } from './notify/deliver.ts';
import { dropSubscriptions, subscriptionCount } from './notify/delivery-store.ts';
import { pushSender } from './notify/push.ts';
import { twilioSenders } from './notify/twilio.ts';
import type { VapidKeys } from './notify/vapid.ts';
import { startWatchPing } from './notify/watch-ping.ts';
import type { Writer } from './record/writer.ts';
import type { Executor } from './session/execute.ts';
import { createPulses, type Pulses } from './session/pulses.ts';
import { readSession } from './session/store.ts';
import { createTimers } from './session/timers.ts';

interface Parts {
  config: Pick<Config, 'publicUrl' | 'push' | 'twilio' | 'watchPingUrl'>;
  db: Database;
  boss: Boss;
  writer: Writer;
  executor: Executor;
  metrics: Metrics;
  vapidKeys: VapidKeys;
  logger: Logger;
  clock: () => number;
  live: () => Promise<SessionState[]>;
}

export interface Alerting {
  pulses: Pulses;
  /** The ways to a phone that this server has. */
  channels: Channels;
  /** The chaperone's place went to another browser. */
  forgetPhone(sessionId: string): void;
  stop(): Promise<void>;
}

/**
 * Everything that goes on by itself when nobody presses: ladders, missed looks, lost links, messages to
 * phones, the outside watch. What is overdue from the process before this one is done at once (TM1).
 */
export async function startAlerting(parts: Parts): Promise<Alerting> {
  const { config, db, boss, writer, executor, metrics, logger, clock, live } = parts;
  const timers = createTimers({
    executor,
    read: (sessionId) => readSession(db, sessionId),
    logger,
    clock,
    onFired: metrics.timerLate,
  });
  const pulses = createPulses({ executor, logger, clock: () => performance.now() });
  const senders = createSenders(parts);
  const channels = channelsOf(senders);
  const { deliver, takeOver } = createDeliverer({ db, executor, senders, metrics, logger, clock });

  /** A session learns once which ways to a phone this server has. */
  function tellChannels({ sessionId, phase, channels: known }: SessionState): void {
    if (isOver(phase) || isSame(known, channels)) return;
    executor.executeSystem(sessionId, { type: 'channels.note', channels }).catch((err: unknown) => {
      logger.error({ sessionId, err }, 'a session was not told the channels');
    });
  }

  /** At once, in this process; the queue makes good what it does not come to. */
  function deliverQueued({ sessionId, deliveries }: SessionState): void {
    for (const { deliveryId, state } of deliveries) {
      if (state !== 'queued') continue;
      deliver({ sessionId, deliveryId }).catch(() => undefined);
    }
  }

  writer.onCommitted((state) => {
    timers.arm(state);
    tellChannels(state);
    deliverQueued(state);
    metrics.committed(state);
  });
  await takeOver();
  await boss.work({
    onTimer: ({ sessionId, key }) => timers.fireQueued(sessionId, key),
    onDelivery: deliver,
  });
  for (const state of await live()) {
    timers.arm(state);
    tellChannels(state);
  }
  const stopPing = startWatchPing(config.watchPingUrl, live, logger);
  return {
    pulses,
    channels,
    forgetPhone(sessionId) {
      dropSubscriptions(db, sessionId)
        .then(() => executor.executeSystem(sessionId, { type: 'pushes.note', count: 0 }))
        .catch((err: unknown) => logger.error({ sessionId, err }, 'a phone was not forgotten'));
    },
    async stop() {
      stopPing();
      timers.stop();
      pulses.stop();
      await boss.stop();
    },
  };
}

function createSenders({ config, db, executor, vapidKeys, logger }: Parts): Senders {
  const { publicUrl, push, twilio } = config;
  return {
    push: pushSender({
      db,
      keys: vapidKeys,
      subject: push.subject,
      logger,
      onGone: (sessionId) =>
        void subscriptionCount(db, sessionId)
          .then((count) => executor.executeSystem(sessionId, { type: 'pushes.note', count }))
          .catch((err: unknown) => logger.error({ sessionId, err }, 'a lost push was not noted')),
    }),
    ...(twilio ? twilioSenders({ config: twilio, publicUrl, logger }) : {}),
  };
}
