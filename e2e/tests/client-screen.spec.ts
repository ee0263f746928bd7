import type { Page } from '@playwright/test';
import { expect, takeDose, test, type Cast } from '../personas/personas.ts';

/* The client's phone after the dose: lying down, eyes closed, perhaps without a network. */

const card = ({ chaperone }: Cast) =>
  chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
const help = (page: Page) => page.getByRole('button', { name: 'Help' });

async function answered(cast: Cast): Promise<void> {
  await expect(card(cast)).toBeVisible();
  await card(cast).getByRole('button', { name: "I'm with them" }).click();
  await cast.therapist.page.getByRole('button', { name: 'Resolve' }).click();
  await expect(card(cast)).toHaveCount(0);
}

test('[DO9 AL14] after T0 the screen is dark and still, Help is a third of it, and calls by any place and any key', async ({
  together,
}) => {
  test.setTimeout(120_000);
  const { page } = together.client;
  await takeDose(together);
  const zone = await help(page).boundingBox();
  if (!zone) throw new Error('no Help');
  expect(zone.height).toBeGreaterThanOrEqual(844 / 3);
  expect(zone.width).toBeGreaterThanOrEqual(390 * 0.85);
  const still = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return {
      motion: ['--motion-quick', '--motion-calm', '--motion-breath'].map((token) =>
        style.getPropertyValue(token),
      ),
      running: document.getAnimations().length,
    };
  });
  expect(still).toEqual({ motion: ['0s', '0s', '0s'], running: 0 });

  // Each corner of the zone, and its middle.
  for (const [x, y] of [
    [0.04, 0.06],
    [0.96, 0.94],
  ] as const) {
    await page.touchscreen.tap(zone.x + zone.width * x, zone.y + zone.height * y);
    await answered(together);
  }
  // A control that was tapped does not keep the next key for itself.
  await page.getByRole('button', { name: 'Hide the picture' }).tap();
  await expect(page.getByRole('button', { name: 'Show the picture' })).toBeVisible();
  for (const key of ['Enter', 'Space', 'AudioVolumeUp', 'AudioVolumeDown']) {
    await page.keyboard.press(key);
    await answered(together);
  }
  await expect(page.getByRole('button', { name: 'Show the picture' })).toBeVisible();
});
