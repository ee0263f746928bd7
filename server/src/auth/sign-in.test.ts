import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addTherapist,
  startTestSessions,
  THERAPIST,
  type TestSessions,
} from '../session/test-sessions.ts';
import { placeCookie, setCookie, SIGN_IN_LIFE, THERAPIST_COOKIE } from './cookies.ts';
import { addPlace, holdPlace } from './places.ts';
import { createSignInLink, endSignIn, redeemSignInLink, therapistOf } from './sign-in.ts';
import { resolveViewer } from './viewer.ts';

const DAY = 24 * 3_600_000;
let sessions: TestSessions;
beforeAll(async () => {
  sessions = await startTestSessions();
  await addTherapist(sessions.db, 'therapist-2');
});
afterAll(() => sessions.stop());

async function link(therapistId = THERAPIST.therapistId): Promise<string> {
  const url = await createSignInLink(
    sessions.db,
    therapistId,
    'https://sojourn.test',
    sessions.time.now,
    '/sessions/s?x=1#y',
  );
  return new URL(url).hash.slice(1);
}
const use = (token: string, at = sessions.time.now) => redeemSignInLink(sessions.db, token, at);
const who = (secret: string | null | undefined, at = sessions.time.now) =>
  therapistOf(sessions.db, secret ?? undefined, at);

test('[IN1 IN2] a sign-in link works once, also when used three times at the same moment', async () => {
  const token = await link();
  const secrets = await Promise.all([use(token), use(token), use(token)]);
  expect(secrets.filter((secret) => secret !== null)).toHaveLength(1);
  expect(await use(token)).toBeNull();
  expect(await who(secrets.find((secret) => secret !== null))).toEqual(THERAPIST);
});

test('[IN2] a sign-in link expires after a day, and an unknown one opens nothing', async () => {
  const token = await link();
  expect(await use(token, sessions.time.now + DAY)).toBeNull();
  expect(await use('A'.repeat(43))).toBeNull();
});

test('[IN1] a sign-in link travels in the fragment, names where to land, and is kept only as a hash', async () => {
  const url = new URL(
    await createSignInLink(
      sessions.db,
      THERAPIST.therapistId,
      'https://sojourn.test',
      sessions.time.now,
      '/sessions/s_1',
    ),
  );
  expect([url.pathname, url.searchParams.get('to')]).toEqual(['/sign-in', '/sessions/s_1']);
  const token = url.hash.slice(1);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const secret = (await use(token)) ?? '';
  const kept = JSON.stringify([
    await sessions.db.selectFrom('sign_in_link').selectAll().execute(),
    await sessions.db.selectFrom('sign_in').selectAll().execute(),
  ]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(secret);
});

test('[IN2] signing out, and the end of a working day, end what the cookie opens', async () => {
  const secret = (await use(await link())) ?? '';
  expect(await who(secret, sessions.time.now + SIGN_IN_LIFE)).toBeNull();
  // Each use carries it on: nobody is signed out in the middle of a session.
  expect(await who(secret, sessions.time.now + SIGN_IN_LIFE - 1)).not.toBeNull();
  expect(await who(secret, sessions.time.now + SIGN_IN_LIFE + 1)).not.toBeNull();
  await endSignIn(sessions.db, secret, sessions.time.now);
  expect(await who(secret)).toBeNull();
  for (const nothing of [undefined, '', 'A'.repeat(43)]) expect(await who(nothing)).toBeNull();
});

describe('who a browser is, by its cookie', () => {
  async function held(
    sessionId: string,
    role: 'client' | 'chaperone',
    hold = true,
  ): Promise<string> {
    const { secret, place } = await addPlace(sessions.db, sessionId, role, sessions.time.now);
    if (hold) await holdPlace(sessions.db, place, sessionId, role, sessions.time.now);
    return secret;
  }
  const viewer = (
    header: string | undefined,
    sessionId: string,
    as: 'therapist' | 'client' | 'chaperone',
    at = sessions.time.now,
  ) => resolveViewer(sessions.db, header, { sessionId, as }, at);

  test('[CM2] a guest is who the cookie says, and neither another role nor in another session', async () => {
    const [mine, other] = [await sessions.create(), await sessions.create()];
    const secret = await held(mine, 'client');
    const own = `${placeCookie(mine, 'client')}=${secret}`;
    expect(await viewer(own, mine, 'client')).toMatchObject({ sessionId: mine, role: 'client' });
    for (const name of [
      placeCookie(mine, 'client'),
      placeCookie(mine, 'chaperone'),
      placeCookie(other, 'client'),
      THERAPIST_COOKIE,
    ]) {
      const forged = `${own}; ${name}=${secret}`;
      expect(await viewer(forged, mine, 'chaperone')).toBeNull();
      expect(await viewer(forged, mine, 'therapist')).toBeNull();
      expect(await viewer(forged, other, 'client')).toBeNull();
    }
    expect(await viewer(undefined, mine, 'client')).toBeNull();
    expect(await viewer(`${placeCookie(mine, 'client')}=`, mine, 'client')).toBeNull();
  });

  test('[IN4 CM2] a browser that only asks for the place is nobody yet', async () => {
    const sessionId = await sessions.create();
    const secret = await held(sessionId, 'client', false);
    expect(
      await viewer(`${placeCookie(sessionId, 'client')}=${secret}`, sessionId, 'client'),
    ).toBeNull();
  });

  test('[IN2 LO2] a place that was taken weeks before the session is still there on the day, and ends after a month', async () => {
    const sessionId = await sessions.create();
    const header = `${placeCookie(sessionId, 'chaperone')}=${await held(sessionId, 'chaperone')}`;
    expect(
      await viewer(header, sessionId, 'chaperone', sessions.time.now + 29 * DAY),
    ).not.toBeNull();
    expect(await viewer(header, sessionId, 'chaperone', sessions.time.now + 30 * DAY)).toBeNull();
  });

  test('[CM2 SC1] a therapist sees their own sessions and nobody else’s', async () => {
    const sessionId = await sessions.create();
    const [own, colleague] = [await use(await link()), await use(await link('therapist-2'))];
    expect(await viewer(`${THERAPIST_COOKIE}=${own}`, sessionId, 'therapist')).toMatchObject({
      role: 'therapist',
    });
    expect(await viewer(`${THERAPIST_COOKIE}=${colleague}`, sessionId, 'therapist')).toBeNull();
    expect(await viewer(`${THERAPIST_COOKIE}=${own}`, sessionId, 'client')).toBeNull();
  });
});

test('[IN5] cookies are HttpOnly, SameSite=Strict and for the whole site; Secure over https, which localhost has not', () => {
  const plain = setCookie('a', 'b', 60_000, 'http://localhost:3000');
  expect(plain.split('; ').toSorted()).toEqual([
    'HttpOnly',
    'Max-Age=60',
    'Path=/',
    'SameSite=Strict',
    'a=b',
  ]);
  expect(setCookie('a', 'b', 60_000, 'https://sojourn.test').split('; ')).toContain('Secure');
  expect(setCookie('a', '', 0, 'https://sojourn.test')).toContain('Max-Age=0');
});
