import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], more = {}) => ({
  test: { name, include, environment: 'node', ...more },
});

export default defineConfig({
  test: {
    // Some start real servers; a machine under load must not fail them.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('shared', ['shared/src/**/*.test.ts'], {
        provide: { propertyRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) },
        ...(process.env['PROPERTY_RUNS'] && { testTimeout: 3_600_000 }),
      }),
      project('client', ['client/src/**/*.test.ts']),
      project('server', ['server/src/**/*.test.ts'], {
        globalSetup: ['server/src/db/test-server.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('faults', ['e2e/faults/**/*.test.ts']),
      project('house', ['.ci/**/*.test.ts'], { testTimeout: 60_000 }),
    ],
  },
});
