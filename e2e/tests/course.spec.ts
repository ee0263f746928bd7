import type { RecordExport } from '@sojourn/shared/http/record-api';
import type { Page } from '@playwright/test';
import {
  beginSession,
  card,
  fillRecord,
  newClient,
  recordScreening,
  schedule,
  scheduling,
  writeOrder,
} from '../personas/care.ts';
import { download, expectRefused, press } from '../personas/controls.ts';
import { deskOf } from '../personas/browsers.ts';
import { changePolicy } from '../product/desk.ts';
import {
  agreeToDuties,
  confirmHome,
  openSection,
  prepareRoom,
  signConsents,
  tellOfBody,
  writeOwnWords,
} from '../personas/papers.ts';
import {
  arrive,
  expect,
  expectPhase,
  leave,
  phaseRegion,
  test,
  type People,
} from '../personas/personas.ts';
import { countPulses } from '../personas/signals.ts';
import { goThroughRelease, Hours, pressKey, recordVitals, writeNote } from '../personas/watch.ts';
import { readPdf, verifyRecord } from '../product/record-file.ts';
import { TAMPERINGS } from '../product/tamper.ts';

/* One client, from the first name to the exported record, by the hands of three people on their pages. */

const NAME = 'Анна 🌻';
const NOTE = 'Quiet tears, „so viel Raum“ 🌊.';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let people: People;
let hours: Hours;
let clientPage: string;

test.beforeAll(async ({ product, browsers }) => {
  people = await arrive(product, browsers);
  await changePolicy(await deskOf(people.therapist.page, product.url), { preparationSessions: 1 });
  hours = new Hours(product);
});
test.afterAll(async ({ product }) => {
  await product.shiftClock(0);
  await changePolicy(await deskOf(people.therapist.page, product.url), { preparationSessions: 0 });
  await leave(people);
});

const missing = (page: Page) => page.getByRole('list', { name: 'Missing' });
const step = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Steps of the course of care' }).getByRole('listitem').filter({
    hasText: title,
  });
/** The therapist moves on, and whoever is in the room follows. */
async function move(title: string, ...others: Page[]): Promise<void> {
  await press(people.therapist.page, `Move to ${title}`);
  for (const page of [people.therapist.page, ...others]) {
    await expectPhase(page, title.toLowerCase());
  }
}
async function join(page: Page, name: string): Promise<void> {
  await page.getByLabel('Your first name').fill(name);
  await press(page, 'Join session');
  await press(people.therapist.page, `Admit ${name}`);
  await expectPhase(page, 'arrival');
}

test('[CC1 CC2 GD4 PA3] a new client: record, consultation, screening, order, preparation; and what a dosing session still lacks', async ({
  product,
}) => {
  const { page } = people.therapist;
  const { page: client } = people.client;
  await page.goto(`${product.url}/sessions`);
  await newClient(page, NAME);
  clientPage = page.url();
  await fillRecord(page);
  await expect(card(page, 'Client record')).toContainText('7 Alder Way, Boulder, CO 80302');

  await beginSession(page, 'Dosing');
  const needs = page.getByRole('region', { name: 'A dosing session needs' });
  await expect(needs).toContainText('A clearance by the prescriber');
  await expect(needs).toContainText('An order that is in force');
  await expect(needs).toContainText('0 of 1 preparation sessions completed');
  await expect(scheduling(page)).toContainText('3 points are still open');
  await expectRefused(page, 'Schedule session', /3 points are still open/);
  await press(scheduling(page), 'Close');

  const consultation = await schedule(page, 'Consultation');
  await client.goto(consultation.links.client);
  await join(client, NAME);
  await expect(missing(page)).toContainText('Today’s address is not confirmed');
  await expectRefused(page, 'Move to Talk', /Today’s address is not confirmed/);
  await client.getByRole('button', { name: 'Open', exact: true }).click();
  await confirmHome(client);
  await move('Talk', client);
  await move('Closed', client);

  await page.goto(clientPage);
  await recordScreening(page);
  await writeOrder(page);
  const preparation = await schedule(page, 'Preparation');
  await client.goto(preparation.links.client);
  await confirmHome(client);
  await join(client, NAME);
  await move('Talk', client);
  await move('Closed', client);

  await page.goto(clientPage);
  await expect(step(page, 'Consultation')).toContainText('done');
  await expect(step(page, 'Preparation')).toContainText('1 of 1 completed');
  await expect(step(page, 'Dosing')).toHaveAttribute('aria-current', 'step');
});

test('[PA1 LO4] the dosing session is scheduled, and every paper is done on a phone before the door', async () => {
  const { therapist, client, chaperone } = people;
  const { links } = await schedule(therapist.page, 'Dosing');
  await client.page.goto(links.client);
  await expect(client.page.getByText('7 Alder Way')).toHaveCount(0);
  await openSection(client.page, 'Your way through the treatment');
  await expect(client.page.getByText('nobody will push you')).toBeVisible();
  await signConsents(client.page, 'Анна Кузнецова');
  await confirmHome(client.page);
  await prepareRoom(client.page);
  await tellOfBody(client.page);
  await writeOwnWords(client.page, { intention: 'To rest.', phrase: 'Море всегда здесь' });
  await expect(client.page.getByText('Everything is answered')).toBeVisible();
  await chaperone.page.goto(links.chaperone);
  await agreeToDuties(chaperone.page, 'Sam', '+1 303 555 0147');
});

test('[GD1 GD3 VT3 DO1] arrival to T0: the drill rings the phone, a high reading rests five minutes, both confirm', async () => {
  const { therapist, client, chaperone } = people;
  const { page } = therapist;
  const everybody = [client.page, chaperone.page];
  await join(client.page, NAME);
  await join(chaperone.page, 'Sam');
  await move('Setup', ...everybody);

  const pulses = await countPulses(chaperone.page);
  await press(page, 'Start the drill');
  const drill = chaperone.page.getByRole('alertdialog', { name: 'This is a drill' });
  await expect(drill).toBeVisible();
  await expect.poll(pulses).toBeGreaterThan(0);
  await expect(missing(page)).toContainText('waiting for the chaperone');
  await press(drill, 'I heard it');
  await expect(missing(page)).toHaveCount(0);
  await move('Ready', ...everybody);

  await recordVitals(page, { systolic: 152, diastolic: 95, pulse: 88 });
  await expect(card(page, 'Vitals')).toContainText('Five minutes of rest');
  await press(client.page, "I'm ready");
  await expectRefused(page, 'Start dose', /Five minutes of rest/);
  await hours.pass(5, page);
  await expect(card(page, 'Vitals')).toContainText('Rested: measure again');
  await recordVitals(page, { systolic: 128, diastolic: 82, pulse: 76 });
  await press(page, 'Start dose');
  for (const screen of [page, ...everybody]) {
    await expectPhase(screen, 'hold');
    await expect(phaseRegion(screen)).toContainText('0 min');
  }
});

test('[DO6 DO7 WA1 WA2 AL3] the journey: entries by one key, an alert with its steps, a booster with its guards', async () => {
  const { therapist, client, chaperone } = people;
  const { page } = therapist;
  const everybody = [client.page, chaperone.page];
  await hours.pass(12, page, chaperone.page);
  await press(page, 'Spat');
  await move('Onset', ...everybody);
  await move('Journey', ...everybody);
  await pressKey(page, 'n', 'Seen: nausea');
  await pressKey(page, 'l', `Looked at ${NAME}`);
  await writeNote(page, NOTE);

  await press(client.page, 'Help');
  const alert = chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' });
  await press(alert, "I'm going");
  await expect(card(page, 'Alerts')).toContainText('Sam is going');
  await press(alert, "I'm with them");
  await press(page, 'Resolve');
  await expect(card(page, 'Alerts')).toContainText('Resolved');

  await press(page, 'Booster…');
  const booster = page.getByRole('dialog', { name: 'Booster' });
  await expect(booster).toContainText('Not before minute 20; now minute 12');
  await expect(booster).toContainText('No vitals yet');
  await expectRefused(booster, 'Booster taken', /Not before minute 20/);
  await press(booster, 'Not now');
  await hours.pass(28, page, chaperone.page);
  await recordVitals(page, { systolic: 131, diastolic: 84, pulse: 80 });
  await press(page, 'Booster…');
  await press(booster, 'Booster taken');
  await expect(card(page, 'Dose')).toContainText('Booster · 1 × 100 mg ketamine');
  await press(page, 'Swallowed');
  await hours.pass(60, page, chaperone.page);
  await press(page, 'Speaks');
  await press(page, 'Eyes open');
  await move('Return', ...everybody);
  await press(page, 'Oriented');
  await move('Integration', ...everybody);
});

test('[RL1 RL2 RL3 RC2] release: every criterion, the time of watching, two signatures, the end, and what is added after it', async () => {
  const { therapist, client, chaperone } = people;
  const { page } = therapist;
  await move('Release', client.page, chaperone.page);
  await goThroughRelease(page);
  const sign = page.getByRole('button', { name: 'Sign the release' });
  await expect(missing(page)).toContainText('60 more minutes of observation');
  await expect(sign).toHaveCount(0);
  await expect(chaperone.page.getByText('The time of watching goes on')).toBeVisible();
  await hours.pass(61, page);
  await page.getByLabel('Your full name, as your signature').fill('Dr. Maya Ellis');
  await sign.click();
  await expect(card(page, 'Release')).toContainText('Signed: Dr. Maya Ellis');
  await expectRefused(page, 'Move to Closed', /Not signed by the chaperone/);
  await chaperone.page.getByLabel('Your full name, as your signature').fill('Sam Okoye');
  await press(chaperone.page, 'Sign');
  await expect(card(page, 'Release')).toContainText('Signed: Sam Okoye');
  await move('Closed', client.page, chaperone.page);
  await expect(page.getByLabel('Note', { exact: true })).toHaveCount(0);
  await page.getByLabel('Addendum').fill('Called in the evening: resting well.');
  await press(page, 'Add it');
  await expect(page.getByText('Added to the record')).toBeVisible();
});

test('[RC1 RC4 RC5 RC6] the record: on its page, as PDF, CSV and JSON; and ten ways to break it, each found', async () => {
  const { page } = people.therapist;
  await page.getByRole('link', { name: 'Open the record' }).click();
  const happened = page.getByRole('list', { name: 'Timeline' });
  for (const words of [NOTE, 'Booster taken', 'Seen: nausea', 'Called in the evening']) {
    await expect(happened).toContainText(words);
  }
  await expect(page.getByText('The record holds')).toBeVisible();

  const { text } = await readPdf(await download(page, 'PDF for the chart'));
  for (const words of [
    'Анна',
    '2 × 100 mg',
    /Booster [^.]* 1 × 100 mg/,
    '152/95',
    '128/82',
    '131/84',
    'Dr. Maya Ellis',
    'Sam Okoye',
    'so viel Raum',
    'Called in the evening: resting well.',
  ]) {
    expect(text).toMatch(words);
  }
  expect((await download(page, 'CSV')).toString()).toContain('so viel Raum');
  const json = (await download(page, 'JSON, to verify')).toString();
  await page.reload();
  const looked = card(page, 'Who has looked');
  await expect(looked.getByRole('listitem')).toHaveCount(5);
  for (const kind of ['PDF', 'CSV', 'JSON']) await expect(looked).toContainText(`as ${kind}`);

  expect(verifyRecord(json)).toMatchObject({ status: 0 });
  for (const { what, tamper } of TAMPERINGS) {
    const record = JSON.parse(json) as RecordExport;
    const place = tamper(record);
    const { status, said } = verifyRecord(JSON.stringify(record));
    expect([what, status, said]).toEqual([
      what,
      1,
      expect.stringContaining(`Event ${place} does not hold`),
    ]);
  }
  expect(TAMPERINGS).toHaveLength(10);
});
