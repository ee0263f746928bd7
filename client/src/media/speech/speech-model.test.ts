import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inStep, sentencesOf, voiceOf, voicesFor, wordEnd } from './speech-model.ts';

const spoken = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

test('[SP1] a line is spoken sentence by sentence', () => {
  expect(spoken('Feel the blanket. Let it hold you.')).toEqual([
    'Feel the blanket. ',
    'Let it hold you.',
  ]);
  expect(spoken('¿Oyes la lluvia? Quédate con ella…')).toHaveLength(2);
  expect(spoken('')).toEqual([]);
  expect(spoken(' \n ')).toEqual([]);
});

test('a prompt of ten thousand letters is spoken in pieces that no browser cuts off', () => {
  const long = 'and the sea goes on '.repeat(500);
  const parts = spoken(long);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(160);
  expect(parts.join('').trim()).toBe(long.trim());
  expect(Math.max(...spoken('x'.repeat(1_000)).map((part) => part.length))).toBe(160);
});

test('whatever is written, nothing of it is lost and no letter is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.nat(700), (text, at) => {
      const letters = (words: string) => words.replace(/\s/gu, '');
      expect(letters(spoken(text).join(''))).toBe(letters(text));
      const { said, ahead } = inStep(text, at);
      expect(said + ahead).toBe(text);
      for (const part of [said, ahead, ...spoken(text)]) expect(part.isWellFormed()).toBe(true);
    }),
  );
});

test('[SP1] text and voice are in step to the end of the word', () => {
  const text = 'Feel the blanket.';
  expect(inStep(text, wordEnd(text, 0))).toEqual({ said: 'Feel', ahead: ' the blanket.' });
  expect(wordEnd(text, 9)).toBe(text.length);
  expect(wordEnd('', 0)).toBe(0);
});

const voice = (name: string, lang: string, localService = true) => ({
  voiceURI: `urn:${name}`,
  name,
  lang,
  localService,
});

test('a voice of the language that needs no network comes first', () => {
  const voices = [
    voice('Nube', 'es-MX', false),
    voice('Alice', 'en_GB'),
    voice('Cloud', 'en-US', false),
    voice('Zoe', 'en-US'),
  ];
  expect(voicesFor(voices, 'en-US').map(({ name }) => name)).toEqual(['Zoe', 'Alice', 'Cloud']);
  expect(voiceOf(voices, 'urn:Cloud', 'en-US')?.name).toBe('Cloud');
  expect(voiceOf(voices, 'urn:Gone', 'en-US')?.name).toBe('Zoe');
  expect(voiceOf(voices, 'urn:Zoe', 'es-US')?.name).toBe('Nube');
  expect(voiceOf(voices, null, 'fr')).toBeUndefined();
});
