import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.ts';

/*
 * Draws every icon of the installed app from the one mark, client/public/favicon.svg: `npm run icons`.
 * What comes out is committed; .ci/install.test.ts holds it against the manifest.
 */

const PUBLIC = fileURLToPath(new URL('../client/public/', import.meta.url));
const GROUND = '#f5f1e8';
const MARK = /<svg[^>]*>(.*)<\/svg>/s.exec(await readFile(`${PUBLIC}favicon.svg`, 'utf8'))?.[1];
if (!MARK) throw new Error('favicon.svg holds no mark');

/** Square, in the mark's own units of 32. @param share of the width that the mark takes */
const drawing = (share: number, under: string, mark: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${under}` +
  `<g transform="translate(16 16.6) scale(${share}) translate(-16 -16.75)">${mark}</g></svg>`;
const tile = `<rect width="32" height="32" rx="7" fill="${GROUND}"/>`;
const bleed = `<rect width="32" height="32" fill="${GROUND}"/>`;
/** A phone's status bar reads nothing but what is opaque: the sun and the water are cut out. */
const cut =
  `<mask id="cut"><path fill="#fff" d="M0 0h32v32H0z"/><g style="filter:brightness(0)">` +
  `${MARK.replace(/<path[^>]*\/>/, '')}</g></mask>` +
  `<path mask="url(#cut)" fill="#fff" d="M5 29V15.5a11 11 0 0 1 22 0V29Z"/>`;

const ICONS = [
  { name: 'icon-192', size: 192, svg: drawing(0.78, tile, MARK) },
  { name: 'icon-512', size: 512, svg: drawing(0.78, tile, MARK) },
  // A launcher cuts these to its own shape: what matters is within four fifths.
  { name: 'maskable-192', size: 192, svg: drawing(0.6, bleed, MARK) },
  { name: 'maskable-512', size: 512, svg: drawing(0.6, bleed, MARK) },
  { name: 'apple-touch-icon', size: 180, svg: drawing(0.68, bleed, MARK) },
  { name: 'badge', size: 96, svg: drawing(1, '', cut) },
];

await mkdir(`${PUBLIC}icons`, { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});
try {
  const page = await browser.newPage();
  for (const { name, size, svg } of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svg}`);
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(`${PUBLIC}icons/${name}.png`, png);
  }
} finally {
  await browser.close();
}
