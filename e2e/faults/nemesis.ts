import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Product } from '../product/product.ts';
import type { Disk } from './disk.ts';
import { now, type Tell } from './notes.ts';
import type { Proxy } from './proxy.ts';
import type { Fault } from './schedule.ts';
import type { Screens } from './screens.ts';

/* Breaks what the plan says, when it says so, and heals it. Tells the witness of both. */

interface Parts {
  product: Product;
  proxy: Proxy;
  tell: Tell;
  /** Absent where they cannot be had here: faults of theirs are skipped, and said to be. */
  screens?: Screens | undefined;
  disk?: Disk | undefined;
  /** The file that says how far the server's clock is off, as libfaketime reads it. */
  clockFile?: string | undefined;
}

/** ms that a fault may begin late, because the one before it took long to heal. */
const LATEST = 8_000;
/** ms that the database has to be back after a fault is over. */
const BACK_LIMIT = 30_000;
const STEP = 60;

export interface Nemesis {
  /** Resolves when the whole plan is done, and everything healed. */
  run(faults: readonly Fault[], began: number): Promise<Record<string, number>>;
}

export function createNemesis({ product, proxy, tell, screens, disk, clockFile }: Parts): Nemesis {
  const inflicted: Record<string, number> = {};

  /** Inflicts it, and gives what heals it; null where it cannot be had. */
  async function inflict({ kind, chance }: Fault): Promise<(() => Promise<void> | void) | null> {
    // A third of the lines, another third each time.
    const third = (lot: number) => (lot + chance) % 1 < 1 / 3;
    switch (kind) {
      case 'app.kill':
        await product.kill();
        return restart;
      case 'app.stop':
        process.kill(product.pid, 'SIGSTOP');
        return () => void process.kill(product.pid, 'SIGCONT');
      case 'database.kill':
        product.signal('postgres', 'SIGKILL');
        return () => undefined;
      case 'database.stop':
        product.signal('postgres', 'SIGSTOP');
        return () => product.signal('postgres', 'SIGCONT');
      case 'livekit.kill':
        product.signal('livekit', 'SIGKILL');
        return () => undefined;
      case 'livekit.stop':
        product.signal('livekit', 'SIGSTOP');
        return () => product.signal('livekit', 'SIGCONT');
      case 'disk.full':
        if (!disk) return null;
        disk.fill();
        return disk.free;
      case 'clock.step':
        return clockFile === undefined ? null : stepClock(clockFile, chance);
      case 'net.cut':
        proxy.cut(third);
        return () => undefined;
      case 'net.half_open':
        return proxy.halfOpen(third);
      case 'net.delay':
        return proxy.delay(50 + 450 * chance, third);
      case 'browser.freeze':
        return screens ? screens.freeze(chance) : null;
      case 'browser.offline':
        return screens ? screens.offline(chance) : null;
      case 'browser.reload':
        return screens ? screens.reload(chance) : null;
    }
  }

  /** As a supervisor does. */
  async function restart(): Promise<void> {
    const spawned = now();
    await product.restart();
    tell({ t: 'ready', at: now(), spawned });
  }

  /** Up to a minute ahead, or back. */
  function stepClock(file: string, chance: number): () => void {
    const seconds = Math.round((chance - 0.5) * 2 * STEP);
    writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds}`);
    return () => writeFileSync(file, '+0');
  }

  async function strike(fault: Fault): Promise<void> {
    const { kind, lasts } = fault;
    tell({ t: 'fault', at: now(), phase: 'begin', kind });
    const heal = await inflict(fault);
    if (heal === null) return tell({ t: 'fault', at: now(), phase: 'skipped', kind });
    inflicted[kind] = (inflicted[kind] ?? 0) + 1;
    await wait(lasts);
    await heal();
    if (/^(app|database|disk)/.test(kind)) await recordsAgain(product.url);
    tell({ t: 'fault', at: now(), phase: 'end', kind });
  }

  /** One after the other in each lane, in the order of the plan. */
  async function lane(faults: readonly Fault[], began: number): Promise<void> {
    for (const fault of faults) {
      const rest = began + fault.at - Date.now();
      if (rest < -LATEST) continue;
      await wait(Math.max(0, rest));
      await strike(fault);
    }
  }

  return {
    async run(faults, began) {
      const ofLines = ({ kind }: Fault) => kind.startsWith('net.');
      const ofScreens = ({ kind }: Fault) => kind.startsWith('browser.');
      await Promise.all([
        lane(
          faults.filter((fault) => !ofLines(fault) && !ofScreens(fault)),
          began,
        ),
        lane(faults.filter(ofLines), began),
        lane(faults.filter(ofScreens), began),
      ]);
      return inflicted;
    },
  };
}

async function recordsAgain(url: string): Promise<void> {
  const limit = Date.now() + BACK_LIMIT;
  while (Date.now() < limit) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })
      .then((reply) => reply.json() as Promise<{ database: string }>)
      .catch(() => null);
    if (answer?.database === 'ok') return;
    await wait(100);
  }
}
