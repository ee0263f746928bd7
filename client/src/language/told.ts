import { currentCatalogue, filled, type Catalogue } from './language.ts';

/*
 * Sentences that arrive already filled in, in English: refusals, guard lines, the words of an event.
 * They are recognised by the template that `words()` in shared filled (LA2).
 */

interface Pattern {
  matches: RegExp;
  names: readonly string[];
  translation: string;
  weight: number;
  /** How many of its values are said anew, too. */
  told: number;
}

/** People's own words and names are theirs: they are shown as they were written. */
const OWN = /^(name|words|own\w*|\w*(Name|Words))$/;
/** Below this a template says too little to recognise a sentence by: "{a}: {b}". */
const LEAST_SIGNS = 3;

const patterns = new WeakMap<Catalogue, readonly Pattern[]>();

/** A timeline of hours is drawn anew each second: what was recognised once is remembered. */
const recognised = new WeakMap<Catalogue, Map<string, string>>();
const MOST_REMEMBERED = 5_000;

/** A text of shared or the server, in the chosen language; as it came where no template fits. */
export function told(text: string): string {
  const catalogue = currentCatalogue();
  if (catalogue.size === 0) return text;
  const known = recognised.get(catalogue) ?? new Map<string, string>();
  recognised.set(catalogue, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const said = toldBy(catalogue, text);
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(text, said);
  return said;
}

/** Between several facts in one text, each translated by itself: sentences, then parts of one. */
const JOINTS = [/((?<=[.!?”]) (?=\p{Lu}))/u, /(; | · )/, /(, )/];

function toldBy(catalogue: Catalogue, text: string): string {
  const exact = catalogue.get(text);
  if (exact !== undefined) return exact;
  for (const { matches, names, translation } of patternsOf(catalogue)) {
    const found = matches.exec(text);
    if (!found) continue;
    const values = names.map((name, at) => {
      const value = found[at + 1] ?? '';
      return [name, OWN.test(name) ? value : toldBy(catalogue, value)] as const;
    });
    return filled(translation, Object.fromEntries(values));
  }
  const joint = JOINTS.find((joint) => joint.test(text));
  return joint === undefined
    ? text
    : text
        .split(joint)
        .map((part, at) => (at % 2 === 0 ? toldBy(catalogue, part) : part))
        .join('');
}

function patternsOf(catalogue: Catalogue): readonly Pattern[] {
  const known = patterns.get(catalogue);
  if (known) return known;
  const made = [...catalogue]
    .flatMap(([text, translation]) => patternOf(text, translation) ?? [])
    // What says most is tried first: "Dose of {n}" before "{a} of {b}"; then what tells more parts apart.
    .toSorted((a, b) => b.weight - a.weight || b.told - a.told);
  patterns.set(catalogue, made);
  return made;
}

function patternOf(text: string, translation: string): Pattern | null {
  const parts = text.split(/\{(\w+)\}/);
  const fixed = parts.filter((_, at) => at % 2 === 0).join('');
  const signs = fixed.match(/[^\s\p{P}]/gu)?.length ?? 0;
  if (parts.length === 1 || signs < LEAST_SIGNS) return null;
  const source = parts.map((part, at) => (at % 2 === 0 ? escaped(part) : '(.+?)')).join('');
  const names = parts.filter((_, at) => at % 2 === 1);
  return {
    matches: new RegExp(`^${source}$`, 's'),
    names,
    translation,
    weight: signs,
    told: names.filter((name) => !OWN.test(name)).length,
  };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
