import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOOR, terms } from './demo/practice.ts';
import { createLogger } from './logger.ts';
import { startTestApp, type TestApp } from './session/test-app.ts';
import { addClient } from './session/test-sessions.ts';
import { everybodyIn, goTo, leave, openRoom, signIn } from './session/test-people.ts';
import { startFakeLiveKit, type FakeLiveKit } from './media/fake-livekit.ts';

let app: TestApp;
let livekit: FakeLiveKit;
let log = '';
beforeAll(async () => {
  livekit = await startFakeLiveKit();
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  app = await startTestApp({ livekit: livekit.url, logger: createLogger('debug', sink) });
});
afterAll(async () => {
  await app.stop();
  livekit.close();
});

const policy = { licensedStates: ['CO'], preparationSessions: 1, referral: 'Ask.' };
const post = (path: string, body: unknown, cookie = '') =>
  app.fetch(path, { method: 'POST', body, cookie });

test('[CM4] readyz names the database and LiveKit; healthz says that the process is up', async () => {
  expect(await (await app.fetch('/healthz')).json()).toEqual({ status: 'ok' });
  const ready = await app.fetch('/readyz');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({ status: 'ok', database: 'ok', livekit: 'ok' });
});

test('[SC3] pages may not be framed, run foreign script, send their address away or be read from a cache', async () => {
  const { headers } = await app.fetch('/api/me');
  const policy = headers.get('content-security-policy') ?? '';
  for (const part of [
    "default-src 'self'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    livekit.url.replace('http', 'ws'),
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toMatch(/script-src[^;]*unsafe|\*/);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('permissions-policy')).toContain('camera=(self)');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('[SC3] a page of another site cannot write with our cookies', async () => {
  const cookie = await signIn(app);
  const clientId = await addClient(app.app.care, Date.now());
  for (const origin of ['https://evil.test', 'null', `${app.url}.evil.test`]) {
    for (const [method, path] of [
      ['DELETE', '/api/sessions'],
      ['POST', '/api/clients'],
      ['POST', `/api/clients/${clientId}/commands`],
      ['PUT', '/api/practice'],
    ] as const) {
      const refused = await app.fetch(path, {
        method,
        body: { policy },
        cookie,
        headers: { origin },
      });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ code: 'not_allowed' });
    }
  }
  const own = await app.fetch('/api/practice', {
    method: 'PUT',
    body: { policy },
    cookie,
    headers: { origin: app.url },
  });
  expect(own.status).toBe(200);
});

describe('input that is wrong', () => {
  test.each([
    [{}, ['policy']],
    [{ policy: {} }, ['policy.licensedStates', 'policy.preparationSessions', 'policy.referral']],
    [{ policy: { ...policy, referral: 'x'.repeat(20_000) } }, ['policy.referral']],
    [{ policy: { ...policy, licensedStates: ['XX'] } }, ['policy.licensedStates.0']],
    [
      { policy: { ...policy, preparationSessions: 1e15, referral: 7 } },
      ['policy.preparationSessions', 'policy.referral'],
    ],
    [[], ['body']],
  ])('[CM3] every fault of %j at once, each at its field, in words', async (body, fields) => {
    const refused = await app.fetch('/api/practice', {
      method: 'PUT',
      body,
      cookie: await signIn(app),
    });
    expect(refused.status).toBe(400);
    const error = (await refused.json()) as {
      code: string;
      message: string;
      fields: Record<string, string>;
    };
    expect(error.code).toBe('invalid');
    expect(Object.keys(error.fields).toSorted()).toEqual(fields.toSorted());
    for (const words of [error.message, ...Object.values(error.fields)]) {
      expect(words).toMatch(/\.$/);
      expect(words).not.toMatch(/Invalid|expected /);
    }
  });

  test('[CM3] what is not JSON, too large, or nowhere, is answered in JSON with words', async () => {
    const cookie = await signIn(app);
    for (const [path, body, status] of [
      ['/api/clients', '{"record":', 400],
      ['/api/clients', JSON.stringify({ record: 'x'.repeat(300_000) }), 413],
      ['/api/clients', 'null', 400],
      ['/api/nowhere', '{}', 404],
      ['/api/sign-in', '{"token":"short"}', 400],
      ['/api/invites/redeem', '{}', 400],
      ['/api/sign-in', undefined, 400],
    ] as const) {
      const refused = await post(path, body, cookie);
      expect([path, refused.status]).toEqual([path, status]);
      expect(await refused.json()).toMatchObject({
        code: expect.any(String) as string,
        message: expect.stringMatching(/\.$/) as string,
      });
    }
  });
});

test('[SC2] a whole session leaves no name, reason, number, link or cookie in the log', async () => {
  log = '';
  const room = await openRoom(app);
  const people = await everybodyIn(app, room);
  await people.client.send({ type: 'alert.raise', kind: 'help', reason: 'Cannot breathe' });
  await people.chaperone.send({ type: 'alert.seen', alertId: 'Someone-typed-this' });
  await people.client.send({ type: 'session.cancel', reason: 'Slept badly' });
  await post('/api/invites/redeem', { token: room.tokens.client });
  leave(people);
  expect(log).toContain('alert.raise');
  for (const secret of [
    'Robin',
    'Sam',
    'Maya',
    'Juniper',
    'breathe',
    'Slept',
    '303 555',
    '3035550',
    'Someone',
    ...Object.values(room.tokens),
    ...Object.values(room.cookies).map((c) => c.split('=')[1] ?? c),
  ]) {
    expect(log).not.toContain(secret);
  }
});

test('[SC2] clients, their care and their records leave no name, address, finding, order or note in the log, also when something fails', async () => {
  log = '';
  const room = await openRoom(app, 'preparation');
  const { therapist: cookie } = room.cookies;
  const people = await everybodyIn(app, room);
  await people.therapist.send({ type: 'note.write', words: 'Tears at the window' });
  await goTo(app, room, 'closed');
  await people.therapist.send({ type: 'addendum.write', words: 'Slept like a stone' });
  leave(people);
  const registered = await post('/api/clients', { commandId: randomUUID(), record: NOOR }, cookie);
  const { clientId } = (await registered.json()) as { clientId: string };
  const press = (command: unknown) =>
    post(`/api/clients/${clientId}/commands`, { commandId: randomUUID(), command }, cookie);
  await press({ type: 'order.write', replaces: null, terms: terms(Date.now()) });
  await press({ type: 'course.stop', reason: 'Moved to Boulder' });
  await press({ type: 'order.withdraw', orderId: 'Adaeze', reason: 'Heart findings' });
  const policy = { ...DEFAULT_POLICY, referral: 'Ask Doctor Quill' };
  await app.fetch('/api/practice', { method: 'PUT', body: { policy }, cookie });
  const paths = [
    '/api/clients',
    `/api/clients/${clientId}`,
    ...['', '.json', '.csv', '.pdf'].map((as) => `/api/sessions/${room.sessionId}/record${as}`),
  ];
  for (const path of paths) expect((await app.fetch(path, { cookie })).status).toBe(200);
  await sql`alter table access rename to lost`.execute(app.app.db);
  for (const path of paths.slice(1)) expect((await app.fetch(path, { cookie })).status).toBe(500);
  await sql`alter table lost rename to access`.execute(app.app.db);
  expect(log).toContain('"command":"addendum.write"');
  expect(log).toContain('"route":"/api/clients/:clientId"');
  expect(log).toContain('"route":"/api/sessions/:sessionId/record.pdf"');
  for (const secret of [
    ...Object.values(NOOR).flatMap((value) => (typeof value === 'string' ? value : [])),
    ...Object.values(NOOR.home ?? {}).filter((value) => value !== 'CO'),
    ...'Idris Lena Robin Maya Juniper Adaeze Okafor ketamine'.split(' '),
    ...'Tears stone Boulder Heart Quill'.split(' '),
    '555 01',
    cookie.split('=')[1] ?? cookie,
  ]) {
    expect(log).not.toContain(secret);
  }
});
