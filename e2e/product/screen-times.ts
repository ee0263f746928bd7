import type { Page } from '@playwright/test';

/* Times of what happens in pages, on one clock for all processes of this machine. */

interface Timed {
  /** ms since the epoch, by the wall clock, finer than it tells. */
  exactly(): number;
  toldAlert(alert: string, at: number): void;
  pressedAt: number;
}

/** A page's own beginning of time is off by up to some ms: set right at a tick of the wall clock. */
const CLOCK = `globalThis.exactly = (() => {
  let off = 0;
  const rough = () => performance.timeOrigin + performance.now();
  for (let i = 0; i < 5; i += 1) {
    const before = Date.now();
    while (Date.now() === before);
    off += (Date.now() - rough()) / 5;
  }
  return () => rough() + off;
})();`;

/** Tells each alert that comes into the page's DOM, with the time of the change. */
export async function watchAlerts(
  page: Page,
  told: (alert: string, at: number) => void,
): Promise<void> {
  await page.exposeFunction('toldAlert', told);
  await page.addInitScript(CLOCK);
  await page.addInitScript(() => {
    const here = globalThis as unknown as Timed;
    const known = new Set<string>();
    const look = () => {
      const at = here.exactly();
      for (const element of document.querySelectorAll<HTMLElement>('[data-alert]')) {
        const alert = element.dataset['alert'] ?? '';
        if (known.has(alert)) continue;
        known.add(alert);
        here.toldAlert(alert, at);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
}

/** Gives what taps Help on this page, and the time of the tap. */
export async function pressTimes(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(CLOCK);
  return () =>
    page.evaluate(() => {
      const here = globalThis as unknown as Timed;
      const help = [...document.querySelectorAll('button')].find((button) =>
        button.textContent?.includes('Help'),
      );
      const at = here.exactly();
      help?.click();
      return at;
    });
}
