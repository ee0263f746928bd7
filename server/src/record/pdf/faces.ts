import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/* Which font file draws what. A family comes as files, one a range of Unicode, as browsers load it. */

export interface Face {
  path: string;
  font: Font;
}

interface Slice {
  path: string;
  ranges: readonly (readonly [number, number])[];
}

const REGULAR = 400;
const SEMIBOLD = 600;

/** The text face first; then those that draw what it cannot. Only it comes in two weights. */
const TEXT_FAMILY = 'source-sans-3';
const OTHER_FAMILIES = [
  'noto-sans-devanagari',
  'ibm-plex-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-thai',
  'chocolate-classical-sans',
  'gowun-dodum',
];

const { resolve } = createRequire(import.meta.url);

const EMOJI: Slice = {
  path: resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
  ranges: [[0, 0x10_ff_ff]],
};

/** "U+0460-052F,U+20B4". */
const rangesOf = (written: string): Slice['ranges'] =>
  written.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });

function slicesOf(family: string, weight: number): Slice[] {
  const written = readFileSync(resolve(`@fontsource/${family}/unicode.json`), 'utf8');
  return Object.entries(JSON.parse(written) as Record<string, string>).map(([subset, ranges]) => {
    const file = `${family}-${subset.replace(/[[\]]/g, '')}-${weight}-normal.woff`;
    return { path: resolve(`@fontsource/${family}/files/${file}`), ranges: rangesOf(ranges) };
  });
}

const loaded = new Map<string, Face>();

function load(path: string): Face {
  const known = loaded.get(path);
  if (known) return known;
  const font = create(readFileSync(path));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a collection of fonts`);
  const face = { path, font };
  loaded.set(path, face);
  return face;
}

const OTHERS = OTHER_FAMILIES.flatMap((family) => slicesOf(family, REGULAR));
const FACES = {
  regular: [...slicesOf(TEXT_FAMILY, REGULAR), ...OTHERS, EMOJI],
  bold: [...slicesOf(TEXT_FAMILY, SEMIBOLD), ...OTHERS, EMOJI],
};
export type Weight = keyof typeof FACES;

/** What joins or varies its neighbours and draws nothing by itself. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const EMOJI_FIRST = /\p{Emoji_Presentation}|\uFE0F/u;

const picked = new Map<string, Face | null>();

/** The face for one character as people count them; null when none can draw all of it. */
export function faceFor(character: string, weight: Weight): Face | null {
  const key = `${weight} ${character}`;
  let face = picked.get(key);
  if (face === undefined) {
    face = pick(character, weight);
    picked.set(key, face);
  }
  return face;
}

function pick(character: string, weight: Weight): Face | null {
  const drawn = character.replace(IGNORABLE, '');
  const points = Array.from(drawn, (char) => char.codePointAt(0) ?? 0);
  const slices = EMOJI_FIRST.test(character) ? [EMOJI, ...FACES[weight]] : FACES[weight];
  for (const { path, ranges } of slices) {
    const declared = points.every((point) =>
      ranges.some(([from, to]) => from <= point && point <= to),
    );
    // The ranges promise more than the files hold.
    if (declared && points.every((point) => load(path).font.hasGlyphForCodePoint(point))) {
      return load(path);
    }
  }
  return null;
}
