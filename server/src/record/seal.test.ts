import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, loadSealer, newSealer, sealHolds } from './seal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sojourn-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const head = { seq: 7, hash: 'abc' };
const keyOf = (dataDir: string) => loadSealer(dataDir).seal('s', head, 1).publicKey;

test('[RC3] the practice’s key is made at the first start, for its user only, and is the same at the next', () => {
  const dataDir = join(folder, 'data');
  const first = keyOf(dataDir);
  expect(keyOf(dataDir)).toBe(first);
  const [file, ...more] = readdirSync(dataDir);
  expect(more).toEqual([]);
  expect(statSync(join(dataDir, file ?? '')).mode & 0o777).toBe(0o600);
  expect(keyOf(join(folder, 'another practice'))).not.toBe(first);
});

test('[RC3] a key that cannot be read stops the start in words: no other is made in its place', () => {
  writeFileSync(join(folder, 'record-key.pem'), 'not a key');
  expect(() => loadSealer(folder)).toThrow(/record-key\.pem is not a private key/);
  expect(readdirSync(folder)).toEqual(['record-key.pem']);
});

test('[RC3 RC4] after a change of key, what the former key sealed is still the practice’s own, by its public half in the folder', () => {
  const former = keyOf(folder);
  const pem = createPublicKey(readFileSync(join(folder, 'record-key.pem')));
  rmSync(join(folder, 'record-key.pem'));
  expect(loadSealer(folder).publicKeys).not.toContain(former);
  const file = join(folder, 'record-key-2026.pem');
  writeFileSync(file, pem.export({ type: 'spki', format: 'pem' }));
  const { publicKeys } = loadSealer(folder);
  expect(publicKeys).toEqual([keyOf(folder), former]);
  writeFileSync(file, 'not a key');
  expect(() => loadSealer(folder)).toThrow(/record-key-2026\.pem is not a key/);
});

test('[RC3] a signature is for one session, one place, one content and one time', () => {
  const seal = newSealer().seal('s_1', head, 1_000);
  expect(sealHolds('s_1', seal)).toBe(true);
  expect(sealHolds('s_2', seal)).toBe(false);
  for (const change of [
    { seq: 8 },
    { hash: 'abd' },
    { sealedAt: 1_001 },
    { publicKey: newSealer().seal('s_1', head, 1_000).publicKey },
    { publicKey: '' },
    { publicKey: 'not a key' },
    { signature: '' },
    { signature: seal.signature.toLowerCase() },
    { signature: `${seal.signature}\n` },
  ]) {
    expect({ change, holds: sealHolds('s_1', { ...seal, ...change }) }).toEqual({
      change,
      holds: false,
    });
  }
});

test('[RC4] what people compare a key by is the SHA-256 of its DER', () => {
  expect(fingerprint(Buffer.from('abc').toString('base64'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
