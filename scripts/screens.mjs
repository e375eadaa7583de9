// `npm run screens`: takes every screen of the built page in light and dark, English and Japanese, wide and small, and
// tells what is cut off, too small, too faint or in the way:
// `npm run screens -- --only path --theme dark --lang ja --size 1024x700 --out FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openBrowser } from './driving.mjs';
import { faultsOf, tableOf } from './screens/faults.mjs';
import { galleryOf } from './screens/gallery.mjs';
import { madeOnce, onEmptyPage, onSample, sample } from './screens/list.mjs';
import { portFrom } from './serve.mjs';
import { root } from './setup.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    lang: { type: 'string', multiple: true, default: ['en', 'ja'] },
    size: { type: 'string', multiple: true, default: ['1440x900', '1024x700'] },
    out: { type: 'string', default: join(root, 'test-results/screens') },
    port: { type: 'string' },
  },
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const wanted = (screens) =>
  Object.entries(screens).filter(
    ([name]) => values.only.length === 0 || values.only.some((word) => name.includes(word)),
  );

const { address, browser } = await openBrowser(portFrom(values, 4190));
const looker = await browser.newPage();
const taken = [];
const faults = [];

/** Goes to a screen, and takes and measures it in each theme; a way that no longer leads there is a fault, too. */
async function take(page, name, look, reach) {
  let isThere = false;
  for (const theme of values.theme) {
    const picture = {
      name,
      look: `${look} ${theme}`,
      file: `${name}.${look.replace(' ', '.')}.${theme}.png`,
    };
    try {
      await page.emulateMedia({ colorScheme: theme });
      if (!isThere) await reach(page);
      isThere = !madeOnce.includes(name);
      await page.evaluate('settle()');
      const png = await page.screenshot({
        path: join(out, picture.file),
        animations: 'disabled',
        caret: 'hide',
      });
      taken.push(picture);
      const found = await faultsOf(await page.evaluate('readScreen()'), png, looker);
      faults.push(...found.map((fault) => ({ ...picture, ...fault })));
    } catch (fault) {
      faults.push({ ...picture, what: 'not reached', where: fault.message.split('\n')[0] });
    }
  }
}

async function takeAll(size, lang) {
  const [width, height] = size.split('x').map(Number);
  const context = await browser.newContext({
    viewport: { width, height },
    locale: lang,
    reducedMotion: 'reduce',
  });
  // Hints of a first visit have been given: they would stand on every screen.
  await context.addInitScript(() => (localStorage['vpc-designer:hints'] ??= 'vpc tier path findings'));
  await context.addInitScript({ path: fileURLToPath(new URL('screens/in-page.mjs', import.meta.url)) });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const look = `${width} ${lang}`;
  await page.goto(address);
  for (const [name, reach] of wanted(onEmptyPage)) await take(page, name, look, reach);
  // A small page doesn't say when a design is kept.
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.setInputFiles('[data-picker="files"]', sample);
  await page.locator('[data-region="top"] .lucide-check').waitFor();
  await page.setViewportSize({ width, height });
  for (const [name, reach] of wanted(onSample)) {
    await take(page, name, look, async () => {
      await page.reload();
      await page.locator('.react-flow__node').first().waitFor();
      await page.evaluate('settle()');
      await reach(page);
    });
  }
  await context.close();
}

for (const size of values.size) await Promise.all(values.lang.map((lang) => takeAll(size, lang)));
await browser.close();
writeFileSync(join(out, 'index.html'), galleryOf(taken));
console.log(tableOf(faults));
console.log(`${taken.length} pictures, ${faults.length} faults: ${join(out, 'index.html')}`);
process.exit(0);
