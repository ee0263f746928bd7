import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/*
 * What holds on every screen for everybody: nothing that axe finds, in any colours that a device asks for;
 * nothing cut off on the narrowest screen; nothing too small to be hit (EB4, EB5). Soft: one run names all.
 */

/** Nothing of any impact. @param without rules that do not hold for what is open */
export async function expectAccessible(
  page: Page,
  screen: string,
  without: readonly string[] = [],
): Promise<void> {
  const axe = new AxeBuilder({ page }).disableRules([...without]);
  const { violations } = await axe.analyze();
  expect
    .soft(
      violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html}`),
      screen,
    )
    .toEqual([]);
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
  for (const [how, media] of [['by day', {}] as const, ...COLOURS]) {
    await page.emulateMedia(media);
    // axe reads the colours that we gave, and not those that the system puts in their place.
    const unread = media.forcedColors ? ['color-contrast'] : [];
    await expectAccessible(page, `${screen}, ${how}`, [...without, ...unread]);
    await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null });
  }
}

/** 320 CSS px: the narrowest phone, or 1280 px at 400% zoom (WCAG 1.4.10). */
const NARROW = { width: 320, height: 640 };

/** Looks at the page on the narrowest screen, and puts its size back afterwards. */
async function onNarrow<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const seen = await look();
  if (before) await page.setViewportSize(before);
  return seen;
}

/** Nothing scrolls sideways, and no words end beyond the edge. */
export async function expectReflow(page: Page, screen: string): Promise<void> {
  const beyond = await onNarrow(page, () => beyondTheEdge(page));
  expect.soft(beyond, `${screen}, 320 px wide`).toEqual([]);
}

const beyondTheEdge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
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
    // The page itself, or the part of it that holds what is to be read.
    const panes = [...document.querySelectorAll('html, :has(main), main')];
    const wide = panes.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const sideways = wide ? ['the page scrolls'] : [];
    return [...sideways, ...out.map((element) => element.outerHTML.slice(0, 160))].slice(0, 4);
  });

/** Each thing that can be pressed is as large as this, here and on the narrowest screen. */
export async function expectTargets(page: Page, screen: string, least = 44): Promise<void> {
  const here = await smallTargets(page, least);
  expect.soft(here, `${screen}, targets of ${least} px`).toEqual([]);
  const narrow = await onNarrow(page, () => smallTargets(page, least));
  expect.soft(narrow, `${screen}, 320 px wide, targets of ${least} px`).toEqual([]);
}

/** What can be pressed, seen, and smaller than this. Links within a sentence are exempt (WCAG 2.5.8). */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((least) => {
    const seen =
      'button, a[href], summary, [role=button], [role=menuitem], [role=option], label:has(input)';
    const covers = (element: Element): DOMRect => {
      // A row whose whole area is its link's, by its ::after.
      const after = getComputedStyle(element, '::after');
      const spread = after.content !== 'none' && after.position === 'absolute';
      const area = spread ? (element as HTMLElement).offsetParent : null;
      return (area ?? element).getBoundingClientRect();
    };
    return (
      [...document.querySelectorAll(seen)]
        .filter((element) =>
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        )
        .filter(
          (element) => element.closest('[inert], [aria-hidden="true"], .visually-hidden') === null,
        )
        // A dialog's way out for screen readers stands in a box of one pixel.
        .filter((element) => (element.parentElement?.getBoundingClientRect().width ?? 0) > 1)
        .filter(
          (element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'),
        )
        .flatMap((element) => {
          const { width, height } = covers(element);
          const fits = height >= least - 0.5 && width >= least - 0.5;
          return fits || width < 2
            ? []
            : [
                `${Math.round(width)} × ${Math.round(height)}: ${element.textContent?.trim().slice(0, 60)}`,
              ];
        })
    );
  }, least);

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
  expect.soft(faults, `${screen}, by Tab`).toEqual([]);
}

/** The spacing that a reader may ask for cuts no words off (WCAG 1.4.12). Takes it back afterwards. */
async function expectTextSpacing(page: Page, screen: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
       p { margin-bottom: 2em !important; }`,
    );
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, spaced];
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const found = [...document.querySelectorAll('body *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = /hidden|clip/;
      const wide = hides.test(overflowX) && element.scrollWidth > element.clientWidth + 2;
      const tall = hides.test(overflowY) && element.scrollHeight > element.clientHeight + 2;
      const unseen = element.closest('.visually-hidden, [hidden]') !== null;
      return !unseen && element.clientWidth > 1 && hasWords(element) && (wide || tall);
    });
    document.adoptedStyleSheets = before;
    return found.slice(0, 4).map((element) => element.outerHTML.slice(0, 160));
  });
  expect.soft(cut, `${screen}, with wider spacing`).toEqual([]);
}

interface Asked {
  /** Rules of axe that do not hold for what is open. */
  without?: readonly string[];
  /** px that what is pressed must measure. */
  least?: number;
}

/** By day: axe, 320 px, and targets. Cheap enough for every state. */
export async function expectForEverybody(
  page: Page,
  screen: string,
  { without = [], least }: Asked = {},
): Promise<void> {
  await expectAccessible(page, screen, without);
  await expectTargets(page, screen, least);
  await expectReflow(page, screen);
}

/** The same, and axe in each way of colours: for the states in which a screen stands longest. */
export async function expectForEverybodyInAllColours(
  page: Page,
  screen: string,
  { without, least }: Asked = {},
): Promise<void> {
  await expectAccessibleInAllColours(page, screen, without);
  await expectTargets(page, screen, least);
  await expectTextSpacing(page, screen);
  await expectReflow(page, screen);
}
