import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PushSubscriptionKeys } from '../product/phone-network.ts';
import { freePort, Product } from '../product/product.ts';
import { check, type Findings } from './checker.ts';
import { mountDisk } from './disk.ts';
import { readHistory } from './history.ts';
import { LADDER } from './ladder.ts';
import { measure, type Measures } from './measures.ts';
import { createNemesis } from './nemesis.ts';
import { tellWitness } from './notes.ts';
import type { PeopleOptions, PeopleOrder } from './people.ts';
import { startProxy } from './proxy.ts';
import { databaseUrl, readRecord } from './record.ts';
import { mulberry32, schedule, type FaultKind } from './schedule.ts';
import { openScreens } from './screens.ts';
import { prepareSessions } from './sessions.ts';

/* One campaign: the product and its people brought up, broken, healed, and checked. */

export interface CampaignOptions {
  minutes: number;
  seed: number;
  only: readonly FaultKind[];
  broken: 'broadcast-first' | 'no-resend' | undefined;
  alertsPerSecond: number;
  sessions: number;
  withBrowser: boolean;
}

export interface Summary extends Measures {
  faults: number;
  presses: number;
  alerts: number;
  lost: number;
  doubled: number;
  early: number;
  sentAgain: number;
  crashes: number;
  byKind: Record<string, number>;
  skipped: string[];
  seed: number;
  minutes: number;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const FAKETIME = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1',
].find((path) => existsSync(path));

export async function runCampaign(
  options: CampaignOptions,
): Promise<{ summary: Summary; findings: Findings }> {
  const { minutes, seed, only, broken, withBrowser } = options;
  const toStop: (() => Promise<unknown> | void)[] = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), 'sojourn-faults-'));
    const history = join(folder, 'history.jsonl');
    const witness = await startProcess('witness.ts', history);
    toStop.push(() => void (witness.child.connected && witness.child.disconnect()));
    const { notesPort, phones, subscriptions } = witness.first as WitnessAddresses;
    const { tell, end } = await tellWitness(notesPort);

    const disk = only.includes('disk.full') ? mountDisk(Math.ceil(4 + minutes / 4)) : undefined;
    if (disk) toStop.push(disk.stop);
    const clockFile = FAKETIME && only.includes('clock.step') ? join(folder, 'clock') : undefined;
    if (clockFile !== undefined) writeFileSync(clockFile, '+0');
    const port = await freePort();
    const chance = mulberry32(seed);
    const proxy = await startProxy(() => port, chance);
    toStop.push(proxy.stop);
    const url = `http://localhost:${proxy.port}`;
    const { accountSid, authToken, from, apiUrl } = phones.twilio;
    const product = await Product.create({
      port,
      supervised: true,
      ...(disk && { dataDir: join(disk.folder, 'product') }),
      nodeFlags: nodeFlags(broken, clockFile !== undefined),
      env: {
        PUBLIC_URL: url,
        // Read at each look at the clock: not here.
        CLOCK_SHIFT_FILE: '',
        PUSH_HOSTS: phones.host,
        TWILIO_ACCOUNT_SID: accountSid,
        TWILIO_AUTH_TOKEN: authToken,
        TWILIO_FROM: from,
        TWILIO_API_URL: apiUrl,
        ...(clockFile !== undefined && FAKETIME !== undefined && fakeTime(FAKETIME, clockFile)),
      },
    });
    toStop.push(() => product.stop());
    const { therapist } = product.links;
    const places = await prepareSessions(url, therapist, {
      count: options.sessions,
      subscriptions,
      ladder: LADDER,
    });
    const screens = withBrowser ? await openScreens(url, places[0], tell) : undefined;
    if (screens) toStop.push(screens.stop);

    const people = await startProcess('people.ts');
    toStop.push(() => void (people.child.connected && people.child.disconnect()));
    const order = (what: PeopleOrder) => people.child.send(what);
    const start: PeopleOptions = {
      url,
      seed,
      notesPort,
      places,
      alertsPerSecond: options.alertsPerSecond,
      resend: broken !== 'no-resend',
      slowest: minutes < 2 ? 8_000 : 32_000,
    };
    order({ start });

    const nemesis = createNemesis({ product, proxy, tell, screens, disk, clockFile });
    const plan = schedule(seed, minutes, only);
    const began = Date.now();
    const byKind = await nemesis.run(plan, began);
    await wait(Math.max(0, began + minutes * 60_000 - Date.now()));

    const quiet = once(people.child, 'message');
    order({ drain: true });
    await screens?.drain();
    const [{ quiet: isQuiet }] = (await quiet) as [{ quiet: boolean }];
    if (!isQuiet) console.log('Not everything that was pressed was answered in the end.');
    order({ end: true });
    await once(people.child, 'exit');
    await wait(500);
    await end();
    const written = once(witness.child, 'exit');
    witness.child.send('end');
    await written;

    const notes = readHistory(history);
    const sessions = places.map(({ sessionId }) => sessionId);
    const record = await readRecord(databaseUrl(product.dataDir), sessions);
    // Beside the history: what a finding is about can be read there afterwards.
    writeFileSync(join(folder, 'record.json'), JSON.stringify(record));
    const findings = check(notes, record);
    if (findings.lost.length + findings.doubled.length + findings.early.length > 0) {
      console.log(`What happened: ${folder}`);
    }
    const skipped = new Set(
      notes.flatMap((note) => (note.t === 'fault' && note.phase === 'skipped' ? [note.kind] : [])),
    );
    const summary: Summary = {
      faults: Object.values(byKind).reduce((sum, count) => sum + count, 0),
      presses: new Set(notes.flatMap((note) => (note.t === 'press' ? [note.id] : []))).size,
      alerts: record.events.filter(({ type }) => type === 'alert.raised').length,
      lost: findings.lost.length,
      doubled: findings.doubled.length,
      early: findings.early.length,
      ...measure(notes, record),
      sentAgain: findings.sentAgain,
      crashes: product.crashes,
      byKind,
      skipped: [...skipped],
      seed,
      minutes,
    };
    return { summary, findings };
  } finally {
    for (const stop of toStop.toReversed()) await stop();
  }
}

interface WitnessAddresses {
  notesPort: number;
  phones: {
    host: string;
    twilio: Record<'accountSid' | 'authToken' | 'from' | 'apiUrl', string>;
  };
  subscriptions: PushSubscriptionKeys[];
}

/** A process of ours, and the first thing it says; one that says nothing has only to be there. */
async function startProcess(file: string, ...args: string[]) {
  const child: ChildProcess = fork(here(file), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [first] = (await once(child, 'message')) as [unknown];
  return { child, first };
}

/** The clock that the server's process sees, and no other's; what it starts keeps the machine's. */
const fakeTime = (library: string, file: string) => ({
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: file,
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

function nodeFlags(broken: CampaignOptions['broken'], faketime: boolean): string[] {
  return [
    ...(faketime ? ['--import', 'data:text/javascript,delete process.env.LD_PRELOAD'] : []),
    ...(broken === 'broadcast-first' ? ['--import', here('broken/broadcast-first.ts')] : []),
  ];
}
