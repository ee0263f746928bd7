import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { keepRunning } from '../start/keep-running.ts';
import { makePrivateFolder } from '../start/private-file.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { clusterPassword, ensureCluster } from './postgres-cluster.ts';
import {
  type Cluster,
  databaseUrl,
  findPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { findUnprivileged } from './unprivileged.ts';

export type LocalPostgres = Readonly<{
  /** Address of the database `sojourn`, with a superuser's rights on the whole server. */
  url: string;
  /** True when a server left by a killed Sojourn was found running. */
  attached: boolean;
  stop(): Promise<void>;
}>;

/**
 * A real PostgreSQL in `dataDir`, made on first use: loopback only, password, fsync on. While it
 * is in use it is started again should it die, on the same port.
 * @throws Error, for people, when it cannot run here.
 */
export async function startLocalPostgres({
  dataDir,
  log,
}: {
  dataDir: string;
  log: Logger;
}): Promise<LocalPostgres> {
  makePrivateFolder(dataDir);
  // PostgreSQL reports its folder without symbolic links, and we compare.
  const home = realpathSync(dataDir);
  const { initdb, postgres } = await postgresBinaries();
  const how = findUnprivileged(postgres, home);
  const password = clusterPassword(home);
  const folder = await ensureCluster(home, initdb, password, how);
  const cluster: Cluster = { folder, logFile: join(home, 'postgres.log'), postgres, password, how };

  const found = await findPostmaster(cluster);
  const { pid, port } = found ?? (await startPostmaster(cluster));
  await ensureDatabase(databaseUrl(cluster, port, 'postgres'));
  log.info(
    { component: 'postgres', pid, port },
    found ? 'attached to the running database' : 'database started',
  );

  const startAgain = async (): Promise<number> => (await startPostmaster(cluster, port)).pid;
  const endWatching = keepRunning(pid, startAgain, log, 'postgres');
  return {
    url: databaseUrl(cluster, port, 'sojourn'),
    attached: found !== undefined,
    stop: async () => stopPostmaster(await endWatching()),
  };
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'sojourn'`);
    if (rowCount === 0) await client.query('create database sojourn');
  } finally {
    await client.end();
  }
}
