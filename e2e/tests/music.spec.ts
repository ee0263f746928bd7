import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectPhase, takeDose, test, type Cast } from '../personas/personas.ts';
import { hoursOf, listenAtTheEnd, loudnessOf, toneFile, waveHeader } from '../personas/sound.ts';

/* The client's music: on their device, measured where its audio graph ends. */

const music = (page: Page) => page.getByRole('region', { name: 'Music', exact: true });
const card = ({ therapist }: Cast) => therapist.page.locator('[data-music-card]');
const muted = ({ therapist }: Cast, word: 'Mute' | 'Unmute') =>
  therapist.page.getByRole('button', { name: `${word} microphone` }).click();

/** The page anew, with what the browser is to be; what is for later stands open. */
async function withComfort({ client }: Cast): Promise<Page> {
  const { page } = client;
  await page.reload();
  await expectPhase(page, 'setup');
  await page.getByText('Music, voice and breath for later').click();
  return page;
}

const add = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel('Music files').setInputFiles({ name, mimeType, buffer });

test('[MU3 MU4] the client’s own music is kept, goes low under the therapist’s voice, comes back, and goes on without a network', async ({
  together,
}) => {
  test.setTimeout(180_000);
  const { client } = together;
  await listenAtTheEnd(client.context);
  await muted(together, 'Mute');
  const page = await withComfort(together);
  await add(page, 'evening.wav', 'audio/wav', toneFile(20));
  await expect(page.getByText('evening.wav', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'My music' }).click();
  await expect(music(page)).toContainText('Plays: My music');
  await expect(card(together)).toContainText('Their own music · volume 3 of 5');
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeGreaterThan(0.05);
  await page.waitForTimeout(3_000);
  const full = await loudnessOf(page);

  await muted(together, 'Unmute');
  await expect.poll(async () => (await loudnessOf(page)) / full).toBeLessThan(0.3);
  await muted(together, 'Mute');
  await expect.poll(async () => (await loudnessOf(page)) / full).toBeGreaterThan(0.8);

  await takeDose(together);
  await page.getByRole('button', { name: 'Music', exact: true }).click();
  await music(page).getByRole('button', { name: 'Softer' }).click();
  await expect.poll(async () => (await loudnessOf(page)) / full).toBeLessThan(0.65);
  await client.context.setOffline(true);
  await expect(page.getByText('You are safe.')).toBeVisible({ timeout: 15_000 });
  expect((await loudnessOf(page)) / full).toBeGreaterThan(0.3);
  await client.context.setOffline(false);
  await expectPhase(page, 'hold');

  // A reload is no silence, and the file is still there.
  await page.reload();
  await expectPhase(page, 'hold');
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeGreaterThan(full * 0.3);
  await page.getByRole('button', { name: 'Music', exact: true }).click();
  await music(page).getByRole('button', { name: 'Fade out' }).click();
  await expect(card(together)).toContainText('No music plays.');
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeLessThan(0.001);
});

test('[MU3] a song that comes to its end while it fades out does not begin again', async ({
  together,
}) => {
  await listenAtTheEnd(together.client.context);
  const page = await withComfort(together);
  // Shorter than the fade.
  await add(page, 'bell.wav', 'audio/wav', toneFile(4));
  await page.getByRole('button', { name: 'My music' }).click();
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeGreaterThan(0.01);
  await music(page).getByRole('button', { name: 'Fade out' }).click();
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeLessThan(0.001);
  await page.waitForTimeout(6_000);
  expect(await loudnessOf(page)).toBeLessThan(0.001);
});

test('[MU1 MU2 MU3] the therapist proposes the rain, then the sea; the client takes up one and leaves the other', async ({
  together,
}) => {
  const { client } = together;
  await listenAtTheEnd(client.context);
  await client.page.reload();
  await takeDose(together);
  const { page } = client;
  const proposal = page.getByRole('region', { name: 'Music proposal' });
  await card(together).getByRole('button', { name: 'Rain' }).click();
  await expect(card(together)).toContainText('On their screen: Rain');
  await expect(proposal).toBeVisible();
  expect(await loudnessOf(page)).toBeLessThan(0.001);
  await proposal.getByRole('button', { name: 'Rain' }).click();
  await expect(proposal).toHaveCount(0);
  await expect(card(together)).toContainText('Robin took it up: Rain');
  await expect(card(together)).toContainText('Rain · volume 3 of 5');
  await expect.poll(() => loudnessOf(page), { timeout: 15_000 }).toBeGreaterThan(0.001);
  await card(together).getByRole('button', { name: 'The sea' }).click();
  await proposal.getByRole('button', { name: 'Leave it' }).click();
  await expect(card(together)).toContainText('Robin left it: The sea');
  await expect(card(together)).toContainText('Rain · volume 3 of 5');
  await card(together).getByRole('button', { name: 'Fade out' }).click();
  await card(together).getByRole('button', { name: 'Take the proposal back' }).click();
  await expect(proposal).toHaveCount(0);
});

test('[MU5] a damaged file, one that is no music, and one of three hours', async ({ together }) => {
  const page = await withComfort(together);
  await add(page, 'broken.mp3', 'audio/mpeg', Buffer.from('this is no sound at all'));
  await expect(music(page)).toContainText('“broken.mp3” cannot be played');
  await add(page, 'empty.mp3', 'audio/mpeg', Buffer.alloc(0));
  await expect(music(page)).toContainText('“empty.mp3” cannot be played');
  await add(page, 'letter.pdf', 'application/pdf', Buffer.from('%PDF-1.7'));
  await expect(music(page)).toContainText('“letter.pdf” is no music file.');

  const long = join(tmpdir(), `sojourn-three-hours-${process.pid}.wav`);
  const file = await open(long, 'w');
  const bytes = hoursOf(3);
  await file.write(waveHeader(bytes));
  await file.truncate(44 + bytes);
  await file.close();
  await page.getByLabel('Music files').setInputFiles(long);
  await expect(page.getByRole('list', { name: 'My music' })).toContainText('three-hours', {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'My music' }).click();
  await expect(music(page)).toContainText('Plays: My music');
});

test('[MU5] a full device, and a browser that keeps nothing: it plays for now, and that is said', async ({
  together,
}) => {
  const { client } = together;
  await client.page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const page = await withComfort(together);
  await add(page, 'evening.wav', 'audio/wav', toneFile(5));
  await expect(music(page)).toContainText('This device has no room left for “evening.wav”');
  await client.page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      get() {
        throw new DOMException('insecure', 'SecurityError');
      },
    });
  });
  await withComfort(together);
  await add(page, 'evening.wav', 'audio/wav', toneFile(5));
  await expect(music(page)).toContainText('This browser keeps nothing: “evening.wav”');
  await page.getByRole('button', { name: 'My music' }).click();
  await expect(music(page)).toContainText('Plays: My music');
});

test('[MU5 SP1 SP2] a browser without Web Audio and without a voice says so, plays the own music, and Help goes on', async ({
  together,
}) => {
  const { client, chaperone } = together;
  await client.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'AudioContext');
    Reflect.deleteProperty(globalThis, 'webkitAudioContext');
    Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined });
  });
  const page = await withComfort(together);
  await page.getByRole('button', { name: 'Rain' }).click();
  await expect(music(page)).toContainText('This browser cannot make these sounds.');
  await expect(page.getByText('This browser cannot make the sound.')).toBeVisible();
  await page.getByRole('button', { name: 'Hear the voice' }).click();
  await expect(page.getByText('This browser has no voice.')).toBeVisible();
  await add(page, 'evening.wav', 'audio/wav', toneFile(5));
  await page.getByRole('button', { name: 'My music' }).click();
  await expect(music(page)).toContainText('Plays: My music');
  await takeDose(together);
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(chaperone.page.getByRole('alertdialog', { name: 'Chaperone alert' })).toBeVisible();
});
