import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

/* A hand on our controls: found by role and name, pressed where a person presses. */

export const press = (scope: Page | Locator, name: string | RegExp): Promise<void> =>
  scope.getByRole('button', { name }).click();

/** It stands there, can be reached by the keyboard, and says why it does nothing. */
export async function expectRefused(
  scope: Page | Locator,
  name: string,
  why: string | RegExp,
): Promise<void> {
  const button = scope.getByRole('button', { name });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(why);
}

/** Opens the list under `label` and chooses. */
export async function choose(scope: Page | Locator, label: string, option: string): Promise<void> {
  await scope.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  const page = 'page' in scope ? scope.page() : scope;
  await page.getByRole('option', { name: option }).click();
}

/** The whole line of a radio or a checkbox is its target; the input itself is not drawn. */
export async function tick(
  scope: Page | Locator,
  role: 'radio' | 'checkbox',
  name: string | RegExp,
): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.locator('label', { has: page.getByRole(role, { name }) }).click();
}

/** Text fields by their labels. */
export async function fill(scope: Locator, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    await scope.getByLabel(label, { exact: true }).fill(text);
  }
}

/** What a link gives to keep. */
export async function download(page: Page, link: string): Promise<Buffer> {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  return readFile(await (await started).path());
}

const two = (n: number) => String(n).padStart(2, '0');

/** A day for a date field, in this machine's zone, which is the browsers', too. @param days from today */
export function dayInput(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Now, for a field of day and time. */
export function nowInput(): string {
  const now = new Date();
  return `${dayInput(0)}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
