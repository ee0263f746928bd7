import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import webpush from 'web-push';
import { startApp, type App } from '../app.ts';
import type { TwilioConfig } from '../config.ts';
import { createTestDatabase } from '../db/test-database.ts';
import { createLogger, type Logger } from '../logger.ts';
import { newSealer, type Sealer } from '../record/seal.ts';
import { addTherapist } from './test-sessions.ts';

/* Test support: the real app on a free port. */

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface TestApp {
  app: App;
  sealer: Sealer;
  databaseUrl: string;
  url: string;
  port: number;
  /** A request; `cookie` as the header has it. */
  fetch(
    path: string,
    options?: {
      method?: string;
      body?: unknown;
      cookie?: string;
      headers?: Record<string, string>;
    },
  ): Promise<Response>;
  /** Ends the app and starts another on the same port and database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Wanted {
  /** http address of LiveKit; nobody is there when left out. */
  livekit?: string;
  logger?: Logger;
  /** Fills the empty database before the app's first start. */
  fill?: (url: string) => Promise<void>;
  /** Where the app finds the database, when not at its own address. */
  databaseVia?: (url: string) => Promise<string>;
  /** Push services that this app speaks to. */
  pushHosts?: string[];
  twilio?: TwilioConfig;
}

export async function startTestApp({
  livekit = 'http://127.0.0.1:1',
  logger = createLogger('silent'),
  fill = () => Promise.resolve(),
  databaseVia = (url) => Promise.resolve(url),
  pushHosts = [],
  twilio,
}: Wanted = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  await fill(database.url);
  const databaseUrl = await databaseVia(database.url);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sealer = newSealer();
  const vapidKeys = webpush.generateVAPIDKeys();
  const start = () =>
    startApp({
      config: {
        port,
        host: '127.0.0.1',
        publicUrl: url,
        push: { subject: 'mailto:test@example.invalid', hosts: pushHosts },
        twilio,
        watchPingUrl: undefined,
      },
      database: { url: databaseUrl },
      livekit: {
        url: livekit.replace('http', 'ws'),
        apiUrl: livekit,
        apiKey: 'key',
        apiSecret: 's'.repeat(32),
      },
      sealer,
      vapidKeys,
      clock: Date.now,
      logger,
      dev: false,
    });
  const test: TestApp = {
    app: await start(),
    sealer,
    databaseUrl: database.url,
    url,
    port,
    fetch: (path, { method = 'GET', body, cookie, headers } = {}) =>
      fetch(`${url}${path}`, {
        method,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async restart() {
      await test.app.stop();
      test.app = await start();
    },
    async stop() {
      await test.app.stop();
      await database.drop();
    },
  };
  await addTherapist(test.app.db);
  return test;
}
