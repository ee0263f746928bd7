import type { RecordReply } from '@sojourn/shared/http/record-api';
import type { SessionEvent } from '@sojourn/shared/session/event';
import { changePolicy } from '../product/desk.ts';
import { deskOf } from '../personas/browsers.ts';
import { press } from '../personas/controls.ts';
import { calm, offer, panel } from '../personas/grounding.ts';
import { expect, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';

/* Grounding where something is missing: the client's network, the video, or an exercise in our library. */

test.setTimeout(180_000);

/** What a finger does on the client's phone. */
const tap = (cast: Cast, name: string) =>
  calm(cast).getByRole('button', { name, exact: true }).tap();

/** Which of the session's events speak of a wish of the client's, or of an answer to a prompt. */
async function wishes({ therapist: { page }, sessionId }: Cast): Promise<string[]> {
  const { record } = (await (
    await page.request.get(new URL(`/api/sessions/${sessionId}/record`, page.url()).href)
  ).json()) as RecordReply;
  const words = (event: SessionEvent): string[] => {
    if (event.type === 'prompt.answered') return [`answer: ${event.response}`];
    return event.type === 'pace.signalled' ? [`wish: ${event.kind}`] : [];
  };
  return record.events.flatMap(({ event }) => words(event));
}

test('[GR4 GR5 GR11] with the network gone the line goes on, is slowed and put away, and one is opened alone; each press is in the record once', async ({
  together,
}) => {
  const { client, therapist } = together;
  const { page, context } = client;
  await takeDose(together);
  await offer(together, 'Slow sighs');
  await expect(calm(together)).toContainText('Breathe in through the nose.');
  await expect(panel(together)).toContainText('Shown for');

  await context.setOffline(true);
  await tap(together, 'Go on');
  await expect(calm(together)).toContainText('Add a small sip of air on top.');
  await expect(page.locator('[data-fallback="client"]')).toBeVisible({ timeout: 15_000 });
  // The line stays before the eyes beside what is said of the network, and Help is under the hand.
  const line = calm(together).getByText('Add a small sip of air on top.');
  await expect(line).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Help' })).toBeInViewport({ ratio: 1 });
  await tap(together, 'Slower');
  await expect(calm(together)).toContainText('“Slower” is kept, and goes out when the line is');
  await tap(together, 'Go on');
  await expect(calm(together)).toContainText('Let it all go, slowly, through the mouth.');
  await tap(together, 'Quiet please');
  await expect(calm(together)).not.toContainText('Let it all go');
  await expect(calm(together)).toContainText('“Quiet please” is kept');

  await tap(together, 'Something to hold on to');
  await tap(together, 'Feet');
  await expect(calm(together)).toContainText('Press your feet down gently.');

  await context.setOffline(false);
  await expect(therapist.page.getByRole('button', { name: 'I’m quiet' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(therapist.page.getByRole('button', { name: 'I’m slowing down' })).toBeVisible();
  await expect(panel(together)).toContainText('Robin put it away');
  // What they hold on to is not taken from them because a network is back.
  await expect(calm(together)).toContainText('Press your feet down gently.');
  await expect(calm(together)).not.toContainText('is kept, and goes out');
  expect((await wishes(together)).toSorted()).toEqual([
    'answer: quiet',
    'answer: slower',
    'wish: quiet',
    'wish: slower',
  ]);
  await offer(together, 'The blanket');
  await expect(calm(together)).toContainText('Feel the blanket');
  await expect(calm(together)).not.toContainText('Press your feet down');
});

test('[GR4 WD3] the page opened again with the network gone: the line that stood there stands there, at its place, with its answers', async ({
  together,
}) => {
  const { page, context } = together.client;
  await page.evaluate(() => navigator.serviceWorker.ready);
  await takeDose(together);
  await offer(together, 'Slow sighs');
  await tap(together, 'Go on');
  await expect(panel(together)).toContainText('Line 2 of');
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('[data-fallback="client"]')).toBeVisible({ timeout: 15_000 });
  await expect(calm(together)).toContainText('Add a small sip of air on top.');
  await tap(together, 'Keep');
  await context.setOffline(false);
  await expect(panel(together)).toContainText('Kept by Robin', { timeout: 20_000 });
  await expect(calm(together)).toContainText('Add a small sip of air on top.');
});

test('[GR9 GR10 CM3] a practice writes an exercise, without its text a word says what is missing; offered and kept, it goes home with the client', async ({
  together,
  product,
}) => {
  const { therapist, client } = together;
  const title = 'The kitchen at home';
  const lines = ['Think of a kitchen that you know.', 'Somebody has put the kettle on.'];
  const office = await therapist.context.newPage();
  try {
    await office.goto(`${product.url}/practice`);
    await press(office, 'Add an exercise');
    await office.getByLabel('Name of the exercise').fill(title);
    const text = office.getByLabel('Its lines');
    await press(office, 'Save');
    await expect(text).toHaveAccessibleDescription(/An exercise needs at least one line/);
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await expect(office.getByLabel('Name of the exercise')).toHaveValue(title);
    await text.fill(lines.join('\n'));
    await press(office, 'Save');
    await expect(office.getByText('Saved', { exact: true })).toBeVisible();
    await office.close();

    await takeDose(together);
    await offer(together, title);
    await expect(calm(together)).toContainText(lines[0] ?? '');
    await tap(together, 'Go on');
    await expect(calm(together)).toContainText(lines[1] ?? '');
    await tap(together, 'Keep');
    await expect(panel(together)).toContainText('Kept by Robin');
    for (const phase of ['Onset', 'Journey', 'Return', 'Integration', 'Release'])
      await moveTo(together, phase);
    const home = client.page.getByRole('region', { name: 'To take home', exact: true });
    await expect(home).toContainText(title);
    for (const line of lines) await expect(home).toContainText(line);
  } finally {
    await changePolicy(await deskOf(therapist.page, product.url), { exercises: [] });
  }
});

test('[MD2 GR1 GR11] with LiveKit gone prompts are offered, slowed, answered, kept and taken back', async ({
  together,
  product,
}) => {
  const { therapist } = together;
  await takeDose(together);
  product.signal('livekit', 'SIGKILL');
  const away = therapist.page.getByText(/Video is reconnecting|video server/i).first();
  await expect(away).toBeVisible({ timeout: 20_000 });
  await offer(together, 'Hand on chest');
  await expect(calm(together)).toContainText('Lay one hand on your chest');
  await expect(panel(together)).toContainText('Shown for');
  await tap(together, 'Slower');
  await press(therapist.page, 'I’m slowing down');
  await expect(calm(together)).toContainText('is going slower');
  await tap(together, 'Keep');
  await expect(panel(together)).toContainText('Kept by Robin');
  await press(panel(together), 'Take it back');
  await expect(calm(together)).not.toContainText('Lay one hand on your chest');
});
