import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { readIfPresent, randomSecret, writePrivateFile } from '../start/private-file.ts';
import type { Unprivileged } from './unprivileged.ts';

export const superuser = 'sojourn';
const draftPrefix = 'postgres.new-';

/** The superuser's password: generated once, kept for this user's eyes only. */
export function clusterPassword(dataDir: string): string {
  const path = join(dataDir, 'postgres.password');
  const known = readIfPresent(path);
  if (known !== undefined) return known;
  const password = randomSecret(48);
  writePrivateFile(path, password);
  return password;
}

/**
 * Makes the cluster folder on first use. It is built in a draft folder and renamed when it is
 * complete, so a start that is killed half-way leaves a draft to throw away, never half a cluster.
 */
export async function ensureCluster(
  dataDir: string,
  initdb: string,
  password: string,
  how: Unprivileged,
): Promise<string> {
  const folder = join(dataDir, 'postgres');
  removeDrafts(dataDir);
  if (readIfPresent(join(folder, 'PG_VERSION')) === undefined) {
    const draft = mkdtempSync(join(dataDir, draftPrefix));
    const passwordFile = join(draft, 'password');
    writePrivateFile(passwordFile, password);
    giveTo(draft, how.owner);
    await runInitdb(initdb, join(draft, 'cluster'), passwordFile, how);
    renameSync(join(draft, 'cluster'), folder);
    rmSync(draft, { recursive: true, force: true });
  }
  // Made by root in one way, started in another (say, once on the machine and once in a container).
  if (how.owner !== undefined && statSync(folder).uid !== how.owner) giveTo(folder, how.owner);
  return folder;
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith(draftPrefix))) {
    try {
      rmSync(join(dataDir, name), { recursive: true, force: true });
    } catch (error) {
      // The initdb of a start that was just killed may still be writing there; the next start removes it.
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    }
  }
}

async function runInitdb(
  initdb: string,
  folder: string,
  passwordFile: string,
  how: Unprivileged,
): Promise<void> {
  const [command, ...args] = [
    ...how.prefix,
    initdb,
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const child = spawn(command, args, { ...how.as, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0)
    throw new Error(
      `The embedded PostgreSQL could not make its data folder: ${said.trim() || `initdb ended with ${code}`}`,
    );
}

function giveTo(folder: string, owner: number | undefined): void {
  if (owner === undefined) return;
  chownSync(folder, owner, owner);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(path, owner);
    else lchownSync(path, owner, owner);
  }
}
