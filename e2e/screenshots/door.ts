import { press } from '../personas/controls.ts';
import { agreeToDuties, confirmHome, CONSENTS, openSection, sign } from '../personas/papers.ts';
import type { Cast } from '../personas/personas.ts';
import type { Product } from '../product/product.ts';
import { shoot } from './shoot.ts';

/** Client and chaperone before they are let in: their papers, and the wait. */
export async function shootDoor(cast: Cast, product: Product): Promise<void> {
  const { therapist, client, chaperone, links, sessionId } = cast;
  await therapist.page.goto(`${product.url}/sessions/${sessionId}`);
  await client.page.goto(links.client);
  await chaperone.page.goto(links.chaperone);
  await chaperone.page.getByRole('button', { name: 'Join session' }).waitFor();
  await shoot(chaperone.page, 'chaperone-duties');
  await openSection(client.page, 'Your way through the treatment');
  await shoot(client.page, 'client-papers');
  await openSection(client.page, 'Three texts to read and sign');
  const [first, second, third] = CONSENTS;
  await sign(client.page, first, 'Robin Castellan');
  await openSection(client.page, second);
  const text = client.page.getByRole('button', { name: new RegExp(`^${second}`) });
  await shoot(client.page, 'client-consent', { of: text });
  await sign(client.page, second, 'Robin Castellan');
  await sign(client.page, third, 'Robin Castellan');
  await confirmHome(client.page);
  await agreeToDuties(chaperone.page, 'Sam', '+1 303 555 0147');
  await chaperone.page.reload();
  for (const [{ page }, name] of [
    [client, 'client-lobby'],
    [chaperone, 'chaperone-lobby'],
  ] as const) {
    await page.getByRole('button', { name: 'Join session' }).waitFor();
    const door = page.getByRole('heading', { name: 'When you are ready' });
    await shoot(page, name, { of: door, settle: 1_000 });
    await press(page, 'Join session');
  }
  await therapist.page.getByRole('button', { name: 'Admit Sam' }).waitFor();
  await shoot(client.page, 'client-waiting');
  await shoot(therapist.page, 'therapist-lobby');
  await press(therapist.page, 'Admit Robin');
  await press(therapist.page, 'Admit Sam');
}
