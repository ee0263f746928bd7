import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/*
 * That the checker can fail: a campaign on builds that break a promise on purpose. The step `faults` of
 * `npm test` is the same on the build as it is.
 */

interface Outcome {
  code: number | null;
  said: string;
  summary: { presses: number; lost: number; doubled: number; early: number };
}

async function campaign(...flags: string[]): Promise<Outcome> {
  const run = fileURLToPath(new URL('run.ts', import.meta.url));
  const always = ['--no-browser', '--minutes', '0.4', '--sessions', '6', '--rate', '20'];
  const child = spawn(process.execPath, [run, ...always, ...flags]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const last = said.trim().split('\n').at(-1) ?? '';
  if (!last.startsWith('{')) throw new Error(said);
  return { code, said, summary: JSON.parse(last) as Outcome['summary'] };
}

const KILLS = ['--only', 'database.kill', '--seed', '11'];

test('[ES1] a server that tells before it commits is found out', async () => {
  const { code, said, summary } = await campaign(...KILLS, '--broken', 'broadcast-first');
  expect(said).toContain('the record does not hold');
  expect(summary.lost).toBeGreaterThan(0);
  expect(code).toBe(1);
}, 240_000);

test('[AL1 AL13] a page that does not send again is found out', async () => {
  const flags = ['--only', 'app.kill,net.cut', '--seed', '12', '--broken', 'no-resend'];
  const { code, said, summary } = await campaign(...flags);
  expect(said).toContain('no effect');
  expect(summary.lost).toBeGreaterThan(0);
  expect(code).toBe(1);
}, 240_000);
