import type { Page } from '@playwright/test';
import { expect, test } from '../personas/personas.ts';

/** What Chromium misses for installing this page as an app; a window of a test is never installable itself. */
async function missing(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  return installabilityErrors
    .map(({ errorId }) => errorId)
    .filter((error) => error !== 'in-incognito');
}

/** Where it would open from the Home Screen. */
const startOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const manifest = (await (await fetch(link?.href ?? '')).json()) as { start_url: string };
    return manifest.start_url;
  });

test('[EB2] each of the three can put it on their Home Screen, and a guest’s opens at their session', async ({
  cast,
}) => {
  const { therapist, client, chaperone, sessionId } = cast;
  for (const [{ page }, start] of [
    [therapist, '/'],
    [client, `/sessions/${sessionId}/client`],
    [chaperone, `/sessions/${sessionId}/chaperone`],
  ] as const) {
    await expect.poll(() => startOf(page)).toBe(start);
    expect(await missing(page)).toEqual([]);
  }
});

test('[EB2] every page opens without a network, and says in calm words what is true', async ({
  cast,
  product,
}) => {
  const { therapist, client, chaperone, sessionId } = cast;
  const session = `${product.url}/sessions/${sessionId}`;
  for (const { page, context } of [therapist, client, chaperone]) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
  }
  for (const [{ page }, url, words] of [
    [therapist, `${product.url}/clients`, 'The server does not answer'],
    [therapist, `${session}/record`, 'The server does not answer'],
    [therapist, session, 'The server does not answer'],
    [client, `${session}/client`, 'The server does not answer'],
    [chaperone, `${session}/chaperone`, 'This phone does not reach the session'],
  ] as const) {
    await page.goto(url);
    await expect(page.getByText(words).first()).toBeVisible();
  }
});
