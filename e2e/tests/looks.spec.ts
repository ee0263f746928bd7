import { card } from '../personas/care.ts';
import { press } from '../personas/controls.ts';
import { expect, takeDose, test } from '../personas/personas.ts';
import { Hours } from '../personas/watch.ts';

test.setTimeout(120_000);

test('[LK1 LK2 AL11] the chaperone is asked to look every 15 minutes, a missed look is a high alert, and a worry stands before the therapist until they call', async ({
  together,
  product,
}) => {
  const { therapist, chaperone } = together;
  const hours = new Hours(product);
  await takeDose(together);
  const phone = chaperone.page;
  const alerts = card(therapist.page, 'Alerts');
  try {
    await expect(phone.getByRole('heading', { name: /^Next look at/ })).toBeVisible();
    await hours.pass(14, therapist.page);
    await hours.pass(1, therapist.page);
    await expect(phone.getByRole('heading', { name: 'Time to look in on Robin' })).toBeVisible();
    await expect(alerts).toContainText('Sam is asked to look in');
    await expect(phone.getByRole('alertdialog')).toHaveCount(0);

    await hours.pass(2, therapist.page);
    const alert = phone.getByRole('alertdialog', { name: 'Chaperone alert' });
    await expect(alert).toContainText('Look in on Robin now');
    await expect(alerts).toContainText('Sam has not looked in');
    await expect(alerts).toContainText('off, not set up');
    await press(alert, "I'm with them");
    await press(phone, 'Something worries me');
    const worry = therapist.page.locator('[data-call]');
    await expect(worry).toContainText('Something worries Sam');
    await expect(phone.getByRole('heading', { name: /^Next look at/ })).toBeVisible();
    await expect(phone.getByText('knows that something worries you')).toBeVisible();
    await press(worry, 'I’m calling');
    await expect(worry).toHaveCount(0);
    await press(phone, 'Please call me');
    await expect(worry).toContainText('Sam asks for a call');
    await press(worry, 'I’m calling');
    await expect(phone.getByText('knows that you want a call')).toHaveCount(0);
    await press(phone, 'I looked: all is well');
    await press(alerts, 'Resolve');
    await expect(alerts).toContainText('Resolved');
  } finally {
    await product.shiftClock(0);
  }
});
