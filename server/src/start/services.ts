import type { Config, LiveKitConfig } from '../config.ts';
import { startLocalPostgres } from '../db/local-postgres.ts';
import type { Logger } from '../logger.ts';
import { startLocalLiveKit } from '../media/local-livekit.ts';

const livekitWebhookPath = '/api/livekit/webhook';

/** What the app runs on: yours where the config names it, else a local one. */
export type Services = Readonly<{
  database: Readonly<{ url: string }>;
  livekit: LiveKitConfig;
  /** Stops the local ones, LiveKit first; yours are left alone. */
  stop(): Promise<void>;
}>;

const nothingToStop = (): Promise<void> => Promise.resolve();

/**
 * @param signal - aborted when the person does not want to wait any longer
 * @throws Error, for people, after stopping the other service, when one cannot be had.
 */
export async function startServices(
  config: Config,
  log: Logger,
  signal: AbortSignal,
): Promise<Services> {
  const { databaseUrl, livekit, dataDir, cacheDir } = config;
  const [database, media] = await Promise.allSettled([
    databaseUrl === undefined
      ? startLocalPostgres({ dataDir, log })
      : { url: databaseUrl, stop: nothingToStop },
    livekit === undefined
      ? startLocalLiveKit({ dataDir, cacheDir, webhookUrl: webhookUrl(config), log, signal })
      : { ...livekit, stop: nothingToStop },
  ]);
  const stop = async (): Promise<void> => {
    if (media.status === 'fulfilled') await media.value.stop();
    if (database.status === 'fulfilled') await database.value.stop();
  };
  if (database.status === 'fulfilled' && media.status === 'fulfilled') {
    return { database: { url: database.value.url }, livekit: media.value, stop };
  }
  await stop();
  const faults = [database, media]
    .filter((outcome) => outcome.status === 'rejected')
    .map(({ reason }) => reason as Error);
  throw new Error(faults.map((fault) => fault.message).join('\n'), { cause: faults[0] });
}

/** Where the local LiveKit, on this machine, finds us. */
function webhookUrl({ host, port }: Config): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? '127.0.0.1' : host}:${port}${livekitWebhookPath}`;
}
