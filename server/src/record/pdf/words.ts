const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segments = new Intl.Segmenter('en', { granularity: 'word' });

/** What people count as characters: an emoji of several code points, a letter with its marks. */
export const characters = (text: string): string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment);

const SPACE = /^[^\S\u00A0\u202F]+$/;
const OPENS = /[([{“‘«「『（【《]$/;
const CLOSES_WIDE = /[、。，．！？；：」』）】》]$/;
/** A hyphen between letters, not one in a date or before a number. */
const JOINS = /\p{L}[-/—]$/u;
const LETTER = /^\p{L}/u;

/** The units that stay on one line, each with the spaces behind it. */
export function breakable(text: string): string[] {
  const units: string[] = [];
  let before: Intl.SegmentData | undefined;
  for (const segment of segments.segment(text)) {
    const unit = units.at(-1);
    if (unit === undefined || (before && mayBreak(unit, before, segment)))
      units.push(segment.segment);
    else units[units.length - 1] = unit + segment.segment;
    before = segment;
  }
  return units;
}

function mayBreak(unit: string, before: Intl.SegmentData, next: Intl.SegmentData): boolean {
  if (SPACE.test(next.segment)) return false;
  if (SPACE.test(before.segment)) return true;
  // Two words without a space between them: a script that has none.
  if (before.isWordLike && next.isWordLike) return true;
  if (CLOSES_WIDE.test(before.segment)) return next.isWordLike === true || OPENS.test(next.segment);
  return LETTER.test(next.segment) && JOINS.test(unit);
}
