import { DEFAULT_POLICY } from '@sojourn/shared/care/practice';
import { expect, test } from 'vitest';
import { textFault } from './exercises-model.ts';
import { draftOf, readPractice } from './practice-model.ts';

const draft = draftOf(DEFAULT_POLICY);
const exercise = {
  exerciseId: 'e1',
  title: 'The river',
  kind: 'place' as const,
  text: 'See it.',
  cautions: ['imagery' as const],
};

test('[GR9] an exercise is kept line by line, in any script, and comes back as it was', () => {
  const typed = { ...exercise, text: 'See it.\n\n  שלום 🌊  \nStay.' };
  const read = readPractice({ ...draft, exercises: [typed] });
  expect(read).toMatchObject({
    ok: true,
    value: { exercises: [{ lines: ['See it.', 'שלום 🌊', 'Stay.'], cautions: ['imagery'] }] },
  });
  const again = read.ok ? draftOf(read.value).exercises[0]?.text : null;
  expect(again).toBe('See it.\nשלום 🌊\nStay.');
});

test.each([
  [{ text: ' \n ' }, 'at least one line'],
  [{ text: 'x'.repeat(10_000) }, 'too long'],
  [{ text: 'a\n'.repeat(9) }, 'at most 8 lines'],
])('[GR9 CM3] an exercise with %j is refused in words at its text', (change, words) => {
  const read = readPractice({ ...draft, exercises: [exercise, { ...exercise, ...change }] });
  expect(read.ok ? null : textFault(read.error, 1)).toContain(words);
  expect(read.ok ? null : textFault(read.error, 0)).toBeUndefined();
});

test('[GR9] an exercise needs a name; no exercises and no words to take home are not written down', () => {
  const read = readPractice({ ...draft, exercises: [{ ...exercise, title: ' ' }] });
  expect(read.ok ? [] : Object.keys(read.error)).toEqual(['exercises.0.title']);
  expect(readPractice(draft)).toEqual({ ok: true, value: DEFAULT_POLICY });
});
