import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let folder: string;

// Planted in a copy of the tree's shape, so that a run that is killed leaves nothing among the sources.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sojourn-boundaries-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that a file with this content breaks. */
function broken(file: string, content: string): string[] {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const args = ['-c', '.oxlintrc.json', '-f', 'json', file];
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/oxlint'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  rmSync(path);
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  const { diagnostics, number_of_files } = JSON.parse(stdout) as {
    diagnostics: { code: string }[];
    number_of_files: number;
  };
  // Else a file that is not looked at would pass.
  expect(number_of_files).toBe(1);
  return diagnostics.map(({ code }) => code);
}

const importing = (from: string, type = ''): string =>
  `import ${type} { it } from '${from}';\nexport const kept = ${type ? '0 as unknown as it' : 'it'};\n`;
const restricted = 'eslint(no-restricted-imports)';

describe('forbidden imports', () => {
  test.each([
    ['shared/src/session/x.ts', 'node:crypto'],
    ['shared/src/session/x.ts', 'react'],
    ['shared/src/session/x.ts', '../../../server/src/app.ts'],
    ['shared/src/session/x.test.ts', 'node:fs'],
    ['server/src/session/execute.ts', 'express'],
    ['server/src/session/execute.ts', './socket.ts'],
    ['server/src/session/execute.ts', '../media/rooms.ts'],
    ['server/src/session/store.ts', 'socket.io'],
    ['server/src/session/store.ts', '../auth/viewer.ts'],
    ['server/src/care/execute.ts', 'express'],
    ['server/src/care/execute.ts', './routes.ts'],
    ['server/src/care/execute.ts', '../auth/sign-in.ts'],
    ['server/src/care/execute.ts', '../demo/seed.ts'],
    ['server/src/care/store.ts', 'socket.io'],
    ['server/src/care/store.ts', '../http/errors.ts'],
    ['server/src/care/news.ts', '../session/socket.ts'],
    ['server/src/care/news.ts', '../auth/places.ts'],
    ['server/src/record/stream.ts', '../start/private-file.ts'],
    ['server/src/record/stream.ts', 'pino'],
    ['server/src/record/writer.ts', '../media/rooms.ts'],
    ['server/src/record/writer.ts', '../app.ts'],
    ['server/src/session/socket.ts', 'kysely'],
    ['server/src/session/routes.ts', '../db/database.ts'],
    ['server/src/session/escalation.ts', './store.ts'],
    ['server/src/media/routes.ts', '../session/store.ts'],
    ['server/src/care/routes.ts', './store.ts'],
    ['server/src/care/routes.ts', './news.ts'],
    ['server/src/care/routes.ts', '../db/database.ts'],
    ['server/src/care/routes.ts', '../record/writer.ts'],
    ['server/src/record/routes.ts', 'kysely'],
    ['server/src/record/routes.ts', './stream.ts'],
    ['server/src/record/routes.ts', './writer.ts'],
    ['server/src/record/routes.ts', '../session/store.ts'],
    ['server/src/app.ts', '@sojourn/client'],
    ['server/src/app.ts', '../../client/src/main.tsx'],
    ['client/src/media/x.ts', '../features/video/index.ts'],
    ['client/src/media/x.ts', '@sojourn/shared/session/view'],
    ['client/src/features/alert/x.ts', '../phase/index.ts'],
    ['client/src/features/alert/x.ts', '../phase'],
    ['client/src/features/alert/x.ts', '../../features/phase/index.ts'],
    ['client/src/features/alert/x.ts', '../../app/routes.ts'],
    ['client/src/features/alert/x.ts', 'socket.io-client'],
    ['client/src/features/alert/x.ts', '../../../../server/src/app.ts'],
    ['client/src/features/alert/x.ts', '@sojourn/server/config'],
    ['client/src/app/x.ts', '../../../server/src/app.ts'],
    ['client/src/app/x.ts', 'node:fs'],
    ['client/src/connection/x.ts', '../features/alert/index.ts'],
    ['client/src/connection/x.ts', '../ui/index.ts'],
    ['client/src/ui/x.ts', '@sojourn/shared/session/view'],
    ['client/src/ui/x.ts', '../connection/use-session.ts'],
    ['client/src/ui/x.ts', '../features/alert/index.ts'],
    ['client/src/ui/x.ts', 'livekit-client'],
    ['e2e/tests/x.spec.ts', '@sojourn/shared/session/phase'],
    ['e2e/tests/x.spec.ts', '../../server/src/config.ts'],
    ['e2e/personas/x.ts', '../../shared/src/session/phase.ts'],
  ])('%s may not import %s', (file, from) => {
    expect(broken(file, importing(from))).toContain(restricted);
  });

  test('a dynamic import and a re-export are imports too', () => {
    expect(broken('shared/src/x.ts', `export { it } from 'node:fs';\n`)).toContain(restricted);
    expect(broken('shared/src/x.ts', `export const it = () => import('node:fs');\n`)).toContain(
      restricted,
    );
  });
});

describe('allowed imports', () => {
  test.each([
    ['shared/src/session/x.ts', 'zod'],
    ['shared/src/http/x.ts', '../session/phase.ts'],
    ['shared/src/session/x.test.ts', 'fast-check'],
    ['server/src/session/execute.ts', '@sojourn/shared/session/decide'],
    ['server/src/session/execute.ts', '../db/database.ts'],
    ['server/src/session/execute.ts', './store.ts'],
    ['server/src/session/socket.ts', './execute.ts'],
    ['server/src/session/socket.ts', 'socket.io'],
    ['server/src/session/routes.ts', 'express'],
    ['server/src/care/execute.ts', '../auth/secret.ts'],
    ['server/src/care/execute.ts', '../record/writer.ts'],
    ['server/src/care/news.ts', '../session/store.ts'],
    ['server/src/record/stream.ts', './chain.ts'],
    ['server/src/record/writer.ts', '../db/database.ts'],
    ['server/src/care/routes.ts', './execute.ts'],
    ['server/src/care/routes.ts', '../record/access.ts'],
    ['server/src/record/routes.ts', './export.ts'],
    ['client/src/features/alert/x.ts', './alert-model.ts'],
    ['client/src/features/alert/x.ts', '../../ui/index.ts'],
    ['client/src/features/alert/x.ts', '../../connection/use-session.ts'],
    ['client/src/features/alert/x.ts', '@sojourn/shared/session/view'],
    ['client/src/app/x.ts', '../features/alert/index.ts'],
    ['client/src/ui/x.ts', 'react-aria-components'],
    ['client/src/ui/x.ts', './icon.tsx'],
    ['e2e/tests/x.spec.ts', '../personas/therapist.ts'],
  ])('%s may import %s', (file, from) => {
    expect(broken(file, importing(from))).not.toContain(restricted);
  });

  test.each([
    ['server/src/session/routes.ts', './store.ts', 'sessionsOf'],
    ['server/src/care/routes.ts', './store.ts', 'readCare, clientsOf, readPolicy'],
    ['server/src/media/routes.ts', '../session/store.ts', 'readSession'],
    ['server/src/session/socket.ts', '../record/writer.ts', 'UNAVAILABLE, type Writer'],
  ])('the edge %s may import from %s what reads: %s', (file, from, names) => {
    const content = `import { ${names} } from '${from}';\nexport const kept = [];\n`;
    expect(broken(file, content)).not.toContain(restricted);
  });

  test('the writer of courses of care may know the type of who asks', () => {
    expect(
      broken('server/src/care/execute.ts', importing('../auth/sign-in.ts', 'type')),
    ).not.toContain(restricted);
  });

  test('edges may import types of the database, and e2e those of shared', () => {
    expect(
      broken('server/src/session/socket.ts', importing('../db/database.ts', 'type')),
    ).not.toContain(restricted);
    expect(
      broken('e2e/tests/x.spec.ts', importing('@sojourn/shared/session/phase', 'type')),
    ).not.toContain(restricted);
  });
});

describe('what else a place may not do', () => {
  test.each([
    ['shared/src/x.ts', 'export const now = () => Date.now();', 'eslint(no-restricted-properties)'],
    [
      'shared/src/x.ts',
      'export const chance = () => Math.random();',
      'eslint(no-restricted-properties)',
    ],
    [
      'shared/src/x.ts',
      'export const later = () => setTimeout(() => 1, 1);',
      'eslint(no-restricted-globals)',
    ],
    [
      'server/src/session/execute.ts',
      'export const port = process.env.PORT;',
      'node(no-process-env)',
    ],
    ['client/src/app/x.ts', 'export default 1;', 'import(no-default-export)'],
  ])('%s: %s', (file, content, rule) => {
    expect(broken(file, `${content}\n`)).toContain(rule);
  });

  test('main.ts reads the environment', () => {
    expect(broken('server/src/main.ts', 'export const port = process.env.PORT;\n')).not.toContain(
      'node(no-process-env)',
    );
  });
});
