import type { Page } from '@playwright/test';
import { fill, press } from '../personas/controls.ts';
import {
  expectAccessible,
  expectFocusSeen,
  expectForEverybody,
  expectForEverybodyInAllColours,
} from '../personas/everybody.ts';
import { calm, offer, panel } from '../personas/grounding.ts';
import { expect, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';

/* From the dose to the end. Up to the dose: accessibility. */

// Many states, each looked at in many ways.
test.setTimeout(240_000);

/** A popover brings two unseen ways out for screen readers, which stand beside its dialog. */
const POPOVER = { without: ['region'] };
/** What the client presses after the dose, px. */
const CLIENT = { least: 96 };

/** It is on the client's screen. */
async function show(cast: Cast, title: string, line: string): Promise<void> {
  await offer(cast, title);
  await expect(calm(cast)).toContainText(line);
}

/** A state of the client's screen in which it may stand for long. */
async function expectCalmForEverybody(page: Page, screen: string): Promise<void> {
  await expectForEverybodyInAllColours(page, screen, CLIENT);
  await expectFocusSeen(page, screen);
}

test('[EB4 EB5 DO9] after the dose the client’s screen shuts nobody out, with a line, a breath, music, or nothing on it', async ({
  together,
}) => {
  const { page } = together.client;
  await takeDose(together);
  await expectCalmForEverybody(page, 'client after the dose');
  await show(together, 'The blanket', 'Feel the blanket');
  for (const name of ['Keep', 'Another', 'Slower', 'Quiet please', 'Stay with me', "I'm OK"])
    await expect(calm(together).getByRole('button', { name, exact: true })).toBeVisible();
  await expectCalmForEverybody(page, 'client with a line and its six buttons');
  await show(together, 'Slow sighs', 'Breathe in through the nose.');
  await expect(calm(together).getByRole('img', { name: /^Breathe in/ })).toBeVisible();
  await expectCalmForEverybody(page, 'client with the breath and its lines');
  await press(calm(together), 'Quiet please');
  await press(page, 'Music');
  await press(page, 'Rain');
  await expect(page.getByText('Plays: Rain')).toBeVisible();
  await expectCalmForEverybody(page, 'client with the music open');
});

test('[EB4 EB5 DO9 WD3] after the dose the client’s screen shuts nobody out when they are muted, choose alone, call, or lose the line', async ({
  together,
}) => {
  const { therapist, client, chaperone } = together;
  const { page } = client;
  await press(page, 'Mute microphone');
  await takeDose(together);
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toBeVisible();
  await expectForEverybody(page, 'client muted', CLIENT);
  await press(page, 'Unmute microphone');
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toHaveCount(0);
  await press(calm(together), 'Something to hold on to');
  await expectForEverybody(page, 'client choosing alone', CLIENT);
  await press(calm(together), 'Not now');
  await therapist.page.locator('[data-music-card]').getByRole('button', { name: 'Rain' }).click();
  await expect(page.getByRole('region', { name: 'Music proposal' })).toBeVisible();
  await expectForEverybody(page, 'client with music proposed', CLIENT);
  await press(page, 'Leave it');
  await press(page, 'Help');
  await press(chaperone.page, "I'm going");
  await expect(page.getByText('Sam is coming to you.')).toBeVisible();
  await expectForEverybody(page, 'client who called', CLIENT);
  await press(chaperone.page, "I'm with them");
  await press(therapist.page, 'Resolve');
  await show(together, 'The blanket', 'Feel the blanket');
  await client.context.setOffline(true);
  await expect(page.getByText('You are safe.')).toBeVisible({ timeout: 15_000 });
  await expectCalmForEverybody(page, 'client without a line');
  await client.context.setOffline(false);
});

test('[EB4 EB5] the grounding panel shuts nobody out with an offer, a row, a fault and a wish that waits', async ({
  together,
}) => {
  const { page } = together.therapist;
  await takeDose(together);
  await show(together, 'The blanket', 'Feel the blanket');
  await press(panel(together), 'More on The blanket');
  await press(panel(together), 'In a row: The blanket');
  await press(calm(together), 'Stay with me');
  await expect(page.getByRole('button', { name: 'I’m here' })).toBeVisible();
  await panel(together).getByRole('searchbox', { name: 'Find an exercise' }).fill('');
  await expectForEverybodyInAllColours(page, 'panel with an offer and a wish that waits');
  await fill(panel(together), {
    'Find an exercise': 'zzz',
    'A line of your own': 'x'.repeat(900),
  });
  await expect(panel(together)).toContainText('characters too many');
  await expectForEverybody(page, 'panel with nothing found and a line too long');
});

test('[EB4 EB5] cards, the journey and the booster shut nobody out', async ({
  together,
  product,
}) => {
  const { therapist, chaperone, sessionId } = together;
  await takeDose(together);
  await press(chaperone.page, 'Emergency card');
  await expectForEverybodyInAllColours(chaperone.page, 'emergency card on the phone');
  await press(chaperone.page, 'Close');
  await press(therapist.page, 'Emergency card');
  await expectForEverybody(therapist.page, 'emergency card beside the picture', POPOVER);
  await therapist.page.keyboard.press('Escape');
  const paper = await therapist.context.newPage();
  await paper.goto(`${product.url}/sessions/${sessionId}/card?as=therapist`);
  await expect(paper.getByRole('heading', { name: 'Emergency card' })).toBeVisible();
  await expectForEverybody(paper, 'emergency card, printable');
  await paper.emulateMedia({ media: 'print' });
  await expectAccessible(paper, 'emergency card in print');
  await paper.close();
  for (const title of ['Onset', 'Journey']) await moveTo(together, title);
  await expectForEverybodyInAllColours(therapist.page, 'journey with its timeline');
  await expectForEverybodyInAllColours(chaperone.page, 'chaperone in the journey');
  await press(therapist.page, 'Booster…');
  await expectForEverybody(therapist.page, 'booster with what is missing');
  await press(therapist.page, 'Not now');
});

test('[EB4 EB5] an alert and the line shut nobody out', async ({ together }) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  await press(client.page, 'Help');
  await expect(chaperone.page.getByRole('alertdialog')).toBeVisible();
  await expectForEverybodyInAllColours(chaperone.page, 'chaperone’s alert');
  await expectForEverybody(therapist.page, 'therapist with an alert');
  await press(therapist.page, 'Alert chaperone');
  await expectForEverybody(therapist.page, 'alert menu', POPOVER);
  await therapist.page.keyboard.press('Escape');
  await press(chaperone.page, 'Talk with Dr. Maya Ellis');
  await press(therapist.page, 'Join Sam');
  await expectForEverybody(chaperone.page, 'on the line, chaperone');
  await expectForEverybody(therapist.page, 'on the line, therapist');
});

test('[EB4 EB5 GR10] the release and the end shut nobody out, nor does the page that the client takes home', async ({
  together,
  product,
}) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  await show(together, 'The blanket', 'Feel the blanket');
  await press(calm(together), 'Keep');
  for (const title of ['Onset', 'Journey', 'Return', 'Integration', 'Release'])
    await moveTo(together, title);
  await expectForEverybody(therapist.page, 'release, therapist');
  await expectForEverybody(chaperone.page, 'release, chaperone');
  await expect(client.page.getByText('What helped you today')).toBeVisible();
  await press(calm(together), 'Quiet please');
  await expectCalmForEverybody(client.page, 'release, client with the page to take home');
  await press(therapist.page, 'Hand over to emergency services');
  await expectForEverybody(therapist.page, 'hand-over');
  await press(therapist.page, 'Not now');
  await product.shiftClock(3 * 3_600_000);
  try {
    await moveTo(together, 'Closed');
  } finally {
    await product.shiftClock(0);
  }
  await expectForEverybody(therapist.page, 'closed, therapist');
  await expectForEverybody(chaperone.page, 'closed, chaperone');
  await expect(client.page.getByText('What helped you today')).toBeVisible();
  await expectForEverybodyInAllColours(client.page, 'closed, client with the page to take home');
  await client.page.emulateMedia({ media: 'print' });
  // On paper nothing stands around it, nor any landmark.
  const onPaper = ['landmark-one-main', 'page-has-heading-one'];
  await expectAccessible(client.page, 'page to take home, in print', onPaper);
  await therapist.page.getByRole('link', { name: 'Open the record' }).click();
  await expect(therapist.page.getByRole('list', { name: 'Timeline' })).toBeVisible();
  await expectForEverybodyInAllColours(therapist.page, 'record');
});
