import type { Beat } from '@sojourn/shared/session/pulse';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHeartbeat, type Heartbeat } from './heartbeat.ts';

const FACTS = { visible: true, battery: 0.8, charging: false, sound: true, media: true };
let sent: Beat[];
let heart: Heartbeat;
beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  heart = createHeartbeat({ read: () => FACTS, send: (beat) => sent.push(beat) });
});
afterEach(() => {
  heart.stop();
  vi.useRealTimers();
});
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

test('[PR4] a browser says every five seconds that it is there, and since when nobody touched it', async () => {
  await seconds(5);
  heart.touched();
  await seconds(10);
  expect(sent.map(({ idle }) => idle)).toEqual([5_000, 5_000, 10_000]);
  expect(sent[0]).toMatchObject(FACTS);
});

test('[PR4] what changed is said at once, and within the second where one went out just now', async () => {
  heart.soon();
  expect(sent).toHaveLength(1);
  await seconds(0.3);
  heart.soon();
  heart.soon();
  expect(sent).toHaveLength(1);
  await seconds(0.7);
  expect(sent).toHaveLength(2);
});

test('[PR4] a page whose timers sleep still answers when the server speaks: a hidden phone is not a lost one', async () => {
  await seconds(5);
  expect(sent).toHaveLength(1);
  vi.setSystemTime(Date.now() + 1_500);
  heart.asked();
  expect(sent).toHaveLength(1);
  vi.setSystemTime(Date.now() + 3_000);
  heart.asked();
  expect(sent).toHaveLength(2);
});

test('[PR4] a page that was left says nothing more', async () => {
  heart.soon();
  heart.soon();
  heart.stop();
  await seconds(30);
  expect(sent).toHaveLength(1);
});
