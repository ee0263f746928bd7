import { expect, test } from 'vitest';
import { ALONE_PROMPTS, promptById, PROMPTS } from './prompt-library.ts';
import { PHASES } from './test-session.ts';

test('[GR5] there are at least fifteen prompts, told apart by id, title and line', () => {
  expect(PROMPTS.length).toBeGreaterThanOrEqual(15);
  for (const key of ['promptId', 'title', 'line'] as const) {
    expect(new Set(PROMPTS.map((prompt) => prompt[key])).size).toBe(PROMPTS.length);
  }
});

test('[GR5] every way of grounding is there: what helps one person frightens another', () => {
  const uses = new Set(PROMPTS.map(({ use }) => use));
  expect([...uses].toSorted()).toEqual(['body', 'breath', 'orientation', 'rest', 'sound', 'touch']);
});

test('[GR1] in every open phase the therapist has several at hand', () => {
  for (const phase of [...PHASES.dosing.slice(0, -2), ...PHASES.preparation.slice(0, -2)]) {
    expect([phase, PROMPTS.filter((p) => p.phases.includes(phase)).length > 1]).toEqual([
      phase,
      true,
    ]);
  }
});

test('[GR4] the client’s own set is small, has more than one use, and needs nobody to speak', () => {
  expect(ALONE_PROMPTS.length).toBeGreaterThanOrEqual(4);
  expect(ALONE_PROMPTS.length).toBeLessThanOrEqual(10);
  expect(new Set(ALONE_PROMPTS.map(({ use }) => use)).size).toBeGreaterThan(2);
  for (const { line } of ALONE_PROMPTS) expect(line).not.toMatch(/\b(I|me|my)\b/);
});

test.each(PROMPTS)(
  '[GR5] $promptId is one short line that counts nothing, holds no breath and gives no score',
  ({ line, title }) => {
    expect(line.length).toBeLessThanOrEqual(90);
    expect(line).toMatch(/^[A-Z].*\.$/);
    for (const words of [line, title]) {
      expect(words).not.toMatch(/\d|\n|!|\?/);
      expect(words).not.toMatch(/hold (your|the|a) breath|breath[- ]hold|hold it/i);
      expect(words).not.toMatch(
        /\bcount|\b(seconds?|minutes?|times|again and again|ten|nine|eight|seven|six|four)\b/i,
      );
      expect(words).not.toMatch(
        /\b(must|should|score|well done|correct|try harder|relax|calm down|don.t)\b/i,
      );
    }
  },
);

test('[GR1] a prompt is found by its id, and what is no prompt is not', () => {
  for (const prompt of PROMPTS) expect(promptById(prompt.promptId)).toBe(prompt);
  for (const id of ['', 'constructor', '__proto__', 'toString'])
    expect(promptById(id)).toBeUndefined();
});
