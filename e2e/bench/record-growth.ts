import type { Command } from '@sojourn/shared/session/command';
import type { Role } from '@sojourn/shared/session/role';
import { demoRobin, enter, schedule, signIn, type Desk } from '../product/desk.ts';
import { connectHands, type Hands } from '../product/hands.ts';
import { percentile } from '../product/percentile.ts';
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
async function grow(therapist: Hands, client: Hands): Promise<void> {
  let written = 0;
  const press = async (hands: Hands, command: Command, events: number) => {
    while (written < EVENTS) {
      written += events;
      await hands.press(command);
      await pause();
    }
  };
  await Promise.all([
    press(client, { type: 'prompt.open', promptId: 'feet' }, 3),
    press(therapist, { type: 'prompt.offer', promptId: 'feet' }, 2),
  ]);
}

async function cost(therapist: Hands, turn: number): Promise<number> {
  const began = performance.now();
  await therapist.press({ type: 'note.write', words: `Calm breathing, look ${turn}.` });
  return performance.now() - began;
}

/** A session of this client, with both guests let in. */
async function open(desk: Desk, clientId: string): Promise<Record<Role, Hands>> {
  const { url } = desk;
  const { sessionId, links } = await schedule(desk, clientId);
  const hands = (as: Role, cookie: string) => connectHands({ url, sessionId, as, cookie });
  const therapist = await hands('therapist', desk.cookie);
  const client = await hands('client', await enter(url, links.client));
  const chaperone = await hands('chaperone', await enter(url, links.chaperone));
  await client.press({ type: 'lobby.enter', name: 'Robin' });
  await chaperone.press({ type: 'lobby.enter', name: 'Sam' });
  for (const role of ['client', 'chaperone'] as const) {
    await therapist.press({ type: 'participant.admit', role });
  }
  return { therapist, client, chaperone };
}

const product = await Product.create();
try {
  const desk = await signIn(product.url, product.links.therapist);
  const robin = await demoRobin(desk);
  const grown = await open(desk, robin);
  await grow(grown.therapist, grown.client);
  const young = await open(desk, robin);
  const costs: Record<'young' | 'grown', number[]> = { young: [], grown: [] };
  for (let turn = 0; turn < MEASURED; turn += 1) {
    costs.young.push(await cost(young.therapist, turn));
    costs.grown.push(await cost(grown.therapist, turn));
    await pause();
  }
  const at = (times: readonly number[], p: number) => percentile(times, p) ?? Number.NaN;
  for (const [name, times] of Object.entries(costs)) {
    const [p50, p95] = [at(times, 50).toFixed(2), at(times, 95).toFixed(2)];
    console.log(`${name.padEnd(8)} p50 ${p50} ms   p95 ${p95} ms   n=${times.length}`);
  }
  console.log(`ratio p50 ${(at(costs.grown, 50) / at(costs.young, 50)).toFixed(2)}`);
  for (const each of [grown, young].flatMap(Object.values<Hands>)) each.letGo();
} finally {
  await product.stop();
}
