import { describe, expect, test } from 'vitest';
import { BODY } from './style.ts';
import { MISSING, typeset, type Line } from './typeset.ts';

const words = ({ pieces }: Line): string => pieces.map(({ text }) => text).join('');
const lines = (text: string, width = 120): string[] => typeset(text, BODY, width).map(words);

describe('lines', () => {
  const LONG = 'She asked for water, and slept on her side for a while; nothing else was needed.';

  test('[RC6] no line is wider than its column, and no word is lost', () => {
    const set = typeset(LONG, BODY, 120);
    expect(set.length).toBeGreaterThan(2);
    for (const { width } of set) expect(width).toBeLessThanOrEqual(120);
    expect(set.map(words).join(' ')).toBe(LONG);
  });

  test('[RC6] a word wider than the column is cut, and none of it lost', () => {
    const word = 'x'.repeat(200);
    const set = typeset(`Key ${word} end`, BODY, 120);
    for (const { width } of set) expect(width).toBeLessThanOrEqual(120);
    expect(set.map(words).join('').replaceAll(' ', '')).toBe(`Key${word}end`);
  });

  test('lines end where they were ended, and empty ones stay', () => {
    expect(lines('One\n\nTwo\tthree')).toEqual(['One', '', 'Two    three']);
  });

  test('a date is not broken at its hyphens, nor a time from its AM', () => {
    for (const line of lines('Signed on 2026-11-04 at 3:06\u00A0PM by her')) {
      expect(line).not.toMatch(/-$|^PM/);
    }
  });

  test('[RC6] scripts without spaces are broken between words, not before their marks', () => {
    const text = '今日は静かです。音楽を聴いています。水を飲みました。';
    const set = lines(text, 60);
    expect(set.length).toBeGreaterThan(2);
    expect(set.join('')).toBe(text);
    for (const line of set) expect(line).not.toMatch(/^[。、]/);
  });
});

describe('direction', () => {
  // What is drawn with one font runs by itself; pieces stand from left to right.
  const pieces = (text: string) => typeset(text, BODY, 400)[0]?.pieces.map((piece) => piece.text);

  test('[RC6] a right-to-left run stays whole, and its words keep their order', () => {
    expect(pieces('She said שלום עולם twice')).toEqual(['She said ', 'שלום עולם', ' twice']);
  });

  test('[RC6] numbers in it are not turned around, brackets are', () => {
    expect(pieces('שלום (123) עולם')?.map((piece) => piece.trim())).toEqual([
      'עולם',
      '(',
      '123',
      ')',
      'שלום',
    ]);
  });
});

describe('what draws it', () => {
  const drawn = (text: string) => typeset(text, BODY, 400)[0]?.pieces ?? [];

  test.each(['é', 'ễ', 'Я', 'λ', 'ש', 'م', 'ส', 'ठी', '静', '这', '괜', '😢', '👩‍⚕️', '≥', '→', '✓'])(
    '[RC6] %s has a font',
    (character) => {
      const [piece] = drawn(character);
      expect(piece?.missing).toBe(false);
      expect(piece?.width).toBeGreaterThan(0);
    },
  );

  test('[RC6] a script without a font is one mark a word run, and what stands around it stays', () => {
    expect(lines('She said བཀྲ་ཤིས twice', 400)).toEqual([`She said ${MISSING} twice`]);
    expect(drawn('བཀྲ').every(({ missing }) => missing)).toBe(true);
  });

  test('what draws nothing by itself is no missing character', () => {
    expect(drawn('a\u200Bb').some(({ missing }) => missing)).toBe(false);
  });

  test('figures are of one width, so that numbers stand under each other', () => {
    const [ones, eights] = [typeset('111', BODY, 400)[0], typeset('888', BODY, 400)[0]];
    expect(ones?.width).toBeCloseTo(eights?.width ?? 0);
  });
});
