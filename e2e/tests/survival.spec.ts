import { press } from '../personas/controls.ts';
import { offer, panel } from '../personas/grounding.ts';
import { meet } from '../personas/hands.ts';
import { expect, expectPhase, moveTo, takeDose, test } from '../personas/personas.ts';
import { expectHears, expectSees } from '../personas/signals.ts';

test.setTimeout(150_000);

test('[ES1 ES5 PR3] kill -9 under a live session: all three come back to the same state by themselves', async ({
  together,
  product,
}) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  await expectSees(therapist.page, 'client');
  await client.page.getByRole('button', { name: 'Help' }).click();
  const alerts = therapist.page.getByRole('region', { name: 'Alerts' });
  await expect(alerts).toContainText('Sam has seen it');

  await product.kill();
  await expect(client.page.getByText('The line dropped for a moment')).toBeVisible();
  // Pressed while nobody listens: kept, and sent when somebody does.
  const card = chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
  await card.getByRole('button', { name: "I'm going" }).click();
  await product.start();

  for (const { page } of [therapist, client, chaperone]) await expectPhase(page, 'hold');
  await expect(alerts).toContainText('Sam is going', { timeout: 20_000 });
  await expect(client.page.getByText('Sam is coming to you')).toBeVisible();
  await expect(alerts.locator('[data-alert]')).toHaveCount(1);
  await expect(client.page.getByText('The line dropped for a moment')).toHaveCount(0);
  await expectSees(therapist.page, 'client');
  await expectHears(client.page, 'therapist');
});

test('[CM4] the database away: presses are refused in words, nothing is shown as done, it recovers alone', async ({
  together,
  product,
}) => {
  const { therapist, client } = together;
  await meet(together, 'Ready');
  product.signal('postgres', 'SIGSTOP');
  try {
    await therapist.page.getByRole('button', { name: 'Move to Ready' }).click();
    await expect(
      therapist.page.getByText(/could not be recorded|No answer came/).first(),
    ).toBeVisible({ timeout: 20_000 });
    await expectPhase(therapist.page, 'setup');
    await client.page.getByRole('button', { name: 'Help' }).click();
    await expect(client.page.getByText('Still calling. Stay where you are.')).toBeVisible({
      timeout: 15_000,
    });
  } finally {
    product.signal('postgres', 'SIGCONT');
  }
  const alerts = therapist.page.getByRole('region', { name: 'Alerts' });
  await expect(alerts).toContainText('Robin pressed Help', { timeout: 30_000 });
  await expect(alerts).toContainText('Sam has seen it');
  await expect(alerts.locator('[data-alert]')).toHaveCount(1);
});

test('[MD2] LiveKit away: banner, prompts and alerts go on, and the picture comes back by itself', async ({
  together,
  product,
}) => {
  const { therapist, client, chaperone } = together;
  await expectSees(therapist.page, 'client');
  product.signal('livekit', 'SIGKILL');
  await expect(therapist.page.getByText(/Video is reconnecting|video server/i).first()).toBeVisible(
    {
      timeout: 20_000,
    },
  );
  await client.page.getByRole('button', { name: 'Help' }).click();
  await expect(chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' })).toBeVisible();
  await chaperone.page.getByRole('button', { name: "I'm with them" }).click();
  await therapist.page.getByRole('button', { name: 'Resolve' }).click();
  await moveTo(together, 'Ready');
  await expectSees(therapist.page, 'client', 45_000);
  await expectSees(client.page, 'therapist');
});

test('[LO2] a restart while people wait in the lobby loses nobody', async ({ cast, product }) => {
  const { therapist, client } = cast;
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await expect(therapist.page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  await product.kill();
  await product.start();
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await expectPhase(client.page, 'arrival');
});

test('[WD4] a line that breaks the client’s page: it loads again by itself, with the line; one that breaks it again at once leaves Help standing', async ({
  together,
}) => {
  const { client, chaperone } = together;
  const { page } = client;
  /** A fault of ours in what fills the orientation from the record, gone with the page. */
  const breakHours = () =>
    page.evaluate(() => {
      const toLocaleTimeString = () => {
        throw new Error('Broken on purpose');
      };
      Object.assign(Date.prototype, { toLocaleTimeString });
    });
  await takeDose(together);
  await breakHours();
  const again = page.waitForEvent('load');
  await offer(together, 'Where you are');
  await again;
  await expect(page.getByText('You took your medicine')).toBeVisible();

  await press(panel(together), 'Take it back');
  await expect(page.getByText('You took your medicine')).toHaveCount(0);
  await breakHours();
  await offer(together, 'Where you are');
  await expect(page.getByText('nothing that you pressed before is lost')).toBeVisible();
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' })).toBeVisible();
});
