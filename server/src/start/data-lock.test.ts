import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findHolder, lockData } from './data-lock.ts';

let dataDir: string;
let other: ChildProcess | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sojourn-lock-'));
});
afterEach(() => {
  other?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function holdByAnother(name: string): Promise<number> {
  other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', name], { stdio: 'ignore' });
  await once(other, 'spawn');
  const pid = other.pid ?? 0;
  writeFileSync(join(dataDir, 'sojourn.lock'), JSON.stringify({ pid, port: 3000 }));
  return pid;
}

test('a free folder is taken, and free again after the release', () => {
  const release = lockData(dataDir, 3000);
  expect(release).toBeTypeOf('function');
  expect(readdirSync(dataDir)).toEqual(['sojourn.lock']);
  if (typeof release === 'function') release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a living Sojourn keeps the folder, and is named', async () => {
  const pid = await holdByAnother('main.ts');
  expect(lockData(dataDir, 3001)).toEqual({ pid, port: 3000 });
  expect(findHolder(dataDir)).toEqual({ pid, port: 3000 });
});

test('a holder that was killed loses it', async () => {
  await holdByAnother('main.ts');
  other?.kill('SIGKILL');
  await once(other as ChildProcess, 'exit');
  expect(lockData(dataDir, 3000)).toBeTypeOf('function');
});

test('another program with the process ID of a dead holder does not count', async () => {
  await holdByAnother('something-else.ts');
  expect(lockData(dataDir, 3000)).toBeTypeOf('function');
});

test('a lock file that makes no sense does not count', () => {
  writeFileSync(join(dataDir, 'sojourn.lock'), '');
  expect(lockData(dataDir, 3000)).toBeTypeOf('function');
});
