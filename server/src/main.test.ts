import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const dataDir = join(tmpdir(), 'sojourn-never-made');

function start(env: Record<string, string>, ...flags: string[]) {
  // In a folder without an .env file, whatever the developer keeps in this one.
  return spawnSync(process.execPath, [main, ...flags], {
    cwd: tmpdir(),
    env: { DATA_DIR: dataDir, ...env },
    encoding: 'utf8',
  });
}

test('a bad configuration exits with every fault', () => {
  const { status, stderr } = start({ PORT: 'abc', PUBLIC_URL: 'here' });
  expect(status).toBe(1);
  expect(stderr).toContain('PORT must be a whole number from 1 to 65535, not "abc"');
  expect(stderr).toContain('PUBLIC_URL must be');
});

test('a port that is taken is named before anything slow begins', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, stderr } = start({ PORT: String(port) }, '--demo');
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(
    `Port ${port} is already in use. Stop the other program or start with PORT=${port === 65_535 ? 65_534 : port + 1} npm start.`,
  );
  other.close();
});
