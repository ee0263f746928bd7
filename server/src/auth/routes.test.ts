import { afterAll, beforeAll, expect, test } from 'vitest';
import { SIGN_IN_LIFE } from './cookies.ts';
import { createSignInLink } from './sign-in.ts';
import { startTestApp, type TestApp } from '../session/test-app.ts';
import { addClient, THERAPIST } from '../session/test-sessions.ts';
import { openRoom, schedule, signIn } from '../session/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const post = (path: string, body: unknown, cookie = '') =>
  app.fetch(path, { method: 'POST', body, cookie });

test('[IN2 IN5] a used or unknown link is refused in words; a good one sets a strict cookie', async () => {
  const room = await openRoom(app);
  const unknown = await post('/api/invites/redeem', { token: 'A'.repeat(43) });
  expect(unknown.status).toBe(410);
  expect(await unknown.json()).toMatchObject({
    code: 'unknown',
    message: expect.stringContaining('ask your therapist') as string,
  });
  expect((await post('/api/sign-in', { token: 'A'.repeat(43) })).status).toBe(410);
  const issued = await post(
    `/api/sessions/${room.sessionId}/invites`,
    { role: 'client' },
    room.cookies.therapist,
  );
  const { url } = (await issued.json()) as { url: string };
  const redeemed = await post('/api/invites/redeem', { token: url.split('#')[1] });
  expect(redeemed.headers.getSetCookie()[0]).toMatch(
    /^sojourn_client_s_[\w-]+=[\w-]{43}; .*HttpOnly; SameSite=Strict/,
  );
});

test('[IN5] the cookie of a sign-in outlives the working day: use carries it on, and nobody is signed out in a session', async () => {
  const link = await createSignInLink(app.app.db, THERAPIST.therapistId, app.url, Date.now());
  const signedIn = await post('/api/sign-in', { token: new URL(link).hash.slice(1) });
  const maxAge = /Max-Age=(\d+)/.exec(signedIn.headers.getSetCookie()[0] ?? '')?.[1];
  expect(Number(maxAge) * 1_000).toBeGreaterThan(2 * SIGN_IN_LIFE);
});

test('[IN2] the therapist sees where each invite stands, and can withdraw and re-issue it', async () => {
  const cookie = await signIn(app);
  const clientId = await addClient(app.app.care, Date.now());
  const path = `/api/sessions/${await schedule(app, cookie, clientId)}/invites`;
  const states = async () => {
    const { invites } = (await (await app.fetch(path, { cookie })).json()) as {
      invites: { state: string }[];
    };
    return invites.map(({ state }) => state);
  };
  expect(await states()).toEqual(['none', 'none']);
  const issue = async (role: string) =>
    ((await (await post(path, { role }, cookie)).json()) as { url: string }).url;
  const link = await issue('client');
  await issue('chaperone');
  expect(await states()).toEqual(['unused', 'unused']);
  await post('/api/invites/redeem', { token: link.split('#')[1] });
  const withdrawn = await app.fetch(path, {
    method: 'DELETE',
    body: { role: 'chaperone' },
    cookie,
  });
  expect(withdrawn.status).toBe(204);
  expect(await states()).toEqual(['used', 'revoked']);
  expect((await post(path, { role: 'chaperone' }, cookie)).status).toBe(201);
  expect(await states()).toEqual(['used', 'unused']);
});

test('[CM2 SC1] sessions and invites are for their own therapist only; signed out, they are for nobody', async () => {
  const { sessionId, cookies } = await openRoom(app);
  for (const [cookie, status] of [
    ['', 401],
    [cookies.client, 401],
    ['sojourn_therapist=x', 401],
  ] as const) {
    expect((await app.fetch('/api/sessions', { cookie })).status).toBe(status);
    expect((await app.fetch(`/api/sessions/${sessionId}/invites`, { cookie })).status).toBe(status);
  }
  expect(
    (await app.fetch('/api/sessions/s_nowhere/invites', { cookie: cookies.therapist })).status,
  ).toBe(404);
  expect((await app.fetch('/api/sessions/%00/invites', { cookie: cookies.therapist })).status).toBe(
    404,
  );
  expect((await app.fetch('/api/me', { cookie: cookies.therapist })).status).toBe(200);
  await post('/api/sign-out', {}, cookies.therapist);
  expect((await app.fetch('/api/me', { cookie: cookies.therapist })).status).toBe(401);
});
