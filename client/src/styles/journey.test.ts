import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { between, contrast, hue, luminance } from './colour.ts';

/* The light that comes in the return. That its words are read is in contrast.test.ts (EB1). */

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const night = new Map(
  [...read('./tokens.css').matchAll(/--([\w-]+): (#\w{6});/g)].map(
    ([, name = '', colour = '']): [string, string] => [name, colour],
  ),
);
const dawns = [
  ...read('./journey.css').matchAll(
    /--([\w-]+): color-mix\(in srgb, (#\w{6}) calc\(var\(--dawn\) \* 100%\), (#\w{6})\)/g,
  ),
].map(([, name = '', dawn = '', from = '']) => ({ name, dawn, from }));

function at(name: string, share: number): string {
  const known = dawns.find((each) => each.name === name);
  if (!known) throw new Error(`--${name} stays as it is`);
  return between(known.from, known.dawn, share);
}

test('[DO9] the return begins in the light of the journey', () => {
  expect(dawns.length).toBeGreaterThan(15);
  for (const { name, from } of dawns) expect([name, from]).toEqual([name, night.get(name)]);
});

test.each([0, 0.25, 0.5, 0.75, 1])('[DO9] at %s of the return Help is seen and read', (share) => {
  for (const on of ['surface', 'surface-raised', 'surface-sunken']) {
    expect(contrast(at('help-line', share), at(on, share))).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(at('help-ink', share), at('help', share))).toBeGreaterThanOrEqual(7);
});

test('[DO9] it grows lighter, stays warm, and is never bright', () => {
  for (const { name, dawn, from } of dawns) {
    expect([name, luminance(dawn) > luminance(from)]).toEqual([name, true]);
    expect(hue(dawn)).toBeGreaterThanOrEqual(20);
    expect(hue(dawn)).toBeLessThanOrEqual(60);
  }
  expect(luminance(at('surface', 1))).toBeLessThan(0.03);
});
