import { randomUUID } from 'node:crypto';
import type { GuestRole } from '@sojourn/shared/session/role';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readSession } from '../session/store.ts';
import { startTestSessions, type TestSessions } from '../session/test-sessions.ts';
import { issueInvite, revokeInvites } from './invites.ts';
import { redeemInvite } from './redeem.ts';
import { placeCookie } from './cookies.ts';
import { resolveViewer } from './viewer.ts';

const DAY = 24 * 3_600_000;
let sessions: TestSessions;
let sessionId: string;
beforeAll(async () => {
  sessions = await startTestSessions();
});
afterAll(() => sessions.stop());
beforeEach(async () => {
  sessionId = await sessions.create();
});

const now = () => sessions.time.now;
async function invite(role: GuestRole = 'client'): Promise<string> {
  const { url } = await issueInvite(sessions.db, sessionId, role, 'https://sojourn.test', now());
  return new URL(url).hash.slice(1);
}

/** A browser: keeps the cookie that it is given. */
function browser(role: GuestRole = 'client') {
  let secret: string | undefined;
  return {
    async open(token: string, asks = false) {
      const asking = { token, asks, cookieFor: () => secret };
      const redeemed = await redeemInvite(sessions.writer, asking);
      if (!redeemed.ok) return redeemed.error;
      secret = redeemed.value.secret ?? secret;
      return redeemed.value.outcome;
    },
    async holdsPlace() {
      const header = `${placeCookie(sessionId, role)}=${secret}`;
      return (await resolveViewer(sessions.db, header, { sessionId, as: role }, now())) !== null;
    },
  };
}
const requests = async () => (await readSession(sessions.db, sessionId))?.devices ?? [];
const answer = async (type: 'device.allow' | 'device.refuse') => {
  const requestId = (await requests()).at(-1)?.requestId ?? '';
  expect(await sessions.press(sessionId, 'therapist', { type, requestId })).toMatchObject({
    ok: true,
  });
};

test('[IN2] two browsers with one fresh link at once: one comes in, the other does not', async () => {
  for (let round = 0; round < 5; round += 1) {
    const token = await invite();
    const outcomes = await Promise.all([browser(), browser(), browser()].map((b) => b.open(token)));
    expect(outcomes.toSorted()).toEqual(['joined', 'used', 'used']);
  }
});

test('[IN2] a link that was never given out, or is cut short, opens nothing', async () => {
  await invite();
  expect(await browser().open('A'.repeat(43))).toBe('unknown');
});

test('[IN2] a link expires when nobody used it, and a used one still serves its own browser', async () => {
  const [late, used] = [await invite('chaperone'), await invite('client')];
  const mine = browser();
  expect(await mine.open(used)).toBe('joined');
  sessions.time.now += 14 * DAY;
  expect(await browser('chaperone').open(late)).toBe('expired');
  sessions.time.now -= 14 * DAY - 1_000;
  expect(await mine.open(used)).toBe('joined');
  sessions.time.now -= 1_000;
});

test('[IN2] a withdrawn link opens nothing, used or not', async () => {
  const [first, second] = [await invite('client'), await invite('chaperone')];
  await browser().open(first);
  await revokeInvites(sessions.db, sessionId, 'client', now());
  await revokeInvites(sessions.db, sessionId, 'chaperone', now());
  expect(await browser().open(first)).toBe('revoked');
  expect(await browser('chaperone').open(second)).toBe('revoked');
});

test('[IN2] a new link ends the unused ones before it, of this role only', async () => {
  const [old, chaperones] = [await invite('client'), await invite('chaperone')];
  const fresh = await invite('client');
  expect(await browser().open(old)).toBe('revoked');
  expect(await browser().open(fresh)).toBe('joined');
  expect(await browser('chaperone').open(chaperones)).toBe('joined');
});

test('[IN2] of links that were asked for at once, as by a double press, only one opens', async () => {
  const tokens = await Promise.all([1, 2, 3, 4].map(() => invite()));
  const outcomes: string[] = [];
  for (const token of tokens) outcomes.push(await browser().open(token));
  expect(outcomes.toSorted()).toEqual(['joined', 'revoked', 'revoked', 'revoked']);
});

test('[LO2] the same browser with its used link keeps the place: after a reload, as often as it likes', async () => {
  const token = await invite();
  const mine = browser();
  for (let time = 0; time < 3; time += 1) expect(await mine.open(token)).toBe('joined');
  expect(await mine.holdsPlace()).toBe(true);
  expect(await requests()).toEqual([]);
});

test('[IN4 IN3] a second device reads that the link is used, may ask, waits, and comes in when the therapist lets it', async () => {
  const token = await invite('chaperone');
  const [first, second] = [browser('chaperone'), browser('chaperone')];
  await first.open(token);
  expect(await second.open(token)).toBe('used');
  expect(await requests()).toEqual([]);
  expect(await second.open(token, true)).toBe('asking');
  expect(await second.open(token)).toBe('asking');
  expect(await requests()).toMatchObject([{ role: 'chaperone', answer: null }]);
  expect(await second.holdsPlace()).toBe(false);
  await answer('device.allow');
  expect(await second.open(token)).toBe('joined');
  expect(await Promise.all([first.holdsPlace(), second.holdsPlace()])).toEqual([false, true]);
  expect(await first.open(token)).toBe('used');
});

/** The alarm drill, heard on the phone that is connected now. */
async function hearDrill(): Promise<void> {
  const drillId = randomUUID();
  await sessions.press(sessionId, 'therapist', { type: 'drill.start' }, drillId);
  await sessions.press(sessionId, 'chaperone', { type: 'drill.answer', drillId, heard: true });
}
const drill = async () => (await readSession(sessions.db, sessionId))?.drill?.state ?? null;

/** A chaperone in the room, and a second phone that has asked and was let in, but has not come yet. */
async function secondPhoneAllowed() {
  const token = await invite('chaperone');
  const [first, second] = [browser('chaperone'), browser('chaperone')];
  await first.open(token);
  await sessions.fill(sessionId);
  await second.open(token, true);
  await answer('device.allow');
  return { token, first, second };
}

test('[GD3 IN4] a drill that the phone before it heard is void when another takes its place', async () => {
  const { token, second } = await secondPhoneAllowed();
  await hearDrill();
  expect(await drill()).toBe('passed');
  expect(await second.open(token)).toBe('joined');
  expect(await drill()).toBeNull();
});

test('[IN4] a phone that was let in and does not come within two minutes asks again', async () => {
  const { token, first, second } = await secondPhoneAllowed();
  sessions.time.now += 120_001;
  expect(await second.open(token)).toBe('used');
  expect(await Promise.all([first.holdsPlace(), second.holdsPlace()])).toEqual([true, false]);
  expect(await second.open(token, true)).toBe('asking');
  await answer('device.allow');
  expect(await second.open(token)).toBe('joined');
});

test('[LO5] a new link in other hands: what the holder of the one before answered is not theirs', async () => {
  const [stranger, client] = [browser(), browser()];
  await stranger.open(await invite());
  await sessions.press(sessionId, 'client', { type: 'intention.write', words: 'Not mine' });
  const phone = { type: 'lobby.enter', name: 'Stranger', phone: '+1 900 555 0100' } as const;
  await sessions.press(sessionId, 'client', phone);
  const known = async () => {
    const state = await readSession(sessions.db, sessionId);
    return [state?.papers.intention, state?.people.client.phone];
  };
  expect(await known()).toEqual(['Not mine', '+1 900 555 0100']);
  expect(await client.open(await invite())).toBe('joined');
  expect(await known()).toEqual([null, '+1 303 555 0111']);
});

test('[IN4] a device that the therapist refused does not come in by trying again', async () => {
  const token = await invite();
  const [first, second] = [browser(), browser()];
  await first.open(token);
  await second.open(token, true);
  await answer('device.refuse');
  for (const asks of [false, true]) expect(await second.open(token, asks)).toBe('refused');
  expect(await Promise.all([first.holdsPlace(), second.holdsPlace()])).toEqual([true, false]);
});

test('[IN4] a device that was refused, and is sent a link of its own afterwards, asks anew', async () => {
  const [first, second] = [browser('chaperone'), browser('chaperone')];
  const token = await invite('chaperone');
  await first.open(token);
  await sessions.fill(sessionId);
  await second.open(token, true);
  await answer('device.refuse');
  expect(await second.open(await invite('chaperone'))).toBe('asking');
  expect(await requests()).toMatchObject([{ answer: 'refused' }, { answer: null }]);
  await answer('device.allow');
  expect(await second.open(token)).toBe('joined');
});

test('[IN4 ES6] with a used link at most twenty browsers can ask; the next reads why, and a new link from the therapist still serves', async () => {
  const token = await invite();
  await browser().open(token);
  const asked = await Promise.all(Array.from({ length: 30 }, () => browser().open(token, true)));
  expect(asked.filter((outcome) => outcome === 'asking')).toHaveLength(20);
  expect(asked.filter((outcome) => outcome === 'crowded')).toHaveLength(10);
  const places = await sessions.db
    .selectFrom('place')
    .select('request_id')
    .where('session_id', '=', sessionId)
    .execute();
  expect(places).toHaveLength(21);
  expect(await browser().open(await invite())).toBe('joined');
});

test('[AL1] a link that is redeemed without end takes one connection of the database, not all', async () => {
  const token = await invite();
  await browser().open(token);
  const { opened } = await sessions.db.transaction().execute(async (trx) => {
    await trx.selectFrom('invite').selectAll().forUpdate().execute();
    const opened = Array.from({ length: 40 }, () => browser().open(token));
    expect(await readSession(sessions.db, sessionId)).not.toBeNull();
    return { opened };
  });
  expect(new Set(await Promise.all(opened))).toEqual(new Set(['used']));
});

test('[IN3] a fresh link moves the place to the browser that uses it: the lost phone is out', async () => {
  const lost = browser();
  await lost.open(await invite());
  const found = browser();
  expect(await found.open(await invite())).toBe('joined');
  expect(await Promise.all([lost.holdsPlace(), found.holdsPlace()])).toEqual([false, true]);
});

test('[IN3] the database itself refuses a second browser in one place', async () => {
  await browser().open(await invite());
  const second = sessions.db.insertInto('place').values({
    secret_hash: 'x',
    session_id: sessionId,
    role: 'client',
    request_id: 'x',
    held_since: 1,
    ended_at: null,
    created_at: 1,
    expires_at: Number.MAX_SAFE_INTEGER,
  });
  await expect(second.execute()).rejects.toThrow('place_held');
});

test('[IN1] a link holds 256 random bits in its fragment, and neither it nor a cookie is kept as it is', async () => {
  const { url } = await issueInvite(
    sessions.db,
    sessionId,
    'client',
    'https://sojourn.test',
    now(),
  );
  const { pathname, search, hash } = new URL(url);
  expect([pathname, search]).toEqual(['/join', '']);
  const token = hash.slice(1);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  const asking = { token, asks: false, cookieFor: () => undefined };
  const redeemed = await redeemInvite(sessions.writer, asking);
  const secret = redeemed.ok ? redeemed.value.secret : null;
  expect(Buffer.from(secret ?? '', 'base64url')).toHaveLength(32);
  const kept = JSON.stringify([
    await sessions.db.selectFrom('invite').selectAll().execute(),
    await sessions.db.selectFrom('place').selectAll().execute(),
  ]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(secret);
});
