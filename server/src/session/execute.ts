import { err, ok, type Result } from '@sojourn/shared/result';
import type { Command, SystemCommand } from '@sojourn/shared/session/command';
import { decide, decideSystem } from '@sojourn/shared/session/decide';
import type { RecordedEvent, SessionEvent } from '@sojourn/shared/session/event';
import { evolve } from '@sojourn/shared/session/evolve';
import { reject, type Rejection } from '@sojourn/shared/rejection';
import type { Actor, Role } from '@sojourn/shared/session/role';
import type { SessionState } from '@sojourn/shared/session/state';
import { isDatabaseDown, type Database } from '../db/database.ts';
import { append, findCommand, insertSession, lockSession, rememberCommand } from './store.ts';

export interface Press {
  sessionId: string;
  role: Role;
  commandId: string;
  command: Command;
}

type Created = Extract<SessionEvent, { type: 'session.created' }>;
type Outcome = Result<{ revision: number }, Rejection>;

/** The one writer of sessions. Everything that changes one goes through here. */
export interface Executor {
  /** A person's press. Known `commandId`s get their first answer again (ES2). */
  execute(press: Press): Promise<Outcome>;
  /** What the server itself notices. Always accepted, except when nothing can be recorded. */
  executeSystem(sessionId: string, command: SystemCommand): Promise<Outcome>;
  create(therapistId: string, event: Created): Promise<SessionState>;
  /** Called after each commit with the new state, never before (ES1). */
  onCommitted(listener: (state: SessionState) => void): void;
}

/** Said to the person who pressed when nothing can be recorded now (CM4). */
export const UNAVAILABLE = reject(
  'unavailable',
  'This could not be recorded: the server cannot reach its database. Nothing was done.',
);
const NOT_FOUND = reject('not_found', 'There is no such session.');

/** @param clock ms since the epoch */
export function createExecutor(db: Database, clock: () => number): Executor {
  const listeners: ((state: SessionState) => void)[] = [];

  function record(
    before: SessionState | null,
    events: readonly SessionEvent[],
    who: { actor: Actor; commandId: string | null },
    notBefore: number,
  ): { recorded: RecordedEvent[]; after: SessionState | null } {
    // A clock that steps back must not make the record run backwards.
    const at = Math.max(clock(), notBefore);
    let after = before;
    const recorded = events.map((event) => {
      const entry = { seq: (after?.revision ?? 0) + 1, at, ...who, event };
      after = evolve(after, entry);
      return entry;
    });
    return { recorded, after };
  }

  async function inSession(
    sessionId: string,
    who: { actor: Actor; commandId: string | null },
    decision: (state: SessionState) => Result<SessionEvent[], Rejection>,
  ): Promise<Outcome> {
    try {
      const done = await db.transaction().execute(async (trx) => {
        const locked = await lockSession(trx, sessionId);
        if (!locked) return err(NOT_FOUND);
        const known = who.commandId && (await findCommand(trx, sessionId, who.commandId));
        if (typeof known === 'number') return ok({ revision: known, changed: null });
        const decided = decision(locked.state);
        if (!decided.ok) return decided;
        const { recorded, after } = record(locked.state, decided.value, who, locked.headAt);
        const state = after ?? locked.state;
        await append(trx, locked, state, recorded);
        if (who.commandId) await rememberCommand(trx, sessionId, who.commandId, state.revision);
        return ok({ revision: state.revision, changed: recorded.length > 0 ? state : null });
      });
      if (!done.ok) return done;
      const { revision, changed } = done.value;
      // After the commit, and after the caller has had its turn to reply: reply first, then tell.
      if (changed) setImmediate(() => listeners.forEach((listener) => listener(changed)));
      return ok({ revision });
    } catch (error) {
      if (isDatabaseDown(error)) return err(UNAVAILABLE);
      throw error;
    }
  }

  return {
    execute: ({ sessionId, role, commandId, command }) =>
      inSession(sessionId, { actor: role, commandId }, (state) =>
        decide(state, role, command, { commandId }),
      ),
    executeSystem: (sessionId, command) =>
      inSession(sessionId, { actor: 'system', commandId: null }, (state) =>
        ok(decideSystem(state, command)),
      ),
    async create(therapistId, event) {
      const who = { actor: 'therapist', commandId: null } as const;
      const { recorded, after } = record(null, [event], who, 0);
      if (!after) throw new Error('session.created did not create a session');
      await db.transaction().execute((trx) => insertSession(trx, therapistId, after, recorded));
      return after;
    },
    onCommitted: (listener) => void listeners.push(listener),
  };
}
