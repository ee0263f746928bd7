import { expect, expectPhase, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';
import { countPulses } from '../personas/signals.ts';

const alerts = ({ therapist }: Cast) => therapist.page.getByRole('region', { name: 'Alerts' });
const card = ({ chaperone }: Cast) =>
  chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });

test('[AL3 AL4 AL7] Help goes from the press to “with them”, each step shown to the other two', async ({
  together,
}) => {
  const { client, therapist } = together;
  await takeDose(together);
  await client.page.getByRole('button', { name: 'Help' }).click();
  await expect(card(together)).toBeVisible();
  await expect(card(together)).toContainText('Robin');
  await expect(alerts(together)).toContainText('Robin pressed Help');
  await expect(alerts(together)).toContainText('Sam has seen it');
  await expect(client.page.getByText('Sam has seen it')).toBeVisible();
  await card(together).getByRole('button', { name: "I'm going" }).click();
  await expect(alerts(together)).toContainText('Sam is going');
  await expect(client.page.getByText('Sam is coming to you')).toBeVisible();
  await expect(therapist.page.getByRole('button', { name: 'Resolve' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await card(together).getByRole('button', { name: "I'm with them" }).click();
  await expect(alerts(together)).toContainText('Sam is with them');
  await expect(client.page.getByText('Sam is with you')).toBeVisible();
  await therapist.page.getByRole('button', { name: 'Resolve' }).click();
  await expect(alerts(together)).toContainText('Resolved');
  await expect(card(together)).toHaveCount(0);
});

test('[AL1] Help answers to Space and Enter when the page has the focus', async ({ together }) => {
  await takeDose(together);
  const { page } = together.client;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await expect(card(together)).toBeVisible();
  await card(together).getByRole('button', { name: "I'm with them" }).click();
  await together.therapist.page.getByRole('button', { name: 'Resolve' }).click();
  await expect(card(together)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(card(together)).toBeVisible();
});

test('[AL15] a Help that comes while the therapist is at the foot of the page is named above the controls, and a tap goes to it', async ({
  together,
}) => {
  const { client, therapist } = together;
  await takeDose(together);
  await therapist.page.setViewportSize({ width: 1_280, height: 600 });
  await therapist.page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  const waits = therapist.page.getByRole('list', { name: 'Waits for your answer' });
  await expect(waits).toHaveCount(0);
  await client.page.getByRole('button', { name: 'Help' }).click();
  const named = waits.getByRole('button', { name: 'Robin pressed Help' });
  await expect(named).toBeInViewport({ ratio: 1 });
  await named.click();
  await expect(alerts(together).getByText('Robin pressed Help')).toBeInViewport();
  await expect(waits).toHaveCount(0);
});

test('[AL3] the therapist’s two kinds, with a reason that the client never receives', async ({
  together,
}) => {
  const { therapist, client } = together;
  const frames: string[] = [];
  client.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  await client.page.reload();
  await expectPhase(client.page, 'setup');
  // On a small screen the way to the chaperone stays in sight, however far one has scrolled.
  await therapist.page.setViewportSize({ width: 390, height: 844 });
  const toChaperone = therapist.page.getByRole('button', { name: 'Alert chaperone' });
  for (const place of ['Alerts', 'Grounding', 'Watch']) {
    await therapist.page.getByRole('heading', { name: place }).scrollIntoViewIfNeeded();
    await expect(toChaperone).toBeInViewport({ ratio: 1 });
  }
  await toChaperone.click();
  await therapist.page.getByLabel('Reason, in a few words').fill('unsteady on the stairs');
  await therapist.page.getByRole('button', { name: 'Please come' }).click();
  await expect(card(together)).toContainText('unsteady on the stairs');
  await expect(card(together)).toContainText('Please go to Robin');
  await expect(alerts(together)).toContainText('unsteady on the stairs');
  await expect(alerts(together)).toContainText('Sam has seen it');
  expect(frames.join('\n')).toContain('please_come');
  expect(frames.join('\n')).not.toContain('stairs');
  await therapist.page.getByRole('button', { name: 'Alert chaperone' }).click();
  await therapist.page.getByRole('button', { name: 'Go now' }).click();
  await expect(card(together)).toContainText('Go to Robin now');
});

test('[AL6 AL7] a chaperone who was away finds every open alert, and until then the truth is told', async ({
  together,
}) => {
  const { therapist, client, chaperone } = together;
  await moveTo(together, 'Ready');
  await chaperone.page.goto('about:blank');
  await expect(therapist.page.locator('[data-presence="chaperone"]')).toHaveAttribute(
    'data-connected',
    'false',
    { timeout: 5_000 },
  );
  await client.page.getByRole('button', { name: 'Help' }).click();
  await expect(alerts(together)).toContainText('not delivered: call Sam on +1 303 555 0147');
  await expect(
    alerts(together).getByRole('link', { name: 'Call +1 303 555 0147' }),
  ).toHaveAttribute('href', 'tel:+13035550147');
  await chaperone.page.goBack();
  await expect(card(together)).toBeVisible();
  await expect(alerts(together)).toContainText('Sam has seen it');
});

test('[AL5] an impatient client makes one alert, which says how often it was pressed', async ({
  together,
}) => {
  const help = together.client.page.getByRole('button', { name: 'Help' });
  for (let press = 1; press <= 3; press += 1) {
    await help.click();
    await expect(alerts(together)).toContainText(
      press === 1 ? 'Robin pressed Help' : `pressed ${press} times`,
    );
  }
  await expect(alerts(together).locator('[data-alert]')).toHaveCount(1);
});

test('[AL8] the chaperone’s phone sounds until somebody answers, and the client’s never does', async ({
  together,
}) => {
  const { client, chaperone } = together;
  const onClient = await countPulses(client.page);
  const onChaperone = await countPulses(chaperone.page);
  await client.page.getByRole('button', { name: 'Help' }).click();
  await expect(card(together)).toBeVisible();
  await expect.poll(onChaperone).toBeGreaterThan(0);
  // A burst every 10 s: the second one comes by itself.
  const first = await onChaperone();
  await expect.poll(onChaperone, { timeout: 12_000 }).toBeGreaterThan(first);
  await card(together).getByRole('button', { name: "I'm going" }).click();
  expect(await onClient()).toBe(0);
});
