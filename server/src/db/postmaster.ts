import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../start/ports.ts';
import { readIfPresent } from '../start/private-file.ts';
import { becomesTrue, isAlive, runningAs, stopProcess } from '../start/processes.ts';
import { superuser } from './postgres-cluster.ts';
import type { Unprivileged } from './unprivileged.ts';

/** What it takes to reach and to start the server of one cluster. */
export type Cluster = Readonly<{
  folder: string;
  logFile: string;
  postgres: string;
  password: string;
  how: Unprivileged;
}>;
export type Postmaster = Readonly<{ pid: number; port: number }>;

/** Fast shutdown, then immediate, then none at all: each is safe, the later ones replay the log at the next start. */
const farewell = [
  ['SIGINT', 8000],
  ['SIGQUIT', 4000],
  ['SIGKILL', 4000],
] as const;
const startLimit = 60_000;
const attachLimit = 10_000;
const startAttempts = 4;

export const stopPostmaster = (pid: number): Promise<void> => stopProcess(pid, farewell);

export const databaseUrl = (cluster: Cluster, port: number, database: string): string =>
  `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}/${database}`;

/**
 * The server that already runs on this folder (left by a killed Sojourn) once it answers. One that
 * does not answer is stopped, and the pid file of a dead one removed, so that a new one can start.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const pidFile = join(cluster.folder, 'postmaster.pid');
  // PostgreSQL's own format: pid, folder, start time, port, … one a line.
  const lines = readIfPresent(pidFile)?.split('\n') ?? [];
  const pid = runningAs(Number(lines[0]) || undefined, `-D ${cluster.folder}`);
  const port = Number(lines[3]);
  if (pid === undefined) {
    // PostgreSQL itself would believe the file as long as *some* process has that pid.
    rmSync(pidFile, { force: true });
    return undefined;
  }
  const answers = async (): Promise<boolean> => !isAlive(pid) || (await canConnect(cluster, port));
  if (port > 0 && (await becomesTrue(answers, attachLimit)) && isAlive(pid)) return { pid, port };
  await stopPostmaster(pid);
  rmSync(pidFile, { force: true });
  return undefined;
}

/**
 * Starts the server and waits until it answers. Without `fixedPort` any free one is taken.
 * @throws Error with the end of PostgreSQL's log when it does not come up.
 */
export async function startPostmaster(cluster: Cluster, fixedPort?: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = fixedPort ?? (await freePort());
    const pid = launch(cluster, port);
    const settled = async (): Promise<boolean> =>
      !isAlive(pid) || (await canConnect(cluster, port));
    if ((await becomesTrue(settled, startLimit)) && isAlive(pid)) return { pid, port };
    await stopPostmaster(pid);
    if (attempt === startAttempts)
      throw new Error(`The embedded PostgreSQL did not start:\n${endOfLog(cluster.logFile)}`);
    // Processes of a killed predecessor take a moment to notice, and the port may have been snatched.
    await wait(500 * attempt);
    // Or a server that was just being started when its Sojourn was killed has won.
    const found = await findPostmaster(cluster);
    if (found !== undefined && found.port === (fixedPort ?? found.port)) return found;
    if (found !== undefined) await stopPostmaster(found.pid);
  }
}

function launch(cluster: Cluster, port: number): number {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Statements and details quote values, and those are personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const [command = cluster.postgres, ...args] = [
    ...cluster.how.prefix,
    cluster.postgres,
    '-D',
    cluster.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const log = openSync(cluster.logFile, 'a', 0o600);
  // Detached: a Ctrl-C reaches only us, and we stop it when the app no longer needs it.
  const child = spawn(command, args, {
    ...cluster.how.as,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  if (child.pid === undefined)
    throw new Error(`The embedded PostgreSQL could not be run: ${command}`);
  return child.pid;
}

async function canConnect(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === cluster.folder;
  } catch (error) {
    // It would stay so for ever: say it instead of waiting.
    if ((error as { code?: string }).code === '28P01') {
      throw new Error(
        `The password kept beside ${cluster.folder} is not that of the database in it`,
        { cause: error },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function endOfLog(path: string): string {
  return (readIfPresent(path) ?? '').trim().split('\n').slice(-5).join('\n');
}
