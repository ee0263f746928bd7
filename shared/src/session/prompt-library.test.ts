import { expect, test } from 'vitest';
import { Caution, LINE_MAX, LINES_MAX, Need, PromptKind } from './library/exercise.ts';
import { ALONE_PROMPTS, promptById, PROMPTS } from './prompt-library.ts';
import { PHASES } from './test-session.ts';

test('[GR5] there are at least forty-five prompts, told apart by id, title and words', () => {
  expect(PROMPTS.length).toBeGreaterThanOrEqual(45);
  for (const key of ['promptId', 'title'] as const) {
    expect(new Set(PROMPTS.map((prompt) => prompt[key])).size).toBe(PROMPTS.length);
  }
  const lines = PROMPTS.flatMap((prompt) => prompt.lines);
  expect(new Set(lines).size).toBe(lines.length);
});

test('[GR5] every way of grounding is there: what helps one person frightens another', () => {
  for (const kind of PromptKind.options) {
    expect(PROMPTS.filter((prompt) => prompt.kind === kind).length).toBeGreaterThanOrEqual(5);
  }
});

test('[GR1] in every open phase the therapist has several at hand', () => {
  for (const phase of [...PHASES.dosing.slice(0, -2), ...PHASES.preparation.slice(0, -2)]) {
    expect([phase, PROMPTS.filter((p) => p.phases.includes(phase)).length > 1]).toEqual([
      phase,
      true,
    ]);
  }
});

test('[GR12] for whatever a client may need in the journey there are several prompts', () => {
  for (const need of Need.options) {
    const phase = need === 'coming_back' ? 'return' : 'journey';
    const helpful = PROMPTS.filter((p) => p.helps.includes(need) && p.phases.includes(phase));
    expect([need, helpful.length >= 3]).toEqual([need, true]);
  }
});

test('[GR4] the client’s own set is small, has more than one use, and needs nobody to speak', () => {
  expect(ALONE_PROMPTS.length).toBeGreaterThanOrEqual(4);
  expect(ALONE_PROMPTS.length).toBeLessThanOrEqual(10);
  expect(new Set(ALONE_PROMPTS.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  for (const { lines } of ALONE_PROMPTS) expect(lines.join(' ')).not.toMatch(/\b(I|me|my)\b/);
});

test('[GR4 GR7] whatever a client marked, something is left to open alone', () => {
  for (const caution of Caution.options) {
    const left = ALONE_PROMPTS.filter(({ cautions }) => !cautions.includes(caution));
    expect(left.length).toBeGreaterThanOrEqual(4);
  }
});

test('[GR5] the whole round of the senses is for the way back only', () => {
  const round = promptById('five-four-three');
  expect(round?.phases).toEqual(['return', 'integration']);
  expect(round?.lines).toHaveLength(5);
});

test('[GR7] what leans on the breath, and what goes through the body, is marked as such', () => {
  const breathing = PROMPTS.filter(({ kind, rate }) => kind === 'breath' || rate !== undefined);
  for (const { cautions } of breathing) expect(cautions).toContain('breath_focus');
  const pictures = PROMPTS.filter(({ kind }) => kind === 'place');
  for (const { cautions } of pictures) expect(cautions).toContain('imagery');
  expect(promptById('body-scan')?.cautions).toContain('body_scan');
});

test.each(PROMPTS)(
  '[GR5] $promptId is short lines that hold no breath, count nothing down and give no score',
  ({ promptId, lines, said, title, why, rate }) => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(LINES_MAX);
    expect(why).toMatch(/^[A-Z].{15,}\.$/);
    expect(title.length).toBeLessThanOrEqual(30);
    expect(said?.length ?? lines.length).toBe(lines.length);
    expect(rate === undefined || (rate >= 4 && rate <= 8)).toBe(true);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(LINE_MAX);
      expect(line).toMatch(/^[A-Z].*\.$/);
    }
    for (const words of [...lines, ...(said ?? []), title]) {
      expect(words).not.toMatch(/\d|\n|!|\?/);
      expect(words).not.toMatch(/hold (your|the|a) breath|breath[- ]hold|hold it/i);
      expect(words).not.toMatch(
        /\b(must|should|score|well done|correct|try harder|relax|calm down|don.t)\b/i,
      );
      // The round of the senses names how many; it goes on by the client's tap only.
      if (promptId === 'five-four-three') continue;
      expect(words).not.toMatch(
        /\bcount|\b(seconds?|minutes?|times|again and again|ten|nine|eight|seven|six|four)\b/i,
      );
    }
  },
);

test('[GR1] a prompt is found by its id, and what is no prompt is not', () => {
  for (const prompt of PROMPTS) expect(promptById(prompt.promptId)).toBe(prompt);
  for (const id of ['', 'constructor', '__proto__', 'toString'])
    expect(promptById(id)).toBeUndefined();
});
