import { replay, STATE_VERSION } from '@sojourn/shared/session/evolve';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeCookie } from '../auth/cookies.ts';
import { exportRecord } from '../record/export.ts';
import { readRecord } from '../record/stream.ts';
import { verifyRecord } from '../record/verify.ts';
import { readSession } from '../session/store.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { connect, cookieOf, leave, signIn, type TestRoom } from '../session/test-people.ts';
import { migrate } from './migrate.ts';
import { fillOldDatabase, keptIn, OLD } from './test-old-database.ts';

/* A database of the first version, under today's program. */

let app: TestApp;
let kept: Record<string, unknown[]>;
let therapist: string;
beforeAll(async () => {
  app = await startTestApp({
    fill: async (url) => {
      await fillOldDatabase(url, Date.now());
      kept = await keptIn(url);
    },
  });
  therapist = await signIn(app, OLD.therapistId);
});
afterAll(() => app.stop());

const db = () => app.app.db;
const SESSIONS = [OLD.first, OLD.ready, OLD.closed];
const room = (sessionId: string, cookies: Partial<TestRoom['cookies']>): TestRoom => ({
  sessionId,
  cookies: { therapist, client: '', chaperone: '', ...cookies },
  tokens: { client: '', chaperone: '' },
});

test('[ES4] nothing is lost: every event with its exact text and hash, every press, link, place and person', async () => {
  const now = await keptIn(app.databaseUrl);
  for (const [table, rows] of Object.entries(kept)) {
    expect(rows.length).toBeGreaterThan(0);
    expect(now[table]).toEqual(expect.arrayContaining(rows));
  }
});

test.each(SESSIONS)(
  '[ES4 RC4 RC7] the chain of %s holds as before, and its state is replayed from it',
  async (sessionId) => {
    const record = await readRecord<SessionEvent>(db(), sessionId);
    const state = await readSession(db(), sessionId);
    expect(state).toEqual(JSON.parse(JSON.stringify(replay(record))));
    const { state_version } = await db()
      .selectFrom('stream')
      .select('state_version')
      .where('stream_id', '=', sessionId)
      .executeTakeFirstOrThrow();
    expect(state_version).toBe(STATE_VERSION);
    const exported = await exportRecord(db(), app.sealer, sessionId, Date.now());
    expect(verifyRecord(exported)).toMatchObject({ holds: true, events: record.length });
  },
);

test('[RC7] its sessions are listed as they stand, and open ones are open', async () => {
  const { sessions } = (await (await app.fetch('/api/sessions', { cookie: therapist })).json()) as {
    sessions: { id: string; phase: string }[];
  };
  expect(sessions.toSorted((a, b) => a.id.localeCompare(b.id))).toMatchObject([
    { id: OLD.closed, phase: 'closed', kind: 'dosing', clientId: null, clientName: 'Robin' },
    { id: OLD.first, phase: 'arrival', kind: 'dosing', clientId: null },
    { id: OLD.ready, phase: 'ready', kind: 'dosing', clientId: null },
  ]);
  const open = await db()
    .selectFrom('session')
    .select('session_id')
    .where('is_open', '=', true)
    .execute();
  expect(open.map(({ session_id }) => session_id).toSorted()).toEqual([OLD.first, OLD.ready]);
});

test('[LO2 IN2 AL6] who held a place holds it, an unused link still opens, and the open alert is there', async () => {
  const client = `${placeCookie(OLD.ready, 'client')}=${OLD.clientSecret}`;
  const joined = await app.fetch('/api/invites/redeem', {
    method: 'POST',
    body: { token: OLD.chaperoneToken },
  });
  // Sam was let in: another browser waits for the therapist's word.
  expect(await joined.json()).toMatchObject({ outcome: 'asking', sessionId: OLD.ready });
  const chaperone = cookieOf(joined);
  const browsers = {
    therapist: await connect(app, room(OLD.ready, {}), 'therapist'),
    client: await connect(app, room(OLD.ready, { client }), 'client'),
  };
  const view = await browsers.therapist.until(
    (v) => v.screen === 'therapist' && v.devices.length > 0,
  );
  expect(view).toMatchObject({ phase: 'ready', alerts: [{ kind: 'help', state: 'raised' }] });
  const requestId = view.screen === 'therapist' ? (view.devices[0]?.requestId ?? '') : '';
  await browsers.therapist.send({ type: 'device.allow', requestId });
  const allowed = await app.fetch('/api/invites/redeem', {
    method: 'POST',
    body: { token: OLD.chaperoneToken },
    cookie: chaperone,
  });
  expect(await allowed.json()).toMatchObject({ outcome: 'joined' });
  const phone = await connect(app, room(OLD.ready, { chaperone }), 'chaperone');
  expect(phone.views[0]?.view).toMatchObject({ screen: 'chaperone', alerts: [{ kind: 'help' }] });
  leave({ ...browsers, phone });
});

test('[GD1] nobody is dosed on what is not known: an old session lacks clearance, order, consents and record', async () => {
  const { executor } = app.app;
  const press = (sessionId: string, command: Parameters<typeof executor.execute>[0]['command']) =>
    executor.execute({ sessionId, role: 'therapist', commandId: crypto.randomUUID(), command });
  const revision = async (id: string) => (await readSession(db(), id))?.revision ?? 0;
  const start = {
    type: 'dose.start',
    tablets: 1,
    expectedRevision: await revision(OLD.ready),
  } as const;
  const enter = { type: 'phase.advance', to: 'setup', expectedRevision: 1 } as const;
  for (const refused of [await press(OLD.ready, start), await press(OLD.first, enter)]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'guard_unmet' } });
    const missing = refused.ok ? [] : (refused.error.missing ?? []).map(({ guard }) => guard);
    expect(missing).toEqual(expect.arrayContaining(['clearance', 'order', 'consent_kap']));
  }
});

test('[ES2] a press of the time before, sent again, gets the answer that it had', async () => {
  const before = await readSession(db(), OLD.ready);
  const { commandId, revision } = OLD.press;
  const again = await app.app.executor.execute({
    sessionId: OLD.ready,
    role: 'client',
    commandId,
    command: { type: 'alert.raise', kind: 'help' },
  });
  expect(again).toEqual({ ok: true, value: { revision } });
  expect((await readSession(db(), OLD.ready))?.alerts).toEqual(before?.alerts);
});

test('[ES4] under its new names the record is as append-only as before', async () => {
  for (const statement of [
    sql`update event set recorded = '{}' where stream_id = ${OLD.closed}`,
    sql`delete from event where stream_id = ${OLD.closed}`,
    sql`truncate event`,
    sql`truncate stream cascade`,
  ]) {
    await expect(statement.execute(db())).rejects.toThrow('append-only');
  }
});

test('[RC2] a record that was closed then is locked now', async () => {
  const before = await readRecord<SessionEvent>(db(), OLD.closed);
  const { executor } = app.app;
  const connected = { type: 'presence.connect', role: 'therapist', connectionId: 'x' } as const;
  await executor.executeSystem(OLD.closed, connected);
  await executor.executeSystem(OLD.closed, { type: 'presence.reset' });
  expect(await readRecord<SessionEvent>(db(), OLD.closed)).toEqual(before);
});

test('[RC1 RC4] a dosed session of the time before, when no order was known, is read and exported, and holds', async () => {
  const ask = (part: string) =>
    app.fetch(`/api/sessions/${OLD.closed}/${part}`, { cookie: therapist });
  expect(await (await ask('record')).json()).toMatchObject({ intact: true });
  const file: unknown = await (await ask('record.json')).json();
  expect(verifyRecord(file)).toMatchObject({ holds: true });
});

test('[RC7] a second start finds nothing to do', async () => {
  const streams = () =>
    db()
      .selectFrom('stream')
      .selectAll()
      .where('stream_id', 'in', [OLD.first, OLD.closed])
      .orderBy('stream_id')
      .execute();
  const before = await streams();
  await app.restart();
  await migrate(db());
  expect(await streams()).toEqual(before);
});
