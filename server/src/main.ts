import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { cacheCompiled } from './start/compile-cache.ts';
import { findRefusal } from './start/place.ts';

const { values: flags } = parseArgs({
  options: {
    /** Seeds a practice with one session and prints three links. */
    demo: { type: 'boolean', default: false },
    /** Serves the web app from its sources. */
    dev: { type: 'boolean', default: false },
    /** Only says whether a start would be possible. */
    check: { type: 'boolean', default: false },
  },
});

if (existsSync('.env')) process.loadEnvFile('.env');
const config = readConfig(process.env);
if (!config.ok)
  giveUp(
    `The configuration is not valid:\n${config.faults.map((fault) => `  - ${fault}`).join('\n')}`,
  );

const refusal = await findRefusal(config.value);
if (refusal !== undefined) giveUp(refusal);
if (flags.check) process.exit(0);

const logger = createLogger(config.value.logLevel);
process.on('uncaughtException', (err) => {
  // A bug: nothing is certain any more. Messages stay out of a real practice's terminal, too.
  logger.fatal({ err }, 'an error that nobody handled');
  if (!config.value.production) process.stderr.write(`${err.stack ?? err.message}\n`);
  process.exit(1);
});

try {
  const keepCompiled = cacheCompiled(config.value.dataDir);
  // Loaded late: the checks above answer at once, without the weight of the app.
  const { run } = await import('./start/run.ts');
  const stopWithParent = process.env['npm_lifecycle_event'] !== undefined;
  await run(config.value, { ...flags, stopWithParent }, logger);
  keepCompiled();
} catch (err) {
  logger.error({ err }, 'the start failed');
  giveUp(err instanceof Error ? err.message : String(err));
}

function giveUp(words: string): never {
  process.stderr.write(`\n${words}\n`);
  process.exit(1);
}
