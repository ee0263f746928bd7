import type { Page } from '@playwright/test';
import { expect, expectPhase, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';
import { expectSees } from '../personas/signals.ts';
import { listenAtTheEnd } from '../personas/sound.ts';

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

test('[DO9 AL13] after T0 the way back leads nowhere: Help stays, also when it is taken again and again', async ({
  together,
}) => {
  const { page } = together.client;
  await takeDose(together);
  for (let again = 0; again < 3; again += 1) {
    await page.goBack();
    await expectPhase(page, 'hold');
  }
  await page.reload();
  await expectPhase(page, 'hold');
  await page.goBack();
  await help(page).tap();
  await answered(together);
});

test('[AL14 AL13] with closed eyes and without a network, in the first second of a load: a remote’s key is kept and is one alert', async ({
  together,
}) => {
  const { page, context } = together.client;
  await takeDose(together);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await context.setOffline(true);
  await page.reload({ waitUntil: 'commit' });
  await help(page).waitFor();
  await page.keyboard.down('AudioVolumeUp');
  // Held: it tells of itself again and again.
  for (let again = 0; again < 5; again += 1) await page.keyboard.down('AudioVolumeUp');
  await page.keyboard.up('AudioVolumeUp');
  await expect(page.getByText('Still calling. Stay where you are.')).toBeVisible();
  await context.setOffline(false);
  await expect(card(together)).toBeVisible({ timeout: 20_000 });
  const pressed = together.therapist.page
    .getByRole('region', { name: 'Alerts' })
    .locator('[data-alert]')
    .filter({ hasText: 'Robin pressed Help' });
  await expect(pressed).toHaveCount(1);
  await expect(pressed).not.toContainText('times');
});

test('[DO9] the picture that was hidden stays hidden after a reload, and its sender is heard all the same', async ({
  together,
}) => {
  const { page } = together.client;
  await takeDose(together);
  await expect(page.locator('video[data-participant-role="therapist"]')).toBeVisible();
  await page.getByRole('button', { name: 'Hide the picture' }).click();
  await expect(page.locator('video')).toHaveCount(0);
  await page.reload();
  await expectPhase(page, 'hold');
  await expect(page.getByRole('button', { name: 'Show the picture' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await expect(page.locator('audio[data-participant-role="therapist"]')).toHaveCount(1);
});

test('[DO9] from the return on the screen grows light, slowly, and is light in integration', async ({
  together,
}) => {
  test.setTimeout(150_000);
  const { page } = together.client;
  await takeDose(together);
  const field = () =>
    page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const channels = (backgroundColor.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      // A mixed colour is told in shares of one.
      const full = backgroundColor.startsWith('color(') ? 255 : 1;
      return Math.round(channels.reduce((sum, channel) => sum + channel * full, 0));
    });
  const dark = await field();
  for (const title of ['Onset', 'Journey']) await moveTo(together, title);
  expect(await field()).toBe(dark);
  await moveTo(together, 'Return');
  const began = Date.now();
  const light = () =>
    page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--dawn')));
  await expect.poll(light).toBeGreaterThan(0);
  expect(await light()).toBeLessThan(0.05);
  await expect.poll(light, { timeout: 30_000 }).toBeGreaterThan(0.05);
  const minutes = (Date.now() - began) / 60_000;
  // The whole takes about six minutes.
  expect((await light()) / minutes).toBeGreaterThan(1 / 8);
  expect((await light()) / minutes).toBeLessThan(1 / 4);
  await moveTo(together, 'Integration');
  expect(await light()).toBeLessThan(0.3);
  await page.reload();
  await expectPhase(page, 'integration');
  await expect.poll(light).toBe(1);
  expect(await field()).toBeGreaterThan(dark * 1.5);
});

test('[SP2] the pace of the breath, measured on the screen and by ear: as chosen, with the longer way out', async ({
  together,
}) => {
  const { page, context } = together.client;
  await listenAtTheEnd(context);
  await page.reload();
  await expectPhase(page, 'setup');
  await page.getByText('Music, voice and breath for later').click();
  await page.getByRole('button', { name: 'Pace of the breath' }).click();
  await page.getByRole('option', { name: '8 breaths a minute' }).click();
  await page.getByRole('button', { name: 'Try the breath' }).click();
  const seen = await page.evaluate(async () => {
    const pacer = document.querySelector<HTMLElement>('[data-going]');
    if (!pacer) throw new Error('no pacer');
    const { loudness } = globalThis as unknown as { loudness: () => number };
    const turns: { going: string; at: number }[] = [];
    const heard: { full: number; loud: number }[] = [];
    let before = pacer.dataset['going'] ?? '';
    const until = performance.now() + 26_000;
    while (performance.now() < until) {
      const going = pacer.dataset['going'] ?? '';
      if (going !== before) turns.push({ going, at: performance.now() });
      before = going;
      heard.push({ full: Number(pacer.style.getPropertyValue('--full')), loud: loudness() });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    return { turns, heard };
  });
  const ins = seen.turns.filter(({ going }) => going === 'in').map(({ at }) => at);
  expect(ins.length).toBeGreaterThanOrEqual(3);
  const [first = 0] = ins;
  const last = ins.at(-1) ?? 0;
  expect((60_000 * (ins.length - 1)) / (last - first)).toBeCloseTo(8, 0);
  const turnAfter = (at: number) => seen.turns.find((turn) => turn.at > at)?.at ?? 0;
  const wayIn = turnAfter(first) - first;
  const wayOut = turnAfter(first + wayIn + 1) - first - wayIn;
  expect(wayOut / wayIn).toBeGreaterThan(1.3);
  expect(wayOut / wayIn).toBeLessThan(1.7);
  const mean = (of: typeof seen.heard) =>
    of.reduce((sum, { loud }) => sum + loud, 0) / Math.max(1, of.length);
  const empty = mean(seen.heard.filter(({ full }) => full < 0.15));
  const full = mean(seen.heard.filter(({ full }) => full > 0.85));
  expect(full).toBeGreaterThan(0);
  expect(full).toBeGreaterThan(empty * 3);
});

test('[DO9] a second tab of the same browser says so, goes quiet when it is the only one, and its Help is Help', async ({
  together,
}) => {
  const { page, context } = together.client;
  await takeDose(together);
  const words = 'This session is open in another tab, too.';
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByText(words)).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await help(second).click();
  await answered(together);
  await page.close();
  await expect(second.getByText(words)).toHaveCount(0);
});

test('[MD5 AL12] the tab that has the video is closed: the one that gave way takes it back by itself, and nobody is alarmed', async ({
  together,
}) => {
  const { page, context } = together.client;
  const { therapist } = together;
  await takeDose(together);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(page.getByText('Open on another device').first()).toBeVisible({ timeout: 20_000 });
  await expectSees(therapist.page, 'client');
  // As long as the first one waits before it looks.
  await page.waitForTimeout(11_000);
  await second.close();
  await expect(page.getByText('Open on another device')).toHaveCount(0, { timeout: 20_000 });
  await expectSees(therapist.page, 'client');
  await expect(card(together)).toHaveCount(0);
});
