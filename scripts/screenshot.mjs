// `npm run screenshot`: opens the built page, with a design file if one is given, and writes docs/screenshot.png.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './driving.mjs';
import { root } from './setup.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(root, 'docs/screenshot.png') },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
  },
});
const inputs = positionals.map((path) => resolve(path));

const { address, browser } = await openBrowser(4180);
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  colorScheme: values.theme === 'dark' ? 'dark' : 'light',
  locale: values.lang,
});
await page.goto(address, { waitUntil: 'networkidle' });
if (inputs.length > 0) await page.setInputFiles('input[type=file]', inputs);
// Long enough for the answers to stand and for the message about the opened files to go.
await page.waitForTimeout(8000);
mkdirSync(join(root, 'docs'), { recursive: true });
await page.screenshot({ path: values.out });
await browser.close();
console.log(`wrote ${values.out}`);
process.exit(0);
