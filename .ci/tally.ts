import { readFileSync } from 'node:fs';

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number } };
export type Tally = Readonly<{ passed: number; failed: number }>;

/** A step without tests of its own counts as one check. */
export const oneCheck = (succeeded: boolean): Tally => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
});

/** A runner that failed without naming a failed test (it crashed, or found none) is a failure all the same. */
const atLeastOneFailure = (tally: Tally, succeeded: boolean): Tally =>
  !succeeded && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

/** Counts the tests in vitest's JSON report. */
export function vitestTally(report: string, succeeded: boolean): Tally {
  const found = readReport(report) as VitestReport | undefined;
  return atLeastOneFailure(
    { passed: found?.numPassedTests ?? 0, failed: found?.numFailedTests ?? 0 },
    succeeded && found !== undefined,
  );
}

/** Counts the tests in Playwright's JSON report; one that passed at a second try has passed. */
export function playwrightTally(report: string, succeeded: boolean): Tally {
  const stats = (readReport(report) as PlaywrightReport | undefined)?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return atLeastOneFailure(
    { passed, failed: stats?.unexpected ?? 0 },
    succeeded && stats !== undefined,
  );
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
