import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { startTestApp, type TestApp } from './session/test-app.ts';
import { everybodyIn, leave, openRoom, signIn } from './session/test-people.ts';
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

const wanted = { kind: 'dosing', clientName: 'Robin', scheduledAt: Date.UTC(2026, 4, 4) };
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
  for (const origin of ['https://evil.test', 'null', `${app.url}.evil.test`]) {
    for (const method of ['POST', 'DELETE', 'PUT']) {
      const refused = await app.fetch('/api/sessions', {
        method,
        body: wanted,
        cookie,
        headers: { origin },
      });
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ code: 'not_allowed' });
    }
  }
  const own = await app.fetch('/api/sessions', {
    method: 'POST',
    body: wanted,
    cookie,
    headers: { origin: app.url },
  });
  expect(own.status).toBe(201);
});

describe('input that is wrong', () => {
  test.each([
    [{}, ['kind', 'clientName', 'scheduledAt']],
    [{ ...wanted, clientName: '   ' }, ['clientName']],
    [{ ...wanted, clientName: 'x'.repeat(20_000) }, ['clientName']],
    [{ ...wanted, kind: 'party', scheduledAt: 'soon' }, ['kind', 'scheduledAt']],
    [{ ...wanted, scheduledAt: 1e15, chaperonePhone: 'none' }, ['scheduledAt', 'chaperonePhone']],
    [[], ['body']],
  ])('[CM3] every fault of %j at once, each at its field, in words', async (body, fields) => {
    const refused = await post('/api/sessions', body, await signIn(app));
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
      ['/api/sessions', '{"kind":', 400],
      ['/api/sessions', JSON.stringify({ ...wanted, clientName: 'x'.repeat(40_000) }), 413],
      ['/api/sessions', 'null', 400],
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
    '303',
    'Someone',
    ...Object.values(room.tokens),
    ...Object.values(room.cookies).map((c) => c.split('=')[1] ?? c),
  ]) {
    expect(log).not.toContain(secret);
  }
});
