/** The browser that pages are measured in, found as the browser stories find theirs. */

import { chromium, type Browser, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';

const SCREEN = { width: 1440, height: 900 };

/** Frames as fast as the machine makes them: a faster page shows even where both are faster than a screen. */
export const UNLOCKED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

export const launch = (extra: readonly string[] = []): Promise<Browser> => {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...browserArguments, ...extra],
  });
};

/** A page of its own, so that the two sides share nothing but the machine. */
export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'en' });
  return context.newPage();
}
