import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { readIfPresent } from '../start/private-file.ts';
import { becomesTrue, findByCommandLine, isAlive, stopProcess } from '../start/processes.ts';
import type { LiveKitCommand } from './livekit-binary.ts';
import type { LiveKitSettings } from './livekit-settings.ts';

const startLimit = 30_000;

// At the first signal LiveKit waits for participants to leave, at the second it does not.
export const stopLiveKit = (pid: number): Promise<void> =>
  stopProcess(pid, [
    ['SIGINT', 300],
    ['SIGTERM', 3000],
    ['SIGKILL', 2000],
  ]);

const commandOn = (dataDir: string, command: LiveKitCommand): string[] =>
  command.args(join(dataDir, 'livekit.yaml'));

/**
 * The process that a former start left running, whether it answers or not. Looked for by its
 * command line: a pid file could not be written in the same instant as the process begins.
 */
export const findProcess = (dataDir: string, command: LiveKitCommand): number | undefined =>
  findByCommandLine(commandOn(dataDir, command).join(' '));

/** Asks LiveKit something that it answers only to our own key. */
export async function answers({ apiKey, apiSecret, ports }: LiveKitSettings): Promise<boolean> {
  const service = new RoomServiceClient(`http://127.0.0.1:${ports.signal}`, apiKey, apiSecret, {
    requestTimeout: 2,
  });
  return service.listRooms(['none']).then(
    () => true,
    () => false,
  );
}

/**
 * Runs LiveKit with the config in `dataDir` and waits until it answers; gives its pid.
 * @throws Error with the end of LiveKit's log when it does not come up.
 */
export async function startProcess(
  dataDir: string,
  command: LiveKitCommand,
  settings: LiveKitSettings,
): Promise<number> {
  const logFile = join(dataDir, 'livekit.log');
  const log = openSync(logFile, 'a', 0o600);
  // Detached: a Ctrl-C reaches only us, and a media session outlives a restart of the app.
  const child = spawn(command.file, commandOn(dataDir, command), {
    ...(command.env && { env: command.env }),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new Error(`LiveKit could not be run: ${command.file}`);

  const settled = async (): Promise<boolean> => !isAlive(pid) || (await answers(settings));
  if ((await becomesTrue(settled, startLimit, 50)) && isAlive(pid)) return pid;
  await stopLiveKit(pid).catch(() => undefined);
  const lastLines = (readIfPresent(logFile) ?? '').trim().split('\n').slice(-5).join('\n');
  throw new Error(`The local LiveKit did not start:\n${lastLines}`);
}
