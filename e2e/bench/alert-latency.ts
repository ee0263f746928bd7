import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Server } from 'socket.io';
import { chromiumPath } from '../chromium.ts';
import { LADDER } from '../faults/ladder.ts';
import { prepareSessions } from '../faults/sessions.ts';
import { connectHands } from '../product/hands.ts';
import { percentile } from '../product/percentile.ts';
import { Product } from '../product/product.ts';
import { pressTimes, watchAlerts } from '../product/screen-times.ts';

/*
 * From the tap on Help in the client's Chromium to the changed DOM of the chaperone's, with the commit in
 * between; beside it a bare socket.io relay, not persisted, between two pages of the same Chromium. The
 * presses of both take turns, so that both see the same machine. `npm run bench`.
 */

const PRESSES = Number(process.env['PRESSES'] ?? 200);
/** ms between presses: a page that presses faster than a person is slowed down by the server. */
const PACE = 500;
const WARM_UP = 15;

/** One way from a press to a screen. */
interface Way {
  /** ms from the tap to the changed DOM. */
  press(): Promise<number>;
}

async function onTime<T>(work: Promise<T>, what: string): Promise<T> {
  const late = wait(10_000, undefined, { ref: false }).then(() => {
    throw new Error(`Too late: ${what}`);
  });
  return Promise.race([work, late]);
}

const pageOf = async (browser: Browser) => (await browser.newContext()).newPage();

/** Presses the button of one page, and waits for the other to show it. */
async function wayBetween(presser: Page, watcher: Page, open: () => Promise<void>) {
  let seen: (alert: string, at: number) => void = () => {};
  await watchAlerts(watcher, (alert, at) => seen(alert, at));
  const pressedAt = await pressTimes(presser);
  await open();
  return async (): Promise<{ ms: number; alert: string }> => {
    const shown = new Promise<{ alert: string; at: number }>((resolve) => {
      seen = (alert, at) => resolve({ alert, at });
    });
    const began = await pressedAt();
    const { alert, at } = await onTime(shown, 'nothing was shown');
    return { ms: at - began, alert };
  };
}

const PAGE = `<!doctype html><body><button>Help</button><script src="/socket.io/socket.io.js"></script>
<script>
  const socket = io({ transports: ['websocket'] });
  document.querySelector('button').onclick = () => socket.emit('press', crypto.randomUUID(), () => {});
  socket.on('shown', (alert) => {
    const line = document.createElement('p');
    line.dataset.alert = alert;
    line.textContent = 'Help';
    document.body.append(line);
  });
</script>`;

/** A server that only relays: the floor that commit, view and page stand on. */
async function bareWay(browser: Browser): Promise<Way & { stop(): Promise<void> }> {
  const http = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(PAGE);
  });
  const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('press', (alert: string, done: () => void) => {
      done();
      socket.broadcast.emit('shown', alert);
    });
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [presser, watcher] = [await pageOf(browser), await pageOf(browser)];
  const way = await wayBetween(presser, watcher, async () => {
    for (const page of [presser, watcher]) await page.goto(url);
  });
  return {
    press: async () => (await way()).ms,
    stop: () => server.close(),
  };
}

async function productWay(browser: Browser, product: Product): Promise<Way & { stop(): void }> {
  const { url, links } = product;
  const wanted = { count: 1, subscriptions: [], ladder: LADDER };
  const [{ sessionId, cookies }] = await prepareSessions(url, links.therapist, wanted);
  const hands = (as: 'therapist' | 'chaperone') =>
    connectHands({ url, sessionId, as, cookie: cookies[as] });
  const [therapist, chaperone] = [await hands('therapist'), await hands('chaperone')];
  const [presser, watcher] = [await pageOf(browser), await pageOf(browser)];
  const way = await wayBetween(presser, watcher, async () => {
    for (const [page, role] of [[presser, 'client'] as const, [watcher, 'chaperone'] as const]) {
      const [name = '', value = ''] = cookies[role].split('=');
      await page.context().addCookies([{ name, value, url }]);
      await page.goto(`${url}/sessions/${sessionId}/${role}`);
    }
    await presser.getByRole('button', { name: 'Help' }).waitFor();
  });
  return {
    async press() {
      const { ms, alert } = await way();
      await chaperone.press({ type: 'alert.with_client', alertId: alert });
      await therapist.press({ type: 'alert.resolve', alertId: alert });
      return ms;
    },
    stop() {
      for (const each of [therapist, chaperone]) each.letGo();
    },
  };
}

function report(name: string, times: readonly number[]): { p50: number; p99: number; n: number } {
  const warm = times.slice(WARM_UP);
  const n = warm.length;
  const at = (p: number) => percentile(warm, p) ?? Number.NaN;
  const [p50, p99] = [at(50), at(99)];
  console.log(`${name.padEnd(34)} p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms   n=${n}`);
  return { p50, p99, n };
}

const product = await Product.create({ env: { CLOCK_SHIFT_FILE: '' } });
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  // No page of these is in front of another, and none may be slowed down for it.
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-timer-throttling'],
});
const toStop: (() => unknown)[] = [() => product.stop()];
try {
  const bare = await bareWay(browser);
  toStop.push(bare.stop);
  const ours = await productWay(browser, product);
  toStop.push(ours.stop);
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let i = 0; i < PRESSES + WARM_UP; i += 1) {
    times.bare.push(await bare.press());
    await wait(PACE / 2);
    times.ours.push(await ours.press());
    await wait(PACE / 2);
  }
  const floor = report('bare socket.io emit, to the DOM', times.bare);
  const press = report('Help, committed, to the DOM', times.ours);
  const ratio = { p50: press.p50 / floor.p50, p99: press.p99 / floor.p99 };
  console.log(JSON.stringify({ pressToScreenMs: press, bareMs: floor, ratio }));
} finally {
  await browser.close();
  for (const stop of toStop.toReversed()) await stop();
}
