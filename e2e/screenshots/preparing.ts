import { card } from '../personas/care.ts';
import { fill, press } from '../personas/controls.ts';
import { meet } from '../personas/hands.ts';
import { prepareRoom, tellOfBody } from '../personas/papers.ts';
import { expectPhase, moveTo, type Cast } from '../personas/personas.ts';
import { expectSees } from '../personas/signals.ts';
import { recordVitals, vitalsDialog } from '../personas/watch.ts';
import { shoot } from './shoot.ts';

/** In the room until both have confirmed. */
export async function shootPreparing(cast: Cast): Promise<void> {
  const { therapist, client, chaperone } = cast;
  await expectPhase(chaperone.page, 'arrival');
  await expectSees(therapist.page, 'client');
  await expectSees(therapist.page, 'chaperone');
  await shoot(therapist.page, 'therapist-arrival');
  await press(therapist.page, 'Move to Setup');
  await expectPhase(client.page, 'setup');
  await shoot(therapist.page, 'therapist-setup');
  await shoot(chaperone.page, 'chaperone-setup');
  const ring = chaperone.page.getByText('Only while this page is open can it call you.');
  await shoot(chaperone.page, 'chaperone-push', { of: ring });
  await shoot(therapist.page, 'therapist-checklist', { of: card(therapist.page, 'Before Ready') });
  await prepareRoom(client.page);
  await tellOfBody(client.page);
  await press(client.page, 'Close');
  await shoot(client.page, 'client-setup');
  await press(therapist.page, 'Start the drill');
  const drill = chaperone.page.getByRole('alertdialog', { name: 'This is a drill' });
  await drill.waitFor();
  await shoot(chaperone.page, 'chaperone-drill');
  await press(drill, 'I heard it');
  await moveTo(cast, 'Ready');

  await shoot(client.page, 'client-ready', { settle: 1_000 });
  const comfort = client.page.getByText('Music, voice and breath for later');
  await comfort.click();
  await shoot(client.page, 'client-comfort', { of: comfort });
  await comfort.click();
  await shoot(chaperone.page, 'chaperone-ready');
  await recordVitals(therapist.page, { systolic: 152, diastolic: 95, pulse: 88 });
  await press(therapist.page, 'Record vitals');
  const vitals = vitalsDialog(therapist.page);
  await fill(vitals, { 'Systolic, mmHg': '128', 'Diastolic, mmHg': '280' });
  await press(vitals, 'Record');
  await shoot(therapist.page, 'therapist-vitals');
  await press(vitals, 'Not now');
  await press(therapist.page, 'Strike 152/95');
  await therapist.page.getByLabel('What was wrong').fill('The cuff was loose');
  await press(therapist.page, 'Strike it');
  await meet(cast, 'Hold');
  await press(client.page, "I'm ready");
  await shoot(therapist.page, 'therapist-ready');
  await press(therapist.page, 'Start dose');
}
