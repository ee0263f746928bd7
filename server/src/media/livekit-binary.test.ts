import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findLiveKit } from './livekit-binary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sojourn-ways-'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'cache'));
  vi.stubEnv('PATH', join(folder, 'bin'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** A stand-in on the PATH; only its outcome matters. */
function install(path: string, script: string): void {
  writeFileSync(join(folder, path), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, path), 0o755);
}
const find = () => findLiveKit(join(folder, 'cache'));

test('one on the PATH comes first', async () => {
  install('bin/livekit-server', 'exit 0');
  install('cache/livekit-server-1.13.5', 'exit 0');
  expect((await find()).file).toBe('livekit-server');
});

test('then the one that was built before', async () => {
  install('cache/livekit-server-1.13.5', 'exit 0');
  expect((await find()).file).toBe(join(folder, 'cache/livekit-server-1.13.5'));
});

test('then a build with Go, which leaves nothing but the server', async () => {
  install('bin/env', 'export "$1"; shift 2; exec "$@"');
  install('bin/go', 'if [ "$1" = env ]; then echo go1.26.8; else echo built > "$GOBIN/server"; fi');
  expect((await find()).file).toBe(join(folder, 'cache/livekit-server-1.13.5'));
  expect(readdirSync(join(folder, 'cache'))).toEqual(['livekit-server-1.13.5']);
});

test('then Docker, also when the build fails', async () => {
  install('bin/env', 'export "$1"; shift 2; exec "$@"');
  install(
    'bin/go',
    'if [ "$1" = env ]; then echo go1.26.8; else echo "no network" >&2; exit 1; fi',
  );
  install('bin/docker', 'exit 0');
  const command = await find();
  expect([command.file, ...command.args('/data/livekit.yaml')].join(' ')).toMatch(
    /^docker run .*livekit-server:v1\.13\.5 --config/,
  );
  expect(readdirSync(join(folder, 'cache'))).toEqual([]);
});

test('with none of them, one error lists the ways', async () => {
  install('bin/go', 'echo go1.22.1');
  await expect(find()).rejects.toThrow(
    /Go is too old \(go1\.22\.1.*\n.*PATH\n.*Go 1\.26.*\n.*Docker\n.*LIVEKIT_URL/,
  );
});
