import type { InviteReply } from '@sojourn/shared/http/api';
import { expect, expectPhase, test } from '../personas/personas.ts';

test('[IN3 IN4] a second device with a used link asks, is let in, and the first is let go', async ({
  together,
  browsers,
}) => {
  const { therapist, client, links } = together;
  const context = await browsers.client.newContext({ permissions: ['camera', 'microphone'] });
  const second = await context.newPage();
  await second.goto(links.client);
  await expect(second.getByText('already opened on another device')).toBeVisible();
  await second.getByRole('button', { name: 'Ask to be let in' }).click();
  await expect(therapist.page.getByText('Another device asks to come in as Robin')).toBeVisible();
  await therapist.page.getByRole('button', { name: 'Let this device in' }).click();
  await expectPhase(second, 'setup');
  await expect(client.page.getByText('You are in on another device')).toBeVisible();
  await context.close();
});

test('[IN2] a withdrawn link says so, and a new one works', async ({ cast, browsers, product }) => {
  const { therapist, sessionId } = cast;
  const invites = `${product.url}/api/sessions/${sessionId}/invites`;
  const issue = async () =>
    (
      (await (
        await therapist.page.request.post(invites, { data: { role: 'chaperone' } })
      ).json()) as InviteReply
    ).url;
  const first = await issue();
  const next = await issue();
  const context = await browsers.chaperone.newContext();
  const page = await context.newPage();
  await page.goto(first);
  await expect(page.getByText('replaced or withdrawn')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(next);
  await expect(page.getByRole('button', { name: 'Join session' })).toBeVisible();
  await context.close();
});

test('[IN1 CC2] a therapist schedules a session and copies both links, which are shown once', async ({
  cast,
  product,
}) => {
  const { page, context } = cast.therapist;
  await context.grantPermissions(['clipboard-read', 'clipboard-write', 'camera', 'microphone']);
  await page.goto(`${product.url}/sessions`);
  await page.getByRole('button', { name: 'New session' }).click();
  const dialog = page.getByRole('dialog', { name: 'New session' });
  await dialog.getByRole('button', { name: /Client$/ }).click();
  await page.getByRole('option', { name: /Robin/ }).first().click();
  await dialog.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: /Preparation/ }).click();
  await page.getByRole('button', { name: 'Schedule session' }).click();
  for (const who of ['Client', 'Chaperone']) {
    await page.getByRole('button', { name: `Copy: ${who}’s invite link` }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(new RegExp(`^${product.url}/join#[\\w-]{22,}$`));
  }
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('list', { name: 'Sessions' })).toContainText('Preparation');
});

test('a sign-in link works once, and says so the second time', async ({
  cast,
  product,
  browsers,
}) => {
  // The cast's therapist came by it.
  await expect(cast.therapist.page.getByRole('region', { name: 'Session phase' })).toBeVisible();
  const context = await browsers.therapist.newContext();
  const page = await context.newPage();
  await page.goto(product.links.therapist);
  await expect(page.getByText(/already used or has expired/)).toBeVisible();
  await context.close();
});
