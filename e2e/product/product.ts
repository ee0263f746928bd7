import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { family } from './processes.ts';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
/** ms; the first start on a machine creates a database. */
const START_LIMIT = 60_000;
const RESTARTS = 20;

export interface Links {
  therapist: string;
  client: string;
  chaperone: string;
}

export interface ProductOptions {
  /** A folder of its own where absent. */
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
  /** Flags of Node, for a build that is broken on purpose. */
  nodeFlags?: readonly string[];
  /** Started again when it ends by itself. */
  supervised?: boolean;
}

/** The whole product as `npm start` brings it up, on a data folder and a port of its own. */
export class Product {
  readonly dataDir: string;
  readonly port: number;
  readonly #options: ProductOptions;
  #process: ChildProcess | null = null;
  #links: Links | null = null;
  /** How often the server ended that nobody killed, and was started again. */
  crashes = 0;
  #stopping = false;

  private constructor(dataDir: string, port: number, options: ProductOptions) {
    this.dataDir = dataDir;
    this.port = port;
    this.#options = options;
  }

  static async create(options: ProductOptions = {}): Promise<Product> {
    const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'sojourn-e2e-')));
    const product = new Product(dataDir, options.port ?? (await freePort()), options);
    await product.start();
    return product;
  }

  /** The process of the server itself; its database and its LiveKit are others. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get links(): Links {
    if (!this.#links) throw new Error('The product has not started');
    return this.#links;
  }

  /** Again as a supervisor does: until it serves. */
  async restart(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const child = this.#spawn();
      while (child.exitCode === null && !(await this.#serves())) await wait(50);
      child.once('exit', (_code, signal) => this.#exited(signal));
      if (child.exitCode === null) return;
      // It gave up: its database was not there in time.
      if (tries === RESTARTS) throw new Error('The product does not start any more');
    }
  }

  #serves(): Promise<boolean> {
    return fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  #spawn(...flags: string[]) {
    const { env, nodeFlags = [] } = this.#options;
    const child = spawn(process.execPath, [...nodeFlags, MAIN, ...flags], {
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'warn',
        CLOCK_SHIFT_FILE: join(this.dataDir, 'clock-shift'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#process = child;
    // Read in any case: a full pipe would hold the server.
    child.stdout.resume();
    child.stderr.resume();
    return child;
  }

  async start(): Promise<void> {
    const child = this.#spawn('--demo');
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const links: Partial<Links> = {};
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`Not started in time:\n${errors}`)),
        START_LIMIT,
      );
      child.once('exit', (code) => reject(new Error(`Exited with ${code}:\n${errors}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [role, link] = line.split(' ');
        if (role === 'therapist' || role === 'client' || role === 'chaperone')
          links[role] = link ?? '';
        if (!links.therapist || !links.client || !links.chaperone) return;
        clearTimeout(late);
        child.once('exit', (_ended, signal) => this.#exited(signal));
        resolve();
      });
    });
    this.#links = links as Links;
  }

  /** As a power cut would: no chance to say goodbye. */
  async kill(): Promise<void> {
    await this.#signal('SIGKILL');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    // Where a test ended while it was held.
    if (this.pid && this.#process?.exitCode === null) process.kill(this.pid, 'SIGCONT');
    await this.#signal('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Sets the server's clock ahead, ms: the hours of an observation are not slept. */
  async shiftClock(ms: number): Promise<void> {
    await writeFile(join(this.dataDir, 'clock-shift'), String(ms));
  }

  /** Sends a signal to all processes of the database or of LiveKit, for tests that take them away. */
  signal(service: 'postgres' | 'livekit', signal: NodeJS.Signals): void {
    const named = service === 'postgres' ? 'postgres' : 'livekit.yaml';
    for (const pid of family(join(this.dataDir, named))) {
      try {
        process.kill(pid, signal);
      } catch (error) {
        // It ended by itself, as a database's children do with their head.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }

  #exited(signal: NodeJS.Signals | null): void {
    if (!this.#options.supervised || this.#stopping || signal === 'SIGKILL') return;
    this.crashes += 1;
    this.restart().catch((error: unknown) => console.error(error));
  }

  async #signal(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}

/**
 * Below what the system gives to outgoing connections: a server that was killed finds its port again, and
 * two that start at once do not meet.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = createServer();
    const free = new Promise<boolean>((resolve) => {
      server.once('listening', () => resolve(true)).once('error', () => resolve(false));
    });
    server.listen(port, '127.0.0.1');
    if (!(await free)) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
