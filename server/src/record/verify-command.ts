import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createPublicKey } from 'node:crypto';
import { parseRecord } from './parse-record.ts';
import { verifyRecord } from './verify.ts';

/*
 * npm run record:verify -- FILE.json [--key PUBLIC-KEY.pem]
 *
 * Exits 0 when the record holds, 1 when it does not and names the first event that does not hold.
 * Without --key, a seal is believed to whoever made it: compare the fingerprint that is printed.
 */

const { path, key } = readArguments();
const verdict = verifyRecord(readJson(path), ...(key === undefined ? [] : [readKey(key)]));
if (verdict.holds) {
  const { events, sealedAt, keys } = verdict;
  end(
    0,
    `The record holds: ${events} events, sealed ${new Date(sealedAt).toISOString()}.`,
    ...keys.map((key) => `Key SHA-256 ${key}`),
  );
}
const which =
  verdict.event === null ? 'The file is not a record' : `Event ${verdict.event} does not hold`;
end(1, `${which}: ${verdict.why}.`);

function readArguments(): { path: string; key: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { key: { type: 'string' } },
      allowPositionals: true,
    });
    const [path] = positionals;
    if (path !== undefined && positionals.length === 1) return { path, key: values.key };
  } catch {
    // An option that there is not.
  }
  return end(1, 'Usage: npm run record:verify -- FILE.json [--key PUBLIC-KEY.pem]');
}

function readJson(file: string): unknown {
  try {
    return parseRecord(readFileSync(file, 'utf8'));
  } catch (error) {
    return end(1, `${file} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}

function readKey(file: string): string {
  try {
    const der = createPublicKey(readFileSync(file)).export({ type: 'spki', format: 'der' });
    return der.toString('base64');
  } catch {
    return end(1, `${file} is not a public key in PEM.`);
  }
}

function end(code: 0 | 1, ...lines: string[]): never {
  const shown = lines.map((line) => `${printable(line)}\n`).join('');
  (code === 0 ? process.stdout : process.stderr).write(shown);
  process.exit(code);
}

/** A file's own words must not move the cursor, or clear what was said before them. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
