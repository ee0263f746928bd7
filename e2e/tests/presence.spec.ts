import type { Page } from '@playwright/test';
import { press } from '../personas/controls.ts';
import { expect, expectPhase, moveTo, takeDose, test, type Cast } from '../personas/personas.ts';

const phone = ({ therapist }: Cast) => therapist.page.locator('[data-presence="chaperone"]');
const alerts = ({ therapist }: Cast) => therapist.page.getByRole('region', { name: 'Alerts' });

/** From now on this page's heartbeats are lost on the way; its connection is not. */
const loseBeats = (page: Page) =>
  page.evaluate(() => {
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (this: WebSocket, data) {
      if (typeof data !== 'string' || !data.includes('session:beat')) send.call(this, data);
    };
  });

test('[PR1] a chaperone’s phone that dies is shown to the therapist within five seconds', async ({
  together,
}) => {
  await expect(phone(together)).toContainText('phone connected');
  await together.chaperone.context.setOffline(true);
  await expect(phone(together)).toHaveAttribute('data-connected', 'false', { timeout: 5_000 });
  await expect(phone(together).getByRole('link', { name: /^Call/ })).toBeVisible();
  await together.chaperone.context.setOffline(false);
  await expect(phone(together)).toContainText('phone connected');
});

test('[PR4 AL12] a phone that is connected and says nothing is amber at 15 seconds, lost at 30, and after the dose an alert', async ({
  together,
}) => {
  await takeDose(together);
  await expect(phone(together)).toContainText('phone connected');
  await loseBeats(together.chaperone.page);
  await expect(phone(together).locator('[data-tone="medium"]')).toContainText(/silent for \d\d s/, {
    timeout: 25_000,
  });
  await expect(phone(together)).toContainText(/silent for 0:[345]\d/, { timeout: 25_000 });
  await expect(phone(together).getByRole('link', { name: /^Call/ })).toBeVisible();
  await expect(alerts(together)).toContainText('Sam’s phone is lost');
  await together.chaperone.page.reload();
  await expect(phone(together)).toContainText(/phone(:| connected)/);
  await expect(alerts(together)).toContainText('Back since');
});

test('[PR4] an empty battery, a page out of sight and a phone that may not sound stand beside its name; a tap gives the sound back', async ({
  together,
}) => {
  const { page } = together.chaperone;
  await moveTo(together, 'Ready');
  await page.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { level: 0.14, charging: false });
    Object.assign(navigator, { getBattery: () => Promise.resolve(battery) });
  });
  await page.reload();
  await expectPhase(page, 'ready');
  await expect(page.getByText('This phone cannot sound yet.')).toBeVisible();
  await expect(phone(together)).toContainText('may not sound, battery 14 %');
  await press(page, 'Turn the sound on');
  await expect(page.getByText('This phone cannot sound yet.')).toHaveCount(0);
  await expect(phone(together)).not.toContainText('may not sound');
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(phone(together)).toContainText('page not in sight');
});

test('[PR5] the chaperone’s screen stays on: taken again after the phone took it away, and after another page; a phone that refuses is told', async ({
  together,
}) => {
  const { page } = together.chaperone;
  await page.addInitScript(() => {
    const locks: WakeLockSentinel[] = [];
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      if (sessionStorage.getItem('refuses')) throw new DOMException('Low', 'NotAllowedError');
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
    Object.assign(globalThis, { locks });
  });
  await page.reload();
  const asleep = page.getByText('This phone may go to sleep by itself');
  const locks = (what: 'held' | 'taken') =>
    page.evaluate((what) => {
      const { locks } = globalThis as unknown as { locks: WakeLockSentinel[] };
      return locks.filter((lock) => what === 'taken' || !lock.released).length;
    }, what);
  /** As a phone does that saves power, or shows another page. */
  const take = () =>
    page.evaluate(() => {
      const { locks } = globalThis as unknown as { locks: WakeLockSentinel[] };
      return locks.at(-1)?.release();
    });
  const show = (state: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await expect.poll(() => locks('held')).toBe(1);
  await take();
  expect(await locks('held')).toBe(0);
  await expect.poll(() => locks('held')).toBe(1);
  expect(await locks('taken')).toBe(2);

  await show('hidden');
  await take();
  await page.waitForTimeout(3_000);
  expect(await locks('held')).toBe(0);
  await show('visible');
  await expect.poll(() => locks('held')).toBe(1);
  await expect(asleep).toHaveCount(0);

  await page.evaluate(() => sessionStorage.setItem('refuses', 'yes'));
  await page.reload();
  await expect(asleep).toBeVisible();
});

test('[AL8 PR4] a sound that a phone call took away is missed loudly, and the next tap takes it back', async ({
  together,
}) => {
  const { page } = together.chaperone;
  await page.addInitScript(() => {
    // As iOS does in a phone call: the sound is taken, and not given back without a tap.
    const taken = { is: false, contexts: [] as AudioContext[] };
    const Known = AudioContext;
    Object.assign(globalThis, {
      taken,
      AudioContext: class extends Known {
        constructor() {
          super();
          taken.contexts.push(this);
        }
        override resume() {
          return taken.is ? Promise.resolve() : super.resume();
        }
      },
    });
    addEventListener('pointerdown', () => (taken.is = false), { capture: true });
  });
  await page.reload();
  await press(page, 'Turn the sound on');
  await expect(phone(together)).toContainText('phone connected');
  await page.evaluate(async () => {
    const { taken } = globalThis as unknown as {
      taken: { is: boolean; contexts: AudioContext[] };
    };
    taken.is = true;
    for (const each of taken.contexts) if (each.state === 'running') await each.suspend();
  });
  await expect(page.getByText('This phone has lost its sound.')).toBeVisible();
  await expect(phone(together)).toContainText('may not sound');
  await page.getByRole('heading', { level: 2 }).first().click();
  await expect(page.getByText('This phone has lost its sound.')).toHaveCount(0);
});
