import type { Phase } from '@sojourn/shared/session/phase';
import type { SessionState } from '@sojourn/shared/session/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { startFakeLiveKit, type FakeLiveKit } from './fake-livekit.ts';
import { createRooms, type Rooms } from './rooms.ts';

let livekit: FakeLiveKit;
let rooms: Rooms;
beforeEach(async () => {
  livekit = await startFakeLiveKit();
  const access = { url: '', apiUrl: livekit.url, apiKey: 'key', apiSecret: 's'.repeat(32) };
  rooms = createRooms(access, createLogger('silent'));
});
afterEach(() => livekit.close());

const person = { connectionIds: ['a'] };
/** As much of a session as rooms look at. */
const sessionIn = (phase: Phase, revision: number) =>
  ({
    sessionId: 's',
    revision,
    phase,
    people: { therapist: person, client: person, chaperone: person },
    rooms: { opening: 'opening', therapy: 'therapy', closing: 'closing' },
  }) as unknown as SessionState;
const openRooms = () => [...livekit.rooms].toSorted();

test('[MD4] each stage has its room and no other: the one before is closed when the phase moves on', async () => {
  for (const [at, [phase, expected]] of (
    [
      ['setup', ['opening']],
      ['ready', ['therapy']],
      ['hold', ['therapy']],
      ['release', ['closing']],
      ['closed', []],
    ] as const
  ).entries()) {
    rooms.follow(sessionIn(phase, at));
    await expect.poll(openRooms).toEqual(expected);
  }
});

test('[MD4] the dosed client keeps the room from Ready to Release: no phase between touches it', async () => {
  rooms.follow(sessionIn('ready', 1));
  await expect.poll(openRooms).toEqual(['therapy']);
  for (const [at, phase] of (
    ['hold', 'onset', 'journey', 'return', 'integration'] as const
  ).entries()) {
    rooms.follow(sessionIn(phase, at + 2));
    await rooms.settle(sessionIn(phase, at + 2));
  }
  expect(livekit.asked.filter((asked) => asked.startsWith('delete'))).toEqual([]);
});

test('[MD4] a slow look at an older state does not close the therapy’s room, nor open the chaperone’s again', async () => {
  livekit.rooms.add('opening');
  const release = livekit.hold('ListRooms');
  const slow = rooms.settle(sessionIn('setup', 1));
  rooms.follow(sessionIn('ready', 2));
  const late = rooms.settle(sessionIn('setup', 1));
  release();
  await Promise.all([slow, late]);
  await expect.poll(openRooms).toEqual(['therapy']);
  expect(livekit.asked).not.toContain('delete therapy');
});

test('[MD4] what failed while LiveKit was away is made good when it is back: the chaperone does not stay in the therapy', async () => {
  livekit.rooms.add('opening');
  livekit.state.away = true;
  rooms.follow(sessionIn('ready', 1));
  await expect(rooms.settle(sessionIn('ready', 1))).rejects.toThrow('away');
  expect(await rooms.reachable()).toBe(false);
  livekit.state.away = false;
  const stop = rooms.watch(() => Promise.resolve([sessionIn('ready', 1)]));
  await expect.poll(openRooms).toEqual(['therapy']);
  stop();
  expect(await rooms.reachable()).toBe(true);
});

test('[MD4 ES6] a session that is over is remembered as long as it is looked after, so that no late look opens its room; then it is forgotten', async () => {
  await rooms.settle(sessionIn('closed', 9));
  const lookAt = async (sessions: SessionState[]) => {
    const looked = new Promise<void>((resolve) => {
      const stop = rooms.watch(() => {
        setImmediate(() => resolve(stop()));
        return Promise.resolve(sessions);
      });
    });
    await looked;
  };
  await lookAt([sessionIn('closed', 9)]);
  await rooms.settle(sessionIn('release', 8));
  expect(openRooms()).toEqual([]);
  await lookAt([]);
  await rooms.settle(sessionIn('release', 8));
  expect(openRooms()).toEqual(['closing']);
});

test('[IN3 LN1] who lost their place to another device is taken out of the line, too', async () => {
  const session = sessionIn('journey', 1);
  const taken = {
    ...session,
    people: { chaperone: { mediaIdentity: 'p' } },
    rooms: { ...session.rooms, line: 'line' },
  } as unknown as SessionState;
  await rooms.evict(taken, 'chaperone');
  expect(livekit.asked).toEqual(['remove p from therapy', 'remove p from line']);
});
