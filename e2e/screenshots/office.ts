import { press } from '../personas/controls.ts';
import type { Cast } from '../personas/personas.ts';
import type { Product } from '../product/product.ts';
import { shoot } from './shoot.ts';

/** The therapist's pages outside of a session. */
export async function shootOffice({ therapist: { page } }: Cast, product: Product): Promise<void> {
  await page.goto(`${product.url}/sessions`);
  await page.getByRole('list', { name: 'Sessions' }).waitFor();
  await shoot(page, 'therapist-sessions');
  await press(page, 'New session');
  await shoot(page, 'therapist-new-session');
  await press(page, 'Close');
  await page.goto(`${product.url}/practice`);
  await page.getByLabel('Preparation sessions before the first dose').waitFor();
  await shoot(page, 'therapist-practice');
  await press(page, 'Change: step 3 of “High: go now”');
  const ladder = page.getByRole('heading', { name: 'When nobody answers an alert' });
  await shoot(page, 'therapist-ladder', { of: ladder });
  await page.goto(`${product.url}/clients`);
  await page.getByRole('list', { name: 'Clients' }).waitFor();
  await shoot(page, 'therapist-clients');
  // Closed yesterday: proposals stand on this page.
  await page.getByRole('link', { name: 'Noor' }).click();
  await page.getByRole('heading', { name: 'Noor' }).waitFor();
  await shoot(page, 'therapist-client');
  await press(page, 'Change the order');
  await shoot(page, 'therapist-order');
}
