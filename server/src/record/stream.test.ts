import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSession } from '../session/store.ts';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { chainHash, chainRoot } from './chain.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startTestSessions();
});
afterAll(() => sessions.stop());

const rowsOf = (sessionId: string) =>
  sessions.db
    .selectFrom('event')
    .selectAll()
    .where('stream_id', '=', sessionId)
    .orderBy('seq')
    .execute();

/** The hash that the chain of these texts ends in. */
const headOf = (sessionId: string, recorded: readonly string[]) =>
  recorded.reduce(chainHash, chainRoot(sessionId));

test('[ES4] the chain of hashes holds from the first event to the head, and one changed letter breaks it', async () => {
  const sessionId = await sessions.createFull();
  await sessions.press(sessionId, 'client', {
    type: 'alert.raise',
    kind: 'help',
    reason: 'Übel 😵‍💫',
  });
  const rows = await rowsOf(sessionId);
  let hash = chainRoot(sessionId);
  for (const row of rows) {
    hash = chainHash(hash, row.recorded);
    expect(row.hash).toBe(hash);
  }
  const { head_hash } = await sessions.db
    .selectFrom('stream')
    .select('head_hash')
    .where('stream_id', '=', sessionId)
    .executeTakeFirstOrThrow();
  const texts = rows.map(({ recorded }) => recorded);
  expect(headOf(sessionId, texts)).toBe(head_hash);
  expect(
    headOf(
      sessionId,
      texts.map((text) => text.replace('Robin', 'Robyn')),
    ),
  ).not.toBe(head_hash);
  expect(headOf(sessionId, texts.toReversed())).not.toBe(head_hash);
  expect(headOf(sessionId, texts.slice(1))).not.toBe(head_hash);
  expect(headOf('another', texts)).not.toBe(head_hash);
});

test('[ES4] each event says who, when, which press and what', async () => {
  const sessionId = await sessions.createFull();
  const commandId = '7f3c1f0e-3f4b-4c55-9a55-0d6b5a0f7a11';
  await sessions.press(sessionId, 'client', { type: 'alert.raise', kind: 'help' }, commandId);
  const last = (await rowsOf(sessionId)).find(({ type }) => type === 'alert.raised');
  expect(JSON.parse(last?.recorded ?? '')).toMatchObject({
    seq: last?.seq,
    at: sessions.time.now,
    actor: 'client',
    commandId,
    event: { type: 'alert.raised', kind: 'help' },
  });
});

test('[ES4] the database refuses to change, remove or empty the record', async () => {
  const sessionId = await sessions.createFull();
  const before = await rowsOf(sessionId);
  for (const statement of [
    sql`update event set recorded = '{}' where stream_id = ${sessionId}`,
    sql`update event set hash = hash`,
    sql`delete from event where stream_id = ${sessionId}`,
    sql`truncate event`,
    sql`truncate stream cascade`,
  ]) {
    await expect(statement.execute(sessions.db)).rejects.toThrow('append-only');
  }
  await expect(
    sql`delete from stream where stream_id = ${sessionId}`.execute(sessions.db),
  ).rejects.toThrow('violates foreign key');
  expect(await rowsOf(sessionId)).toEqual(before);
});

test('[ES3 ES4] the database refuses a second event of the same number, whoever writes it', async () => {
  const sessionId = await sessions.createFull();
  const [row] = await rowsOf(sessionId);
  if (!row) throw new Error('no events');
  await expect(sessions.db.insertInto('event').values(row).execute()).rejects.toThrow(
    'duplicate key',
  );
});

test('[ES4 CM3] any script and any emoji that a person can type is kept as typed', async () => {
  const sessionId = await sessions.create();
  const name = '明美 محمد 👩🏽‍🚀';
  await sessions.press(sessionId, 'client', { type: 'lobby.enter', name });
  const state = await readSession(sessions.db, sessionId);
  expect(state?.people.client.name).toBe(name);
  expect((await rowsOf(sessionId)).at(-1)?.recorded).toContain(name);
});
