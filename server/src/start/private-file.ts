import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A folder, with all above it, that only this user can look into; one that is there stays as it is. */
export const makePrivateFolder = (path: string): void =>
  void mkdirSync(path, { recursive: true, mode: 0o700 });

/** Writes a file that only this user can read. It appears whole or not at all, whenever we are killed. */
export function writePrivateFile(path: string, content: string): void {
  makePrivateFolder(dirname(path));
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(draft, path);
}

/** The content of a file, or undefined when there is none. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Letters and digits only, so that it stands in addresses and YAML as it is. */
export function randomSecret(length: number): string {
  return randomBytes(length).toString('hex').slice(0, length);
}
