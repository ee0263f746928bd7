import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSession } from '../session/store.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { openRoom } from '../session/test-people.ts';
import { THERAPIST } from '../session/test-sessions.ts';

/* What a practice decides for all its sessions, while they go on. */

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const POLICY = { ...DEFAULT_POLICY, preparationSessions: 0 };
const licensedIn = async (sessionId: string) =>
  (await readSession(app.app.db, sessionId))?.care.policy.licensedStates;
const alertIn = (sessionId: string) =>
  app.app.executor.execute({
    sessionId,
    role: 'therapist',
    commandId: randomUUID(),
    command: { type: 'alert.raise', kind: 'go_now' },
  });

test('[AL1 CC4] a new policy that waits for one session holds up no alert of another', async () => {
  const rooms = [await openRoom(app), await openRoom(app)];
  const { db, care } = app.app;
  for (const [busy, other] of [rooms, rooms.toReversed()].map((pair) =>
    pair.map(({ sessionId }) => sessionId),
  )) {
    const { saving } = await db.transaction().execute(async (trx) => {
      await sql`select 1 from stream where stream_id = ${busy} for update`.execute(trx);
      const saving = care.setPolicy(THERAPIST, { ...POLICY, referral: `While ${busy} is busy` });
      const somebodyWaits = async () =>
        (
          await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
            db,
          )
        ).rows.length;
      await expect.poll(somebodyWaits).toBeGreaterThan(0);
      expect(await alertIn(other ?? '')).toMatchObject({ ok: true });
      return { saving };
    });
    expect(await saving).toMatchObject({ ok: true });
  }
});

test('[CC4] a server that ended between a policy and its news tells the open sessions at its next start, once', async () => {
  const { sessionId } = await openRoom(app);
  const policy = { ...POLICY, licensedStates: ['UT'] as const };
  await app.app.db
    .updateTable('practice')
    .set({ policy: JSON.stringify(policy) })
    .execute();
  expect(await licensedIn(sessionId)).not.toEqual(['UT']);
  await app.restart();
  expect(await licensedIn(sessionId)).toEqual(['UT']);
  const before = await readSession(app.app.db, sessionId);
  await app.restart();
  expect((await readSession(app.app.db, sessionId))?.revision).toBe(before?.revision);
});
