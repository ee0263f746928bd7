import type { Page } from '@playwright/test';
import { meet } from '../personas/hands.ts';
import { expect, expectPhase, takeDose, test } from '../personas/personas.ts';

/*
 * Each role's main path with the keyboard alone, from the invite on: nothing is clicked, focused or reached
 * but by Tab. And what a screen reader is told at the places where it matters most.
 */

test.setTimeout(150_000);

/** Far more stops than any screen has. */
const MOST_STOPS = 120;

/** Tabs to what is named so, and presses it; null: it is only gone to. */
async function tabTo(
  page: Page,
  name: string,
  key: 'Enter' | 'Space' | null = 'Enter',
  role: 'button' | 'searchbox' = 'button',
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  // A control that rests, or sends, does nothing yet, as for a hand.
  await expect(wanted).not.toHaveAttribute('aria-disabled', 'true');
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      await expect(wanted).toBeInViewport();
      if (key !== null) await page.keyboard.press(key);
      return;
    }
  }
  throw new Error(`Tab does not come to ${name}`);
}

test('[EB4 AL14] from the lobby to “with them” by keyboard alone, on three screens', async ({
  cast,
}) => {
  const { therapist, client, chaperone } = cast;
  await tabTo(client.page, 'Join session');
  await tabTo(chaperone.page, 'Join session', 'Space');
  await tabTo(therapist.page, 'Admit Robin');
  await tabTo(therapist.page, 'Admit Sam');
  await expectPhase(client.page, 'arrival');
  await meet(cast, 'Setup');
  await tabTo(therapist.page, 'Move to Setup');
  await expectPhase(chaperone.page, 'setup');
  await tabTo(therapist.page, 'Start the drill');
  await tabTo(chaperone.page, 'I heard it');
  await expect(chaperone.page.getByRole('alertdialog')).toHaveCount(0);
  await tabTo(therapist.page, 'Move to Ready');
  await expectPhase(client.page, 'ready');
  await meet(cast, 'Hold');
  await tabTo(client.page, "I'm ready");
  await tabTo(therapist.page, 'Start dose');
  await expectPhase(client.page, 'hold');
  // A second press of the same hand is not taken for a call.
  await client.page.waitForTimeout(1_500);
  // An eye mask: no Tab, no aim.
  await client.page.keyboard.press('Space');
  const card = chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
  await expect(card).toBeFocused();
  await tabTo(chaperone.page, "I'm going");
  await expect(client.page.getByText('Sam is coming to you')).toBeVisible();
  await tabTo(chaperone.page, "I'm with them");
  await expect(card).toHaveCount(0);
  await tabTo(therapist.page, 'Resolve');
  await expect(therapist.page.getByRole('button', { name: 'Resolve' })).toHaveCount(0);
});

test('[EB4 AL3] while an alert is there, Tab stays in it, and gives the page back after it', async ({
  together,
}) => {
  const { client, chaperone } = together;
  const { page } = chaperone;
  await client.page.getByRole('button', { name: 'Help' }).click();
  const card = page.getByRole('alertdialog', { name: 'Chaperone alert' });
  await expect(card).toBeFocused();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const outside = await card.evaluate(
      (element) =>
        document.activeElement !== document.body && !element.contains(document.activeElement),
    );
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(card).toBeVisible();
  await expect(card).toMatchAriaSnapshot(`
    - alertdialog "Chaperone alert":
      - paragraph: Go to Robin now
      - paragraph: /Robin pressed Help/
      - button "I'm going"
      - button "I'm with them"
  `);
  await tabTo(page, "I'm with them");
  await expect(card).toHaveCount(0);
  await tabTo(page, 'Emergency card');
  await expect(page.getByRole('dialog', { name: /Emergency card/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Emergency card' })).toBeFocused();
});

test('[GR1 GR11 EB4] a line is found, offered, slowed, answered and kept by keyboard alone, and a screen reader is told each', async ({
  together,
}) => {
  const { client, therapist } = together;
  await takeDose(together);
  await tabTo(therapist.page, 'Find an exercise', null, 'searchbox');
  await therapist.page.keyboard.type('feet');
  await tabTo(therapist.page, 'Offer Feet');
  const calm = client.page.getByRole('region', { name: 'Grounding' });
  await expect(calm).toMatchAriaSnapshot(`
    - region "Grounding":
      - status: Press your feet down gently. Something solid is under you.
      - group "Your pace":
        - button "Another"
        - button "Slower"
        - button "Quiet please"
        - button "Stay with me"
        - button "I'm OK"
        - button "Keep"
  `);
  await tabTo(client.page, 'Slower');
  const wish = therapist.page.getByRole('status').filter({ hasText: 'Robin asks for slower' });
  await expect(wish).toBeVisible();
  await tabTo(therapist.page, 'I’m slowing down');
  await expect(wish).toHaveCount(0);
  await expect(calm.getByRole('status').filter({ hasText: 'is going slower' })).toBeVisible();
  await tabTo(client.page, 'Keep', 'Space');
  const panel = therapist.page.getByRole('region', { name: 'Grounding' });
  await expect(panel).toContainText('Kept by Robin');
  await tabTo(client.page, 'Quiet please');
  await expect(panel).toContainText('Robin put it away');
  await tabTo(therapist.page, 'I’m quiet');
  await tabTo(client.page, 'Something to hold on to');
  await tabTo(client.page, 'The blanket');
  await expect(calm).toContainText('Feel the blanket');
  await tabTo(client.page, 'Music');
  await tabTo(client.page, 'Rain');
  await expect(client.page.getByRole('status').filter({ hasText: 'Plays: Rain' })).toBeVisible();
  // Nothing of it was a call for help.
  await expect(therapist.page.locator('[data-alert]')).toHaveCount(0);
});
