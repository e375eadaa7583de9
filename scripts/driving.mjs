// Opens a browser on the built page, for the scripts that look at it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser, findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root } from './setup.mjs';

function stop(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** The address of the built page, at this port or the next free one, and a browser; ends the script where there is none. */
export async function openBrowser(port) {
  if (!existsSync(join(root, 'dist/index.html'))) {
    stop('The page is not built yet: run `npm run build` first.');
  }
  const problem = await ensureBrowser();
  if (problem) stop(problem);
  const address = await serve(port, { orNext: true });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  return { address, browser };
}
