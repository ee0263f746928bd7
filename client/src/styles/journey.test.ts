import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, hue, luminance } from './colour.ts';

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

const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
const mixed = (from: string, to: string, share: number) =>
  `#${[1, 3, 5]
    .map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;

function at(name: string, share: number): string {
  const known = dawns.find((each) => each.name === name);
  const colour = night.get(name);
  if (!colour) throw new Error(`no --${name}`);
  return known ? mixed(known.from, known.dawn, share) : colour;
}

test('[DO9] the return begins in the light of the journey', () => {
  expect(dawns.length).toBeGreaterThan(15);
  for (const { name, from } of dawns) expect([name, from]).toEqual([name, night.get(name)]);
});

const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
const inks = dawns.map(({ name }) => name).filter((name) => /^ink|-text$/.test(name));

test.each([0, 0.25, 0.5, 0.75, 1])(
  '[DO9] at %s of the return every word is read at 7:1, and Help is seen',
  (share) => {
    for (const on of surfaces) {
      for (const ink of inks) {
        expect([ink, on, contrast(at(ink, share), at(on, share)) >= 7]).toEqual([ink, on, true]);
      }
      expect(contrast(at('help-line', share), at(on, share))).toBeGreaterThanOrEqual(3);
      expect(contrast(at('line-strong', share), at(on, share))).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(at('help-ink', share), at('help', share))).toBeGreaterThanOrEqual(7);
    expect(contrast(at('ink', share), at('accent-soft', share))).toBeGreaterThanOrEqual(7);
  },
);

test('[DO9] it grows lighter, stays warm, and is never bright', () => {
  for (const { name, dawn, from } of dawns) {
    expect([name, luminance(dawn) > luminance(from)]).toEqual([name, true]);
    expect(hue(dawn)).toBeGreaterThanOrEqual(20);
    expect(hue(dawn)).toBeLessThanOrEqual(60);
  }
  for (const on of surfaces) expect(luminance(at(on, 1))).toBeLessThan(0.03);
});
