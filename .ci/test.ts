import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureChromium, ensureLiveKit } from './preflight.ts';
import { oneCheck, playwrightTally, vitestTally, type Tally } from './tally.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const withBrowser = !process.argv.includes('--without-browser');
const tallies: Tally[] = [];

// Every step runs, whatever became of the ones before: the last line counts all that is wrong.
checkNode();
process.chdir(root);
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

await prepare('LiveKit', ensureLiveKit);
check('lint', 'npm run --silent lint');
check('types', 'npm run --silent types');
check('spec', 'npm run --silent spec');
check('messages', 'npm run --silent messages:check');
check('unused', 'npm run --silent unused');
check(
  'unit and integration',
  'npm run --silent test:unit -- --reporter=default --reporter=json --outputFile.json=test-results/vitest.json',
  (succeeded) => vitestTally(join(results, 'vitest.json'), succeeded),
);
if (withBrowser) {
  check('build', 'npm run --silent build');
  await prepare('Chromium', ensureChromium);
  check('browser', 'npm run --silent test:browser', (succeeded) =>
    playwrightTally(join(results, 'playwright.json'), succeeded),
  );
}
// A short campaign of faults: its findings stand above its last line.
check(
  'faults',
  `npm run --silent faults -- --minutes 0.8 --seed 20261124${withBrowser ? '' : ' --no-browser'}`,
);

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
const summary = `${passed} passed, ${failed} failed`;
writeFileSync(join(results, 'summary.txt'), `${summary}\n`);
console.log(`\n${summary}`);
process.exit(failed > 0 ? 1 : 0);

/** Runs a step and counts it: as one check, or by the tests that its report names. */
function check(
  name: string,
  command: string,
  count: (succeeded: boolean) => Tally = oneCheck,
): void {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
    },
  });
  const tally = count(status === 0);
  tallies.push(tally);
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed`);
}

/** What the tests need; counted only when it is missing. */
async function prepare(name: string, ensure: () => void | Promise<void>): Promise<void> {
  try {
    await ensure();
  } catch (error) {
    console.error(`\n── ${name}: ${error instanceof Error ? error.message : String(error)}`);
    tallies.push(oneCheck(false));
  }
}
