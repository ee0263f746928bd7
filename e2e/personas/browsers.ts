import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumPath } from '../chromium.ts';
import type { Desk } from '../product/desk.ts';
import { fakeMedia, type Role } from '../product/fake-media.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

/** A Chromium whose fake camera and microphone carry this role's colour and pitch. */
export async function launchFor(role: Role): Promise<Browser> {
  const { video, audio } = await fakeMedia(role);
  const executablePath = chromiumPath();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      ...FLAGS,
      `--use-file-for-fake-video-capture=${video}`,
      `--use-file-for-fake-audio-capture=${audio}`,
    ],
  });
}

/** What this browser sends to the product. */
export async function cookieOf(context: BrowserContext, url: string): Promise<string> {
  const cookies = await context.cookies(url);
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The desk of the therapist who is signed in on this page. */
export const deskOf = async (page: Page, url: string): Promise<Desk> => ({
  url,
  cookie: await cookieOf(page.context(), url),
});
