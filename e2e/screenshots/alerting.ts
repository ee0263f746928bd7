import { card } from '../personas/care.ts';
import { press } from '../personas/controls.ts';
import { expectPhase, type Cast } from '../personas/personas.ts';
import { type Hours, writeNote } from '../personas/watch.ts';
import type { Product } from '../product/product.ts';
import { shoot } from './shoot.ts';

/** Looks, an alert that nobody answers, and the server gone: from the journey, and back to it. */
export async function shootAlerting(cast: Cast, product: Product, hours: Hours): Promise<void> {
  const { therapist, client, chaperone } = cast;
  const { page } = therapist;
  const phone = chaperone.page;
  await shoot(phone, 'chaperone-journey');
  await hours.pass(14, page, phone);
  await hours.pass(14.5, page);
  await phone.getByRole('heading', { name: 'Time to look in' }).waitFor();
  await shoot(phone, 'chaperone-look');
  await press(phone, 'Something worries me');
  await press(phone, 'Please call me');
  await page.locator('[data-call]').nth(1).waitFor();
  await shoot(page, 'therapist-calls', { of: page.locator('[data-call]').first() });
  await press(page.locator('[data-call]').first(), 'I’m calling');
  await press(page.locator('[data-call]').first(), 'I’m calling');

  await press(client.page, 'Help');
  const alert = phone.getByRole('alertdialog');
  await press(alert, 'Silence for 2 minutes');
  await alert.getByText('Silent until').waitFor();
  await shoot(phone, 'chaperone-alert-silent');
  await hours.pass(0.6, page);
  await page.getByRole('link', { name: /^Call dispatch/ }).waitFor();
  await shoot(page, 'therapist-unanswered', { of: card(page, 'Alerts') });
  await press(alert, "I'm going");
  await alert.getByText('knows that you are going').waitFor();
  await hours.pass(1.1, page);
  await alert.getByText('Once you are there').waitFor();
  await shoot(phone, 'chaperone-alert-overdue');
  await press(alert, "I'm with them");
  await press(page, 'Resolve');
  await press(phone, 'I looked: all is well');

  for (const each of [therapist, client, chaperone]) {
    await each.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  }
  await product.kill();
  for (const [as, each] of Object.entries({ therapist, client, chaperone })) {
    await each.page.locator(`[data-fallback="${as}"]`).waitFor();
  }
  await shoot(page, 'therapist-out-of-reach');
  await shoot(client.page, 'client-out-of-reach');
  await shoot(phone, 'chaperone-out-of-reach');
  await page.reload();
  await client.page.reload();
  await page.locator('[data-fallback]').waitFor();
  await client.page.locator('[data-fallback]').waitFor();
  await shoot(page, 'therapist-reloaded-out-of-reach');
  await press(client.page, 'Help');
  await client.page.getByText('Still calling').waitFor();
  await shoot(client.page, 'client-help-out-of-reach');
  await product.start();
  await expectPhase(client.page, 'journey');
  await alert.waitFor();
  await shoot(page, 'therapist-back');
  await press(alert, "I'm with them");
  await writeNote(page, 'The line was gone for a while. Sam was with them.');
}
