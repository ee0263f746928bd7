import { openBenchSession, percentile, send } from './bench-session.ts';
import { Product } from '../product/product.ts';

/*
 * What one command costs when its session has some hundred events, and when it has ten thousand: from
 * the press to its committed answer. The ratio must stay near 1 (ES6). `npm run bench:growth`.
 */

const EVENTS = 10_000;
const MEASURED = 100;
/** ms between presses of one socket: faster ones are slowed down by the server. */
const PACE = 220;
const CROWD = 16;

const product = await Product.create();
try {
  const { join } = await openBenchSession(product);
  const therapist = await join('therapist');
  const crowd = await Promise.all(Array.from({ length: CROWD }, () => join('client')));
  let written = 0;

  async function costs(): Promise<number[]> {
    const times: number[] = [];
    for (let i = 0; i < MEASURED; i += 1) {
      const began = performance.now();
      await send(therapist, { type: 'note.write', words: `Calm breathing, look ${i}.` });
      times.push(performance.now() - began);
      written += 1;
      await new Promise((resolve) => setTimeout(resolve, PACE));
    }
    return times.toSorted((a, b) => a - b);
  }

  /** Each opened prompt is three events: the one before it replaced, offered, shown. */
  async function grow(): Promise<void> {
    const press = async (socket: (typeof crowd)[number]) => {
      while (written < EVENTS) {
        written += 3;
        await send(socket, { type: 'prompt.open', promptId: 'feet' });
        await new Promise((resolve) => setTimeout(resolve, PACE));
      }
    };
    await Promise.all(crowd.map(press));
  }

  // Warm: the first presses of a process cost more, whatever the record holds.
  for (let i = 0; i < 20; i += 1) {
    await send(therapist, { type: 'note.write', words: 'Warming up.' });
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
  const early = await costs();
  await grow();
  const late = await costs();
  const line = (name: string, times: readonly number[]) =>
    console.log(
      `${name.padEnd(24)} p50 ${percentile(times, 50).toFixed(2)} ms   p95 ${percentile(times, 95).toFixed(2)} ms   n=${times.length}`,
    );
  line('the first events', early);
  line(`after ${EVENTS} events`, late);
  console.log(`ratio p50 ${(percentile(late, 50) / percentile(early, 50)).toFixed(2)}`);
  for (const socket of [therapist, ...crowd]) socket.close();
} finally {
  await product.stop();
}
