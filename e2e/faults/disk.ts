import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { closeSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * A small disk of its own for the product's data, so that it can be filled: a file with an ext4 in it,
 * which syncs as a real one does. Needs root; absent elsewhere.
 */

export interface Disk {
  folder: string;
  fill(): void;
  free(): void;
  stop(): void;
}

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** @param gigabytes sparse: it costs what is written */
export function mountDisk(gigabytes: number): Disk | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'sojourn-disk-'));
  const image = join(home, 'image');
  const folder = join(home, 'data');
  writeFileSync(image, '');
  truncateSync(image, gigabytes * 2 ** 30);
  run('mkdir', folder);
  const mounted =
    run('mkfs.ext4', '-q', '-F', '-m', '0', image) && run('mount', '-o', 'loop', image, folder);
  const ballast = join(folder, 'ballast');
  const stop = () => {
    if (mounted) run('umount', '-l', folder);
    rmSync(home, { recursive: true, force: true });
  };
  if (!mounted) {
    stop();
    return undefined;
  }
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      // Most of it at once and without writing; the rest until there is none.
      run('fallocate', '-l', String(Math.max(1, bavail - 4) * bsize), ballast);
      const file = openSync(ballast, 'a');
      try {
        for (;;) writeSync(file, Buffer.alloc(bsize));
      } catch {
        // No space left: as wanted.
      } finally {
        closeSync(file);
      }
    },
    free: () => {
      if (existsSync(ballast)) rmSync(ballast);
    },
    stop,
  };
}
