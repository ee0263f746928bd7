import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const client = fileURLToPath(new URL('../client/', import.meta.url));
const file = (path: string) => readFileSync(`${client}${path}`);

interface Manifest {
  start_url?: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}
const manifest = (name: string) => JSON.parse(file(`public/${name}`).toString()) as Manifest;

/** Width and height, from the head of a PNG file. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

test('[EB2] a phone finds each icon that it wants for its Home Screen, in the size that is promised', () => {
  const { icons } = manifest('manifest.webmanifest');
  const drawn = icons.filter(({ type }) => type === 'image/png');
  for (const { src, sizes } of drawn) expect(sizeOf(file(`public${src}`)), src).toBe(sizes);
  for (const purpose of ['any', 'maskable'])
    for (const size of ['192x192', '512x512'])
      expect(drawn, `${purpose} ${size}`).toContainEqual(
        expect.objectContaining({ purpose, sizes: size }),
      );
  expect(sizeOf(file('public/icons/apple-touch-icon.png'))).toBe('180x180');
});

test('[EB2] the page names its manifest and its icons, and they are there', () => {
  const page = file('index.html').toString();
  const named = [...page.matchAll(/<link rel="[^"]+" href="([^"]+)"/g)].map(([, href]) => href);
  expect(named).toHaveLength(3);
  for (const href of named) expect(file(`public${href}`).length).toBeGreaterThan(100);
  expect(manifest('manifest.webmanifest').start_url).toBe('/');
});

test('[EB2] the notification of an alert shows icons that exist', () => {
  const words = file('src/service-worker/push-model.ts').toString();
  const icons = [...words.matchAll(/'(\/icons\/[^']+)'/g)].map(([, path]) => path);
  expect(icons).toHaveLength(2);
  for (const path of icons) expect(sizeOf(file(`public${path}`))).toMatch(/^\d+x\d+$/);
});
