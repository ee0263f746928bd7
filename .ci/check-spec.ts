import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ruleStart = /^\s*[-*] \*\*([A-Z]{2,3}\d+)\*\*/gm;
const ids = '[A-Z]{2,3}\\d+(?:,? [A-Z]{2,3}\\d+)*';
// A title is a literal that begins with its rules: '[PH1] …', 'PH1: …', 'PH1, AL3: …'.
const titleStart = new RegExp(`['"\`](?:\\[(${ids})\\]|(${ids}):)`, 'g');

/**
 * The rules of the specification that no test is titled by, and the titles that name no rule.
 * @param tests - the text of each test file by its name
 */
export function specFaults(spec: string, tests: ReadonlyMap<string, string>): string[] {
  const rules = [...spec.matchAll(ruleStart)].map((match) => match[1] ?? '');
  const faults = rules
    .filter((rule, index) => rules.indexOf(rule) !== index)
    .map((rule) => `${rule} is given to two rules in docs/SPEC.md`);
  const tested = new Set<string>();
  for (const [file, text] of tests) {
    for (const [, bracketed, plain] of text.matchAll(titleStart)) {
      for (const rule of (bracketed ?? plain ?? '').split(/,? /)) {
        tested.add(rule);
        if (!rules.includes(rule))
          faults.push(`${rule} is in a test title of ${file}, but not in docs/SPEC.md`);
      }
    }
  }
  const untested = new Set(rules.filter((rule) => !tested.has(rule)));
  return [...new Set(faults), ...[...untested].map((rule) => `${rule} stands in no test title`)];
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = globSync('{shared,server,client,e2e,.ci}/**/*.{test,spec}.{ts,tsx}', {
    cwd: root,
  })
    // This script's own test makes up rules.
    .filter((file) => !/node_modules|check-spec\.test/.test(file));
  const tests = new Map(files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]));
  const faults = specFaults(readFileSync(`${root}/docs/SPEC.md`, 'utf8'), tests);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
  console.log(
    `Every rule of docs/SPEC.md stands in a test title (${files.length} files of tests).`,
  );
}
