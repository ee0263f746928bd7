import { join, resolve } from 'node:path';
import type { LiveKitConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import { keepRunning } from '../start/keep-running.ts';
import { makePrivateFolder, readIfPresent, writePrivateFile } from '../start/private-file.ts';
import { findLiveKit, type LiveKitCommand } from './livekit-binary.ts';
import { answers, findProcess, startProcess, stopLiveKit } from './livekit-process.ts';
import {
  chooseSettings,
  readSettings,
  renderConfig,
  type LiveKitSettings,
} from './livekit-settings.ts';

export type LocalLiveKit = LiveKitConfig & Readonly<{ attached: boolean; stop(): Promise<void> }>;

type Running = Readonly<{ pid: number; settings: LiveKitSettings }>;
type Options = Readonly<{
  dataDir: string;
  cacheDir: string;
  /** Where LiveKit reports who came and went. */
  webhookUrl: string;
  log: Logger;
  /** Ends a build under way. */
  signal?: AbortSignal;
}>;

/**
 * A real LiveKit server on loopback. One that a killed Sojourn left running with the same settings
 * is kept, with the media that flows through it; while in use it is started again should it die.
 * @throws Error, for people, when there is none to run.
 */
export async function startLocalLiveKit(options: Options): Promise<LocalLiveKit> {
  const { cacheDir, webhookUrl, log } = options;
  const dataDir = resolve(options.dataDir);
  makePrivateFolder(dataDir);
  const command = await findLiveKit(cacheDir, options.signal);

  const found = await attach(dataDir, command, webhookUrl);
  const startFresh = async (): Promise<Running> => {
    const settings = await chooseSettings(dataDir);
    writePrivateFile(join(dataDir, 'livekit.yaml'), renderConfig(settings, webhookUrl));
    return { settings, pid: await startProcess(dataDir, command, settings) };
  };
  // A second try, because another program may take a port between our look and LiveKit's.
  const { pid, settings } = found ?? (await startFresh().catch(startFresh));
  log.info(
    { component: 'livekit', pid, port: settings.ports.signal },
    found ? 'attached to the running LiveKit' : 'LiveKit started',
  );

  const startAgain = (): Promise<number> => startProcess(dataDir, command, settings);
  const endWatching = keepRunning(pid, startAgain, log, 'livekit');
  return {
    url: `ws://127.0.0.1:${settings.ports.signal}`,
    apiUrl: `http://127.0.0.1:${settings.ports.signal}`,
    apiKey: settings.apiKey,
    apiSecret: settings.apiSecret,
    attached: found !== undefined,
    stop: async () => stopLiveKit(await endWatching()),
  };
}

/** The running LiveKit when it answers and is configured as we would configure it now; any other is stopped. */
async function attach(
  dataDir: string,
  command: LiveKitCommand,
  webhookUrl: string,
): Promise<Running | undefined> {
  const pid = findProcess(dataDir, command);
  if (pid === undefined) return undefined;
  const settings = readSettings(dataDir);
  const same =
    settings && readIfPresent(join(dataDir, 'livekit.yaml')) === renderConfig(settings, webhookUrl);
  if (same && (await answers(settings))) return { pid, settings };
  await stopLiveKit(pid);
  return undefined;
}
