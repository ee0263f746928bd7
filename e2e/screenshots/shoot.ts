import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

export const OUT = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } };

interface Shot {
  /** What the picture is of: brought to its top. */
  of?: Locator;
  /** ms until the screen rests. */
  settle?: number;
}

/** One screen in both sizes and both colours. */
export async function shoot(page: Page, name: string, { of, settle = 500 }: Shot = {}) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => scrollTo(0, 0));
      await of?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await page.waitForTimeout(settle);
      await page.screenshot({ path: `${OUT}${name}-${size}-${colorScheme}.png` });
    }
  }
}
