import { expect, type Locator, type Page } from '@playwright/test';
import { fill, tick } from './controls.ts';

/* What client and chaperone answer before the dose, on their own pages. */

export type Section =
  | 'Three texts to read and sign'
  | 'Where you are today'
  | 'Your room and your day'
  | 'Food and medicines today'
  | 'In your own words';

export const CONSENTS = [
  'Ketamine-assisted psychotherapy',
  'Meeting by video',
  'What your chaperone may know',
] as const;

const line = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}`) });

/** Opens a section, or a text within one, and returns what is in it. */
export async function openSection(page: Page, title: string): Promise<Locator> {
  const button = line(page, title);
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  return page.locator(`[id="${await button.getAttribute('aria-controls')}"]`);
}

export const expectStanding = (page: Page, title: Section, standing: string): Promise<void> =>
  expect(line(page, title)).toContainText(standing);

export async function sign(page: Page, document: string, name: string): Promise<void> {
  const text = await openSection(page, document);
  await text.getByLabel('Your full name, as your signature').fill(name);
  await text.getByRole('button', { name: 'I agree, and sign' }).click();
  await expect(text).toContainText(`Signed by ${name}`);
}

export async function signConsents(page: Page, name: string): Promise<void> {
  await openSection(page, 'Three texts to read and sign');
  for (const document of CONSENTS) await sign(page, document, name);
  await expectStanding(page, 'Three texts to read and sign', 'Done');
}

export async function confirmHome(page: Page): Promise<void> {
  const place = await openSection(page, 'Where you are today');
  await tick(place, 'radio', /^I’m at home/);
  await place.getByRole('button', { name: 'Confirm' }).click();
  await expectStanding(page, 'Where you are today', 'Done');
}

export async function prepareRoom(page: Page): Promise<void> {
  const room = await openSection(page, 'Your room and your day');
  for (const point of await room.locator('label').all()) await point.click();
  await expect(room.getByRole('checkbox', { checked: true })).toHaveCount(9);
  await expectStanding(page, 'Your room and your day', 'Done');
}

export async function tellOfBody(page: Page): Promise<void> {
  const body = await openSection(page, 'Food and medicines today');
  const save = body.getByRole('button', { name: 'Save' });
  await fill(body, { 'How many hours ago did you last eat?': '5' });
  await save.click();
  await expect(save).toHaveCount(0);
  await tick(body, 'radio', 'Nothing');
  await save.click();
  await expectStanding(page, 'Food and medicines today', 'Done');
}

/** Intention, the sentence that steadies, touch, and whether a booster would be welcome. */
export async function writeOwnWords(
  page: Page,
  { intention, phrase }: { intention: string; phrase: string },
): Promise<void> {
  const words = await openSection(page, 'In your own words');
  const save = words.getByRole('button', { name: 'Save' });
  for (const [label, text] of [
    ['Your intention', intention],
    ['A sentence that steadies you', phrase],
  ] as const) {
    await words.getByLabel(label).fill(text);
    await save.click();
    await expect(save).toHaveCount(0);
  }
  await tick(words, 'radio', 'A hand on mine is welcome');
  await tick(words, 'radio', 'I would be open to it');
  await expect(words.getByText('Saved', { exact: true })).toHaveCount(4);
}

export async function agreeToDuties(page: Page, name: string, phone: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('The number of this phone').fill(phone);
  await page.getByRole('button', { name: 'I agree to do this' }).click();
  await expect(page.getByRole('region', { name: 'You agreed to this' })).toBeVisible();
}
