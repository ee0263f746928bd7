import bidiFactory from 'bidi-js';
import { faceFor, type Face, type Weight } from './faces.ts';
import { breakable, characters } from './words.ts';

/* Text to lines of pieces, each drawn with one font in one direction. */

export interface Style {
  size: number;
  weight: Weight;
  colour: string;
}

export interface Piece {
  text: string;
  face: Face;
  width: number;
  /** It stands for something that no font here can draw (RC6). */
  missing: boolean;
}

export interface Line {
  /** From left to right. */
  pieces: readonly Piece[];
  width: number;
}

/** Figures of one width, so that numbers stand under each other. Also keeps pdfkit from cutting a run at its spaces. */
export const FEATURES = ['tnum'] as const;

/** Drawn for what cannot be drawn; the last page tells what it means. */
export const MISSING = '[?]';

const bidi = bidiFactory();
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u200F]/u;

const widths = new Map<string, number>();

/** In units of the font's size. */
function widthOf({ path, font }: Face, text: string): number {
  const key = `${path} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    width = font.layout(text, [...FEATURES]).advanceWidth / font.unitsPerEm;
    widths.set(key, width);
  }
  return width;
}

interface Run {
  face: Face;
  text: string;
  /** Unicode's embedding level: odd is right to left. */
  level: number;
  missing: boolean;
}

/** @param levels of each UTF-16 unit of `text`; null: all from left to right */
function runsOf(text: string, levels: Uint8Array | null, weight: Weight): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const character of characters(text)) {
    const level = levels?.[at] ?? 0;
    at += character.length;
    const last = runs.at(-1);
    const same = last !== undefined && last.level === level;
    // Words from right to left must be one run, or they would stand in the wrong order.
    if (character === ' ' && same && level % 2 === 1 && last.face.font.hasGlyphForCodePoint(0x20)) {
      last.text += ' ';
      continue;
    }
    const found = faceFor(character, weight);
    const face = found ?? faceFor('?', weight);
    if (!face) throw new Error('The text face lacks a question mark');
    const missing = found === null;
    if (same && last.face === face && last.missing === missing) {
      // One mark stands for a whole word in an unknown script.
      if (!missing) last.text += character;
    } else {
      runs.push({ face, level, missing, text: missing ? MISSING : character });
    }
  }
  return runs;
}

/** L2 of Unicode's bidirectional algorithm: from the highest level down, reverse what is at least that deep. */
function inVisualOrder(runs: Run[]): Run[] {
  const order = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while ((order[to]?.level ?? 0) >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = Math.max(from, to - 1);
    }
  }
  return order;
}

/** The fonts turn words of their own script around by themselves; signs between them are turned here. */
const turned = ({ text, level, missing }: Run): string =>
  level % 2 === 0 || missing || RIGHT_TO_LEFT.test(text)
    ? text
    : characters(text)
        .toReversed()
        .map((character) => bidi.getMirroredCharacter(character) ?? character)
        .join('');

function lineOf(text: string, levels: Uint8Array | null, { size, weight }: Style): Line {
  const pieces = inVisualOrder(runsOf(text, levels, weight)).map((run) => {
    const drawn = turned(run);
    const { face, missing } = run;
    return { text: drawn, face, missing, width: widthOf(face, drawn) * size };
  });
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

/** Words as they were written, in lines of at most `width` points. */
export function typeset(text: string, style: Style, width: number): Line[] {
  return text
    .normalize('NFC')
    .replaceAll('\t', '    ')
    .split('\n')
    .flatMap((paragraph) => {
      const levels = RIGHT_TO_LEFT.test(paragraph)
        ? bidi.getEmbeddingLevels(paragraph).levels
        : null;
      return rows(paragraph, style, width).map(([from, to]) =>
        lineOf(paragraph.slice(from, to), levels && levels.subarray(from, to), style),
      );
    });
}

/** Where lines begin and end; the spaces between two lines are left out. */
function rows(paragraph: string, { size, weight }: Style, width: number): [number, number][] {
  const measure = (text: string) =>
    runsOf(text, null, weight).reduce((sum, run) => sum + widthOf(run.face, run.text), 0) * size;
  const ranges: [number, number][] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  let at = 0;
  const add = (unit: string) => {
    const bare = unit.trimEnd();
    if (used > 0 && used + measure(bare) > width) {
      ranges.push([start, end]);
      start = at;
      used = 0;
    }
    used += measure(unit);
    end = at + bare.length;
    at += unit.length;
  };
  for (const unit of breakable(paragraph)) {
    // A word wider than the column is cut between its characters.
    if (measure(unit.trimEnd()) > width) characters(unit).forEach(add);
    else add(unit);
  }
  return [...ranges, [start, end]];
}
