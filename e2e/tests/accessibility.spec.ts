import { beginSession, scheduling } from '../personas/care.ts';
import { fill, press } from '../personas/controls.ts';
import {
  expectFocusSeen,
  expectForEverybody,
  expectForEverybodyInAllColours,
  expectReflow,
} from '../personas/everybody.ts';
import { meet } from '../personas/hands.ts';
import { openSection } from '../personas/papers.ts';
import { expect, expectPhase, moveTo, test } from '../personas/personas.ts';
import { vitalsDialog } from '../personas/watch.ts';

/* Up to the dose, and outside of a session. From the dose on: accessibility-dosing. */

// Many states, each looked at in many ways.
test.setTimeout(240_000);

test('[EB4 EB5] nothing shuts anybody out from the lobby to the arrival', async ({ cast }) => {
  const { therapist, client, chaperone } = cast;
  for (const section of [
    'Your way through the treatment',
    'Three texts to read and sign',
    'Where you are today',
    'Your room and your day',
    'Food and medicines today',
    'In your own words',
  ]) {
    await openSection(client.page, section);
    await expectForEverybody(client.page, `client’s papers: ${section}`);
  }
  await expectForEverybodyInAllColours(client.page, 'client’s papers');
  await expectFocusSeen(client.page, 'client’s papers');
  await expectForEverybodyInAllColours(chaperone.page, 'chaperone’s duties in the lobby');
  await press(client.page, 'Join session');
  await press(chaperone.page, 'Join session');
  await expect(therapist.page.getByRole('button', { name: 'Admit Robin' })).toBeVisible();
  await expectForEverybody(therapist.page, 'therapist with people waiting');
  await expectForEverybody(client.page, 'client waiting');
  await press(therapist.page, 'Admit Robin');
  await press(therapist.page, 'Admit Sam');
  await expectPhase(chaperone.page, 'arrival');
  await expectForEverybody(therapist.page, 'checklist with all missing');
  await expectForEverybody(client.page, 'client in arrival, papers open');
  await expectForEverybody(chaperone.page, 'chaperone in arrival');
});

test('[EB4 EB5] nothing shuts anybody out from the drill to the dose', async ({ together }) => {
  const { therapist, client, chaperone } = together;
  await client.page.getByText('Music, voice and breath for later').click();
  await press(client.page, 'Try the breath');
  await expectForEverybody(client.page, 'client choosing music, voice and breath');
  await press(therapist.page, 'Start the drill');
  const drill = chaperone.page.getByRole('alertdialog', { name: 'This is a drill' });
  await expect(drill).toBeVisible();
  await expectForEverybody(chaperone.page, 'drill');
  await press(drill, 'I heard nothing');
  await expectForEverybody(chaperone.page, 'help with the sound');
  await press(therapist.page, /^Show what is met/);
  await expectForEverybody(therapist.page, 'checklist after a failed drill');
  await moveTo(together, 'Ready');
  await press(therapist.page, 'Record vitals');
  await fill(vitalsDialog(therapist.page), { 'Systolic, mmHg': '999' });
  await press(vitalsDialog(therapist.page), 'Record');
  await expectForEverybodyInAllColours(therapist.page, 'vitals with faults');
  await press(vitalsDialog(therapist.page), 'Not now');
  await meet(together, 'Hold');
  await expectForEverybody(client.page, 'client in ready');
  await expectForEverybody(chaperone.page, 'chaperone in ready');
  await press(client.page, 'rather stop for today');
  await expectForEverybody(client.page, 'stop for today');
});

test('[EB4 EB5] nothing shuts anybody out on the therapist’s pages outside of a session', async ({
  cast: { therapist },
  product,
}) => {
  const { page } = therapist;
  await page.goto(`${product.url}/sessions`);
  await expect(page.getByRole('list', { name: 'Sessions' })).toBeVisible();
  await expectForEverybody(page, 'sessions');
  await press(page, 'New session');
  await expectForEverybody(page, 'new session');
  await press(page, 'Close');
  await page.getByRole('link', { name: 'Practice' }).click();
  await expect(page.getByLabel('Preparation sessions before the first dose')).toBeVisible();
  await press(page, 'Change: step 3 of “High: go now”');
  await expectForEverybody(page, 'practice, a step of the ladder open');
  await press(page, 'Add an exercise');
  await press(page, 'Save');
  await expect(page.getByLabel('Its lines')).toHaveAttribute('aria-invalid', 'true');
  await expectForEverybodyInAllColours(page, 'practice, an exercise of its own with faults');
  await page.getByRole('link', { name: 'Clients' }).click();
  await expect(page.getByRole('list', { name: 'Clients' })).toBeVisible();
  await expectForEverybody(page, 'clients');
  await page.getByRole('link', { name: 'Noor' }).click();
  await expect(page.getByRole('heading', { name: 'Noor' })).toBeVisible();
  await expectForEverybodyInAllColours(page, 'client');
  for (const [open, dialog] of [
    ['Edit the client record', 'Client record'],
    ['Record a decision', 'Medical screening'],
    ['New order', 'New order'],
    ['Stop the course', 'Stop the course of care'],
  ] as const) {
    await press(page, open);
    const form = page.getByRole('dialog', { name: dialog });
    if (dialog !== 'Client record') await form.locator('[type=submit]').click();
    await expectForEverybody(page, `${dialog}, with faults`);
    await press(form, 'Close');
  }
  await beginSession(page, 'Dosing');
  await expectForEverybody(page, 'what a dosing session needs');
  await press(scheduling(page), 'Close');
});

test('[EB4] names of sixty letters without a space push nothing apart', async ({ cast }) => {
  const { therapist, client, chaperone } = cast;
  const long = (first: string) =>
    first + 'wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'.slice(0, 59);
  await fill(client.page.getByRole('main'), { 'Your first name': long('R') });
  await fill(chaperone.page.getByRole('main'), { 'Your first name': long('S') });
  await press(client.page, 'Join session');
  await press(chaperone.page, 'Join session');
  await press(therapist.page, `Admit ${long('R')}`);
  await press(therapist.page, `Admit ${long('S')}`);
  await expectPhase(chaperone.page, 'arrival');
  await press(client.page, 'Help');
  await expect(chaperone.page.getByRole('alertdialog')).toBeVisible();
  for (const [{ page }, screen] of [
    [therapist, 'therapist'],
    [client, 'client'],
    [chaperone, 'chaperone’s alert'],
  ] as const)
    await expectReflow(page, `long names, ${screen}`);
  await press(chaperone.page, "I'm with them");
  await expectReflow(chaperone.page, 'long names, chaperone');
});

test('[EB4 AL14] the whole path of the client and the chaperone goes by keyboard alone', async ({
  together,
}) => {
  const { client, chaperone, therapist } = together;
  await moveTo(together, 'Ready');
  await meet(together, 'Hold');
  await client.page.getByRole('button', { name: "I'm ready" }).focus();
  await client.page.keyboard.press('Enter');
  const start = therapist.page.getByRole('button', { name: 'Start dose' });
  // It rests for a moment after it has appeared, and a key does not wait as a click here would.
  await expect(start).not.toHaveAttribute('aria-disabled', 'true');
  await start.focus();
  await therapist.page.keyboard.press('Enter');
  await expect(client.page.locator('html')).toHaveAttribute('data-theme', 'journey');
  await client.page.getByRole('button', { name: 'Help' }).focus();
  await client.page.keyboard.press('Enter');
  const card = chaperone.page.getByRole('alertdialog');
  await expect(card).toBeVisible();
  await chaperone.page.keyboard.press('Tab');
  await card.getByRole('button', { name: "I'm going" }).focus();
  await chaperone.page.keyboard.press('Space');
  await expect(therapist.page.getByRole('region', { name: 'Alerts' })).toContainText(
    'Sam is going',
  );
});
