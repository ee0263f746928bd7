import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { freePort } from '../start/ports.ts';
import { becomesTrue, findByCommandLine, isAlive } from '../start/processes.ts';
import { startLocalLiveKit, type LocalLiveKit } from './local-livekit.ts';

const log = createLogger('silent');
const defaults = readConfig({});
const cacheDir = defaults.ok ? defaults.value.cacheDir : '';
let dataDir: string;
const running: LocalLiveKit[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sojourn-livekit-'));
});
afterEach(async () => {
  for (const livekit of running.splice(0)) await livekit.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(webhookUrl = 'http://127.0.0.1:9/hook'): Promise<LocalLiveKit> {
  const livekit = await startLocalLiveKit({ dataDir, cacheDir, webhookUrl, log });
  running.push(livekit);
  return livekit;
}

const pid = (): number => findByCommandLine(join(dataDir, 'livekit.yaml')) ?? 0;
const service = ({ apiUrl, apiKey, apiSecret }: LocalLiveKit) =>
  new RoomServiceClient(apiUrl, apiKey, apiSecret);
const answers = (livekit: LocalLiveKit) => () =>
  service(livekit)
    .listRooms()
    .then(
      () => true,
      () => false,
    );

// The first start ever builds LiveKit.
describe('the local LiveKit', { timeout: 400_000 }, () => {
  test('is a real one with our own key, readable by us only', async () => {
    const livekit = await start();
    expect(
      (await service(livekit).createRoom({ name: 'room' })).emptyTimeout,
    ).toBeGreaterThanOrEqual(3600);
    const stranger = new RoomServiceClient(livekit.apiUrl, livekit.apiKey, 'x'.repeat(48));
    await expect(stranger.listRooms()).rejects.toThrow(/invalid|unauthori[sz]ed|permission/i);
    expect(livekit.apiSecret).toHaveLength(48);
    for (const file of ['livekit.yaml', 'livekit.json'])
      expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'livekit.yaml'), 'utf8')).toContain('"auto_create": false');
  });

  test('that a killed Sojourn left running is kept, with its rooms', async () => {
    const left = await start();
    await service(left).createRoom({ name: 'in-session' });
    const found = await start();
    expect(found).toMatchObject({ attached: true, url: left.url, apiKey: left.apiKey });
    expect(await service(found).listRooms()).toHaveLength(1);
  });

  test('that was configured otherwise is replaced, on the same ports and with the same key', async () => {
    const left = await start();
    const before = pid();
    const replaced = await start('http://127.0.0.1:10/other');
    expect(replaced).toMatchObject({ attached: false, url: left.url, apiSecret: left.apiSecret });
    expect(isAlive(before)).toBe(false);
  });

  test('that dies is started again on the same port', async () => {
    // Not the usual ports, which another LiveKit on this machine could take in that moment.
    const ports = { signal: await freePort(), tcp: await freePort(), udp: await freePort() };
    const own = { apiKey: 'APItest', apiSecret: 's'.repeat(48), ports };
    writeFileSync(join(dataDir, 'livekit.json'), JSON.stringify(own));
    const livekit = await start();
    process.kill(pid(), 'SIGKILL');
    expect(await becomesTrue(async () => !(await answers(livekit)()), 3000)).toBe(true);
    expect(await becomesTrue(answers(livekit), 10_000, 100)).toBe(true);
  });

  test('takes another port when another program has its own', async () => {
    const first = await start();
    await first.stop();
    running.length = 0;
    const port = Number(new URL(first.url).port);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await answers(second)()).toBe(true);
    other.close();
  });

  test('is gone after a stop, and its log holds no secret', async () => {
    const livekit = await start();
    const was = pid();
    await livekit.stop();
    running.length = 0;
    expect(isAlive(was)).toBe(false);
    expect(existsSync(join(dataDir, 'livekit.log'))).toBe(true);
    expect(readFileSync(join(dataDir, 'livekit.log'), 'utf8')).not.toContain(livekit.apiSecret);
  });
});
