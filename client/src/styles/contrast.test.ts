import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, hue, luminance } from './colour.ts';

// Read as a file: vitest empties stylesheets that are imported.
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const theme: Record<'light' | 'dark' | 'journey', Map<string, string>> = {
  light: new Map(),
  dark: new Map(),
  journey: new Map(),
};
for (const [, name = '', light = '', dark = ''] of css.matchAll(
  /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
)) {
  theme.light.set(name, light);
  theme.dark.set(name, dark);
}
for (const [, name = '', colour = ''] of css.matchAll(/--([\w-]+): (#\w{6});/g))
  theme.journey.set(name, colour);

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

describe.each(['light', 'dark', 'journey'] as const)('%s theme', (name) => {
  const get = (token: string) => colourIn(name, token);
  test.each(words)('words: --%s on --%s is at least 4.5:1', (ink, on) => {
    expect(contrast(get(ink), get(on))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapes)('shapes: --%s on --%s is at least 3:1', (shape, on) => {
    expect(contrast(get(shape), get(on))).toBeGreaterThanOrEqual(3);
  });
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
