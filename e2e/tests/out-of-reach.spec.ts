import type { Page } from '@playwright/test';
import { press } from '../personas/controls.ts';
import { expect, expectPhase, takeDose, test } from '../personas/personas.ts';

test.setTimeout(150_000);

const fallback = (page: Page, as: string) => page.locator(`[data-fallback="${as}"]`);
const within = { timeout: 10_000 };

test('[WD3 AL13 EC3 GR4] the whole server gone: within ten seconds each screen shows what to do, whom to call and the card, also after a reload; a Help pressed then is one alert', async ({
  together,
  product,
}) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  for (const { page } of [therapist, client, chaperone]) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  }
  await product.kill();
  const onClient = fallback(client.page, 'client');
  const onTherapist = fallback(therapist.page, 'therapist');
  const onChaperone = fallback(chaperone.page, 'chaperone');
  await Promise.all(
    [onClient, onTherapist, onChaperone].map((each) => expect(each).toBeVisible(within)),
  );

  const expectAll = async () => {
    await expect(onClient).toContainText('You are safe.');
    await expect(onClient).toContainText('Sam is coming to you.');
    await expect(client.page.getByRole('link', { name: 'Call Sam' })).toBeVisible();
    await expect(onChaperone).toContainText('look in on Robin every few minutes');
    await expect(chaperone.page.getByRole('link', { name: 'Call Dr. Maya Ellis' })).toHaveAttribute(
      'href',
      'tel:+13035550101',
    );
    await expect(onTherapist.getByRole('link', { name: 'Call Sam' })).toBeVisible();
    await expect(onTherapist.getByRole('link', { name: 'Call Robin' })).toBeVisible();
    for (const { page } of [therapist, chaperone]) {
      await expect(page.getByText('2150 Juniper Lane').first()).toBeVisible();
    }
    await expect(therapist.page.getByRole('link', { name: 'Call 720 555 0199' })).toBeVisible();
  };
  await expectAll();
  await Promise.all([therapist, client, chaperone].map(({ page }) => page.reload()));
  await expectAll();

  await press(client.page, 'Something to hold on to');
  const first = client.page.locator('[data-alone] button').nth(1);
  await first.click();
  await expect(client.page.getByRole('status').filter({ hasText: /\w/ }).first()).toBeVisible();
  await press(client.page, 'Another');
  await expect(client.page.locator('[data-alone]')).toBeVisible();
  await press(client.page, 'Help');
  await expect(client.page.getByText('Still calling. Stay where you are.')).toBeVisible();

  await product.start();
  for (const { page } of [therapist, client, chaperone]) await expectPhase(page, 'hold');
  const alerts = therapist.page.getByRole('region', { name: 'Alerts' }).locator('[data-alert]');
  await expect(alerts.filter({ hasText: 'Robin pressed Help' })).toHaveCount(1);
  for (const each of [onClient, onTherapist, onChaperone]) await expect(each).toHaveCount(0);
});
