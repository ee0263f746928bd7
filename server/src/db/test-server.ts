import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createLogger } from '../logger.ts';
import { startLocalPostgres } from './local-postgres.ts';

declare module 'vitest' {
  // Declaration merging is how vitest learns what is provided.
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** Vitest's global set-up: one real PostgreSQL for the whole run, in a folder that goes with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sojourn-tests-'));
  const postgres = await startLocalPostgres({ dataDir, log: createLogger('silent') });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
