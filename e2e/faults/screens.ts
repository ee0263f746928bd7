import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { watchAlerts } from '../product/screen-times.ts';
import { launchFor } from '../personas/browsers.ts';
import { now, type Tell } from './notes.ts';
import type { Place } from './sessions.ts';

/* Two real Chromiums in the first session: the chaperone's page, which is watched, and the client's, which presses. */

export interface Screens {
  freeze(chance: number): Promise<() => Promise<void>>;
  offline(chance: number): Promise<() => Promise<void>>;
  reload(chance: number): Promise<() => void>;
  /** Nothing is tapped any more; true when every press of the page was answered. */
  drain(): Promise<boolean>;
  stop(): Promise<void>;
}

interface Guest {
  role: 'client' | 'chaperone';
  browser: Browser;
  page: Page;
  cdp: CDPSession;
}

const TAP_EVERY = 4_000;

export async function openScreens(url: string, place: Place, tell: Tell): Promise<Screens> {
  const { sessionId: session } = place;
  const guests: Guest[] = [];
  for (const role of ['chaperone', 'client'] as const)
    guests.push(await openGuest(url, place, role));
  const [chaperone, client] = guests as [Guest, Guest];
  await watchAlerts(chaperone.page, (alert, at) =>
    tell({ t: 'shown', at, by: 'screen', session, alert }),
  );
  const { made, unanswered } = watchPresses(client.page, session, tell);
  for (const { page, role } of guests) await page.goto(`${url}/sessions/${session}/${role}`);
  await client.page.getByRole('button', { name: 'Help' }).waitFor({ timeout: 60_000 });

  const draining = new AbortController();
  let taps = 0;
  /** The button does nothing while a press of it is on its way. */
  const isAnswered = () => made.size >= taps && unanswered.size === 0;
  const tapping = tapHelp();
  async function tapHelp() {
    const help = client.page.getByRole('button', { name: 'Help' });
    const calling = client.page.getByText(/calling/i);
    while (!draining.signal.aborted) {
      await wait(TAP_EVERY, undefined, { signal: draining.signal }).catch(() => undefined);
      if (draining.signal.aborted || !isAnswered()) continue;
      // The page has its own word on it: an answer that came on a line which broke then is none to it.
      if (await calling.isVisible().catch(() => true)) continue;
      const tapped = help.click({ timeout: 1_000 }).then(() => true);
      // Frozen, or just loading: nobody can tap it.
      if (!(await tapped.catch(() => false))) continue;
      taps += 1;
      tell({ t: 'tap', at: now(), session });
    }
  }

  const chosen = (chance: number) => (chance < 0.5 ? chaperone : client);
  const settled = (work: Promise<unknown>): Promise<void> => work.then(() => {}).catch(() => {});
  return {
    async freeze(chance) {
      const { cdp } = chosen(chance);
      await settled(cdp.send('Page.setWebLifecycleState', { state: 'frozen' }));
      return () => settled(cdp.send('Page.setWebLifecycleState', { state: 'active' }));
    },
    async offline(chance) {
      const context = chosen(chance).page.context();
      await settled(context.setOffline(true));
      return () => settled(context.setOffline(false));
    },
    async reload(chance) {
      await settled(chosen(chance).page.reload({ timeout: 10_000 }));
      return () => undefined;
    },
    async drain() {
      draining.abort();
      await tapping;
      for (let tries = 0; !isAnswered() && tries < 300; tries += 1) await wait(100);
      return isAnswered();
    },
    async stop() {
      for (const { browser } of guests) await browser.close();
    },
  };
}

async function openGuest(url: string, place: Place, role: Guest['role']): Promise<Guest> {
  const browser = await launchFor(role);
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera', 'microphone'],
    hasTouch: true,
  });
  const cookies = place.cookies[role].split('; ').map((cookie) => {
    const [name = '', value = ''] = cookie.split('=');
    return { name, value, url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  return { role, browser, page, cdp: await context.newCDPSession(page) };
}

/** The page's presses and their answers, as they stand on its socket. */
function watchPresses(page: Page, session: string, tell: Tell) {
  const made = new Set<string>();
  const unanswered = new Set<string>();
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const [, sent] = /^42\d*\["session:command",(.*)\]$/.exec(String(payload)) ?? [];
      if (sent === undefined) return;
      const { type, kind, commandId } = JSON.parse(sent) as Record<string, string>;
      if (type !== 'alert.raise' || commandId === undefined) return;
      made.add(commandId);
      unanswered.add(commandId);
      tell({ t: 'press', at: now(), id: commandId, session, role: 'page', kind: kind ?? '' });
    });
    socket.on('framereceived', ({ payload }) => {
      const [, answer] = /^43\d+\[(.*)\]$/.exec(String(payload)) ?? [];
      if (answer === undefined) return;
      const { ok, commandId } = JSON.parse(answer) as { ok: boolean; commandId: string | null };
      if (!ok || commandId === null || !unanswered.delete(commandId)) return;
      tell({ t: 'ack', at: now(), id: commandId });
    });
  });
  return { made, unanswered };
}
