import type { PaceSignal } from '@sojourn/shared/session/pace';
import { expect, test } from 'vitest';
import { paceNote } from './pace-note-model.ts';

const NOW = 1_000_000;
const signal = (change: Partial<PaceSignal> = {}): PaceSignal => ({
  signalId: 's1',
  kind: 'stay',
  at: NOW - 30_000,
  times: 1,
  lastAt: NOW - 30_000,
  answeredAt: null,
  ...change,
});
const note = (change: Partial<Parameters<typeof paceNote>[0]> = {}) =>
  paceNote({
    pace: [],
    pending: [],
    connected: true,
    therapist: 'Maya',
    keptAt: null,
    now: NOW,
    unsent: null,
    ...change,
  });
const pending = [
  {
    commandId: 'c1',
    command: { type: 'pace.signal' as const, kind: 'stay' as const },
    pressedAt: NOW,
    refused: false,
  },
];

test('[GR11] what was kept is said to stay, for a while, and not over what was said since', () => {
  const kept = { keptAt: NOW - 10_000 };
  expect(note(kept)).toBe('It stays as long as you like.');
  expect(note({ ...kept, pace: [signal()] })).toBe('It stays as long as you like.');
  expect(note({ ...kept, pace: [signal({ lastAt: NOW - 5_000 })] })).toBe('Maya has your message.');
  expect(note({ ...kept, now: NOW + 60_000 })).toBeNull();
});

test('[GR11] a client who said nothing reads nothing', () => {
  expect(note()).toBeNull();
});

test('[GR11] that it is there, that it was seen, and by whom; later the line is quiet again', () => {
  expect(note({ pace: [signal()] })).toBe('Maya has your message.');
  const answered = [signal({ answeredAt: NOW - 10_000 })];
  expect(note({ pace: answered })).toBe('Maya is with you.');
  expect(note({ pace: answered, now: NOW + 120_000 })).toBeNull();
});

test('[GR11] pressed without a line: kept and said so; given up: said so, with Help as the way', () => {
  expect(note({ pending, connected: false })).toContain('goes out when the line is back');
  expect(note({ unsent: 'stay' })).toContain('was not sent');
  expect(note({ unsent: 'stay' })).toContain('press Help');
  // With a line it is on its way, and nothing is claimed of it.
  expect(note({ pending })).toBeNull();
});
