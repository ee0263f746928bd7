import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { everybodyIn } from '@sojourn/shared/session/test-session';
import type { SessionState } from '@sojourn/shared/session/state';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { goTo, leave, roomFull, type TestBrowser } from '../session/test-people.ts';
import { startWatchPing } from './watch-ping.ts';

let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => leave(Object.fromEntries(open.splice(0).entries())));

test('[WD1 SC2] an outside monitor reads how many are dosed and how many alerts are open, and nobody’s ID or name', async () => {
  const { room, people } = await roomFull(app, open);
  await goTo(app, room, 'journey');
  await people.client.send({ type: 'alert.raise', kind: 'help' });
  const reply = await app.fetch('/metrics');
  expect(reply.headers.get('content-type')).toContain('text/plain');
  const text = await reply.text();
  expect(text).toMatch(/^sojourn_sessions\{standing="dosed"\} 1$/m);
  expect(text).toMatch(/^sojourn_alerts_open\{priority="high"\} 1$/m);
  expect(text).toMatch(/^sojourn_alerts_raised_total\{kind="help"\} 1$/m);
  expect(text).toMatch(/^sojourn_command_seconds_count\{code="ok"\} [1-9]/m);
  expect(text).not.toContain(room.sessionId);
  expect(text).not.toMatch(/Robin|Maya|Sam|"[sc]_/);
});

test('[WD2] the outside watch is pinged each minute while somebody is dosed, and not otherwise', async () => {
  const pings: string[] = [];
  const watch = createServer((request, response) => {
    pings.push(request.method ?? '');
    response.end();
  });
  watch.listen(0, '127.0.0.1');
  await once(watch, 'listening');
  const url = `http://127.0.0.1:${(watch.address() as AddressInfo).port}`;
  let live: SessionState[] = [];
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const stop = startWatchPing(url, () => Promise.resolve(live), createLogger('silent'));
  try {
    const { state } = everybodyIn().goTo('ready');
    live = [state];
    await vi.advanceTimersByTimeAsync(60_000);
    const dosed = everybodyIn();
    dosed.goTo('journey');
    live = [dosed.state];
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(pings).toEqual(['POST']));
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(pings).toEqual(['POST', 'POST']));
  } finally {
    stop();
    vi.useRealTimers();
    watch.close();
  }
});
