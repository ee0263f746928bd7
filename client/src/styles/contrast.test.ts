import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { between, contrast, hue, luminance } from './colour.ts';

// Read as a file: vitest empties stylesheets that are imported.
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');
type Colours = Map<string, string>;
/** The light and the dark colours of a part of the file, over those that hold without it. */
function both(part: string, under: readonly [Colours, Colours] = [new Map(), new Map()]) {
  const [light, dark] = under.map((colours) => new Map(colours)) as [Colours, Colours];
  for (const [, name = '', day = '', night = ''] of part.matchAll(
    /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
  )) {
    light.set(name, day);
    dark.set(name, night);
  }
  for (const [, name = '', other = ''] of part.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g))
    for (const colours of [light, dark])
      if (colours.has(name)) colours.set(name, colours.get(other) ?? '');
  return [light, dark] as const;
}
const [light, dark] = both(usual);
const [moreLight, moreDark] = both(more, [light, dark]);
const journey: Colours = new Map();
for (const [, name = '', colour = ''] of usual.matchAll(/--([\w-]+): (#\w{6});/g))
  journey.set(name, colour);
/** The light that comes in the return: at its end, and half way there (DO9). */
const dawn = readFileSync(new URL('./journey.css', import.meta.url), 'utf8');
function lit(share: number): Colours {
  const colours = new Map(journey);
  for (const [, name = '', end = '', begin = ''] of dawn.matchAll(
    /--([\w-]+): color-mix\(in srgb, (#\w{6}) [^#]+, (#\w{6})\)/g,
  ))
    colours.set(name, between(begin, end, share));
  return colours;
}
const theme = {
  light,
  dark,
  journey,
  'journey, half way to light': lit(0.5),
  'journey, grown light': lit(1),
  'light, more contrast': moreLight,
  'dark, more contrast': moreDark,
};

function colourIn(name: keyof typeof theme, token: string): string {
  const colour = theme[name].get(token);
  if (!colour) throw new Error(`${name} has no --${token}`);
  return colour;
}

const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const tints = [
  'priority-high',
  'priority-medium',
  'priority-low',
  'ok',
  'waiting',
  'lost',
  'accent',
];
const words: [string, string][] = [
  ...surfaces.flatMap((on): [string, string][] =>
    ['ink', 'ink-quiet', ...tints.map((tint) => `${tint}-text`)].map((ink) => [ink, on]),
  ),
  ...tints.map((tint): [string, string] => [`${tint}-text`, `${tint}-soft`]),
  ...tints.map((tint): [string, string] => ['ink', `${tint}-soft`]),
  ...['accent', 'priority-high', 'priority-medium', 'priority-low'].map(
    (fill): [string, string] => [`${fill}-ink`, fill],
  ),
  ['accent-ink', 'accent-hover'],
  ['help-ink', 'help'],
];
const shapes: [string, string][] = surfaces.flatMap((on): [string, string][] => [
  ['focus', on],
  ['line-strong', on],
  ['help-line', on],
]);

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['journey', 7],
  ['journey, half way to light', 7],
  ['journey, grown light', 7],
  ['light, more contrast', 7],
  ['dark, more contrast', 7],
] as const)('%s theme', (name, least) => {
  const get = (token: string) => colourIn(name, token);
  test.each(words)(`[EB1] words: --%s on --%s is at least ${least}:1`, (ink, on) => {
    expect(contrast(get(ink), get(on))).toBeGreaterThanOrEqual(least);
  });
  test.each(shapes)('[EB1] shapes: --%s on --%s is at least 3:1', (shape, on) => {
    expect(contrast(get(shape), get(on))).toBeGreaterThanOrEqual(3);
  });
});

test('[EB1] for more contrast a line is no decoration: it is seen, in the journey as well', () => {
  const lined = ['light, more contrast', 'dark, more contrast'] as const;
  for (const name of lined)
    for (const on of surfaces)
      expect(contrast(colourIn(name, 'line'), colourIn(name, on))).toBeGreaterThanOrEqual(4.5);
  expect(more).toMatch(
    /\[data-theme\] \{\s+--ink-quiet: var\(--ink\);\s+--line: var\(--line-strong\);/,
  );
});

test('every theme gives a value to the same colours', () => {
  expect([...theme.journey.keys()].toSorted()).toEqual([...theme.light.keys()].toSorted());
});

describe('the client’s screen after the dose', () => {
  test.each([...theme.journey])('--%s %s is warm: no red, no blue', (_name, colour) => {
    expect(hue(colour)).toBeGreaterThanOrEqual(20);
    expect(hue(colour)).toBeLessThanOrEqual(60);
  });
  test('the field stays almost black, the words below glare', () => {
    expect(luminance(colourIn('journey', 'surface'))).toBeLessThan(0.005);
    expect(luminance(colourIn('journey', 'ink'))).toBeLessThan(0.6);
  });
});
