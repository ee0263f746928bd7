import type { Page } from '@playwright/test';
import { press } from '../personas/controls.ts';
import { handsOf, meet } from '../personas/hands.ts';
import { expect, expectPhase, joinAll, takeDose, test } from '../personas/personas.ts';
import { readPdf } from '../product/record-file.ts';

const card = (page: Page) => page.getByRole('dialog', { name: 'Emergency card' });
/** What this phone keeps of the session, as whoever finds it could read it. */
const kept = (page: Page, sessionId: string): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), `sojourn.kept.${sessionId}.chaperone`);

test('[EC1 EC2] the chaperone’s card has its health part by the client’s signature only; the therapist’s calls the client’s town; each prints on one page', async ({
  cast,
  product,
}) => {
  const { therapist, chaperone, sessionId } = cast;
  await joinAll(cast);
  await press(chaperone.page, 'Emergency card');
  await expect(card(chaperone.page)).toContainText('2150 Juniper Lane');
  await expect(card(chaperone.page)).toContainText('Not shared with this phone');
  await expect(card(chaperone.page)).not.toContainText('Penicillin');
  await expect.poll(() => kept(chaperone.page, sessionId)).toContain('Juniper Lane');
  expect(await kept(chaperone.page, sessionId)).not.toContain('Penicillin');

  await meet(cast, 'Setup');
  for (const words of [/\d\d years old/, 'Penicillin', 'asthma', 'No medicine yet']) {
    await expect(card(chaperone.page)).toContainText(words);
  }
  await expect(card(chaperone.page).getByRole('link', { name: 'Call 911' })).toHaveAttribute(
    'href',
    'tel:911',
  );
  await press(therapist.page, 'Emergency card');
  const call = card(therapist.page).getByRole('link', { name: 'Call 720 555 0199' });
  await expect(call).toHaveAttribute('href', 'tel:7205550199');
  await expect(card(therapist.page).locator('[href="tel:911"]')).toHaveCount(0);

  for (const as of ['therapist', 'chaperone'] as const) {
    const paper = await cast[as].context.newPage();
    await paper.goto(`${product.url}/sessions/${sessionId}/card?as=${as}`);
    await expect(paper.getByRole('heading', { name: 'Emergency card' })).toBeVisible();
    const { pages, text } = await readPdf(await paper.pdf({ format: 'Letter' }));
    expect(pages).toBe(1);
    expect(text).toContain('Penicillin');
    expect(text).not.toContain('Print this page');
    await paper.close();
  }
});

test('[EC3] the network gone after the dose: the card stays, also after a reload, and goes on counting; it comes back by itself, and is gone with the session', async ({
  together,
}) => {
  const { chaperone, sessionId } = together;
  const { page, context } = chaperone;
  await page.clock.install();
  await takeDose(together);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await expect(page.getByText('This phone lost its connection')).toBeVisible();
  await press(page, 'Emergency card');
  await expect(card(page)).toContainText('2 × ketamine');

  await page.reload();
  await expect(page.getByText('This phone does not reach the session')).toBeVisible();
  await expect(page.getByText('No alert can reach you here')).toBeVisible();
  const medicine = page.getByRole('definition').filter({ hasText: '2 × ketamine' });
  await expect(medicine).toContainText('less than a minute ago');
  await page.clock.fastForward('07:00');
  await expect(medicine).toContainText('7 minutes ago');
  await expect(page.getByRole('link', { name: 'Call Dr. Maya Ellis' })).toHaveAttribute(
    'href',
    'tel:+13035550101',
  );
  for (const words of ['2150 Juniper Lane', 'Blue door', 'Penicillin', '122 over 78']) {
    await expect(page.getByText(words)).toBeVisible();
  }

  await context.setOffline(false);
  await expectPhase(page, 'hold');
  const therapist = await handsOf(together, 'therapist');
  await therapist.press({
    type: 'session.hand_over',
    to: 'Paramedics',
    handedOverAt: therapist.view().serverTime,
    told: 'All of it',
  });
  therapist.letGo();
  await expectPhase(page, 'closed');
  await expect.poll(() => kept(page, sessionId)).toBeNull();
});
