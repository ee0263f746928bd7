import type { Command } from '@sojourn/shared/session/command';
import type { Socket } from 'socket.io-client';
import { openBenchSession, percentile, send } from './bench-session.ts';
import { Product } from '../product/product.ts';

/*
 * What one command costs in a session of some hundred events, and in one of ten thousand: from the press to
 * its committed answer, turn by turn in the same minutes. The ratio must stay near 1 (ES6). Takes ten minutes:
 * `npm run bench:growth`.
 */

const EVENTS = 10_000;
const MEASURED = 200;
/** ms between presses of one role: faster ones are slowed down by the server. */
const PACE = 205;
const pause = () => new Promise((resolve) => setTimeout(resolve, PACE));

/** Each prompt replaces the one before it, is offered, and, when the client opens it, shown. */
async function grow(therapist: Socket, client: Socket): Promise<void> {
  let written = 0;
  const press = async (socket: Socket, command: Command, events: number) => {
    while (written < EVENTS) {
      written += events;
      await send(socket, command);
      await pause();
    }
  };
  await Promise.all([
    press(client, { type: 'prompt.open', promptId: 'feet' }, 3),
    press(therapist, { type: 'prompt.offer', promptId: 'feet' }, 2),
  ]);
}

async function cost(therapist: Socket, turn: number): Promise<number> {
  const began = performance.now();
  await send(therapist, { type: 'note.write', words: `Calm breathing, look ${turn}.` });
  return performance.now() - began;
}

const product = await Product.create();
try {
  const old = await openBenchSession(product);
  const [inOld, client] = [await old.join('therapist'), await old.join('client')];
  await grow(inOld, client);
  const inNew = await (await old.another()).join('therapist');
  const costs: Record<'young' | 'grown', number[]> = { young: [], grown: [] };
  for (let turn = 0; turn < MEASURED; turn += 1) {
    costs.young.push(await cost(inNew, turn));
    costs.grown.push(await cost(inOld, turn));
    await pause();
  }
  const at = (times: readonly number[], p: number) =>
    percentile(
      times.toSorted((a, b) => a - b),
      p,
    );
  for (const [name, times] of Object.entries(costs)) {
    const [p50, p95] = [at(times, 50).toFixed(2), at(times, 95).toFixed(2)];
    console.log(`${name.padEnd(8)} p50 ${p50} ms   p95 ${p95} ms   n=${times.length}`);
  }
  console.log(`ratio p50 ${(at(costs.grown, 50) / at(costs.young, 50)).toFixed(2)}`);
  for (const socket of [inOld, inNew, client]) socket.close();
} finally {
  await product.stop();
}
