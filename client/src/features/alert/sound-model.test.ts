import { expect, test } from 'vitest';
import { soundState, soundWords } from './sound-model.ts';

test('[PR4 AL8] a phone that may not sound says so before it matters, and says when it lost a sound that it had', () => {
  expect(soundWords(soundState('running'))).toBeNull();
  expect(soundWords(soundState(null))?.title).toBe('This phone cannot sound yet.');
  for (const taken of ['suspended', 'interrupted', 'closed'] as const) {
    expect(soundWords(soundState(taken))?.title).toBe('This phone has lost its sound.');
  }
});
