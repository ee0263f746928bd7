import type { Page } from '@playwright/test';
import type { CareCommandReply } from '@sojourn/shared/http/care-api';
import { beginSession, card, scheduling } from '../personas/care.ts';
import { choose, expectRefused, fill, press, tick } from '../personas/controls.ts';
import { meet } from '../personas/hands.ts';
import { expectStanding, openSection } from '../personas/papers.ts';
import {
  expect,
  expectPhase,
  moveTo,
  phaseRegion,
  takeDose,
  test,
  type Cast,
} from '../personas/personas.ts';
import { Hours, recordVitals } from '../personas/watch.ts';

const guard = (page: Page, name: string) => page.locator(`[data-guard="${name}"]`);

async function expectStopped({ therapist, client, chaperone }: Cast): Promise<void> {
  for (const { page } of [therapist, client, chaperone]) {
    await expectPhase(page, 'cancelled');
    await expect(phaseRegion(page)).toContainText('good decision');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

test('[VT3 GD1] out of range twice: no dose but by the prescriber’s word, with name, number, reason and time', async ({
  together,
  product,
}) => {
  const { page } = together.therapist;
  const hours = new Hours(product);
  await moveTo(together, 'Ready');
  await press(together.client.page, "I'm ready");
  try {
    await recordVitals(page, { systolic: 158, diastolic: 96, pulse: 92 });
    const decided = page.getByRole('button', { name: 'The prescriber decided' });
    await expect(decided).toHaveCount(0);
    await hours.pass(6, page);
    await recordVitals(page, { systolic: 155, diastolic: 94, pulse: 90 });
    await expect(guard(page, 'vitals')).toContainText('Out of range again');
    await expect(guard(page, 'vitals')).toContainText('the prescriber');
    await expectRefused(page, 'Start dose', /The prescriber decides, or the session stops/);

    await decided.click();
    const dialog = page.getByRole('dialog', { name: 'The prescriber decided' });
    await expect(dialog).toContainText('Stopping for today is a good decision, too');
    const record = () => press(dialog, 'Record the decision');
    await fill(dialog, { Prescriber: ' ', 'Reached on': 'by phone', 'Minutes ago': '20' });
    const reason = dialog.getByLabel('The prescriber’s reason');
    for (const [field, mended, words] of [
      ['Prescriber', 'Dr. Adaeze Okafor', /name is missing/],
      ['Reached on', '+1 720 555 0133', /not a phone number/],
      ['The prescriber’s reason', 'Known white-coat reading', /reason is missing/],
      ['Minutes ago', '0', /told of the last reading/],
    ] as const) {
      await record();
      const input = dialog.getByLabel(field, { exact: true });
      await expect(input).toHaveAccessibleDescription(words);
      await expectPhase(page, 'ready');
      await input.fill(mended);
    }
    await expect(reason).toHaveValue('Known white-coat reading');
    await record();
    await expect(card(page, 'Vitals')).toContainText('Dr. Adaeze Okafor decided');
    await press(page, 'Start dose');
    await expectPhase(together.client.page, 'hold');
  } finally {
    await product.shiftClock(0);
  }
});

test('[PA2 GD1 GD2 PH6] a consent that is withdrawn in Ready holds the dose, and it is said whose turn it is; the therapist stops for today', async ({
  together,
}) => {
  const { therapist, client } = together;
  await moveTo(together, 'Ready');
  await meet(together, 'Hold');
  await press(client.page, "I'm ready");
  await expect(therapist.page.getByText('Everything is there')).toBeVisible();
  await press(client.page, 'Look again');
  await openSection(client.page, 'Three texts to read and sign');
  const text = await openSection(client.page, 'Ketamine-assisted psychotherapy');
  await press(text, 'Take my signature back');
  const open = guard(therapist.page, 'consent_kap');
  await expect(open).toHaveText(/Consent not signed: Ketamine.*Turn: Robin/);
  await expectRefused(therapist.page, 'Start dose', /Consent not signed: Ketamine/);
  await expectPhase(client.page, 'ready');

  await press(therapist.page, 'Stop for today');
  await press(therapist.page, 'Stop the session');
  await expectStopped(together);
});

test('[PA3 PA4 GD2] in another state: a kind stop on the client’s page, a closed way on the therapist’s, and it can be put right', async ({
  together,
}) => {
  const { therapist, client } = together;
  await meet(together, 'Ready');
  await press(client.page, 'Look again');
  const place = await openSection(client.page, 'Where you are today');
  await tick(place, 'radio', 'I’m somewhere else');
  await fill(place, { 'Street and number': '9 Mesa Road', City: 'Moab', 'ZIP code': '84532' });
  await choose(place, 'State', 'Utah');
  await press(place, 'Confirm');
  await expect(place).toContainText('Not from where you are today');
  await expect(place).toContainText('licensed in Colorado');
  await expect(place).toContainText('If this is a mistake, you can put it right here');
  await expectStanding(client.page, 'Where you are today', 'Please read');
  const open = guard(therapist.page, 'location');
  await expect(open).toContainText('In Utah, where the practice is not licensed');
  await expectRefused(therapist.page, 'Move to Ready', /In Utah/);
  await tick(place, 'radio', /^I’m at home/);
  await press(place, 'Confirm');
  await expectStanding(client.page, 'Where you are today', 'Done');
  await moveTo(together, 'Ready');
});

test('[DO4 RL4 AL3] after T0 the client is asked nothing, also after a reload; a hand-over closes it and answers the alert', async ({
  together,
}) => {
  const { therapist, client, chaperone } = together;
  await takeDose(together);
  await client.page.reload();
  await expectPhase(client.page, 'hold');
  for (const role of ['textbox', 'checkbox', 'radio', 'dialog', 'link'] as const) {
    await expect(client.page.getByRole(role)).toHaveCount(0);
  }
  await expect(client.page.getByText(/still open|Everything is answered|sign/i)).toHaveCount(0);
  // What stands there is the client's own to take, and waits for no answer.
  const asked = client.page.getByRole('button').filter({
    hasNotText: /Help|hold on to|the picture|Music|Slower|Quiet please|Stay with me|I'm OK/,
  });
  await expect(asked).toHaveCount(0);

  await press(client.page, 'Help');
  const alert = chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
  await press(alert, "I'm with them");
  await press(therapist.page, 'Hand over to emergency services');
  const dialog = therapist.page.getByRole('dialog', { name: 'Handed over' });
  await press(dialog, 'Record the hand-over and close');
  await expect(dialog.getByLabel('Who took over')).toHaveAccessibleDescription(/missing/);
  await expectPhase(client.page, 'hold');
  await fill(dialog, {
    'Who took over': 'Denver Health paramedics, unit 12',
    'What they were told': '200 mg ketamine at T0, breathing slowly, woken by voice.',
  });
  await press(dialog, 'Record the hand-over and close');
  for (const { page } of [therapist, client, chaperone]) await expectPhase(page, 'closed');
  await expect(card(therapist.page, 'Alerts')).toContainText('Resolved');
  await expect(alert).toHaveCount(0);
  const timeline = therapist.page.getByRole('list', { name: 'Timeline' });
  await expect(timeline).toContainText('Handed over to Denver Health paramedics, unit 12');
  await expect(timeline).toContainText('Emergency services are with the client');
});

test('[PH6] the chaperone can stop from the lobby, and reads that it was a good decision', async ({
  cast: { therapist, chaperone },
}) => {
  await press(chaperone.page, 'I can’t do this today');
  const dialog = chaperone.page.getByRole('dialog', { name: 'Stop for today?' });
  await expect(dialog).toContainText('Stopping now is a good decision');
  await dialog.getByLabel(/A reason/).fill('My child is ill');
  await press(dialog, 'Stop the session');
  await expect(chaperone.page.getByText('That was a good decision')).toBeVisible();
  await expectPhase(therapist.page, 'cancelled');
  await expect(
    therapist.page.getByText('Sam stopped for today. That was a good decision'),
  ).toBeVisible();
});

test('[PH6] the chaperone can stop from the room, and all three read that it was a good decision', async ({
  together,
}) => {
  const { page } = together.chaperone;
  await press(page, 'I can’t do this today');
  await press(page, 'Stop the session');
  await expectStopped(together);
});

test('[CC2 CC3] the client stops the whole treatment from the lobby: the therapist reads why, and no dosing session can be scheduled', async ({
  cast: { therapist, client, clientId },
  product,
}) => {
  const { page } = therapist;
  await openSection(client.page, 'Your way through the treatment');
  await press(client.page, 'I’d rather stop for today');
  const dialog = client.page.getByRole('dialog', { name: 'Stop for today?' });
  await dialog.getByLabel(/A reason/).fill('It is not for me');
  await tick(dialog, 'checkbox', /stop the whole treatment/);
  await press(dialog, 'Stop the session');
  await expect(client.page.getByText('That was a good decision')).toBeVisible();
  await page.goto(`${product.url}/clients`);
  await expect(page.getByRole('list', { name: 'Clients' })).toContainText('Course stopped');
  await page.goto(`${product.url}/clients/${clientId}`);
  try {
    await expect(page.getByText(/Robin stopped the course of care/)).toBeVisible();
    await expect(page.getByText('“It is not for me”')).toBeVisible();
    await beginSession(page, 'Dosing');
    const needs = page.getByRole('region', { name: 'A dosing session needs' });
    await expect(needs).toContainText(/The course of care was stopped.\s*The client’s choice/);
    await expectRefused(page, 'Schedule session', 'One point is still open.');
    await press(scheduling(page), 'Close');
  } finally {
    // Robin is everybody's client here.
    const resumed = await page.request.post(
      page.url().replace('/clients/', '/api/clients/') + '/commands',
      { data: { commandId: crypto.randomUUID(), command: { type: 'course.resume' } } },
    );
    expect(((await resumed.json()) as CareCommandReply).revision).toBeGreaterThan(0);
  }
});
