import { startApp } from '../app.ts';
import type { Config } from '../config.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Logger } from '../logger.ts';
import { loadVapidKeys } from '../notify/vapid.ts';
import { loadSealer } from '../record/seal.ts';
import { shiftedClock } from './shifted-clock.ts';
import { steadyClock } from './steady-clock.ts';
import { stopOnSignal } from './on-signal.ts';
import { portTaken, takePlace } from './place.ts';
import { startServices } from './services.ts';

type Flags = Readonly<{ demo: boolean; dev: boolean; stopWithParent: boolean }>;

/**
 * Starts everything, in order, and stops it in reverse on a signal or a failure.
 * @throws Error, for people, after stopping what had started.
 */
export async function run(config: Config, flags: Flags, logger: Logger): Promise<void> {
  const impatience = new AbortController();
  const toStop: (() => Promise<void> | void)[] = [];
  const stopAll = async (): Promise<void> => {
    for (let stop = toStop.pop(); stop !== undefined; stop = toStop.pop()) await stop();
  };

  const starting = start();
  stopOnSignal(
    async () => {
      impatience.abort();
      await starting.catch(() => undefined);
      await stopAll();
    },
    (err) => logger.error({ err }, 'stopping failed'),
    flags.stopWithParent,
  );
  try {
    await starting;
  } catch (error) {
    await stopAll();
    // After a signal the failure is the wish to stop, and the signal's way out is exit 0.
    if (!impatience.signal.aborted) throw inWords(error, config.port);
  }

  async function start(): Promise<void> {
    toStop.push(takePlace(config));
    const services = await startServices(config, logger, impatience.signal);
    toStop.push(() => services.stop());
    const { database, livekit } = services;
    const sealer = loadSealer(config.dataDir);
    const vapidKeys = loadVapidKeys(config.dataDir);
    const steady = steadyClock();
    const { clockShiftFile } = config;
    const clock = clockShiftFile ? shiftedClock(steady, clockShiftFile) : steady;
    const app = await startApp({
      config,
      database,
      livekit,
      sealer,
      vapidKeys,
      clock,
      logger,
      dev: flags.dev,
    });
    toStop.push(() => app.stop());
    if (!flags.demo) return;
    const links = await seedDemo({ app, sealer, publicUrl: config.publicUrl });
    process.stdout.write(
      `therapist ${links.therapist}\nclient ${links.client}\nchaperone ${links.chaperone}\n`,
    );
  }
}

function inWords(error: unknown, port: number): unknown {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    ? new Error(portTaken(port), { cause: error })
    : error;
}
