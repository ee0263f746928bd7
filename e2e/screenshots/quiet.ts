import type { Page } from '@playwright/test';
import { card } from '../personas/care.ts';
import { press } from '../personas/controls.ts';
import type { Cast } from '../personas/personas.ts';
import { shoot } from './shoot.ts';

/** The client's dark screen in its states, and what the therapist sees of them. */
export async function shootQuiet(cast: Cast): Promise<void> {
  const { therapist, client } = cast;
  const grounding = card(therapist.page, 'Grounding');
  await shoot(client.page, 'client-quiet');
  await press(client.page, 'Something to hold on to');
  await shoot(client.page, 'client-alone');
  await press(client.page, 'Not now');
  await press(client.page, 'Hide the picture');
  await shoot(client.page, 'client-picture-hidden');
  await press(client.page, 'Show the picture');
  await press(client.page, 'Music');
  await shoot(client.page, 'client-music');
  await press(client.page, 'Back');

  await grounding.getByRole('searchbox', { name: 'Find an exercise' }).fill('breath');
  await press(therapist.page, 'Offer Longer out-breath');
  await client.page.getByText('Let the breath out').first().waitFor();
  await shoot(client.page, 'client-breath');
  await press(client.page, 'Stay with me');
  await therapist.page.locator('[data-pace]').waitFor();
  await shoot(therapist.page, 'therapist-grounding', { of: grounding });
  await shoot(therapist.page, 'therapist-pace', { of: therapist.page.locator('[data-pace]') });
  await press(therapist.page, 'I’m here');
  await client.page.getByText('is with you').waitFor();
  await grounding.getByRole('searchbox', { name: 'Find an exercise' }).fill('');
  await shoot(therapist.page, 'therapist-music', { of: card(therapist.page, 'Music') });
}

/** The same screens beside one another in Spanish. */
export async function shootSpanish(shots: readonly [page: Page, name: string][]): Promise<void> {
  for (const [page, name] of shots) {
    await speak(page, 'es');
    await shoot(page, `${name}-es`, { settle: 1_500 });
    await speak(page, 'en');
  }
}

async function speak(page: Page, language: 'en' | 'es'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('sojourn.language', chosen), language);
  await page.reload();
  await page.locator(`html[lang=${language}]`).waitFor();
  await page.locator('[data-phase], [aria-label="Your camera and microphone"]').first().waitFor({
    state: 'attached',
  });
}
