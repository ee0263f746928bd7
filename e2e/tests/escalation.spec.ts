import { press } from '../personas/controls.ts';
import { expect, takeDose, test, type Cast } from '../personas/personas.ts';
import { countPulses } from '../personas/signals.ts';
import { Hours } from '../personas/watch.ts';

test.setTimeout(150_000);

const alerts = ({ therapist }: Cast) => therapist.page.getByRole('region', { name: 'Alerts' });
const card = ({ chaperone }: Cast) =>
  chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });

test('[AL10 AL5] silence mutes for two minutes and clears nothing; a new press sounds anew at once', async ({
  together,
}) => {
  const { client, chaperone } = together;
  const pulses = await countPulses(chaperone.page);
  await press(client.page, 'Help');
  await expect.poll(pulses).toBeGreaterThan(0);
  await press(card(together), 'Silence for 2 minutes');
  await expect(card(together)).toContainText('Silent until');
  await expect(card(together).getByRole('button', { name: 'Silence for 2 minutes' })).toHaveCount(
    0,
  );
  await expect(alerts(together)).toContainText('Sam has seen it');
  const silenced = await pulses();
  await press(client.page, 'Help');
  await expect.poll(pulses).toBeGreaterThan(silenced);
  await expect(card(together).getByRole('button', { name: 'Silence for 2 minutes' })).toBeVisible();
});

test('[AL9 AL11] nobody answers: each step stands before the therapist, with what is off, and at 30 seconds the dispatch line; “going” alone alarms again', async ({
  together,
  product,
}) => {
  const { client, chaperone, therapist } = together;
  const hours = new Hours(product);
  await takeDose(together);
  const pulses = await countPulses(chaperone.page);
  await press(client.page, 'Help');
  await expect(alerts(together)).toContainText('ext message: off, not set up');
  await expect(alerts(together)).toContainText('Sam is called', { timeout: 15_000 });
  await expect(alerts(together)).toContainText('The second contact is called', {
    timeout: 25_000,
  });
  const dispatch = alerts(together).getByRole('link', { name: 'Call dispatch: 720 555 0199' });
  await expect(dispatch).toHaveAttribute('href', 'tel:7205550199');
  await press(card(together), "I'm going");
  await expect(card(together)).toContainText('knows that you are going');
  const before = await pulses();
  try {
    await hours.pass(1.1, therapist.page);
    await expect(alerts(together)).toContainText('It alarms again: not with them yet');
    await expect(card(together)).toContainText('Once you are there');
    await expect.poll(pulses).toBeGreaterThan(before);
    await press(card(together), "I'm with them");
    await expect(dispatch).toHaveCount(0);
  } finally {
    await product.shiftClock(0);
  }
});
