import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { meet } from '../personas/hands.ts';
import { expect, expectPhase, test, type Cast } from '../personas/personas.ts';

/* Spanish on the screens of two of three people, and nothing else changed by it (LA1, LA2). */

test.setTimeout(150_000);

const folder = new URL('../../client/src/language/es/', import.meta.url);
const SPANISH = new Map(
  readdirSync(folder).flatMap((file) =>
    Object.entries(
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
    ),
  ),
);
const es = (english: string): string => SPANISH.get(english) ?? `(no Spanish for ${english})`;

/** Words that no Spanish sentence has. */
const ENGLISH =
  /\b(the|you|your|yours|with|and|is|are|not|of|to|from|this|that|they|them|it|in|for|on)\b/i;

/** What the page says, by text or by name, that is English still. */
async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      // Each language names itself; scripts and styles say nothing.
      if (parent?.closest('script, style, [lang], [aria-label="Language · Idioma"]')) continue;
      texts.push(walk.currentNode.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (element.getAttribute('aria-label') === 'Language · Idioma') continue;
      for (const name of ['aria-label', 'placeholder', 'title'])
        texts.push(element.getAttribute(name) ?? '');
    }
    return texts.map((text) => text.trim()).filter(Boolean);
  });
  return [
    ...new Set(said.filter((text) => ENGLISH.test(text) || (SPANISH.get(text) ?? text) !== text)),
  ];
}

async function expectSpanish(page: Page, screen: string, data: string[] = []): Promise<void> {
  const left = async () =>
    (await englishOn(page)).filter((text) => !data.some((known) => text.startsWith(known)));
  await expect.poll(left, { message: screen }).toEqual([]);
}

/** Chosen on the page, as a person would. */
async function choose(page: Page, language: 'English' | 'Español'): Promise<void> {
  await page.getByRole('button', { name: language }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'es');
}

const onPhase = (page: Page, phase: string) =>
  expect(page.locator('[data-phase]').first()).toHaveAttribute('data-phase', phase);

async function moveOn({ therapist, client, chaperone, ...cast }: Cast, title: string) {
  await meet({ therapist, client, chaperone, ...cast }, title);
  await therapist.page.getByRole('button', { name: `Move to ${title}` }).click();
  for (const { page } of [client, chaperone]) await onPhase(page, title.toLowerCase());
}

test('[LA1] two read Spanish from the lobby to the end of Help, on the connection that they had; the third reads English', async ({
  cast,
}) => {
  const { therapist, client, chaperone } = cast;
  const anew: string[] = [];
  for (const { page } of [client, chaperone]) {
    await expect(page.getByRole('button', { name: 'Join session' })).toBeVisible();
    page.on('websocket', (socket) => {
      if (socket.url().includes('socket.io')) anew.push(socket.url());
    });
    await choose(page, 'Español');
  }
  await expectSpanish(client.page, 'client’s lobby');
  await expectSpanish(chaperone.page, 'chaperone’s lobby');
  // Drawn anew in place: nobody connected again for it.
  expect(anew).toEqual([]);
  await client.page.getByRole('button', { name: es('Join session') }).click();
  await chaperone.page.getByRole('button', { name: es('Join session') }).click();
  await expectSpanish(client.page, 'client waiting');
  await expectSpanish(chaperone.page, 'chaperone waiting');
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await therapist.page.getByRole('button', { name: 'Admit Sam' }).click();
  await onPhase(client.page, 'arrival');
  await expectSpanish(client.page, 'client in arrival');
  await moveOn(cast, 'Setup');
  await expectSpanish(client.page, 'client in setup');
  await expectSpanish(chaperone.page, 'chaperone in setup');
  await moveOn(cast, 'Ready');
  await expectSpanish(chaperone.page, 'chaperone in ready');
  await meet(cast, 'Hold');
  await expectSpanish(client.page, 'client in ready');
  await client.page.getByRole('button', { name: es("I'm ready") }).click();
  await therapist.page.getByRole('button', { name: 'Start dose' }).click();
  await onPhase(client.page, 'hold');
  await expectSpanish(client.page, 'client after the dose');
  await expectSpanish(chaperone.page, 'chaperone after the dose');

  await client.page.getByRole('button', { name: es('Help') }).click();
  const card = chaperone.page.getByRole('alertdialog');
  await expect(card).toBeVisible();
  await expectSpanish(chaperone.page, 'chaperone’s alert');
  await card.getByRole('button', { name: es("I'm going") }).click();
  await expect(client.page.getByText('Sam')).toBeVisible();
  await expectSpanish(client.page, 'client who is told that somebody is coming');

  await expectPhase(therapist.page, 'hold');
  await expect(therapist.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(therapist.page.getByText('Robin pressed Help').first()).toBeVisible();
});

test('[LA1] the choice outlives a reload, keeps what was typed, and is taken back as easily', async ({
  cast,
}) => {
  const { page } = cast.chaperone;
  await page.getByLabel('Your name').fill('Sam Brandt');
  await choose(page, 'Español');
  await expect(page.getByLabel(es('Your name')).first()).toHaveValue('Sam Brandt');
  await page.reload();
  await expect(page.getByRole('button', { name: es('Join session') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await choose(page, 'English');
  await expect(page.getByRole('button', { name: 'Join session' })).toBeVisible();
});

/** What people wrote, or a practice set: it stays as it is. */
const DATA = ['Your therapist is glad to refer you'];

test('[LA1 LA2] a therapist reads Spanish: lists, practice, the room, what is missing, the timeline', async ({
  together,
  product,
}) => {
  const { page } = together.therapist;
  await page.goto(`${product.url}/practice`);
  await choose(page, 'Español');
  for (const [place, title] of [
    ['practice', 'Save'],
    ['clients', 'New client'],
    ['sessions', 'New session'],
  ] as const) {
    await page.goto(`${product.url}/${place}`);
    await expect(page.getByRole('button', { name: es(title) })).toBeVisible();
    await expectSpanish(page, place, DATA);
  }
  await page.goto(`${product.url}/clients/${together.clientId}`);
  await expect(page.getByRole('heading', { name: es('The course of care') })).toBeVisible();
  await expectSpanish(page, 'a client');
  await page.goto(`${product.url}/sessions/${together.sessionId}`);
  await expect(page.getByRole('button', { name: `Pasar a: ${es('Ready')}` })).toBeVisible();
  await expectSpanish(page, 'therapist’s room');
});
