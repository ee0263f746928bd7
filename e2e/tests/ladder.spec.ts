import type { Page } from '@playwright/test';
import { press } from '../personas/controls.ts';
import { handsOf } from '../personas/hands.ts';
import { expect, test, type Cast } from '../personas/personas.ts';

const high = (page: Page) => page.getByRole('group', { name: 'High: go now', exact: true });
const step = (page: Page, number: number) =>
  page.getByRole('group', { name: `step ${number} of “High: go now”`, exact: true });
const change = (page: Page, number: number) =>
  press(page, `Change: step ${number} of “High: go now”`);
const seconds = (page: Page, number: number) =>
  step(page, number).getByLabel('Seconds', { exact: true });

/** What an open session climbs by. */
async function callsAfter(cast: Cast): Promise<number | undefined> {
  const hands = await handsOf(cast, 'therapist');
  const { view } = hands.view();
  hands.letGo();
  if (view.screen !== 'therapist') return undefined;
  return view.care.policy.ladder?.high.find((rung) => rung.step === 'phone_call')?.after;
}

test('[AL9 AL11 CC4] the practice edits its ladder: what is off is said, what saves nobody is refused in words, what is saved stays and reaches the open session', async ({
  cast,
  product,
}) => {
  const { page } = cast.therapist;
  await page.goto(`${product.url}/practice`);
  // This product has no Twilio: the default's text messages and calls would reach nobody.
  await expect(
    page.getByText('Text messages and phone calls are not configured on this server'),
  ).toBeVisible();
  await expect(high(page)).toContainText('After 10 seconds');
  await expect(high(page)).toContainText('Not configured here: phone call');
  const back = page.getByRole('button', { name: 'Back to the default' });
  await expect(back).toHaveAttribute('aria-disabled', 'true');

  for (const number of [1, 2]) {
    await change(page, number);
    await seconds(page, number).fill('60');
  }
  await press(page, 'Save');
  await expect(
    high(page).getByText('A high alert needs a first step within 15 seconds'),
  ).toBeVisible();
  await seconds(page, 1).fill('soon');
  await press(page, 'Save');
  await expect(step(page, 1)).toContainText('Write a whole number in digits');
  await expect(seconds(page, 1)).toBeFocused();

  await seconds(page, 1).fill('0');
  await seconds(page, 2).fill('20');
  await press(page, 'Save');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(() => callsAfter(cast)).toBe(20);
  await page.reload();
  await expect(high(page)).toContainText('After 20 seconds');

  await press(page, 'Add a step: High: go now');
  await seconds(page, 6).fill('90');
  await step(page, 6).locator('label', { hasText: 'App message' }).click();
  await expect(high(page)).toContainText('After 90 seconds');
  await press(page, 'Remove this step: step 6 of “High: go now”');
  await expect(step(page, 6)).toHaveCount(0);

  await back.click();
  await expect(high(page)).toContainText('After 10 seconds');
  await press(page, 'Save');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(() => callsAfter(cast)).toBeUndefined();
});
