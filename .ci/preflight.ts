import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from '../e2e/chromium.ts';
import { readConfig } from '../server/src/config.ts';
import { findLiveKit } from '../server/src/media/livekit-binary.ts';

/** @throws Error, for people, when the tests cannot run on this Node. */
export function checkNode(): void {
  if (Number.parseInt(process.versions.node) >= 24) return;
  throw new Error(
    `This is Node ${process.versions.node}; the tests need 24 or newer. Start them with npm, which has it: npm test`,
  );
}

/**
 * Finds Chromium; on Debian as root, installs it.
 * @throws Error, for people, when there is none.
 */
export function ensureChromium(): void {
  if (chromiumPath() !== undefined && existsSync(chromiumPath() ?? '')) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    run('apt-get', 'update');
    run('apt-get', 'install', '--yes', '--no-install-recommends', 'chromium');
    if (chromiumPath() !== undefined) return;
  }
  throw new Error(
    'No Chromium for the browser tests. Install it (on Debian: apt-get install chromium; elsewhere: npx playwright install chromium), ' +
      'or set CHROMIUM_PATH to one.',
  );
}

/**
 * Finds or builds LiveKit now, so that no test waits minutes for it.
 * @throws Error, for people, that lists the ways to get one.
 */
export async function ensureLiveKit(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.faults.join('\n'));
  if (config.value.livekit === undefined) await findLiveKit(config.value.cacheDir);
}

function run(command: string, ...args: string[]): void {
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
