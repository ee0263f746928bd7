import { PROMPTS } from '@sojourn/shared/session/prompt-library';
import { expect, test } from 'vitest';
import { hourWords } from '../../connection/words.ts';
import { faceOf, orientationWords } from './face-model.ts';

const T0 = Date.UTC(2026, 4, 4, 20, 10);
const NOWHERE = { t0: null, place: null, chaperone: null };

test('[GR6] the orientation says what the record knows, in this browser’s time, and no more', () => {
  expect(orientationWords({ t0: T0, place: 'home', chaperone: 'Sam' })).toBe(
    `You took your medicine at ${hourWords(T0)}. You are at home. Sam is nearby. This will pass.`,
  );
  expect(orientationWords({ t0: T0, place: 'elsewhere', chaperone: null })).toBe(
    `You took your medicine at ${hourWords(T0)}. You are in the place that you chose. This will pass.`,
  );
  // Nobody who took nothing is told that they did, and nobody is promised somebody who is not there.
  expect(orientationWords(NOWHERE)).toBe('You are safe.');
});

test('[GR5] every prompt has a face: as many heard lines as read ones', () => {
  for (const { promptId } of PROMPTS) {
    const face = faceOf({ promptId, words: null }, NOWHERE);
    expect(face?.lines.length).toBeGreaterThan(0);
    expect(face?.said).toHaveLength(face?.lines.length ?? 0);
  }
});

test('[GR6] words that came with the offer are shown as they were written; what is unknown shows nothing', () => {
  const words = { title: 'Own words', lines: ['שלום 🌊'] };
  expect(faceOf({ promptId: 'phrase', words }, NOWHERE)?.lines).toEqual(['שלום 🌊']);
  expect(faceOf({ promptId: 'of-a-newer-build', words: null }, NOWHERE)).toBeNull();
});
