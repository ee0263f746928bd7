import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { meet } from '../personas/hands.ts';
import { expect, moveTo, test } from '../personas/personas.ts';

async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    screen,
  ).toEqual([]);
}

test('axe finds nothing serious on any screen', async ({ cast, product }) => {
  const { therapist, client, chaperone } = cast;
  await expectAccessible(client.page, 'client’s lobby');
  await expectAccessible(chaperone.page, 'chaperone’s lobby');
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await chaperone.page.getByRole('button', { name: 'Join session' }).click();
  await expect(therapist.page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  await expectAccessible(therapist.page, 'therapist with people waiting');
  await expectAccessible(client.page, 'client waiting');
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await therapist.page.getByRole('button', { name: 'Admit Sam' }).click();
  await moveTo(cast, 'Setup');
  await moveTo(cast, 'Ready');
  await meet(cast, 'Hold');
  await expectAccessible(client.page, 'client in ready');
  await expectAccessible(chaperone.page, 'chaperone in ready');
  await client.page.getByRole('button', { name: 'rather stop for today' }).click();
  await expectAccessible(client.page, 'stop for today');
  await client.page.getByRole('button', { name: 'Go on' }).click();
  await client.page.getByRole('button', { name: "I'm ready" }).click();
  await therapist.page.getByRole('button', { name: 'Start dose' }).click();
  await therapist.page.getByRole('button', { name: 'Offer The blanket' }).click();
  await expect(client.page.getByText('Feel the blanket')).toBeVisible();
  await expectAccessible(client.page, 'client after the dose');
  await client.page.getByRole('button', { name: 'Help' }).click();
  await expect(chaperone.page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(chaperone.page, 'chaperone’s alert');
  await expectAccessible(therapist.page, 'therapist with an alert');
  await therapist.page.getByRole('button', { name: 'Alert chaperone' }).click();
  await expectAccessible(therapist.page, 'alert menu');
  await therapist.page.goto(`${product.url}/sessions`);
  await expect(therapist.page.getByRole('list', { name: 'Sessions' })).toBeVisible();
  await expectAccessible(therapist.page, 'sessions');
  await therapist.page.getByRole('button', { name: 'New session' }).click();
  await expectAccessible(therapist.page, 'new session');
});

test('the whole path of the client and the chaperone goes by keyboard alone', async ({
  together,
}) => {
  const { client, chaperone, therapist } = together;
  await moveTo(together, 'Ready');
  await meet(together, 'Hold');
  await client.page.getByRole('button', { name: "I'm ready" }).focus();
  await client.page.keyboard.press('Enter');
  const start = therapist.page.getByRole('button', { name: 'Start dose' });
  // It rests for a moment after it has appeared, and a key does not wait as a click here would.
  await expect(start).not.toHaveAttribute('aria-disabled', 'true');
  await start.focus();
  await therapist.page.keyboard.press('Enter');
  await expect(client.page.locator('html')).toHaveAttribute('data-theme', 'journey');
  await client.page.getByRole('button', { name: 'Help' }).focus();
  await client.page.keyboard.press('Enter');
  const card = chaperone.page.getByRole('alertdialog');
  await expect(card).toBeVisible();
  await chaperone.page.keyboard.press('Tab');
  await card.getByRole('button', { name: "I'm going" }).focus();
  await chaperone.page.keyboard.press('Space');
  await expect(therapist.page.getByRole('region', { name: 'Alerts' })).toContainText(
    'Sam is going',
  );
});
