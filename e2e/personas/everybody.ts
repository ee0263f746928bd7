import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/*
 * What holds on every screen for everybody: nothing that axe finds, in any colours that a device asks for;
 * nothing cut off on the narrowest screen; nothing too small to be hit (EB4, EB5).
 */

/** Nothing of any impact. @param without rules that do not hold for what is open */
export async function expectAccessible(
  page: Page,
  screen: string,
  without: readonly string[] = [],
): Promise<void> {
  const axe = new AxeBuilder({ page }).disableRules([...without]);
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html}`),
    screen,
  ).toEqual([]);
}

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;
const COLOURS: readonly (readonly [string, Media])[] = [
  ['at night', { colorScheme: 'dark' }],
  ['more contrast', { contrast: 'more' }],
  ['more contrast at night', { contrast: 'more', colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
];

/** The same by day, and in each way of colours that a device can ask for. */
export async function expectAccessibleInAllColours(
  page: Page,
  screen: string,
  without: readonly string[] = [],
): Promise<void> {
  await expectAccessible(page, screen, without);
  for (const [how, media] of COLOURS) {
    await page.emulateMedia(media);
    // axe reads the colours that we gave, and not those that the system puts in their place.
    const unread = media.forcedColors ? ['color-contrast'] : [];
    await expectAccessible(page, `${screen}, ${how}`, [...without, ...unread]);
    await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null });
  }
}

/** 320 CSS px: the narrowest phone, or 1280 px at 400% zoom (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** Nothing scrolls sideways, and no words end beyond the edge. Puts the size back afterwards. */
export async function expectReflow(page: Page, screen: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const beyond = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const scrolls = (from: Element | null): boolean =>
      from !== null &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(from).overflowX) ||
        scrolls(from.parentElement));
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      if (width === 0 || (right <= edge + 1 && left >= -1)) return false;
      return (
        element.closest('.visually-hidden, [hidden]') === null && !scrolls(element.parentElement)
      );
    });
    const sideways = document.documentElement.scrollWidth > edge ? ['the page scrolls'] : [];
    return [...sideways, ...out.map((element) => element.outerHTML.slice(0, 160))].slice(0, 4);
  });
  if (before) await page.setViewportSize(before);
  expect(beyond, `${screen}, 320 px wide`).toEqual([]);
}

/** What can be pressed, seen, and smaller than this. Links within a sentence are exempt (WCAG 2.5.8). */
export async function expectTargets(page: Page, screen: string, least = 44): Promise<void> {
  const small = await page.evaluate((least) => {
    const seen =
      'button, a[href], summary, [role=button], [role=menuitem], [role=option], label:has(input)';
    const covers = (element: Element): DOMRect => {
      // A row whose whole area is its link's, by its ::after.
      const after = getComputedStyle(element, '::after');
      const spread = after.content !== 'none' && after.position === 'absolute';
      const area = spread ? (element as HTMLElement).offsetParent : null;
      return (area ?? element).getBoundingClientRect();
    };
    return [...document.querySelectorAll(seen)]
      .filter((element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      )
      .filter((element) => element.closest('[inert], .visually-hidden') === null)
      .filter(
        (element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'),
      )
      .flatMap((element) => {
        const { width, height } = covers(element);
        const fits = height >= least - 0.5 && width >= Math.min(least, 44) - 0.5;
        return fits || width < 2
          ? []
          : [
              `${Math.round(width)} × ${Math.round(height)}: ${element.textContent?.trim().slice(0, 60)}`,
            ];
      });
  }, least);
  expect(small, `${screen}, targets of ${least} px`).toEqual([]);
}

/** Each stop of Tab is seen: it has an outline, and nothing lies over it (WCAG 2.4.7, 2.4.11). */
export async function expectFocusSeen(page: Page, screen: string, most = 80): Promise<void> {
  const faults: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return 'end';
      const { left, top, width, height } = at.getBoundingClientRect();
      const label = at.outerHTML.slice(0, 120);
      // A box to tick is drawn beside the input that has the focus.
      const drawn = at.closest('label') ?? at.parentElement ?? at;
      const outlined = [
        at,
        drawn,
        ...at.querySelectorAll('*'),
        ...drawn.querySelectorAll('*'),
      ].some((one) =>
        ['', '::after'].some((part) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(one, part || null);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        }),
      );
      if (!outlined && width > 2) return `not seen: ${label}`;
      const spots = [0.15, 0.5, 0.85].map(
        (share) => [left + width / 2, top + height * share] as const,
      );
      const hit = spots.some(([x, y]) => {
        const over = document.elementFromPoint(x, y);
        return (
          over !== null &&
          (at.contains(over) || over.contains(at) || (over.closest('label')?.contains(at) ?? false))
        );
      });
      return hit || width < 2 ? null : `covered: ${label}`;
    });
    if (fault === 'end') break;
    if (fault && !faults.includes(fault)) faults.push(fault);
  }
  expect(faults, `${screen}, by Tab`).toEqual([]);
}
