import type { SessionState } from '@sojourn/shared/session/state';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCare } from '../care/store.ts';
import { liveSessions, readSession } from '../session/store.ts';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { rebuildStates } from './rebuild.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startTestSessions();
});
afterAll(() => sessions.stop());

/** As a program of another time would have left the copy beside the record. */
const leave = (streamId: string, state: object, version: number) =>
  sessions.db
    .updateTable('stream')
    .set({ state: JSON.stringify(state), state_version: version })
    .where('stream_id', '=', streamId)
    .execute();
const streamOf = (streamId: string) =>
  sessions.db
    .selectFrom('stream')
    .selectAll()
    .where('stream_id', '=', streamId)
    .executeTakeFirstOrThrow();

test('[RC7 ES4] states of an older shape, of a session and of a course of care, are made anew from their records', async () => {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'journey');
  await sessions.press(sessionId, 'client', { type: 'alert.raise', kind: 'help' });
  const state = await readSession(sessions.db, sessionId);
  const clientId = state?.care.clientId ?? '';
  const care = await readCare(sessions.db, clientId);
  const before = [await streamOf(sessionId), await streamOf(clientId)];
  await leave(sessionId, { phase: 'long ago' }, 0);
  await leave(clientId, { orders: 'long ago' }, 0);
  await rebuildStates(sessions.db);
  expect(await readSession(sessions.db, sessionId)).toEqual(state);
  expect(await readCare(sessions.db, clientId)).toEqual(care);
  expect([await streamOf(sessionId), await streamOf(clientId)]).toEqual(before);
  // And it goes on from there.
  expect(
    await sessions.press(sessionId, 'therapist', { type: 'note.write', words: 'Still here' }),
  ).toMatchObject({ ok: true });
});

test('[RC7] where a session stands, and whether it is open, follows the replayed state', async () => {
  const sessionId = await sessions.createFull('preparation');
  await sessions.goTo(sessionId, 'closed');
  await sessions.db
    .updateTable('session')
    .set({ phase: 'setup', is_open: true })
    .where('session_id', '=', sessionId)
    .execute();
  await leave(sessionId, {}, 1);
  await rebuildStates(sessions.db);
  const live = await liveSessions(sessions.db, sessions.time.now + 1);
  expect(live.map((state: SessionState) => state.sessionId)).not.toContain(sessionId);
  const row = await sessions.db
    .selectFrom('session')
    .select(['phase', 'is_open'])
    .where('session_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ phase: 'closed', is_open: false });
});

test('[RC7] states of today’s shape are left as they are', async () => {
  const sessionId = await sessions.createFull();
  const { state, state_version } = await streamOf(sessionId);
  await leave(sessionId, { ...state, practiceName: 'Not replayed' }, state_version);
  await rebuildStates(sessions.db);
  expect(await readSession(sessions.db, sessionId)).toMatchObject({ practiceName: 'Not replayed' });
});
