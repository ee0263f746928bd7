import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The Chromium to drive: CHROMIUM_PATH, else Debian's, else Playwright's own; undefined when there is none. */
export function chromiumPath(
  env: Record<string, string | undefined> = process.env,
): string | undefined {
  if (env['CHROMIUM_PATH']) return env['CHROMIUM_PATH'];
  return ['/usr/bin/chromium', chromium.executablePath()].find((path) => existsSync(path));
}
