import { DisconnectReason } from 'livekit-client';
import { expect, it } from 'vitest';
import { lostBy } from './livekit-room.ts';

it('every reason to be disconnected leads back in, but for another device', () => {
  const livekit = { DisconnectReason } as Parameters<typeof lostBy>[0];
  const reasons = Object.values(DisconnectReason).filter((r) => typeof r === 'number');
  const elsewhere = reasons.filter((reason) => lostBy(livekit, reason) === 'elsewhere');
  expect(elsewhere).toEqual([DisconnectReason.DUPLICATE_IDENTITY]);
  for (const reason of [
    DisconnectReason.PARTICIPANT_REMOVED,
    DisconnectReason.ROOM_DELETED,
    DisconnectReason.ROOM_CLOSED,
  ]) {
    expect(lostBy(livekit, reason)).toBe('taken_out');
  }
  expect(lostBy(livekit, DisconnectReason.CLIENT_INITIATED)).toBe('broken');
  expect(lostBy(livekit, undefined)).toBe('broken');
});
