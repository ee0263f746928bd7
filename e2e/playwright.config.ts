import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results/browser',
  // One product and three Chromiums with video are what two cores carry.
  workers: 1,
  // Real media on shared cores: what fails once is named as flaky, what fails twice is broken.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    // Screenshots of three pages many times a second cost more than the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 15_000,
  },
});
