import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { playwrightTally, vitestTally } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'sojourn-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('the tests of both runners are counted', () => {
  expect(vitestTally(report({ numPassedTests: 5, numFailedTests: 2 }), false)).toEqual({
    passed: 5,
    failed: 2,
  });
  expect(
    playwrightTally(report({ stats: { expected: 3, flaky: 1, unexpected: 2 } }), false),
  ).toEqual({ passed: 4, failed: 2 });
});

test('a runner that fails, or leaves no report, is never green', () => {
  expect(vitestTally(report({ numPassedTests: 5, numFailedTests: 0 }), false)).toEqual({
    passed: 5,
    failed: 1,
  });
  expect(vitestTally(join(folder, 'absent.json'), true)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightTally(join(folder, 'absent.json'), true)).toEqual({ passed: 0, failed: 1 });
});
