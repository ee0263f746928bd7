import type { AccessEntry, RecordReply } from '@sojourn/shared/http/record-api';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import {
  connect,
  everybodyIn,
  goTo,
  leave,
  openRoom,
  signIn,
  type TestRoom,
} from '../session/test-people.ts';
import { addTherapist, THERAPIST } from '../session/test-sessions.ts';
import { newSealer } from './seal.ts';
import { recompute, signAgain } from './test-record.ts';
import { verifyRecord } from './verify.ts';

let app: TestApp;
let colleague: string;
let room: TestRoom;
beforeAll(async () => {
  app = await startTestApp();
  await addTherapist(app.app.db, 'therapist-2');
  colleague = await signIn(app, 'therapist-2');
});
afterAll(() => app.stop());
beforeEach(async () => {
  room = await openRoom(app, 'preparation');
});

const PARTS = ['record', 'record.json', 'record.csv', 'record.pdf'] as const;
const look = (part: string, cookie = room.cookies.therapist, sessionId = room.sessionId) =>
  app.fetch(`/api/sessions/${sessionId}/${part}`, { cookie });
const shown = async (cookie?: string) =>
  (await (await look('record', cookie)).json()) as RecordReply;
const noted = () =>
  app.app.db
    .selectFrom('access')
    .select(['what', 'therapist_id'])
    .where('session_id', '=', room.sessionId)
    .orderBy('access_id')
    .execute();
async function close() {
  const people = await everybodyIn(app, room);
  await goTo(app, room, 'closed');
  leave(people);
}

test.each(PARTS)(
  '[RC5 CM2] %s is for the session’s own therapist only, and who is refused is shown nothing',
  async (part) => {
    for (const [cookie, status] of [
      ['', 401],
      [room.cookies.client, 401],
      [room.cookies.chaperone, 401],
      [colleague, 404],
    ] as const) {
      const refused = await look(part, cookie);
      expect([cookie, refused.status]).toEqual([cookie, status]);
      expect(await refused.text()).not.toContain('Robin');
    }
    for (const nowhere of ['s_nowhere', '%00', '..%2Fx']) {
      expect((await look(part, room.cookies.therapist, nowhere)).status).toBe(404);
    }
    expect(await noted()).toEqual([]);
    expect((await look(part)).status).toBe(200);
    expect(await noted()).toEqual([{ what: part, therapist_id: THERAPIST.therapistId }]);
  },
);

test('[RC5] every look is in the list that the record’s page shows, the newest first, the one at this page too', async () => {
  const began = Date.now();
  for (const part of PARTS) await look(part);
  const { access } = await shown();
  expect(access.map(({ what }) => what)).toEqual([
    'record',
    'record.pdf',
    'record.csv',
    'record.json',
    'record',
  ]);
  for (const { who, at } of access) {
    expect(who).toBe(THERAPIST.name);
    expect(Math.abs(at - began)).toBeLessThan(60_000);
  }
});

test.each(PARTS)(
  '[RC5] %s: a look that cannot be written down is not a look: nothing is shown',
  async (part) => {
    await sql`alter table access rename to lost`.execute(app.app.db);
    try {
      const refused = await look(part);
      expect(refused.status).toBe(500);
      expect(await refused.text()).not.toMatch(/Robin|session\.created/);
    } finally {
      await sql`alter table lost rename to access`.execute(app.app.db);
    }
    expect(await noted()).toEqual([]);
  },
);

test('[RC5] the live screen of a session that is over is a look, too: written down before it is shown, once a connection', async () => {
  const people = await everybodyIn(app, room);
  await goTo(app, room, 'closed');
  expect(await noted()).toEqual([]);
  leave(people);
  leave({ client: await connect(app, room, 'client') });
  expect(await noted()).toEqual([]);
  const screen = await connect(app, room, 'therapist');
  expect(await noted()).toEqual([{ what: 'record', therapist_id: THERAPIST.therapistId }]);
  leave({ screen });
  await sql`alter table access rename to lost`.execute(app.app.db);
  try {
    await expect(connect(app, room, 'therapist')).rejects.toThrow('unavailable');
  } finally {
    await sql`alter table lost rename to access`.execute(app.app.db);
  }
});

test('[RC5] the database refuses to change, remove or empty what was written down', async () => {
  await look('record');
  for (const statement of [
    sql`update access set what = 'record.pdf'`,
    sql`delete from access`,
    sql`truncate access`,
  ]) {
    await expect(statement.execute(app.app.db)).rejects.toThrow('append-only');
  }
  expect(await noted()).toHaveLength(1);
});

test.each([
  ['record.json', 'application/json; charset=utf-8'],
  ['record.csv', 'text/csv; charset=utf-8'],
  ['record.pdf', 'application/pdf'],
])(
  '[RC1] %s is a file to keep, named by the session’s number, and stays in no cache',
  async (part, type) => {
    await close();
    const { status, headers } = await look(part);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="session-${room.sessionId}.${part.slice('record.'.length)}"`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  },
);

test('[RC1 RC3 RC4] the file of a closed session holds, and is what the page shows', async () => {
  await close();
  const file: unknown = await (await look('record.json')).json();
  expect(verifyRecord(file)).toMatchObject({ holds: true });
  const { record, intact } = await shown();
  expect(record).toEqual(file);
  expect(intact).toBe(true);
});

test('[RC1 RC3 RC4] a session that is still open is exported, too, and its file holds', async () => {
  const file = (await (await look('record.json')).json()) as RecordReply['record'];
  expect(file.events[0]?.event.type).toBe('session.created');
  expect(verifyRecord(file)).toMatchObject({ holds: true, events: file.events.length });
  expect(await shown()).toMatchObject({ intact: true });
});

test('[RC4 RC2] an addendum by the therapist’s screen is in the record, which still holds', async () => {
  const people = await everybodyIn(app, room);
  await goTo(app, room, 'closed');
  const words = 'Called the next day: slept well.';
  const write = { type: 'addendum.write', words } as const;
  for (const role of ['client', 'chaperone'] as const) {
    expect(await people[role].send(write)).toMatchObject({
      ok: false,
      rejection: { code: 'not_allowed' },
    });
  }
  expect(await people.therapist.send(write)).toMatchObject({ ok: true });
  leave(people);
  const { record, intact } = await shown();
  expect(record.events.at(-1)?.event).toEqual({ type: 'addendum.written', words });
  expect(record.seals).toHaveLength(2);
  expect(intact).toBe(true);
});

/** What only who has the database’s own keys can do. */
async function behindOurBack(change: ReturnType<typeof sql>) {
  for (const table of [sql`event`, sql`seal`]) {
    await sql`alter table ${table} disable trigger all`.execute(app.app.db);
  }
  await change.execute(app.app.db);
  await triggersAgain();
}
async function triggersAgain() {
  for (const table of [sql`event`, sql`seal`]) {
    await sql`alter table ${table} enable trigger all`.execute(app.app.db);
  }
}
afterEach(triggersAgain);

test('[RC4] a record that was changed in the database itself is shown as one that does not hold', async () => {
  await close();
  await behindOurBack(
    sql`update event set recorded = replace(recorded, 'Robin', 'Robyn') where stream_id = ${room.sessionId}`,
  );
  expect(await shown()).toMatchObject({ intact: false });
});

test('[RC4 RC3] a record that was written anew in the database, and sealed by a key of somebody else’s, is not shown as intact', async () => {
  await close();
  const { record } = await shown();
  const forged = structuredClone(record);
  for (const { event } of forged.events) {
    if (event.type === 'session.created') event.people.client.name = 'Robyn';
  }
  recompute(forged);
  signAgain(forged, newSealer());
  expect(verifyRecord(forged)).toMatchObject({ holds: true });
  for (const { hash, ...entry } of forged.events) {
    const recorded = JSON.stringify(entry);
    await behindOurBack(
      sql`update event set recorded = ${recorded}, hash = ${hash} where stream_id = ${room.sessionId} and seq = ${entry.seq}`,
    );
  }
  for (const { seq, hash, publicKey, signature } of forged.seals) {
    await behindOurBack(
      sql`update seal set hash = ${hash}, public_key = ${publicKey}, signature = ${signature} where session_id = ${room.sessionId} and seq = ${seq}`,
    );
  }
  const page = await shown();
  expect(page.record).toEqual(forged);
  expect(page.intact).toBe(false);
});

test('[RC5] every look at a client’s record is written down before it is shown, and can be read', async () => {
  const clientId = (await shown()).record.events[0]?.event;
  const id = clientId?.type === 'session.created' ? clientId.care?.clientId : null;
  const client = (cookie: string, part = '') => app.fetch(`/api/clients/${id}${part}`, { cookie });
  const accessTo = async () =>
    ((await (await client(room.cookies.therapist, '/access')).json()) as { access: AccessEntry[] })
      .access;
  expect((await client('')).status).toBe(401);
  expect((await client(colleague)).status).toBe(404);
  expect((await client(colleague, '/access')).status).toBe(404);
  expect(await accessTo()).toEqual([]);
  expect((await client(room.cookies.therapist)).status).toBe(200);
  expect(await accessTo()).toMatchObject([{ what: 'client', who: THERAPIST.name }]);
  await sql`alter table access rename to lost`.execute(app.app.db);
  const refused = await client(room.cookies.therapist);
  await sql`alter table lost rename to access`.execute(app.app.db);
  expect(refused.status).toBe(500);
  expect(await refused.text()).not.toContain('Juniper Lane');
});
