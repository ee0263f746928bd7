import { useLayoutEffect } from 'react';

export type Theme = 'light' | 'dark' | 'journey';

/**
 * Forces a theme on the whole document while the component is mounted; null follows the system.
 * On <html>, because dialogs and popovers are drawn outside of the component that opens them.
 */
export function useTheme(theme: Theme | null): void {
  useLayoutEffect(() => {
    const root = document.documentElement;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const before = bars.map((bar) => bar.content);
    if (theme) for (const bar of bars) bar.content = getComputedStyle(root).backgroundColor;
    return () => {
      delete root.dataset.theme;
      bars.forEach((bar, index) => (bar.content = before[index] ?? ''));
    };
  }, [theme]);
}
