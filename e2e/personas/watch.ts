import { expect, type Page } from '@playwright/test';
import type { Product } from '../product/product.ts';
import { card } from './care.ts';
import { fill } from './controls.ts';

/* The therapist's hand during the session. */

export interface Measured {
  systolic: number;
  diastolic: number;
  pulse: number;
}

export const vitalsDialog = (page: Page) => page.getByRole('dialog', { name: 'Vitals' });

export async function recordVitals(page: Page, measured: Measured): Promise<void> {
  const { systolic, diastolic, pulse } = measured;
  await page.getByRole('button', { name: 'Record vitals' }).click();
  await fill(vitalsDialog(page), {
    'Systolic, mmHg': String(systolic),
    'Diastolic, mmHg': String(diastolic),
    'Heart rate, per minute': String(pulse),
  });
  await vitalsDialog(page).getByRole('button', { name: 'Record' }).click();
  await expect(card(page, 'Vitals')).toContainText(`${systolic}/${diastolic} mmHg, ${pulse}/min`);
}

const timeline = (page: Page) => page.getByRole('list', { name: 'Timeline' });

export async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByLabel('Note', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Add the note' }).click();
  await expect(timeline(page)).toContainText(words);
}

/** A key of the hand that is not writing. */
export async function pressKey(page: Page, key: string, entry: string): Promise<void> {
  await page.getByRole('heading', { name: 'Watch' }).click();
  await page.keyboard.press(key);
  await expect(card(page, 'Watch').getByText(/^Noted: /)).toBeVisible();
  await expect(timeline(page)).toContainText(entry);
}

/** Minutes; a look is due every 15 after the dose. */
const LOOK_WITHIN = 14;

/** The server's clock of a test that is hours long: forward only, and told to the screens by a note. */
export class Hours {
  readonly #product: Product;
  #ahead = 0;

  constructor(product: Product) {
    this.#product = product;
  }

  /** @param looks the chaperone's page, once the medicine is taken: they look in as they are asked to */
  async pass(minutes: number, therapist: Page, looks?: Page): Promise<void> {
    for (let left = minutes; left > 0; left -= LOOK_WITHIN) {
      this.#ahead += Math.min(left, LOOK_WITHIN) * 60_000;
      await this.#product.shiftClock(this.#ahead);
      if (!looks) continue;
      await looks.getByRole('button', { name: 'I looked: all is well' }).click();
      await expect(looks.getByText('In 15 minutes')).toBeVisible();
    }
    // A screen learns of the clock with the next view.
    await writeNote(therapist, `${minutes} minutes on.`);
  }
}

/** Goes through the release: each criterion with what was seen. */
export async function goThroughRelease(page: Page): Promise<void> {
  const release = card(page, 'Release');
  for (const [criterion, seen] of Object.entries(SEEN)) {
    const asked = release.getByRole('group', { name: criterion });
    await asked.getByRole('textbox').fill(seen);
    await asked.getByRole('button', { name: `${criterion}: met` }).click();
    await expect(asked).toHaveCount(0);
    await expect(release).toContainText(seen);
  }
}

const SEEN: Readonly<Record<string, string>> = {
  'Vitals stable': '118/74 twice',
  'Oriented to person, place and time': 'Name, town, day',
  'Walks without help or dizziness': 'To the door and back',
  'Little or no nausea': 'None now',
  'A competent adult is present and instructed': 'Sam, on camera',
  'The chaperone stays until the client moves safely': 'Until the evening',
  'No driving before a night’s sleep: understood': 'Keys are with Sam',
};
