import { beginSession, scheduling } from '../personas/care.ts';
import { fill, press } from '../personas/controls.ts';
import {
  expectAccessible,
  expectAccessibleInAllColours,
  expectFocusSeen,
  expectForEverybody,
  expectForEverybodyInAllColours,
  expectReflow,
} from '../personas/everybody.ts';
import { meet } from '../personas/hands.ts';
import { openSection } from '../personas/papers.ts';
import { expect, expectPhase, moveTo, takeDose, test } from '../personas/personas.ts';
import { vitalsDialog } from '../personas/watch.ts';

// Many states, each looked at in many ways.
test.setTimeout(480_000);

/** A popover brings two unseen ways out for screen readers, which stand beside its dialog. */
const POPOVER = { without: ['region'] };

test('[EB4 EB5] nothing shuts anybody out on the way to the dose', async ({ cast }) => {
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
  await moveTo(cast, 'Setup');
  await press(therapist.page, 'Start the drill');
  const drill = chaperone.page.getByRole('alertdialog', { name: 'This is a drill' });
  await expect(drill).toBeVisible();
  await expectAccessible(chaperone.page, 'drill');
  await press(drill, 'I heard nothing');
  await expectAccessible(chaperone.page, 'help with the sound');
  await press(therapist.page, /^Show what is met/);
  await expectAccessible(therapist.page, 'checklist after a failed drill');
  await moveTo(cast, 'Ready');
  await press(therapist.page, 'Record vitals');
  await fill(vitalsDialog(therapist.page), { 'Systolic, mmHg': '999' });
  await press(vitalsDialog(therapist.page), 'Record');
  await expectAccessibleInAllColours(therapist.page, 'vitals with faults');
  await press(vitalsDialog(therapist.page), 'Not now');
  await meet(cast, 'Hold');
  await expectAccessible(client.page, 'client in ready');
  await expectAccessible(chaperone.page, 'chaperone in ready');
  await press(client.page, 'rather stop for today');
  await expectAccessible(client.page, 'stop for today');
});

test('[EB5] nothing shuts anybody out from the dose to the end', async ({ together, product }) => {
  const { therapist, client, chaperone, sessionId } = together;
  await takeDose(together);
  await press(therapist.page, 'Offer The blanket');
  await expect(client.page.getByText('Feel the blanket')).toBeVisible();
  await expectAccessibleInAllColours(client.page, 'client after the dose');
  await press(chaperone.page, 'Emergency card');
  await expectAccessibleInAllColours(chaperone.page, 'emergency card on the phone');
  await press(chaperone.page, 'Close');
  await press(therapist.page, 'Emergency card');
  await expectAccessible(therapist.page, 'emergency card beside the picture', POPOVER.without);
  await therapist.page.keyboard.press('Escape');
  const paper = await therapist.context.newPage();
  await paper.goto(`${product.url}/sessions/${sessionId}/card?as=therapist`);
  await expect(paper.getByRole('heading', { name: 'Emergency card' })).toBeVisible();
  await expectAccessible(paper, 'emergency card, printable');
  await paper.emulateMedia({ media: 'print' });
  await expectAccessible(paper, 'emergency card in print');
  await paper.close();
  for (const title of ['Onset', 'Journey']) await moveTo(together, title);
  await expectAccessibleInAllColours(therapist.page, 'journey with its timeline');
  await expectAccessibleInAllColours(chaperone.page, 'chaperone in the journey');
  await press(therapist.page, 'Booster…');
  await expectAccessible(therapist.page, 'booster with what is missing');
  await press(therapist.page, 'Not now');
  await press(client.page, 'Help');
  await expect(chaperone.page.getByRole('alertdialog')).toBeVisible();
  await expectAccessibleInAllColours(chaperone.page, 'chaperone’s alert');
  await expectAccessible(therapist.page, 'therapist with an alert');
  await press(therapist.page, 'Alert chaperone');
  await expectAccessible(therapist.page, 'alert menu', POPOVER.without);
  await therapist.page.keyboard.press('Escape');
  await press(chaperone.page, 'Talk with Dr. Maya Ellis');
  await press(therapist.page, 'Join Sam');
  await expectAccessible(chaperone.page, 'on the line, chaperone');
  await expectAccessible(therapist.page, 'on the line, therapist');
  await press(chaperone.page, "I'm with them");
  await press(therapist.page, 'Resolve');
  for (const title of ['Return', 'Integration', 'Release']) await moveTo(together, title);
  await expectAccessible(therapist.page, 'release, therapist');
  await expectAccessible(chaperone.page, 'release, chaperone');
  await expectAccessible(client.page, 'release, client');
  await press(therapist.page, 'Hand over to emergency services');
  await expectAccessible(therapist.page, 'hand-over');
  await press(therapist.page, 'Not now');
  await product.shiftClock(3 * 3_600_000);
  try {
    await moveTo(together, 'Closed');
  } finally {
    await product.shiftClock(0);
  }
  await expectAccessible(therapist.page, 'closed, therapist');
  await expectAccessible(chaperone.page, 'closed, chaperone');
  await expectAccessible(client.page, 'closed, client');
  await therapist.page.getByRole('link', { name: 'Open the record' }).click();
  await expect(therapist.page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await expectAccessibleInAllColours(therapist.page, 'record');
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

test('the whole path of the client and the chaperone goes by keyboard alone', async ({
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
