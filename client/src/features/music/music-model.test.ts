import { LOUDEST } from '@sojourn/shared/session/music';
import { expect, test } from 'vitest';
import { gainOf, mayBeMusic, nextSong, troubleWords, volumeOf } from './music-model.ts';

test('[MU5] what is no music is told by its kind or, where a browser knows none, by its name', () => {
  for (const file of [
    { name: 'sea.mp3', type: 'audio/mpeg' },
    { name: 'sea', type: 'audio/ogg' },
    { name: 'SEA.FLAC', type: '' },
    { name: 'sea.ogg', type: 'application/ogg' },
  ]) {
    expect([file, mayBeMusic(file)]).toEqual([file, true]);
  }
  for (const file of [
    { name: 'sea.pdf', type: 'application/pdf' },
    { name: 'sea.jpg', type: 'image/jpeg' },
    { name: 'mp3', type: '' },
    { name: 'sea.mp3', type: 'text/plain' },
  ]) {
    expect([file, mayBeMusic(file)]).toEqual([file, false]);
  }
});

test('[MU5] a file that does not play is passed over, and when none plays it ends', () => {
  expect(nextSong(3, 2, 0)).toBe(0);
  expect(nextSong(1, 0, 0)).toBe(0);
  expect(nextSong(3, 0, 2)).toBe(1);
  expect(nextSong(3, 0, 3)).toBeNull();
  expect(nextSong(0, 0, 0)).toBeNull();
});

test('[MU5] every trouble is one plain sentence that names the file', () => {
  for (const what of ['not_music', 'damaged', 'no_room', 'not_kept'] as const) {
    expect(troubleWords({ what, name: 'sea.mp3' })).toContain('“sea.mp3”');
  }
});

test('[MU3] each step of the volume is louder than the one before, and none is silent or above full', () => {
  const gains = Array.from({ length: LOUDEST }, (_, index) => gainOf(index + 1));
  expect(gains).toEqual(gains.toSorted((a, b) => a - b));
  expect(new Set(gains).size).toBe(LOUDEST);
  expect(gains[0]).toBeGreaterThan(0);
  expect(gains.at(-1)).toBe(1);
  expect([0, 9, 2.4].map(volumeOf)).toEqual([1, LOUDEST, 2]);
});
