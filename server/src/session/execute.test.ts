import { randomUUID } from 'node:crypto';
import { replay } from '@sojourn/shared/session/evolve';
import type { SessionState } from '@sojourn/shared/session/state';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { readRecord } from '../record/stream.ts';
import { readSession } from './store.ts';
import { startTestSessions, type TestSessions } from './test-sessions.ts';

let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startTestSessions();
});
afterAll(() => sessions.stop());

const stateOf = async (sessionId: string): Promise<SessionState> => {
  const state = await readSession(sessions.db, sessionId);
  if (!state) throw new Error('no such session');
  return state;
};
const recordOf = (sessionId: string) => readRecord<SessionEvent>(sessions.db, sessionId);
const help = { type: 'alert.raise', kind: 'help' } as const;

/** An integration session that its therapist can move on to `talk`. */
async function readyToTalk(): Promise<string> {
  const sessionId = await sessions.createFull('integration');
  await sessions.press(sessionId, 'client', { type: 'location.attest', elsewhere: null });
  return sessionId;
}

test('[ES2 AL2] one Help sent fifty times at once is one alert, and every answer is the same', async () => {
  const sessionId = await sessions.createFull();
  const commandId = randomUUID();
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => sessions.press(sessionId, 'client', help, commandId)),
  );
  const after = await stateOf(sessionId);
  for (const reply of replies) {
    expect(reply).toEqual({ ok: true, value: { revision: after.revision } });
  }
  expect(after.alerts).toMatchObject([{ alertId: commandId, repeats: 0 }]);
  expect(await recordOf(sessionId)).toHaveLength(after.revision);
});

test('[ES2] a press sent again after others gets its first answer and changes nothing', async () => {
  const sessionId = await readyToTalk();
  const { revision } = await stateOf(sessionId);
  const commandId = randomUUID();
  const advance = { type: 'phase.advance', to: 'talk', expectedRevision: revision } as const;
  const first = await sessions.press(sessionId, 'therapist', advance, commandId);
  await sessions.press(sessionId, 'client', help);
  const state = await stateOf(sessionId);
  expect(first).toMatchObject({ ok: true });
  expect(await sessions.press(sessionId, 'therapist', advance, commandId)).toEqual(first);
  expect(await stateOf(sessionId)).toEqual(state);
});

test('[ES2] a press that changed nothing is known as well: sent again later, it does not act then', async () => {
  const sessionId = await sessions.createFull();
  await sessions.goTo(sessionId, 'ready');
  const commandId = randomUUID();
  const notReady = { type: 'dose.not_ready' } as const;
  await sessions.press(sessionId, 'client', notReady, commandId);
  await sessions.press(sessionId, 'client', { type: 'dose.ready' });
  await sessions.press(sessionId, 'client', notReady, commandId);
  expect((await stateOf(sessionId)).dose.clientReadyAt).not.toBeNull();
});

test('[PH4 ES3] of two devices of the therapist that move at once exactly one moves, the other is stale', async () => {
  const sessionId = await readyToTalk();
  const expectedRevision = (await stateOf(sessionId)).revision;
  const move = { type: 'phase.advance', to: 'talk', expectedRevision } as const;
  const replies = await Promise.all([1, 2].map(() => sessions.press(sessionId, 'therapist', move)));
  const codes = replies.map((reply) => (reply.ok ? 'moved' : reply.error.code)).toSorted();
  expect(codes).toEqual(['moved', 'stale']);
  expect((await stateOf(sessionId)).phase).toBe('talk');
});

test('[ES3 ES4] everybody pressing at once: the record has no gap, no double, and replays to the stored state', async () => {
  const sessionId = await readyToTalk();
  const { revision } = await stateOf(sessionId);
  const presses = Array.from({ length: 60 }, (_, at) => {
    if (at % 6 === 0) return sessions.press(sessionId, 'client', help);
    if (at % 6 === 1)
      return sessions.press(sessionId, 'therapist', { type: 'alert.raise', kind: 'go_now' });
    if (at % 6 === 2)
      return sessions.press(sessionId, 'therapist', { type: 'prompt.offer', promptId: 'feet' });
    if (at % 6 === 3)
      return sessions.press(sessionId, 'client', { type: 'prompt.open', promptId: 'feet' });
    if (at % 6 === 4) {
      return sessions.press(sessionId, 'therapist', {
        type: 'phase.advance',
        to: 'talk',
        expectedRevision: revision,
      });
    }
    const connectionId = `more-${at}`;
    return sessions.executor.executeSystem(sessionId, {
      type: 'presence.connect',
      role: 'chaperone',
      connectionId,
    });
  });
  const replies = await Promise.all(presses);
  const record = await recordOf(sessionId);
  const state = await stateOf(sessionId);
  expect(record.map(({ seq }) => seq)).toEqual(record.map((_, at) => at + 1));
  expect(state.revision).toBe(record.length);
  expect(replay(record)).toEqual(state);
  expect(replies.filter((reply) => reply.ok)).toHaveLength(51);
  expect(record.filter(({ event }) => event.type === 'phase.entered')).toHaveLength(1);
});

test('[CM4 CM2] a refused press leaves nothing: no event, no revision, no memory of it', async () => {
  const sessionId = await sessions.createFull();
  const before = await stateOf(sessionId);
  const commandId = randomUUID();
  const refused = await sessions.press(sessionId, 'client', { type: 'dose.ready' }, commandId);
  expect(refused).toMatchObject({ ok: false, error: { code: 'wrong_phase' } });
  expect(await stateOf(sessionId)).toEqual(before);
  const remembered = await sessions.db
    .selectFrom('command')
    .selectAll()
    .where('command_id', '=', commandId)
    .execute();
  expect(remembered).toEqual([]);
});

test('[CM4] a press on a session that does not exist is refused in words', async () => {
  const refused = await sessions.press('nowhere', 'client', help);
  expect(refused).toMatchObject({ ok: false, error: { code: 'not_found' } });
});

test('[ES1] whoever is told, is told of what another connection can already read', async () => {
  const sessionId = await sessions.createFull();
  const other = new pg.Pool({ connectionString: sessions.database.url, max: 1 });
  try {
    const told: { revision: number; committed: Promise<number> }[] = [];
    let unfinished = 20;
    const all = new Promise<void>((resolve) => {
      sessions.writer.onCommitted((state) => {
        if (state.sessionId !== sessionId || unfinished === 0) return;
        const committed = other
          .query<{ revision: number }>('select revision from stream where stream_id = $1', [
            sessionId,
          ])
          .then(({ rows }) => rows[0]?.revision ?? -1);
        told.push({ revision: state.revision, committed });
        unfinished -= 1;
        if (unfinished === 0) resolve();
      });
    });
    await Promise.all(Array.from({ length: 20 }, () => sessions.press(sessionId, 'client', help)));
    await all;
    for (const { revision, committed } of told) {
      expect(await committed).toBeGreaterThanOrEqual(revision);
    }
  } finally {
    await other.end();
  }
});

test('[ES1] the caller has the answer before anybody is told, and a refused or repeated press tells nobody', async () => {
  const sessionId = await sessions.createFull();
  await new Promise((resolve) => setImmediate(resolve));
  const order: string[] = [];
  sessions.writer.onCommitted((state) => {
    if (state.sessionId === sessionId) order.push('told');
  });
  const commandId = randomUUID();
  await sessions.press(sessionId, 'client', help, commandId).then(() => order.push('answered'));
  await sessions.press(sessionId, 'client', help, commandId);
  await sessions.press(sessionId, 'client', { type: 'dose.ready' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(order).toEqual(['answered', 'told']);
});

test('[ES4 PH5] a clock that steps back does not make the record run backwards', async () => {
  const sessionId = await sessions.createFull();
  const from = sessions.time.now;
  for (const step of [60_000, -3_600_000, 1_000, 0]) {
    sessions.time.now += step;
    await sessions.press(sessionId, 'therapist', { type: 'prompt.offer', promptId: 'feet' });
  }
  sessions.time.now = from;
  const times = (await recordOf(sessionId)).map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(-1)).toBe(from + 60_000);
});
