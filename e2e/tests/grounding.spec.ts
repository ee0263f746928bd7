import { press } from '../personas/controls.ts';
import { calm, offer, panel } from '../personas/grounding.ts';
import { expect, takeDose, test } from '../personas/personas.ts';

test('[GR1 GR2] an offered prompt is shown, slowed and kept, and the therapist sees each', async ({
  together,
}) => {
  const { therapist } = together;
  await takeDose(together);
  await panel(together).getByRole('button', { name: 'Offer Hand on chest' }).click();
  await expect(calm(together)).toContainText('Lay one hand on your chest');
  await expect(panel(together)).toContainText('Shown for');
  await calm(together).getByRole('button', { name: 'Slower' }).click();
  const answer = therapist.page.getByRole('button', { name: 'I’m slowing down' });
  await answer.click();
  await expect(answer).toBeHidden();
  await expect(calm(together)).toContainText('is going slower');
  await calm(together).getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(panel(together)).toContainText('Kept by Robin');
  await expect(calm(together)).toContainText('Lay one hand on your chest');
  await calm(together).getByRole('button', { name: 'Another' }).click();
  await expect(panel(together)).toContainText('Robin put it away');
  await expect(therapist.page.getByRole('button', { name: 'I’ll find another' })).toBeVisible();
  await expect(calm(together)).not.toContainText('Lay one hand on your chest');
});

test('[GR3 GR4] the client opens one alone; a new offer takes its place; it can be taken back', async ({
  together,
}) => {
  await calm(together).getByRole('button', { name: 'Something to hold on to' }).click();
  await calm(together).getByRole('button', { name: 'The blanket' }).click();
  await expect(calm(together)).toContainText('Feel the blanket');
  await expect(panel(together)).toContainText('Opened alone');
  await panel(together).getByRole('button', { name: 'Offer Feet', exact: true }).click();
  await expect(calm(together)).toContainText('Press your feet down');
  await expect(calm(together)).not.toContainText('Feel the blanket');
  await panel(together).getByRole('button', { name: 'Take it back' }).click();
  // It does not vanish before their eyes.
  const fading = calm(together).and(together.client.page.locator('[data-leaving]'));
  await expect(fading).toContainText('Press your feet down');
  await expect(calm(together)).not.toContainText('Press your feet down');
});

test('[GR1] the chaperone’s browser is told nothing of prompts', async ({ together, product }) => {
  const frames: string[] = [];
  const watched = await together.chaperone.context.newPage();
  watched.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  await watched.goto(`${product.url}/sessions/${together.sessionId}/chaperone`);
  await expect(watched.getByRole('region', { name: 'Session phase' })).toBeVisible();
  await panel(together).getByRole('button', { name: 'Offer Nearest sound' }).click();
  await expect(calm(together)).toContainText('nearest sound');
  await expect.poll(() => frames.length).toBeGreaterThan(1);
  expect(frames.join('\n')).not.toMatch(/prompt|pace|nearest-sound/);
});

test('[GR1 DO4] on a small phone the line, its answers and Help are all in sight, none over another', async ({
  together,
}) => {
  await takeDose(together);
  const { page } = together.client;
  await panel(together).getByRole('button', { name: 'Offer Longer out-breath' }).click();
  await expect(calm(together)).toContainText('than the breath in.');
  for (const [width, height] of [
    [360, 640],
    [375, 667],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    const line = calm(together).getByText('than the breath in.');
    await expect(line).toBeInViewport({ ratio: 1 });
    const names = ['Keep', 'Another', 'Slower', 'Quiet please', 'Stay with me', "I'm OK", 'Help'];
    for (const name of names) {
      const onTop = await page.getByRole('button', { name, exact: true }).evaluate((button) => {
        const { left, top, width: w, height: h } = button.getBoundingClientRect();
        const ends = [0.1, 0.9].map((y) => document.elementFromPoint(left + w / 2, top + h * y));
        return ends.every((element) => element !== null && button.contains(element));
      });
      expect(onTop, `${name} at ${width}x${height}`).toBe(true);
    }
  }
});

test('[GR5 GR8 GR11] a row of two goes on by a tap, lines by the client’s, and quiet takes all of it away', async ({
  together,
}) => {
  const { therapist } = together;
  await takeDose(together);
  const find = panel(together).getByRole('searchbox', { name: 'Find an exercise' });
  for (const title of ['Slow sighs', 'The blanket']) {
    await find.fill(title);
    await panel(together)
      .getByRole('button', { name: `More on ${title}` })
      .click();
    await panel(together)
      .getByRole('button', { name: `In a row: ${title}` })
      .click();
  }
  await panel(together).getByRole('button', { name: 'Offer them' }).click();
  await expect(calm(together)).toContainText('Breathe in through the nose.');
  await calm(together).getByRole('button', { name: 'Go on' }).click();
  await expect(calm(together)).toContainText('Add a small sip of air on top.');
  await expect(panel(together)).toContainText('Line 2 of 4');
  await panel(together).getByRole('button', { name: 'Next: The blanket' }).click();
  await expect(calm(together)).toContainText('Feel the blanket');
  await calm(together).getByRole('button', { name: 'Quiet please' }).click();
  await expect(calm(together)).not.toContainText('Feel the blanket');
  await therapist.page.getByRole('button', { name: 'I’m quiet' }).click();
  await expect(calm(together)).toContainText('is quiet now, and still here');
});

test('[GR6 CM3] a line of the therapist’s own: too long is said, right-to-left and emoji are shown', async ({
  together,
}) => {
  const line = panel(together).getByRole('textbox', { name: 'A line of your own' });
  await line.fill('x'.repeat(10_000));
  await expect(panel(together)).toContainText('9800 characters too many');
  await line.fill('שלום 🌊');
  await panel(together).getByRole('button', { name: 'Offer my line' }).click();
  await expect(calm(together)).toContainText('שלום 🌊');
});

test('[GR1 GR3] a line that is offered while the client is choosing one comes with its answers', async ({
  together,
}) => {
  await takeDose(together);
  await press(calm(together), 'Something to hold on to');
  await expect(calm(together).getByRole('button', { name: 'Not now' })).toBeVisible();
  await offer(together, 'The blanket');
  await expect(calm(together)).toContainText('Feel the blanket');
  await press(calm(together), 'Quiet please');
  await expect(calm(together)).not.toContainText('Feel the blanket');
});

test('[GR1 GR11 MU3] the open music makes way for a new line, opens by no hand but the client’s, and has its way back when the line to the server is gone', async ({
  together,
}) => {
  const { page, context } = together.client;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await takeDose(together);
  await press(page, 'Music');
  await expect(button('Rain')).toBeVisible();
  await expect(button('Slower')).toHaveCount(0);
  await offer(together, 'The blanket');
  await expect(button('Keep')).toBeVisible();
  await expect(button('Rain')).toHaveCount(0);
  await press(page, 'Quiet please');
  await expect(button('Keep')).toHaveCount(0);
  await expect(button('Stay with me')).toBeVisible();
  await expect(button('Rain')).toHaveCount(0);

  await offer(together, 'The blanket');
  await expect(button('Keep')).toBeVisible();
  await press(page, 'Music');
  await expect(button('Rain')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are safe.')).toBeVisible({ timeout: 15_000 });
  await press(page, 'Back');
  await expect(button('Quiet please')).toBeVisible();
  await context.setOffline(false);
});

test('[AL14] music that is pressed softer by the keyboard until it can go no softer, and a choice that goes when it is pressed, call nobody', async ({
  together,
}) => {
  const { page } = together.client;
  await takeDose(together);
  await press(page, 'Music');
  const twice = async (name: string, times: number) => {
    await page.getByRole('button', { name, exact: true }).focus();
    for (let press = 0; press < times; press += 1) {
      await page.keyboard.press('Enter');
      // Longer than a key is held: a press of its own.
      await page.waitForTimeout(800);
    }
  };
  await twice('Rain', 2);
  await expect(page.getByText('Plays: Rain')).toBeVisible();
  await twice('Softer', 5);
  await expect(together.therapist.page.locator('[data-music-card]')).toContainText('volume 1 of 5');
  await expect(together.therapist.page.getByText('Robin pressed Help')).toHaveCount(0);
  await page.getByRole('button', { name: 'Help' }).focus();
  await page.keyboard.press('Enter');
  await expect(together.therapist.page.getByText('Robin pressed Help').first()).toBeVisible();
});
