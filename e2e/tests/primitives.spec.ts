import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { chromiumPath } from '../chromium.ts';
import {
  expectAccessibleInAllColours,
  expectFocusSeen,
  expectReflow,
  expectTargets,
} from '../personas/everybody.ts';

/* The page of all primitives: what is right there is right on every screen that is made of them. */

test.setTimeout(120_000);

let page: Page;
let browser: Browser;
let stop = () => {};

test.beforeAll(async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const vite = spawn(`${root}/node_modules/.bin/vite`, ['client', '--port', '0'], { cwd: root });
  stop = () => vite.kill();
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    vite.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // oxlint-disable-next-line no-control-regex -- its colours
      const found = /http:\/\/localhost:\d+/.exec(said.replaceAll(/\u001B\[\d+m/g, ''));
      if (found) resolve(found[0]);
    });
    vite.once('exit', () => reject(new Error(`vite ended: ${said}`)));
  });
  const executablePath = chromiumPath();
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-gpu'],
    ...(executablePath && { executablePath }),
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(`${url}/primitives.html`);
  await expect(page.getByRole('heading', { name: 'Primitives' })).toBeVisible();
});

test.afterAll(async () => {
  await browser?.close();
  stop();
});

/** What stands on this page for the eye of a developer breaks these on purpose: parts twice, and a group of links. */
const ON_ONE_PAGE = ['landmark-unique', 'region'];

for (const theme of ['light', 'dark', 'journey'] as const) {
  test(`[EB5] axe finds nothing in any primitive: ${theme}`, async () => {
    await page.getByRole('button', { name: theme, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessibleInAllColours(page, `primitives, ${theme}`, ON_ONE_PAGE);
  });
}

test('[EB4] every primitive fits 320 px, is large enough to be hit, and shows its focus', async () => {
  await expectReflow(page, 'primitives');
  await expectTargets(page, 'primitives');
  await expectFocusSeen(page, 'primitives', 160);
});
