import { reject, type Rejection } from '@sojourn/shared/rejection';
import { err, type Result } from '@sojourn/shared/result';
import type { SessionState } from '@sojourn/shared/session/state';
import { isDatabaseDown, type Database } from '../db/database.ts';
import type { Jobs } from './jobs.ts';
import type { Sealer } from './seal.ts';
import type { Trx } from './stream.ts';
import { words } from '@sojourn/shared/words';

/** Said to the person who pressed when nothing can be recorded now (CM4). */
const UNAVAILABLE = reject(
  'unavailable',
  words('This could not be recorded: the server cannot reach its database. Nothing was done.'),
);

/** One transaction of the one writer, and what it changed. */
export interface Work {
  trx: Trx;
  /** ms since the epoch when it began. */
  now: number;
  sealer: Sealer;
  jobs: Jobs;
  /** The sessions that it changed, as they are after it. */
  changed: Map<string, SessionState>;
}

/** Everything that is recorded goes through here: one transaction, and nothing is told before its commit. */
export interface Writer {
  /** A rejection rolls everything back. */
  write<T>(work: (work: Work) => Promise<Result<T, Rejection>>): Promise<Result<T, Rejection>>;
  /** Called after each commit with each session that it changed, never before (ES1). */
  onCommitted(listener: (state: SessionState) => void): void;
}

/** Carries a refusal out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.message);
    this.rejection = rejection;
  }
}

/** @param clock ms since the epoch */
export function createWriter(
  db: Database,
  clock: () => number,
  sealer: Sealer,
  jobs: Jobs,
): Writer {
  const listeners: ((state: SessionState) => void)[] = [];
  return {
    async write(run) {
      const changed = new Map<string, SessionState>();
      try {
        const done = await db.transaction().execute(async (trx) => {
          const result = await run({ trx, now: clock(), sealer, jobs, changed });
          if (!result.ok) throw new Refused(result.error);
          return result;
        });
        // After the commit, and after the caller has had its turn to reply: reply first, then tell.
        setImmediate(() => {
          for (const state of changed.values()) for (const listener of listeners) listener(state);
        });
        return done;
      } catch (error) {
        if (error instanceof Refused) return err(error.rejection);
        if (isDatabaseDown(error)) return err(UNAVAILABLE);
        throw error;
      }
    },
    onCommitted: (listener) => void listeners.push(listener),
  };
}
