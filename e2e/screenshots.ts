import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { launchFor } from './personas/browsers.ts';
import { Product } from './product/product.ts';

/*
 * Walks one session through the real product and writes every screen to docs/screenshots:
 * <role>-<state>-<phone|desktop>-<light|dark>.png. `npm run screenshots`.
 */

const OUT = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 860 } };

async function shoot(page: Page, name: string, settle = 500): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(settle);
      await page.screenshot({ path: `${OUT}${name}-${size}-${colorScheme}.png` });
    }
  }
}

const open = async (browser: Browser, link: string): Promise<Page> => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.goto(link);
  return page;
};

await mkdir(OUT, { recursive: true });
const product = await Product.create();
const browsers = await Promise.all([
  launchFor('therapist'),
  launchFor('client'),
  launchFor('chaperone'),
]);
try {
  const { links } = product;
  const therapist = await open(browsers[0], links.therapist);
  const client = await open(browsers[1], links.client);
  const chaperone = await open(browsers[2], links.chaperone);
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const move = (title: string) => press(therapist, `Move to ${title}`);

  await client.getByRole('button', { name: 'Join session' }).waitFor();
  await shoot(client, 'client-lobby', 1_000);
  await shoot(chaperone, 'chaperone-lobby');
  await press(client, 'Join session');
  await press(chaperone, 'Join session');
  await therapist.getByRole('button', { name: 'Admit Robin' }).waitFor();
  await shoot(client, 'client-waiting');
  await shoot(therapist, 'therapist-lobby');
  await press(therapist, 'Admit Robin');
  await press(therapist, 'Admit Sam');
  await therapist.locator('video[data-participant-role="client"]').waitFor();
  await therapist.waitForTimeout(2_000);
  await shoot(therapist, 'therapist-setup');
  await shoot(client, 'client-setup');
  await shoot(chaperone, 'chaperone-setup');
  await move('Ready');
  await client.getByRole('button', { name: "I'm ready" }).waitFor();
  await shoot(client, 'client-ready', 1_000);
  await shoot(chaperone, 'chaperone-ready');
  await press(client, "I'm ready");
  await shoot(therapist, 'therapist-ready');
  await press(therapist, 'Start dose');
  await move('Onset');
  await move('Journey');
  await press(therapist, 'Offer Hand on chest');
  await client.getByText('Lay one hand').waitFor();
  await shoot(client, 'client-journey');
  await press(client, 'Help');
  await chaperone.getByRole('alertdialog').waitFor();
  await shoot(chaperone, 'chaperone-alert');
  await press(chaperone, "I'm going");
  await client.getByText('is coming to you').waitFor();
  await shoot(client, 'client-help');
  await shoot(therapist, 'therapist-alert');
  await press(therapist, 'Alert chaperone');
  await shoot(therapist, 'therapist-alert-choice');
  await therapist.goto(`${product.url}/sessions`);
  await therapist.getByRole('list', { name: 'Sessions' }).waitFor();
  await shoot(therapist, 'therapist-sessions');
  await press(therapist, 'New session');
  await shoot(therapist, 'therapist-new-session');
} finally {
  await Promise.all(browsers.map((browser) => browser.close()));
  await product.stop();
}
