import type { SystemCommand } from '@sojourn/shared/session/command';
import { reject } from '@sojourn/shared/rejection';
import { err, ok } from '@sojourn/shared/result';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../logger.ts';
import { createPulses, type Pulses } from './pulses.ts';

const who = { sessionId: 's-1', role: 'client', connectionId: 'c-1' } as const;
const alive = {
  visible: true,
  battery: null,
  charging: null,
  sound: true,
  idle: 0,
  media: true,
} as const;

let told: SystemCommand[];
let down: boolean;
let pulses: Pulses;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  down = false;
  pulses = createPulses({
    executor: {
      execute: () => Promise.reject(new Error('Nobody presses here')),
      executeSystem(_sessionId, command) {
        if (down) return Promise.resolve(err(reject('unavailable', 'No database')));
        told.push(command);
        return Promise.resolve(ok({ revision: told.length }));
      },
    },
    logger: createLogger('silent'),
    clock: Date.now,
  });
});
afterEach(() => {
  pulses.stop();
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const lost = { type: 'pulse.note', role: 'client', alive: false };
const back = { type: 'pulse.note', role: 'client', alive: true };
const silent = () => told.filter(({ type }) => type === 'pulse.note');

test('[PR4 AL12] a connected browser that is silent for 30 seconds is lost, not before, and is told once', async () => {
  pulses.beat(who, alive);
  await pass(28);
  expect(silent()).toEqual([]);
  await pass(3);
  expect(silent()).toEqual([lost]);
  await pass(60);
  expect(silent()).toEqual([lost]);
  pulses.beat(who, alive);
  await pass(1);
  expect(silent()).toEqual([lost, back]);
});

test('[PR4] a stall of two seconds, again and again for an hour, is nobody’s loss', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    for (const gap of [5, 7, 5, 7, 12, 24]) {
      pulses.beat(who, alive);
      await pass(gap);
    }
  }
  expect(silent()).toEqual([]);
});

test('[PR4 AL12] two tabs speak with one voice: one that sounds and shows is enough, and the record is not told at each beat', async () => {
  const quiet = { ...alive, visible: false, sound: false, media: false, idle: 60_000 };
  for (let beats = 0; beats < 20; beats += 1) {
    pulses.beat(who, alive);
    await pass(2.5);
    expect(pulses.beat({ ...who, connectionId: 'c-2' }, quiet)).toEqual({ ...alive, idle: 0 });
    await pass(2.5);
  }
  expect(told).toEqual([
    { type: 'sound.note', role: 'client', on: true },
    { type: 'media.note', role: 'client', there: true },
  ]);
  // The tab that sounded is frozen: what it said is not true any more.
  for (let beats = 0; beats < 8; beats += 1) {
    pulses.beat({ ...who, connectionId: 'c-2' }, quiet);
    await pass(5);
  }
  expect(told).toContainEqual({ type: 'sound.note', role: 'client', on: false });
  expect(told).toContainEqual({ type: 'media.note', role: 'client', there: false });
});

test('[PR4] a second tab keeps the person alive, and a closed one says nothing more', async () => {
  pulses.beat(who, alive);
  pulses.beat({ ...who, connectionId: 'c-2' }, alive);
  pulses.gone(who);
  for (let i = 0; i < 8; i += 1) {
    await pass(5);
    pulses.beat({ ...who, connectionId: 'c-2' }, alive);
  }
  expect(silent()).toEqual([]);
  pulses.gone({ ...who, connectionId: 'c-2' });
  await pass(120);
  expect(silent()).toEqual([]);
});

test('[AL12] media that is away is told after its grace; what comes and goes within it is not', async () => {
  const media = () => told.filter(({ type }) => type === 'media.note');
  pulses.beat(who, alive);
  pulses.beat(who, { ...alive, media: false });
  await pass(3);
  pulses.beat(who, alive);
  await pass(5);
  const there = { type: 'media.note', role: 'client', there: true };
  expect(media()).toEqual([there]);
  for (let i = 0; i < 3; i += 1) {
    pulses.beat(who, { ...alive, media: false });
    await pass(5);
  }
  expect(media()).toEqual([there, { ...there, there: false }]);
  pulses.beat(who, alive);
  await pass(1);
  expect(media().at(-1)).toEqual(there);
});

test('[AL12] who comes back on a new connection without a picture is not said to be seen, and is once they are', async () => {
  const media = () => told.filter(({ type }) => type === 'media.note');
  pulses.beat(who, { ...alive, media: false });
  await pass(4);
  expect(media()).toEqual([]);
  pulses.beat(who, { ...alive, media: null });
  await pass(4);
  expect(media()).toEqual([]);
  pulses.beat(who, alive);
  await pass(1);
  expect(media()).toEqual([{ type: 'media.note', role: 'client', there: true }]);
});

test('[PR4] what could not be recorded is told as soon as it can', async () => {
  down = true;
  pulses.beat(who, { ...alive, sound: false });
  await pass(3);
  expect(told).toEqual([]);
  down = false;
  await pass(1);
  expect(told).toEqual([
    { type: 'sound.note', role: 'client', on: false },
    { type: 'media.note', role: 'client', there: true },
  ]);
});
