import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from './private-file.ts';
import { runningAs } from './processes.ts';

/** Who uses a data folder: the process, and the port that it serves. */
export type Holder = Readonly<{ pid: number; port: number }>;

// Every holder is `node …/main.ts`: a process ID that was reused by another program does not have it.
const mark = 'main.ts';

/** The Sojourn that runs on this data folder, if one does. */
export function findHolder(dataDir: string): Holder | undefined {
  const holder = readHolder(join(dataDir, 'sojourn.lock'));
  // In a container a restarted process often has the process ID of the one before it.
  if (holder === undefined || holder.pid === process.pid) return undefined;
  return runningAs(holder.pid, mark) === undefined ? undefined : holder;
}

/**
 * Takes the data folder for this process, also from a holder that died without releasing it.
 * Gives the release function, or the living holder.
 */
export function lockData(dataDir: string, port: number): (() => void) | Holder {
  const lock = join(dataDir, 'sojourn.lock');
  const own = join(dataDir, `sojourn.lock.${process.pid}`);
  makePrivateFolder(dataDir);
  writeFileSync(own, JSON.stringify({ pid: process.pid, port }));
  try {
    // A link appears whole or not at all, and never replaces: of two that start at once, one wins.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (tryLink(own, lock)) return () => release(lock);
      const holder = findHolder(dataDir);
      if (holder !== undefined) return holder;
      rmSync(lock, { force: true });
    }
    throw new Error(`The lock file ${lock} changes hands all the time`);
  } finally {
    rmSync(own, { force: true });
  }
}

function release(lock: string): void {
  if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    const { pid, port } = JSON.parse(readFileSync(lock, 'utf8')) as Partial<Holder>;
    return Number.isInteger(pid) && Number.isInteger(port) ? ({ pid, port } as Holder) : undefined;
  } catch {
    // Absent, or not written by us: nobody holds it.
    return undefined;
  }
}
