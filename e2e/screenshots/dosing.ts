import { card } from '../personas/care.ts';
import { press } from '../personas/controls.ts';
import { expectPhase, moveTo, type Cast } from '../personas/personas.ts';
import { type Hours, pressKey, recordVitals, writeNote } from '../personas/watch.ts';
import { shootQuiet, shootSpanish } from './quiet.ts';
import { shoot } from './shoot.ts';

/** From T0 to the end of an alert, and a phone without a network. */
export async function shootDosing(cast: Cast, hours: Hours): Promise<void> {
  const { therapist, client, chaperone } = cast;
  const { page } = therapist;
  await expectPhase(client.page, 'hold');
  await hours.pass(12, page, chaperone.page);
  await moveTo(cast, 'Onset');
  await pressKey(page, 'n', 'Seen: nausea');
  await hours.pass(8, page, chaperone.page);
  await moveTo(cast, 'Journey');
  await pressKey(page, 'l', 'Looked at Robin');
  await hours.pass(15, page, chaperone.page);
  await pressKey(page, 't', 'Seen: tearful');
  await pressKey(page, 'l', 'Looked at Robin');
  await hours.pass(6, page, chaperone.page);
  await recordVitals(page, { systolic: 131, diastolic: 84, pulse: 80 });
  await writeNote(page, 'Quiet tears. Hand on the chest.');
  await shootQuiet(cast);
  await press(page, 'Offer Hand on chest');
  await client.page.getByText('Lay one hand').waitFor();
  await shoot(client.page, 'client-journey');
  await shoot(page, 'therapist-journey');
  await shootSpanish([
    [client.page, 'client-journey'],
    [chaperone.page, 'chaperone-journey'],
  ]);

  await press(client.page, 'Help');
  await chaperone.page.getByRole('alertdialog').waitFor();
  await shoot(chaperone.page, 'chaperone-alert');
  await press(chaperone.page, "I'm going");
  await client.page.getByText('is coming to you').waitFor();
  await shoot(client.page, 'client-help');
  await shoot(page, 'therapist-alert', { of: card(page, 'Alerts') });
  await press(page, 'Alert chaperone');
  await shoot(page, 'therapist-alert-choice');
  await page.keyboard.press('Escape');
  await press(chaperone.page, 'Talk with Dr. Maya Ellis');
  const line = page.getByRole('region', { name: 'The line' });
  await line.getByText('Sam is on the line').waitFor();
  await shoot(page, 'therapist-line-rings', { of: line });
  await press(line, 'Join Sam');
  await chaperone.page.getByText('You are talking with').first().waitFor();
  await shoot(page, 'therapist-line', { of: line });
  await shoot(chaperone.page, 'chaperone-line');
  await press(line, 'Hang up');
  await press(chaperone.page, "I'm with them");
  await press(page, 'Resolve');

  await press(chaperone.page, 'Emergency card');
  await shoot(chaperone.page, 'chaperone-card');
  // Exact: after a reload the page offers to ring when it is closed, too.
  await chaperone.page.getByRole('button', { name: 'Close', exact: true }).click();
  await chaperone.page.evaluate(() => navigator.serviceWorker.ready);
  await chaperone.context.setOffline(true);
  await chaperone.page.reload();
  await chaperone.page.getByText('This phone does not reach').waitFor();
  await shoot(chaperone.page, 'chaperone-offline');
  await chaperone.context.setOffline(false);
  await expectPhase(chaperone.page, 'journey');
}
