import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ViewMessage } from '@sojourn/shared/session/protocol';
import { Server } from 'socket.io';
import { connect, openBenchSession, percentile, send } from './bench-session.ts';
import { Product } from '../product/product.ts';

/*
 * From the press of Help to the chaperone's browser having it, with the commit in between; beside it a
 * bare socket.io relay in the same run. Compare the ratio, not the milliseconds: machines differ.
 * `npm run bench`.
 */

const PRESSES = 200;
/** ms between presses: a socket that presses faster than a person is slowed down by the server. */
const PACE = 220;
const WARM_UP = 20;

function report(name: string, times: readonly number[]): { p50: number; p99: number } {
  const sorted = times.slice(WARM_UP).toSorted((a, b) => a - b);
  const [p50, p99] = [percentile(sorted, 50), percentile(sorted, 99)];
  console.log(
    `${name.padEnd(34)} p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms   n=${sorted.length}`,
  );
  return { p50, p99 };
}

/** A socket.io server that only relays: the floor that the commit stands on. */
async function bareRelay(): Promise<number[]> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('press', (_payload, done: () => void) => {
      done();
      socket.broadcast.emit('shown');
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [from, to] = await Promise.all([connect(url), connect(url)]);
  const times: number[] = [];
  for (let i = 0; i < PRESSES + WARM_UP; i += 1) {
    const shown = new Promise<void>((resolve) => void to.once('shown', resolve));
    const began = performance.now();
    from.emit('press', {}, () => {});
    await shown;
    times.push(performance.now() - began);
  }
  from.close();
  to.close();
  await server.close();
  return times;
}

async function pressToShown(product: Product): Promise<number[]> {
  const { join } = await openBenchSession(product);
  const [host, client, chaperone] = [
    await join('therapist'),
    await join('client'),
    await join('chaperone'),
  ];
  const times: number[] = [];
  for (let i = 0; i < PRESSES + WARM_UP; i += 1) {
    const commandId = crypto.randomUUID();
    const shown = new Promise<void>((resolve) => {
      const look = ({ view }: ViewMessage) => {
        if (view.screen !== 'chaperone') return;
        if (!view.alerts.some((alert) => alert.alertId === commandId)) return;
        chaperone.off('session:view', look);
        resolve();
      };
      chaperone.on('session:view', look);
    });
    const began = performance.now();
    client.emit('session:command', { commandId, type: 'alert.raise', kind: 'help' }, () => {});
    await shown;
    times.push(performance.now() - began);
    await send(chaperone, { type: 'alert.with_client', alertId: commandId });
    await send(host, { type: 'alert.resolve', alertId: commandId });
    await new Promise((resolve) => setTimeout(resolve, PACE));
  }
  for (const socket of [host, client, chaperone]) socket.close();
  return times;
}

const product = await Product.create();
try {
  const bare = report('bare socket.io relay', await bareRelay());
  const ours = report('press of Help to chaperone, committed', await pressToShown(product));
  console.log(
    `ratio p50 ${(ours.p50 / bare.p50).toFixed(1)}, p99 ${(ours.p99 / bare.p99).toFixed(1)}`,
  );
} finally {
  await product.stop();
}
