import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postgresBinaries } from './postgres-binaries.ts';
import { findUnprivileged } from './unprivileged.ts';

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)(
  'as root, a way is found that is not root and can enter a folder of root',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sojourn-private-'));
    try {
      const { postgres } = await postgresBinaries();
      expect(findUnprivileged(postgres, folder).owner).toBeTypeOf('number');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.runIf(asRoot)('as root with no way out, the words name DATABASE_URL', () => {
  const useless = [{ prefix: ['no-such-program'], owner: 0, as: {} }];
  expect(() => findUnprivileged('/bin/true', tmpdir(), useless)).toThrow(
    /ordinary user, or set DATABASE_URL/,
  );
});

test.skipIf(asRoot)('an ordinary user runs it as it is', () => {
  expect(findUnprivileged('/bin/true', tmpdir())).toEqual({ prefix: [], owner: undefined, as: {} });
});
