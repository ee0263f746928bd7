import type { Page } from '@playwright/test';
import { meet } from '../personas/hands.ts';
import { expect, expectPhase, moveTo, phaseRegion, takeDose, test } from '../personas/personas.ts';

test('[PH1 PH5] the three follow a whole session, each in their own words', async ({
  together,
  product,
}) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  for (const page of [therapist.page, client.page, chaperone.page]) {
    await expect(phaseRegion(page)).toContainText('0 min');
  }
  for (const title of ['Onset', 'Journey', 'Return', 'Integration', 'Release', 'Closed']) {
    if (title === 'Closed') await product.shiftClock(3 * 3_600_000);
    await moveTo(together, title);
    const words = await Promise.all(
      [therapist, client, chaperone].map(({ page }) => phaseRegion(page).locator('p').innerText()),
    );
    expect(new Set(words).size).toBe(3);
  }
  await product.shiftClock(0);
});

test('[DO1] T0 comes with the second of the two confirmations, also when the therapist was first', async ({
  together,
}) => {
  const { therapist, client } = together;
  await moveTo(together, 'Ready');
  await meet(together, 'Hold');
  await therapist.page.getByRole('button', { name: 'Start dose' }).click();
  await expect(therapist.page.getByText('Waiting for Robin')).toBeVisible();
  await expectPhase(client.page, 'ready');
  await client.page.getByRole('button', { name: "I'm ready" }).click();
  await expectPhase(therapist.page, 'hold');
  await expectPhase(client.page, 'hold');
});

test('[DO2] without the chaperone’s phone there is no dose', async ({ together }) => {
  const { therapist, client, chaperone } = together;
  await moveTo(together, 'Ready');
  await meet(together, 'Hold');
  await client.page.getByRole('button', { name: "I'm ready" }).click();
  await chaperone.context.setOffline(true);
  await chaperone.page.close();
  await expect(therapist.page.locator('[data-presence="chaperone"]')).toHaveAttribute(
    'data-connected',
    'false',
  );
  await expect(therapist.page.getByRole('button', { name: 'Start dose' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectPhase(client.page, 'ready');
});

test('[PH4] two devices of one therapist cannot both move', async ({ together, product }) => {
  const { therapist, client, sessionId } = together;
  const second = await therapist.context.newPage();
  await second.goto(`${product.url}/sessions/${sessionId}`);
  await expectPhase(second, 'setup');
  await meet(together, 'Ready');
  const move = (page: Page) => page.getByRole('button', { name: 'Move to Ready' });
  for (const page of [therapist.page, second]) {
    await expect(move(page)).not.toHaveAttribute('aria-disabled', 'true');
  }
  // Both at once, as two hands would: not through Playwright, which waits for a button to hold still.
  await Promise.all(
    [therapist.page, second].map((page) =>
      move(page).evaluate((button: HTMLButtonElement) => button.click()),
    ),
  );
  await expectPhase(client.page, 'ready');
  await expectPhase(second, 'ready');
  await expectPhase(therapist.page, 'ready');
});

test('[PH6] before the dose the client can stop, and it is said to be a good decision', async ({
  together: { therapist, client, chaperone },
}) => {
  await client.page.getByRole('button', { name: 'rather stop for today' }).click();
  await client.page.getByRole('button', { name: 'Stop the session' }).click();
  for (const { page } of [therapist, client, chaperone]) {
    await expectPhase(page, 'cancelled');
    await expect(phaseRegion(page)).toContainText('good decision');
  }
});

test('[PH6] who is asked whether to stop is asked on when the session moves to Ready, and stops then', async ({
  together,
}) => {
  const { page } = together.client;
  await page.getByRole('button', { name: 'rather stop for today' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop for today?' });
  await dialog.getByLabel('A reason, in a few words').fill('I slept badly');
  await moveTo(together, 'Ready');
  await expect(dialog.getByLabel('A reason, in a few words')).toHaveValue('I slept badly');
  await dialog.getByRole('button', { name: 'Stop the session' }).click();
  await expectPhase(page, 'cancelled');
});
