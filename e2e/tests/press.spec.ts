import type { Page } from '@playwright/test';
import { expect, expectPhase, takeDose, test, type Cast } from '../personas/personas.ts';

/* A press under bad conditions: kept, sent again, never doubled (AL13). */

const alerts = ({ therapist }: Cast) =>
  therapist.page.getByRole('region', { name: 'Alerts' }).locator('[data-alert]');
const card = ({ chaperone }: Cast) =>
  chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
const help = (page: Page) => page.getByRole('button', { name: 'Help' });
const call = (page: Page) => page.getByRole('link', { name: 'Call Sam' });
const installed = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

async function expectOneAlert(cast: Cast): Promise<void> {
  await expect(card(cast)).toBeVisible({ timeout: 20_000 });
  await expect(card(cast)).toContainText('Robin pressed Help');
  const pressed = alerts(cast).filter({ hasText: 'Robin pressed Help' });
  await expect(pressed).toHaveCount(1);
  await expect(pressed).not.toContainText('times');
}

test('[AL13 WD3] Help pressed without a network, then a reload: it is still calling, gives the number, and is one alert when the line is back', async ({
  together,
}) => {
  const { page, context } = together.client;
  await takeDose(together);
  await installed(page);
  await context.setOffline(true);
  await help(page).click();
  await expect(page.getByText('Calling…')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Still calling. Stay where you are.')).toBeVisible();
  await expect(call(page)).toHaveAttribute('href', 'tel:+13035550147');
  await context.setOffline(false);
  await expectPhase(page, 'hold');
  await expectOneAlert(together);
});

test('[AL13] in the first second after a load, before anything of the session is there, Help is there, dark, and takes the press', async ({
  together,
}) => {
  const { page } = together.client;
  await takeDose(together);
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.routeWebSocket(/socket\.io/, async (socket) => {
    await opened;
    socket.connectToServer();
  });
  await page.reload({ waitUntil: 'commit' });
  await help(page).click();
  await expect(page.getByText('Calling…')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'journey');
  await expect(page.getByRole('region', { name: 'Session phase' })).toHaveCount(0);
  await expect(call(page)).toHaveAttribute('href', 'tel:+13035550147');
  open();
  await expectPhase(page, 'hold');
  await expectOneAlert(together);
});

test('[AL13 AL2] a page that was closed on the press: another page of this browser sends it, and all of them make one alert', async ({
  together,
}) => {
  const { page, context } = together.client;
  await takeDose(together);
  await installed(page);
  await context.setOffline(true);
  const others = [await context.newPage(), await context.newPage()];
  await help(page).click();
  await page.close();
  for (const other of others) {
    await other.goto(`${new URL(together.links.therapist).href}/client`);
    await expect(other.getByText('Still calling. Stay where you are.')).toBeVisible();
  }
  await context.setOffline(false);
  await expectOneAlert(together);
  for (const other of others) {
    await expect(other.getByText('has seen it')).toBeVisible();
  }
});

test('[AL13 IN3] Help on a phone without a line, and a second device that took the place: the phone says that it did not go out, and the second one’s Help is the alert', async ({
  together,
  browsers,
}) => {
  const { page, context } = together.client;
  await takeDose(together);
  await context.setOffline(true);
  await help(page).click();
  await expect(page.getByText('Still calling. Stay where you are.')).toBeVisible();
  const permissions = ['camera', 'microphone'];
  const other = await browsers.client.newContext({ permissions });
  const second = await other.newPage();
  await second.goto(together.links.client);
  await second.getByRole('button', { name: 'Ask to be let in' }).click();
  await together.therapist.page.getByRole('button', { name: 'Let this device in' }).click();
  await expectPhase(second, 'hold');
  await context.setOffline(false);
  await expect(page.getByText('What you pressed here did not go out.')).toBeVisible();
  await expect(call(page)).toBeVisible();
  await help(second).click();
  await expectOneAlert(together);
  await other.close();
});

test('[AL13] a browser that forbids to keep anything takes the press all the same', async ({
  together,
}) => {
  const { page } = together.client;
  await page.addInitScript(() => {
    const forbidden = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'indexedDB', { get: forbidden });
    Object.defineProperty(globalThis, 'localStorage', { get: forbidden });
  });
  await page.reload({ waitUntil: 'commit' });
  await help(page).click();
  await expectOneAlert(together);
});

test('[AL13] what the chaperone answered on a phone that lost its line is said after its reload, too', async ({
  together,
}) => {
  const { client, chaperone, therapist } = together;
  await takeDose(together);
  await installed(chaperone.page);
  await help(client.page).click();
  await expect(card(together)).toBeVisible();
  await chaperone.context.setOffline(true);
  await card(together).getByRole('button', { name: "I'm going" }).click();
  await chaperone.page.reload();
  await expect(chaperone.page.getByText('This phone does not reach the session')).toBeVisible();
  await chaperone.context.setOffline(false);
  await expect(therapist.page.getByRole('region', { name: 'Alerts' })).toContainText(
    'Sam is going',
    { timeout: 20_000 },
  );
});
