import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { SessionView } from '@sojourn/shared/session/view';
import { openHands, type Hands } from '../faults/hands.ts';
import { LADDER } from '../faults/ladder.ts';
import { startProxy } from '../faults/proxy.ts';
import { mulberry32 } from '../faults/schedule.ts';
import { prepareSessions } from '../faults/sessions.ts';
import { percentile } from '../product/percentile.ts';
import { freePort, Product } from '../product/product.ts';

/*
 * A chaperone whose phone is dead, or whose line is half-open: how long until the therapist's view says so.
 * And the other way round: stalls of up to 2 s, of the server and of every line, that must alarm nobody.
 * `npm run bench:dead -- --trials 3 --minutes 2`.
 */

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '2' },
    sessions: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const chance = mulberry32(Number(values.seed));
/** ms, the longest stall that is nobody's death. */
const STALL = 2_000;
/** ms between two stalls: a train of them, closer than the heartbeats, is as good as one long one. */
const BETWEEN = 4_500;

const port = await freePort();
const proxy = await startProxy(() => port, chance);
const url = `http://localhost:${proxy.port}`;
const product = await Product.create({ port, env: { PUBLIC_URL: url, CLOCK_SHIFT_FILE: '' } });
const hands: Hands[] = [];
try {
  const wanted = { count: Number(values.sessions), subscriptions: [], ladder: LADDER };
  const places = await prepareSessions(product.url, product.links.therapist, wanted);
  let onChange: (session: string, view: SessionView) => void = () => {};
  const therapists = places.map(({ sessionId, cookies }) => {
    const guest = { url, sessionId, resend: true } as const;
    hands.push(openHands({ ...guest, role: 'client', cookie: cookies.client }));
    hands.push(openHands({ ...guest, role: 'chaperone', cookie: cookies.chaperone }));
    const therapist = openHands({
      ...guest,
      // Past the proxy: what is broken is the chaperone's line.
      url: product.url,
      role: 'therapist',
      cookie: cookies.therapist,
      onView: (view) => onChange(sessionId, view),
    });
    hands.push(therapist);
    return therapist;
  });
  const isThere = (view: SessionView | null) =>
    view?.screen === 'therapist' && view.people.chaperone.connected && view.people.client.connected;
  const everybodyThere = async () => {
    while (!therapists.every((each) => isThere(each.view()))) await wait(50);
  };

  const noticed: number[] = [];
  for (let trial = 0; trial < Number(values.trials); trial += 1) {
    await everybodyThere();
    // Not always at the same moment between two heartbeats.
    await wait(2_000 * chance());
    const began = performance.now();
    const lost = new Set<string>();
    onChange = (session, view) => {
      if (view.screen !== 'therapist' || view.people.chaperone.connected) return;
      if (lost.has(session)) return;
      lost.add(session);
      noticed.push(performance.now() - began);
    };
    const heal = proxy.halfOpen(() => true);
    while (lost.size < places.length && performance.now() - began < 15_000) await wait(20);
    heal();
    if (lost.size < places.length) throw new Error('A dead chaperone was not noticed at all');
  }

  await everybodyThere();
  let stalls = 0;
  /** Stalls that took somebody for lost, or raised an alert: an incident each, whatever number of sessions. */
  const alarming = new Set<number>();
  const known = new Set<string>();
  // A look that is due, or missed, comes with the clock and not with a stall.
  const isLook = ({ kind }: { kind: string }) => kind === 'look_due' || kind === 'look_missed';
  const alertsOf = (view: SessionView) =>
    view.screen === 'therapist' ? view.alerts.filter((alert) => !isLook(alert)) : [];
  for (const each of therapists) {
    for (const { alertId } of alertsOf(each.view() as SessionView)) known.add(alertId);
  }
  const stalling = performance.now();
  onChange = (_session, view) => {
    if (view.screen !== 'therapist') return;
    const fresh = alertsOf(view).filter(({ alertId }) => !known.has(alertId));
    for (const { alertId } of fresh) known.add(alertId);
    if (fresh.length === 0 && isThere(view)) return;
    alarming.add(stalls);
    const minute = ((performance.now() - stalling) / 60_000).toFixed(1);
    const why = fresh.map(({ kind }) => kind).join(' ') || 'somebody is shown as lost';
    console.error(`False alarm in stall ${stalls}, minute ${minute}: ${why}`);
  };
  for (const end = Date.now() + Number(values.minutes) * 60_000; Date.now() < end; stalls += 1) {
    const ms = STALL * chance();
    if (stalls % 2 === 0) {
      process.kill(product.pid, 'SIGSTOP');
      await wait(ms);
      process.kill(product.pid, 'SIGCONT');
    } else {
      // Held, and not delayed: what a delay catches in its last moment comes twice as late as it is long.
      const heal = proxy.stall(() => true);
      await wait(ms);
      heal();
    }
    await wait(BETWEEN);
  }
  const deadShownMs = {
    p50: percentile(noticed, 50),
    p99: percentile(noticed, 99),
    n: noticed.length,
  };
  console.log(JSON.stringify({ deadShownMs, stalls, falseAlarms: alarming.size }));
} finally {
  for (const each of hands) each.close();
  await proxy.stop();
  await product.stop();
}
