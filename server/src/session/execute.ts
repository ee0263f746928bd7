import type { Command, SystemCommand } from '@sojourn/shared/session/command';
import { decide, decideSystem } from '@sojourn/shared/session/decide';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { reject, type Rejection } from '@sojourn/shared/rejection';
import type { Role } from '@sojourn/shared/session/role';
import type { SessionState } from '@sojourn/shared/session/state';
import { err, ok, type Result } from '@sojourn/shared/result';
import { lockCareOf, tellCare } from '../care/news.ts';
import type { LockedCare } from '../care/store.ts';
import { findCommand, rememberCommand, type Trx, type Who } from '../record/stream.ts';
import type { Work, Writer } from '../record/writer.ts';
import { appendToSession, lockSession } from './store.ts';
import { createTurns, type Urgency } from './turns.ts';
import { words } from '@sojourn/shared/words';

export interface Press {
  sessionId: string;
  role: Role;
  commandId: string;
  command: Command;
  /** Asked first, in the same transaction: whether whoever pressed still holds the place (IN3). */
  mayAct?: (trx: Trx) => Promise<boolean>;
}

type Outcome = Result<{ revision: number }, Rejection>;

/**
 * The one writer of sessions. Everything that changes one goes through here, one transaction of a session
 * at a time: a flood in one session takes one connection, and no other session's alert waits for it (AL1).
 */
export interface Executor {
  /** A person's press. Known `commandId`s get their first answer again (ES2). */
  execute(press: Press): Promise<Outcome>;
  /** What the server itself notices. Always accepted, except when nothing can be recorded. */
  executeSystem(sessionId: string, command: SystemCommand): Promise<Outcome>;
}

const NOT_FOUND = reject('not_found', words('There is no such session.'));
const NOT_HERE = reject(
  'not_allowed',
  words('This browser no longer has a place in this session.'),
);
const BUSY = reject(
  'unavailable',
  words('This could not be recorded in time. Nothing was done: wait a moment, and press again.'),
);

export function createExecutor(writer: Writer): Executor {
  const turns = createTurns();
  return {
    async execute({ sessionId, role, commandId, command, mayAct }) {
      const done = await turns.take(sessionId, urgencyOf(command), () =>
        writer.write(async (work) => {
          if (mayAct && !(await mayAct(work.trx))) return err(NOT_HERE);
          const care = tellsCare(command) ? await lockCareOf(work.trx, sessionId) : null;
          return inSession(work, care, sessionId, { actor: role, commandId }, (state, now) =>
            decide(state, role, command, { commandId, now }),
          );
        }),
      );
      return done ?? err(BUSY);
    },
    async executeSystem(sessionId, command) {
      const urgency = command.type === 'timers.fire' ? 'alert' : 'system';
      const done = await turns.take(sessionId, urgency, () =>
        writer.write((work) =>
          inSession(work, null, sessionId, { actor: 'system', commandId: null }, (state, now) =>
            ok(decideSystem(state, command, now)),
          ),
        ),
      );
      return done ?? err(BUSY);
    },
  };
}

const urgencyOf = ({ type }: Command): Urgency => (type.startsWith('alert.') ? 'alert' : 'press');

/** CC4: the course of care hears of T0 and of the end of a session, and is locked before it. */
const tellsCare = (command: Command): boolean =>
  command.type === 'dose.start' ||
  command.type === 'dose.ready' ||
  command.type === 'session.cancel' ||
  command.type === 'session.hand_over' ||
  (command.type === 'phase.advance' && command.to === 'closed');

async function inSession(
  work: Work,
  care: LockedCare | null,
  sessionId: string,
  who: Who,
  decision: (state: SessionState, now: number) => Result<SessionEvent[], Rejection>,
): Promise<Outcome> {
  const { trx } = work;
  const locked = await lockSession(trx, sessionId);
  if (!locked) return err(NOT_FOUND);
  const { commandId } = who;
  const known = commandId && (await findCommand(trx, sessionId, commandId));
  if (typeof known === 'number') return ok({ revision: known });
  // The time that the events will have: what is decided by a clock is decided by theirs.
  const decided = decision(locked.state, Math.max(work.now, locked.headAt));
  if (!decided.ok) return decided;
  const { state } = await appendToSession(work, locked, who, decided.value);
  if (commandId) await rememberCommand(trx, sessionId, commandId, state.revision);
  await tellCare(work, care, locked.state, state, decided.value);
  return ok({ revision: state.revision });
}
