import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bareFaults, messageFaults } from './messages/check-messages.ts';
import { sourceTexts } from './messages/source-texts.ts';

/*
 * `npm run messages:check` (LA3): every text for people stands in Spanish, none is left over, the places
 * for values are the same, and no text on a screen goes past the catalogue.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
/**
 * Names of states, the schema of an export, a gallery for developers, a socket that tests play with; the
 * service worker loads no catalogue and has a table of its own; each language names itself.
 */
const NOT_SHOWN =
  /\.test\.tsx?$|\/test-|\.d\.ts$|\/ui\/gallery|\/fake-|\/service-worker\/|\/language-(picker|names)\.|care\/us-state\.ts$|http\/record-api\.ts$/;

const textsIn = (pattern: string) =>
  new Map(
    globSync(pattern, { cwd: root })
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
      .map((file) => [file, sourceTexts(file, readFileSync(`${root}/${file}`, 'utf8'))] as const),
  );

const areas = new Map(
  globSync('client/src/language/es/*.json', { cwd: root }).map((file) => [
    basename(file),
    JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Record<string, string>,
  ]),
);
const all = textsIn('{client,shared,server}/src/**/*.{ts,tsx}');
const shown = new Map(
  [...all].filter(([file]) => /^(client|shared)\//.test(file) && !NOT_SHOWN.test(file)),
);
const tested = /\.test\.tsx?$|\/test-|\/ui\/gallery/;
const sources = new Map([...all].filter(([file]) => !tested.test(file)));

const faults = [...messageFaults(sources, areas), ...bareFaults(shown)];
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`${faults.length} faults in the messages.`);
  process.exit(1);
}
const texts = [...areas.values()].reduce((sum, area) => sum + Object.keys(area).length, 0);
console.log(`${texts} texts in English and Spanish, none missing, none left over.`);
