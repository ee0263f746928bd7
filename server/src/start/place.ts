import type { Config } from '../config.ts';
import { findHolder, lockData, type Holder } from './data-lock.ts';
import { isTcpPortFree } from './ports.ts';
import { becomesTrue } from './processes.ts';

/** Milliseconds that a Sojourn takes to stop, at most, when nothing hangs. */
const stopLimit = 3000;

export const portTaken = (port: number): string =>
  `Port ${port} is already in use. Stop the other program or start with PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`;

const sameFolder = ({ pid, port }: Holder, dataDir: string): string =>
  `Another Sojourn (process ${pid}, port ${port}) already runs on the data folder ${dataDir}. ` +
  `Stop it, or start this one with another folder and port: DATA_DIR=.data-2 PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`;

const usesDataFolder = ({ databaseUrl, livekit }: Config): boolean =>
  databaseUrl === undefined || livekit === undefined;

/** Why Sojourn cannot start here, in words, or undefined. Asked before anything slow begins. */
export async function findRefusal(config: Config): Promise<string | undefined> {
  const holder = (): Holder | undefined =>
    usesDataFolder(config) ? findHolder(config.dataDir) : undefined;
  // One that is just stopping is given the time to.
  await becomesTrue(() => holder() === undefined, stopLimit, 100);
  const stays = holder();
  if (stays !== undefined) return sameFolder(stays, config.dataDir);
  return (await isTcpPortFree(config.port, config.host)) ? undefined : portTaken(config.port);
}

/**
 * Takes the data folder for this process when local services will use it; gives the release function.
 * @throws Error, for people, when another Sojourn was quicker.
 */
export function takePlace(config: Config): () => void {
  if (!usesDataFolder(config)) return () => undefined;
  const lock = lockData(config.dataDir, config.port);
  if (typeof lock === 'function') return lock;
  throw new Error(sameFolder(lock, config.dataDir));
}
