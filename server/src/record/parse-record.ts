/** Far deeper than any record nests. */
const DEEPEST = 64;
/** A string, with the colon that makes it a key; a number; a bracket. */
const TOKEN =
  /"(?:\\.|[^"\\])*"(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)|(?<open>[[{])|(?<close>[\]}])/g;

/**
 * The value of a record's text, in which nothing may read differently than it is hashed (RC4): JSON.parse
 * keeps the last of two equal keys, and takes 1.22e2 and 122.0 for 122.
 * @throws Error, in words for people
 */
export function parseRecord(text: string): unknown {
  // A byte order mark, which some editors put in front.
  const json = text.replace(/^\uFEFF/, '');
  const keys = readTokens(json);
  const value = parsed(json);
  if (keys !== keysIn(value)) throw new Error('a key stands twice in one place');
  return value;
}

/** How many keys are written. */
function readTokens(json: string): number {
  let keys = 0;
  let depth = 0;
  for (const { groups: { colon, number, open, close } = {} } of json.matchAll(TOKEN)) {
    if (colon) keys += 1;
    if (open) depth += 1;
    if (close) depth -= 1;
    if (depth > DEEPEST) throw new Error('it is nested deeper than any record is');
    if (number && String(Number(number)) !== number) {
      throw new Error(`the number ${number.slice(0, 40)} is not written as a record writes it`);
    }
  }
  return keys;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new Error('it is not JSON');
  }
}

function keysIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, part) => sum + keysIn(part), own);
}
