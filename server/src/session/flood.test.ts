import { sql } from 'kysely';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../record/stream.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import { connect, leave, openRoom, roomFull, type TestBrowser } from './test-people.ts';

/* One link in bad hands: what it can do to the others. */

let app: TestApp;
const open: TestBrowser[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
afterEach(() => leave(Object.fromEntries(open.splice(0).entries())));

const help = { type: 'alert.raise', kind: 'help' } as const;
const report = { type: 'today.report', took: 'x'.repeat(500) } as const;
const recordOf = (sessionId: string) => readRecord<SessionEvent>(app.app.db, sessionId);

test('[AL1] while one session’s presses all wait for its record, an alert of another goes out', async () => {
  const { people } = await roomFull(app, open);
  const flooded = await openRoom(app);
  const { db, executor } = app.app;
  const { sessionId } = flooded;
  const waiting = await db.transaction().execute(async (trx) => {
    await sql`select 1 from stream where stream_id = ${sessionId} for update`.execute(trx);
    const presses = Array.from({ length: 40 }, () => {
      const commandId = crypto.randomUUID();
      return executor.execute({ sessionId, role: 'client', commandId, command: report });
    });
    expect(await people.client.send(help)).toMatchObject({ ok: true });
    return { presses };
  });
  await Promise.all(waiting.presses);
});

test('[AL1 ES2] a press sent again and again while its record waits is done once, and every sending is answered', async () => {
  const { room, people } = await roomFull(app, open);
  const tab = await connect(app, room, 'client');
  open.push(tab);
  const { db } = app.app;
  const { sessionId } = room;
  const handled = async () => {
    const metrics = await (await app.fetch('/metrics')).text();
    return Number(/sojourn_command_seconds_count\{code="ok"\} (\d+)/.exec(metrics)?.[1] ?? 0);
  };
  const before = await handled();
  const commandId = crypto.randomUUID();
  const waiting = await db.transaction().execute(async (trx) => {
    await sql`select 1 from stream where stream_id = ${sessionId} for update`.execute(trx);
    const sent = [people.client, tab, people.client].map((each) => each.send(help, commandId));
    // They have arrived when what was said after them on the same connections has.
    await Promise.all([people.client, tab].map((each) => each.send({} as never)));
    return { sent };
  });
  const replies = await Promise.all(waiting.sent);
  expect(new Set(replies.map((reply) => reply.ok && reply.revision)).size).toBe(1);
  expect(replies[0]).toMatchObject({ ok: true, commandId });
  expect((await handled()) - before).toBe(1);
});

test('[AL1 ES6] ten tabs of one link press no faster than one, and its Help still goes out', async () => {
  const room = await openRoom(app);
  for (let tab = 0; tab < 8; tab += 1) open.push(await connect(app, room, 'client'));
  const replies = await Promise.all(
    open.flatMap((tab) => Array.from({ length: 20 }, () => tab.send(report))),
  );
  const accepted = replies.filter((reply) => reply.ok).length;
  expect(accepted).toBeGreaterThan(10);
  expect(accepted).toBeLessThan(80);
  const answer = await open[0]?.send(help);
  expect(answer).toMatchObject({ rejection: { code: 'not_admitted' } });
});

test('[AL1] a page that goes on after hundreds of refusals is hung up on, and can come back', async () => {
  const room = await openRoom(app);
  const page = await connect(app, room, 'client');
  open.push(page);
  const presses = Array.from({ length: 500 }, () => page.send(report));
  await Promise.allSettled(presses);
  expect(page.socket.connected).toBe(false);
  open.push(await connect(app, room, 'client'));
});

test('[ES6 PR2] a link that connects without end is let in no faster than a flapping phone, and the record grows no faster', async () => {
  const room = await openRoom(app);
  const before = (await recordOf(room.sessionId)).length;
  const tries = await Promise.allSettled(
    Array.from({ length: 40 }, () => connect(app, room, 'chaperone')),
  );
  const refused = tries.filter(({ status }) => status === 'rejected');
  for (const tried of tries) if (tried.status === 'fulfilled') open.push(tried.value);
  expect(refused.length).toBeGreaterThan(20);
  expect(String(refused[0]?.status === 'rejected' && refused[0].reason)).toContain('unavailable');
  expect((await recordOf(room.sessionId)).length - before).toBeLessThan(20);
});
