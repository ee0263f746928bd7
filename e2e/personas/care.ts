import { expect, type Page } from '@playwright/test';
import { choose, dayInput, fill, nowInput, tick } from './controls.ts';

/* The therapist's pages outside of a session, by hand: a client, their record, screening, order, sessions. */

export const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** From the list of clients to the new client's page. */
export async function newClient(page: Page, firstName: string): Promise<void> {
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByRole('button', { name: 'New client' }).click();
  await page.getByLabel('Client’s first name or initials').fill(firstName);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: firstName })).toBeVisible();
}

export async function fillRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit the client record' }).click();
  const dialog = page.getByRole('dialog', { name: 'Client record' });
  const group = (name: string) => dialog.getByRole('group', { name });
  await fill(group('The client'), { 'Date of birth': '1984-02-29', Phone: '+1 303 555 0171' });
  await fill(group('Home'), {
    'Street and number': '7 Alder Way',
    City: 'Boulder',
    'ZIP code': '80302',
  });
  await choose(group('Home'), 'State', 'Colorado');
  await fill(dialog, {
    'What helpers must know at the door': 'Third floor, the lift is slow.',
    'Local dispatch line': '303 555 0190',
  });
  await dialog.getByRole('button', { name: 'Add an emergency contact' }).click();
  const contact = { Name: 'Jonas', Phone: '+1 303 555 0172' };
  await fill(group('Emergency contact 1'), contact);
  await fill(group('Chaperone'), {
    'Chaperone’s first name': 'Sam',
    'Chaperone’s phone': '+1 303 555 0147',
  });
  await fill(group('Health'), { Allergies: 'Latex', Conditions: 'Migraine' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

export async function recordScreening(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record a decision' }).click();
  const dialog = page.getByRole('dialog', { name: 'Medical screening' });
  await tick(dialog, 'radio', /^Cleared/);
  await fill(dialog, { 'Decided by': 'Dr. Adaeze Okafor', 'Valid until': dayInput(90) });
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await expect(card(page, 'Medical screening')).toContainText('Cleared until');
}

/** Two lozenges of 100 mg, held for 12 minutes, one more as a booster from minute 20. */
export async function writeOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New order' }).click();
  const dialog = page.getByRole('dialog', { name: 'New order' });
  await fill(dialog, {
    'Strength of one, mg': '100',
    'How many at a dose': '2',
    'Minutes in the mouth': '12',
    'Prescriber’s name': 'Dr. Adaeze Okafor',
    'Licence number': 'CO DR.0044871',
    'Prescriber’s phone': '+1 720 555 0133',
    'Last day': dayInput(60),
  });
  await tick(dialog, 'radio', 'Spit');
  await tick(dialog, 'checkbox', /^The order allows a booster/);
  await fill(dialog, { 'How many at the booster': '1', 'Not before minute': '20' });
  await dialog.getByRole('button', { name: 'Save the order' }).click();
  await expect(card(page, 'Prescriber’s order')).toContainText('2 × 100 mg ketamine, lozenge');
}

export interface Invited {
  sessionId: string;
  links: { client: string; chaperone: string };
}

export const scheduling = (page: Page) => page.getByRole('dialog', { name: /^A session with/ });

/** Opens the dialog for a session of this kind, now. */
export async function beginSession(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Schedule a session' }).click();
  await choose(scheduling(page), 'Kind', kind);
  await scheduling(page).getByLabel('Time').fill(nowInput());
}

/** Schedules it and reads both links, which are shown once. Leaves the therapist in the session. */
export async function schedule(page: Page, kind: string): Promise<Invited> {
  await beginSession(page, kind);
  await scheduling(page).getByRole('button', { name: 'Schedule session' }).click();
  const done = page.getByRole('dialog', { name: 'The session is scheduled' });
  const link = (who: string) => done.getByLabel(`${who}’s invite link`, { exact: true });
  const links = {
    client: await link('Client').inputValue(),
    chaperone: await link('Chaperone').inputValue(),
  };
  await done.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: `Open session: ${kind.toLowerCase()} session` }).click();
  await page.waitForURL('**/sessions/s_*');
  return { sessionId: new URL(page.url()).pathname.split('/').at(-1) ?? '', links };
}
