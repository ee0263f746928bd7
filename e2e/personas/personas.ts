import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { Product, type Links } from '../product/product.ts';
import type { Role } from '../product/fake-media.ts';
import { anotherRobin, changePolicy, schedule } from '../product/desk.ts';
import { deskOf, launchFor } from './browsers.ts';
import { meet } from './hands.ts';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

/** One person at their own device. */
interface Persona {
  page: Page;
  context: BrowserContext;
}

export type People = Record<Role, Persona>;

export interface Cast extends People {
  clientId: string;
  sessionId: string;
  links: Links;
}

interface Fixtures {
  /** Three people at their links, nobody admitted: therapist in the workspace, guests in the lobby. */
  cast: Cast;
  /** The same three, joined and admitted, their papers done, in `setup`. */
  together: Cast;
}

interface WorkerFixtures {
  product: Product;
  browsers: Record<Role, Browser>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  product: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const product = await Product.create();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browsers: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const [therapist, client, chaperone] = await Promise.all([
        launchFor('therapist'),
        launchFor('client'),
        launchFor('chaperone'),
      ]);
      await use({ therapist, client, chaperone });
      await Promise.all([therapist.close(), client.close(), chaperone.close()]);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  cast: async ({ product, browsers }, use) => {
    const people = await arrive(product, browsers);
    const { therapist, client, chaperone } = people;
    const session = await newSession(product, therapist);
    const { sessionId, links } = session;
    await therapist.page.goto(`${product.url}/sessions/${sessionId}`);
    await client.page.goto(links.client);
    await chaperone.page.goto(links.chaperone);
    await use({ ...people, ...session });
    await leave(people);
  },
  together: async ({ cast }, use) => {
    await settleIn(cast);
    await use(cast);
  },
});

export { expect };

export async function joinAll({ therapist, client, chaperone }: Cast): Promise<void> {
  await client.page.getByRole('button', { name: 'Join session' }).click();
  await chaperone.page.getByRole('button', { name: 'Join session' }).click();
  await therapist.page.getByRole('button', { name: 'Admit Robin' }).click();
  await therapist.page.getByRole('button', { name: 'Admit Sam' }).click();
  for (const { page } of [therapist, client, chaperone]) await expectPhase(page, 'arrival');
}

/** Papers done, and on to `setup`. */
export async function settleIn(cast: Cast): Promise<void> {
  await joinAll(cast);
  await moveTo(cast, 'Setup');
}

/** Three people at their own devices: the therapist signed in, the other two with nothing open yet. */
export async function arrive(product: Product, browsers: Record<Role, Browser>): Promise<People> {
  const therapist = await person(browsers.therapist, 'therapist', DESK);
  await therapist.context.addCookies(await signedIn(product, therapist.page));
  return {
    therapist,
    client: await person(browsers.client, 'client', PHONE),
    chaperone: await person(browsers.chaperone, 'chaperone', PHONE),
  };
}

export async function leave({ therapist, client, chaperone }: People): Promise<void> {
  await Promise.all([therapist, client, chaperone].map(({ context }) => context.close()));
}

async function person(browser: Browser, role: Role, viewport: typeof PHONE): Promise<Persona> {
  const context = await browser.newContext({
    viewport,
    permissions: ['camera', 'microphone', 'screen-wake-lock'],
    hasTouch: role !== 'therapist',
  });
  return { context, page: await context.newPage() };
}

/** A dosing session, made as a therapist would, with its papers still open. */
export async function newSession(
  { url }: Product,
  { page }: Persona,
  clientId?: string,
): Promise<Pick<Cast, 'clientId' | 'sessionId' | 'links'>> {
  const desk = await deskOf(page, url);
  const client = clientId ?? (await anotherRobin(desk));
  const { sessionId, links } = await schedule(desk, client);
  const therapist = `${url}/sessions/${sessionId}`;
  return { clientId: client, sessionId, links: { therapist, ...links } };
}

const signIns = new WeakMap<Product, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** The demo's sign-in link works once: the cookie it gives is kept for every test of this worker. */
async function signedIn(product: Product, page: Page) {
  const known = signIns.get(product);
  if (known) return known;
  await page.goto(product.links.therapist);
  await page.waitForURL('**/sessions/s_*');
  const cookies = await page.context().cookies();
  signIns.set(product, cookies);
  // The clients of the tests were prepared elsewhere.
  await changePolicy(await deskOf(page, product.url), { preparationSessions: 0 });
  return cookies;
}

export const phaseRegion = (page: Page) => page.getByRole('region', { name: 'Session phase' });

export async function expectPhase(page: Page, phase: string): Promise<void> {
  await expect(phaseRegion(page)).toHaveAttribute('data-phase', phase);
}

/** What the move needs is met, the therapist moves on, and all three screens follow. */
export async function moveTo(cast: Cast, title: string): Promise<void> {
  const { therapist, client, chaperone } = cast;
  await meet(cast, title);
  await therapist.page.getByRole('button', { name: `Move to ${title}` }).click();
  for (const { page } of [therapist, client, chaperone])
    await expectPhase(page, title.toLowerCase());
}

/** From setup or ready to T0. */
export async function takeDose(cast: Cast): Promise<void> {
  if ((await phaseRegion(cast.client.page).getAttribute('data-phase')) === 'setup') {
    await moveTo(cast, 'Ready');
  }
  await meet(cast, 'Hold');
  await cast.client.page.getByRole('button', { name: "I'm ready" }).click();
  await cast.therapist.page.getByRole('button', { name: 'Start dose' }).click();
  for (const { page } of [cast.therapist, cast.client, cast.chaperone]) {
    await expectPhase(page, 'hold');
  }
}
