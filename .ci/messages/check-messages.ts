import type { SourceTexts } from './source-texts.ts';

/* Whether Spanish says what English says (LA3): `npm run messages:check`. */

/** English → Spanish of each area, by its file's name. */
export type Areas = ReadonlyMap<string, Readonly<Record<string, string>>>;

const PLACE = /\{\w+\}/g;
const places = (text: string): string => [...new Set(text.match(PLACE) ?? [])].toSorted().join(' ');

/**
 * @param sources what each source file says, by its path
 * @returns one line each; none when every text has its translation, and no translation is left over
 */
export function messageFaults(sources: ReadonlyMap<string, SourceTexts>, areas: Areas): string[] {
  const used = new Map<string, string>();
  for (const [file, { keys }] of sources) for (const key of keys) used.set(key, file);
  const known = new Map<string, { area: string; spanish: string }>();
  const faults: string[] = [];
  for (const [area, texts] of areas) {
    for (const [english, spanish] of Object.entries(texts)) {
      const other = known.get(english);
      const said = `${area}: ${JSON.stringify(english)}`;
      if (other && other.spanish !== spanish) {
        faults.push(`${said} is said differently in ${other.area}`);
      }
      known.set(english, { area, spanish });
      if (!used.has(english)) faults.push(`${said} is not used any more`);
      if (spanish.trim() === '') faults.push(`${said} is empty`);
      if (places(english) !== places(spanish)) {
        faults.push(
          `${said} has ${places(english) || 'no place'}, Spanish ${places(spanish) || 'none'}`,
        );
      }
    }
  }
  for (const [english, file] of used) {
    if (!known.has(english)) faults.push(`${file}: ${JSON.stringify(english)} has no Spanish`);
  }
  return faults;
}

/** What people read and no catalogue knows. */
export const bareFaults = (sources: ReadonlyMap<string, SourceTexts>): string[] =>
  [...sources].flatMap(([file, { bare }]) =>
    bare.map(
      ({ text, line }) => `${file}:${line}: ${JSON.stringify(text)} does not go through t()`,
    ),
  );
