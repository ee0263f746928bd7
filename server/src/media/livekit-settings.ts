import { join } from 'node:path';
import { z } from 'zod';
import { freePort, isTcpPortFree, isUdpPortFree } from '../start/ports.ts';
import { randomSecret, readIfPresent, writePrivateFile } from '../start/private-file.ts';

const settingsSchema = z.object({
  apiKey: z.string().min(1),
  apiSecret: z.string().min(32),
  /** Signalling and API, WebRTC over TCP, WebRTC over UDP. */
  ports: z.object({ signal: z.int(), tcp: z.int(), udp: z.int() }),
});
export type LiveKitSettings = z.output<typeof settingsSchema>;

const usualPorts = { signal: 7880, tcp: 7881, udp: 7882 };

/** The settings of the last start, if there was one that can be read. */
export function readSettings(dataDir: string): LiveKitSettings | undefined {
  try {
    return settingsSchema.parse(JSON.parse(readIfPresent(join(dataDir, 'livekit.json')) ?? ''));
  } catch {
    return undefined;
  }
}

/** Settings for a new start: the last ones, with each port that was taken meanwhile exchanged for a free one. */
export async function chooseSettings(dataDir: string): Promise<LiveKitSettings> {
  const last = readSettings(dataDir) ?? {
    apiKey: `API${randomSecret(12)}`,
    apiSecret: randomSecret(48),
    ports: usualPorts,
  };
  const settings = {
    ...last,
    ports: {
      signal: (await isTcpPortFree(last.ports.signal)) ? last.ports.signal : await freePort(),
      tcp: (await isTcpPortFree(last.ports.tcp, '0.0.0.0'))
        ? last.ports.tcp
        : await freePort('0.0.0.0'),
      udp: (await isUdpPortFree(last.ports.udp)) ? last.ports.udp : await freeUdpPort(),
    },
  };
  writePrivateFile(join(dataDir, 'livekit.json'), JSON.stringify(settings));
  return settings;
}

/** LiveKit's config file. YAML is a superset of JSON, which needs no library to write. */
export function renderConfig(
  { apiKey, apiSecret, ports }: LiveKitSettings,
  webhookUrl: string,
): string {
  const config = {
    port: ports.signal,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      tcp_port: ports.tcp,
      udp_port: ports.udp,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo', 'lo0'] },
    },
    keys: { [apiKey]: apiSecret },
    // Nobody opens a room by joining; and a dosed client's room outlives everybody's disconnection.
    room: { auto_create: false, empty_timeout: 12 * 3600, departure_timeout: 12 * 3600 },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    logging: { level: 'warn', json: true },
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

async function freeUdpPort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await isUdpPortFree(port)) return port;
  }
}
