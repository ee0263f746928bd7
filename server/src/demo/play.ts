import { randomUUID } from 'node:crypto';
import type { ClientRecord } from '@sojourn/shared/care/client-record';
import type { CareCommand } from '@sojourn/shared/care/command';
import type { Command } from '@sojourn/shared/session/command';
import type { SessionKind } from '@sojourn/shared/session/phase';
import { GuestRole, Role } from '@sojourn/shared/session/role';
import type { Therapist } from '../auth/sign-in.ts';
import { createCareExecutor } from '../care/execute.ts';
import type { Database } from '../db/database.ts';
import { NO_JOBS } from '../record/jobs.ts';
import type { Sealer } from '../record/seal.ts';
import { createWriter } from '../record/writer.ts';
import { createExecutor } from '../session/execute.ts';
import { readSession } from '../session/store.ts';

/**
 * The demo's people, pressing in a time of their own. What they do goes through the real executors, so
 * that the demo's past is a record like any other, and keeps every guard.
 */
export interface Play {
  /** ms since the epoch. */
  time: { now: number };
  register(record: ClientRecord): Promise<string>;
  care(clientId: string, command: CareCommand): Promise<void>;
  schedule(clientId: string, kind: SessionKind): Promise<string>;
  press(sessionId: string, role: Role, command: Command, commandId?: string): Promise<void>;
  /** The therapist and the named guests connect, and the guests are let in. */
  gather(sessionId: string, names: Partial<Record<GuestRole, string>>): Promise<void>;
  advance(sessionId: string, to: Extract<Command, { type: 'phase.advance' }>['to']): Promise<void>;
  revision(sessionId: string): Promise<number>;
}

export function createPlay(db: Database, sealer: Sealer, therapist: Therapist): Play {
  const time = { now: 0 };
  const writer = createWriter(db, () => time.now, sealer, NO_JOBS);
  const sessions = createExecutor(writer);
  const courses = createCareExecutor(writer);

  async function inCourse(clientId: string, command: CareCommand) {
    const done = await courses.execute({ therapist, clientId, commandId: randomUUID(), command });
    if (!done.ok) throw new Error(`${command.type}: ${done.error.message}`);
    return done.value;
  }

  const play: Play = {
    time,
    async register(record) {
      const done = await courses.register(therapist, randomUUID(), record);
      if (!done.ok) throw new Error(done.error.message);
      return done.value;
    },
    care: (clientId, command) => inCourse(clientId, command).then(() => {}),
    async schedule(clientId, kind) {
      const command = { type: 'session.schedule', kind, scheduledAt: time.now } as const;
      const { sessionId } = await inCourse(clientId, command);
      if (sessionId === null) throw new Error('Nothing was scheduled');
      return sessionId;
    },
    async press(sessionId, role, command, commandId = randomUUID()) {
      const done = await sessions.execute({ sessionId, role, commandId, command });
      if (!done.ok) throw new Error(`${role} ${command.type}: ${done.error.message}`);
    },
    async gather(sessionId, names) {
      for (const role of Role.options) {
        if (role !== 'therapist' && names[role] === undefined) continue;
        const connectionId = `demo-${role}`;
        await sessions.executeSystem(sessionId, { type: 'presence.connect', role, connectionId });
      }
      for (const role of GuestRole.options) {
        const name = names[role];
        if (name === undefined) continue;
        await play.press(sessionId, role, { type: 'lobby.enter', name });
        await play.press(sessionId, 'therapist', { type: 'participant.admit', role });
      }
    },
    async advance(sessionId, to) {
      const expectedRevision = await play.revision(sessionId);
      await play.press(sessionId, 'therapist', { type: 'phase.advance', to, expectedRevision });
    },
    revision: async (sessionId) => (await readSession(db, sessionId))?.revision ?? 0,
  };
  return play;
}
