import type { SessionEvent } from '@sojourn/shared/session/event';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import type { Command, SystemCommand } from '@sojourn/shared/session/command';
import { Role } from '@sojourn/shared/session/role';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createExecutor } from '../session/execute.ts';
import { readSession } from '../session/store.ts';
import { startTestSessions, THERAPIST, type TestSessions } from '../session/test-sessions.ts';
import { vitalsAt } from '../session/test-walk.ts';
import { readRecord } from './stream.ts';
import { exported } from './test-record.ts';
import { verifyRecord } from './verify.ts';
import { NO_JOBS } from './jobs.ts';
import { createWriter } from './writer.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startTestSessions();
});
afterAll(() => sessions.stop());

const recordOf = (sessionId: string) => readRecord<SessionEvent>(sessions.db, sessionId);
const sealsOf = (sessionId: string) =>
  sessions.db
    .selectFrom('seal')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('seq')
    .execute();
async function closed(): Promise<string> {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'closed');
  return sessionId;
}
const addendum = (words = 'The reading at 14:10 was on the left arm.'): Command => ({
  type: 'addendum.write',
  words,
});

test('[RC2] a closed record takes nothing more: no press of anybody, and nothing that the server notices', async () => {
  const sessionId = await closed();
  const before = await recordOf(sessionId);
  const state = await readSession(sessions.db, sessionId);
  const commands: Command[] = [
    { type: 'note.write', words: 'Later thought' },
    { type: 'alert.raise', kind: 'help' },
    { type: 'alert.raise', kind: 'go_now' },
    { type: 'lobby.enter', name: 'Somebody' },
    { type: 'session.cancel', reason: 'After all' },
    { type: 'phase.advance', to: 'release', expectedRevision: before.length },
    { type: 'release.sign', name: 'Maya', expectedRevision: before.length },
    { type: 'consent.withdraw', document: 'kap' },
    { type: 'session.hand_over', to: 'x', handedOverAt: sessions.time.now, told: 'x' },
    vitalsAt(sessions.time.now),
  ];
  for (const role of Role.options) {
    for (const command of commands) {
      const pressed = await sessions.press(sessionId, role, command);
      expect({ role, type: command.type, ok: pressed.ok }).toMatchObject({ ok: false });
    }
  }
  const care = { ...DEFAULT_POLICY, licensedStates: ['UT' as const], preparationSessions: 0 };
  const noticed: SystemCommand[] = [
    { type: 'presence.connect', role: 'client', connectionId: 'another' },
    { type: 'presence.disconnect', role: 'client', connectionId: 'client-1' },
    { type: 'presence.reset' },
    { type: 'device.ask', role: 'client', requestId: 'd1' },
  ];
  for (const command of noticed) await sessions.executor.executeSystem(sessionId, command);
  await sessions.care.setPolicy(THERAPIST, care);
  const { clientId } = state?.care ?? {};
  await sessions.care.execute({
    therapist: THERAPIST,
    clientId: clientId ?? '',
    commandId: randomUUID(),
    command: { type: 'course.stop', reason: 'Moved away' },
  });
  expect(await recordOf(sessionId)).toEqual(before);
  expect(await readSession(sessions.db, sessionId)).toEqual(state);
  expect(verifyRecord(await exported(sessions, sessionId))).toMatchObject({ holds: true });
});

test('[RC2 RC3] what is corrected is added and sealed, by the therapist only; what stood there stays', async () => {
  const sessionId = await closed();
  const before = await recordOf(sessionId);
  for (const role of ['client', 'chaperone'] as const) {
    expect(await sessions.press(sessionId, role, addendum())).toMatchObject({
      ok: false,
      error: { code: 'not_allowed' },
    });
  }
  expect(await sealsOf(sessionId)).toHaveLength(1);
  sessions.time.now += 86_400_000;
  const commandId = randomUUID();
  for (let time = 0; time < 2; time += 1) {
    expect(await sessions.press(sessionId, 'therapist', addendum(), commandId)).toEqual({
      ok: true,
      value: { revision: before.length + 1 },
    });
  }
  const after = await recordOf(sessionId);
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({
    actor: 'therapist',
    at: sessions.time.now,
    event: { type: 'addendum.written' },
  });
  expect(await sealsOf(sessionId)).toMatchObject([
    { seq: before.length },
    { seq: after.length, sealed_at: sessions.time.now },
  ]);
  expect(verifyRecord(await exported(sessions, sessionId))).toMatchObject({ holds: true });
});

test('[RC2] a record that is still open has no addenda: words go into its notes', async () => {
  const sessionId = await sessions.createFull();
  expect(await sessions.press(sessionId, 'therapist', addendum())).toMatchObject({
    ok: false,
    error: { code: 'wrong_phase' },
  });
});

test('[RC3] an addendum to a session that was stopped is sealed, too', async () => {
  const sessionId = await sessions.createFull();
  await sessions.press(sessionId, 'client', { type: 'session.cancel', reason: 'Not today' });
  await sessions.press(sessionId, 'therapist', addendum('Called: glad that it was possible.'));
  const record = await exported(sessions, sessionId);
  expect(await sealsOf(sessionId)).toMatchObject([{ seq: record.events.length }]);
  expect(verifyRecord(record)).toMatchObject({ holds: true });
});

test('[RC3] a record that ends with a hand-over to emergency services is sealed by it', async () => {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'journey');
  await sessions.press(sessionId, 'client', { type: 'alert.raise', kind: 'help' });
  await sessions.press(sessionId, 'therapist', {
    type: 'session.hand_over',
    to: 'Denver paramedics',
    handedOverAt: sessions.time.now,
    told: 'Ketamine 200 mg by mouth',
  });
  const record = await exported(sessions, sessionId);
  expect(record.events.at(-1)?.event).toEqual({ type: 'phase.entered', phase: 'closed' });
  expect(await sealsOf(sessionId)).toMatchObject([{ seq: record.events.length }]);
  expect(verifyRecord(record)).toMatchObject({ holds: true });
});

test('[RC3 ES1] what cannot be sealed is not closed: the session stays open, and nothing of it is recorded', async () => {
  const sessionId = await sessions.createFull('preparation');
  await sessions.goTo(sessionId, 'talk');
  const before = await recordOf(sessionId);
  const sealer = {
    publicKeys: [],
    seal() {
      throw new Error('the key is gone');
    },
  };
  const broken = createExecutor(
    createWriter(sessions.db, () => sessions.time.now, sealer, NO_JOBS),
  );
  const close = { type: 'phase.advance', to: 'closed', expectedRevision: before.length } as const;
  const press = { sessionId, role: 'therapist', commandId: randomUUID(), command: close } as const;
  await expect(broken.execute(press)).rejects.toThrow('the key is gone');
  expect(await recordOf(sessionId)).toEqual(before);
  expect((await readSession(sessions.db, sessionId))?.phase).toBe('talk');
  expect(await sessions.executor.execute(press)).toMatchObject({ ok: true });
});

test('[RC3] a closed record is exported with the seals that it has; an open one’s end is sealed at each export', async () => {
  const sessionId = await closed();
  const first = await exported(sessions, sessionId);
  sessions.time.now += 3_600_000;
  expect(await exported(sessions, sessionId)).toEqual(first);

  const open = await sessions.createFull();
  const { seals, events } = await exported(sessions, open);
  expect(seals).toMatchObject([{ seq: events.length, sealedAt: sessions.time.now }]);
  sessions.time.now += 1_000;
  const later = await exported(sessions, open);
  expect(later.seals).toMatchObject([{ seq: events.length, sealedAt: sessions.time.now }]);
  expect(await sealsOf(open)).toEqual([]);
});

test('[RC3] the database refuses to change, remove or empty the seals', async () => {
  const sessionId = await closed();
  const before = await sealsOf(sessionId);
  for (const statement of [
    sql`update seal set signature = 'x' where session_id = ${sessionId}`,
    sql`delete from seal where session_id = ${sessionId}`,
    sql`truncate seal`,
    sql`truncate session cascade`,
  ]) {
    await expect(statement.execute(sessions.db)).rejects.toThrow('append-only');
  }
  expect(await sealsOf(sessionId)).toEqual(before);
});
