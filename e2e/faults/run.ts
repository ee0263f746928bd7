import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { FAULT_KINDS, type FaultKind } from './schedule.ts';

/* `npm run faults -- --minutes M --seed N`: breaks the running product, and checks what became of every press. */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    /** Alerts a second of all sessions together. */
    rate: { type: 'string', default: '40' },
    sessions: { type: 'string' },
    /** Only these kinds of faults, with commas. */
    only: { type: 'string' },
    /** Runs a build that is broken on purpose: broadcast-first, no-resend. */
    broken: { type: 'string' },
    /** Without Chromium. */
    'no-browser': { type: 'boolean', default: false },
  },
});

const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const wanted = values.only?.split(',') ?? FAULT_KINDS;
const only = FAULT_KINDS.filter((kind: FaultKind) => wanted.includes(kind));
const { broken } = values;
if (!(minutes > 0) || !Number.isInteger(seed) || only.length !== wanted.length) {
  throw new Error(`--minutes M --seed N, and --only any of: ${FAULT_KINDS.join(', ')}`);
}
if (broken !== undefined && broken !== 'broadcast-first' && broken !== 'no-resend') {
  throw new Error('--broken broadcast-first or no-resend');
}

console.log(`Seed ${seed}, ${minutes} minutes`);
const { summary, findings } = await runCampaign({
  minutes,
  seed,
  only,
  broken,
  alertsPerSecond: Number(values.rate),
  sessions: Number(values.sessions ?? Math.round(Math.min(24, 8 + minutes * 2))),
  withBrowser: !values['no-browser'],
});

const { lost, doubled, early } = findings;
const failed = lost.length + doubled.length + early.length > 0;
const empty = summary.presses === 0;
if (failed || empty) {
  for (const [name, list] of Object.entries({ lost, doubled, early })) {
    for (const line of list.slice(0, 20)) console.log(`${name}: ${line}`);
  }
  if (empty) console.log('Nothing was pressed.');
  const given = process.argv.slice(2);
  const again = values.seed === undefined ? [...given, '--seed', seed] : given;
  console.log(`Again: npm run faults -- ${again.join(' ')}`);
}
console.log(JSON.stringify(summary));
process.exit(failed || empty ? 1 : 0);
