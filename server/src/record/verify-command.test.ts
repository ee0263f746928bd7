import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RecordExport } from '@sojourn/shared/http/record-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSessions } from '../session/test-sessions.ts';
import { fingerprint, newSealer } from './seal.ts';
import { closedRecord, entryAt, placeOf } from './test-record.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let record: RecordExport;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sojourn-verify-'));
  const sessions = await startTestSessions();
  record = await closedRecord(sessions);
  await sessions.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
function verify(...args: string[]) {
  const command = ['server/src/record/verify-command.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const publicKey = () => record.seals[0]?.publicKey ?? '';
const pem = (spki: string) =>
  createPublicKey({ key: Buffer.from(spki, 'base64'), type: 'spki', format: 'der' })
    .export({ type: 'spki', format: 'pem' })
    .toString();

test('[RC4] a record that holds exits 0, and says how long it is, when it was sealed, and by which key', () => {
  const sealedAt = new Date(record.seals.at(-1)?.sealedAt ?? 0).toISOString();
  const said = [
    `The record holds: ${record.events.length} events, sealed ${sealedAt}.`,
    `Key SHA-256 ${fingerprint(publicKey())}`,
  ];
  for (const text of [JSON.stringify(record), JSON.stringify(record, null, 4)]) {
    const done = verify(file('whole.json', text), '--key', file('key.pem', pem(publicKey())));
    expect(done).toEqual({ status: 0, stdout: `${said.join('\n')}\n`, stderr: '' });
  }
});

test('[RC4] it runs by its npm script', () => {
  const path = file('script.json', JSON.stringify(record));
  const done = spawnSync('npm', ['run', '--silent', 'record:verify', '--', path], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('The record holds')]);
});

test('[RC4] a record that does not hold exits 1, and names the first event that does not', () => {
  const changed = structuredClone(record);
  const place = placeOf(changed, 'vitals.recorded');
  Object.assign(entryAt(changed, place).event, { systolic: 121 });
  expect(verify(file('changed.json', JSON.stringify(changed)))).toEqual({
    status: 1,
    stdout: '',
    stderr: `Event ${place} does not hold: its hash does not follow from what stands before.\n`,
  });
});

test('[RC4] with the key that one trusts, a record sealed with another exits 1', () => {
  const stranger = newSealer().seal('s', { seq: 1, hash: 'x' }, 1).publicKey;
  const done = verify(
    file('r.json', JSON.stringify(record)),
    '--key',
    file('s.pem', pem(stranger)),
  );
  expect(done.status).toBe(1);
  expect(done.stderr).toContain('it was sealed with another key than the one given');
});

test('[RC4] a second value under the same key, which only some readers would believe, is found', () => {
  const text = JSON.stringify(record).replace('"systolic":', '"systolic":99,"systolic":');
  expect(verify(file('twice.json', text))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('a key stands twice') as string,
  });
});

test.each(['1.22e2', '122.0', '122.00000000000000000001', '0122'])(
  '[RC4] a value that is written otherwise than it was hashed, %s for 122, is found',
  (number) => {
    const written = JSON.stringify(record).replace('"systolic":122', `"systolic":${number}`);
    expect(written).toContain(number);
    const done = verify(file('number.json', written));
    expect(done.status).toBe(1);
    expect(done.stderr).toMatch(/cannot be read: (the number .* is not written|it is not JSON)/);
  },
);

test('[RC4] a byte order mark in front changes nothing of a record', () => {
  expect(verify(file('bom.json', `\uFEFF${JSON.stringify(record)}`))).toMatchObject({ status: 0 });
});

test('[RC4] what a file says cannot write over the verdict on a screen', () => {
  const spoof = '\u001B[2J\u001B[HThe record holds: 99 events.\r\u202E';
  const json = JSON.stringify({ ...record, [spoof]: 1 });
  const done = verify(file('spoof.json', json));
  expect(done).toMatchObject({ status: 1, stdout: '' });
  expect(done.stderr.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test.each([3_000, 200_000])('[RC4] brackets %s deep are refused in words of ours', (depth) => {
  const deep = `"systolic":122,"deep":${'['.repeat(depth)}${']'.repeat(depth)}`;
  const text = JSON.stringify(record).replace('"systolic":122', deep);
  const done = verify(file('deep.json', text));
  expect(done).toMatchObject({ status: 1, stdout: '' });
  expect(done.stderr).toMatch(/cannot be read: it is nested deeper/);
});

test.each([
  ['not JSON', 'Dear colleague,', /cannot be read/],
  ['not a record', '{"format":"sojourn-session-record"}', /^The file is not a record: /],
  ['an empty file', '', /cannot be read/],
])('[RC4] %s exits 1 with words, not with a stack', (_, text, words) => {
  const done = verify(file('other.json', text));
  expect(done.status).toBe(1);
  expect(done.stdout).toBe('');
  expect(done.stderr).toMatch(words);
  expect(done.stderr).not.toMatch(/\n\s+at /);
});

test('[RC4] a file or key that is not there, or nothing to look at, exits 1 with words', () => {
  const path = file('r.json', JSON.stringify(record));
  for (const [args, words] of [
    [[], 'Usage:'],
    [[path, path], 'Usage:'],
    [[path, '--kee', 'x'], 'Usage:'],
    [[join(folder, 'nowhere.json')], 'cannot be read'],
    [[path, '--key', join(folder, 'nowhere.pem')], 'is not a public key in PEM'],
    [[path, '--key', path], 'is not a public key in PEM'],
  ] as const) {
    const done = verify(...args);
    expect([args, done.status]).toEqual([args, 1]);
    expect(done.stderr).toContain(words);
    expect(done.stderr).not.toMatch(/\n\s+at /);
  }
});
