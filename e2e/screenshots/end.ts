import { card } from '../personas/care.ts';
import { press } from '../personas/controls.ts';
import { moveTo, type Cast } from '../personas/personas.ts';
import { expectSees } from '../personas/signals.ts';
import { goThroughRelease } from '../personas/watch.ts';
import type { Product } from '../product/product.ts';
import { shootSpanish } from './quiet.ts';
import { shoot } from './shoot.ts';

/** The release on both screens, the end, and the record. */
export async function shootEnd(cast: Cast, product: Product): Promise<void> {
  const { therapist, client, chaperone } = cast;
  const { page } = therapist;
  await expectSees(client.page, 'therapist');
  for (const resolve of await page.getByRole('button', { name: 'Resolve' }).all())
    await resolve.click();
  await moveTo(cast, 'Return');
  await shoot(client.page, 'client-return');
  await press(client.page, 'Keep');
  for (const title of ['Integration', 'Release']) await moveTo(cast, title);
  await press(client.page, 'Quiet please');
  // A page that is opened now is as light as it becomes.
  await client.page.reload();
  await expectSees(client.page, 'therapist');
  await shoot(client.page, 'client-release');
  await product.shiftClock(3 * 3_600_000);
  await goThroughRelease(page);
  await expectSees(chaperone.page, 'therapist');
  await shoot(page, 'therapist-release', { of: card(page, 'Release') });
  await press(page, 'Sign the release');
  await card(chaperone.page, 'Before it is over').getByRole('button', { name: 'Sign' }).waitFor();
  const release = card(chaperone.page, 'Before it is over');
  await shoot(chaperone.page, 'chaperone-release', { of: release });
  await release.getByLabel('Your full name, as your signature').fill('Sam Okoye');
  await press(release, 'Sign');
  await press(page, 'Move to Closed');
  await page.getByRole('link', { name: 'Open the record' }).waitFor();
  await shoot(page, 'therapist-closed');
  await shoot(client.page, 'client-closed');
  await shootSpanish([[client.page, 'client-closed']]);
  await page.getByRole('link', { name: 'Open the record' }).click();
  await page.getByRole('list', { name: 'Timeline' }).waitFor();
  await shoot(page, 'therapist-record');
}
