// Measures Inter's glyphs in a browser and writes src/drawing/text-widths.generated.ts (`node scripts/make-text-widths.mjs`).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.mjs';
import { root } from './setup.mjs';

const weights = [400, 500, 600];
/** Large enough that a glyph's width in pixels is its advance in thousandths of an em. */
const size = 1000;

const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x2010, 0x2027],
  [0x2190, 0x2193],
];
const characters = ranges.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
);

const folder = join(root, 'node_modules/@fontsource-variable/inter');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const css = readFileSync(join(folder, 'index.css'), 'utf8').replaceAll(
  /url\(\.\/files\/([^)]+)\)/g,
  (_, file) => `url(data:font/woff2;base64,${readFileSync(join(folder, 'files', file)).toString('base64')})`,
);

const executablePath = findBrowser();
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath ? { executablePath } : {}),
});
const page = await browser.newPage();
await page.setContent(`<style>${css}
  span { font: ${size}px 'Inter Variable', monospace; font-feature-settings: 'tnum'; white-space: pre; position: absolute; }
</style><body></body>`);

/** One row of widths a weight; each character stands between two bars, so that a lone space has its width too. */
const rows = await page.evaluate(
  async ({ characters, weights }) => {
    const span = document.createElement('span');
    document.body.append(span);
    const measured = [];
    for (const weight of weights) {
      span.style.fontWeight = String(weight);
      span.textContent = characters.join('');
      await document.fonts.load(`${weight} 10px 'Inter Variable'`, characters.join(''));
      span.textContent = '||';
      const bars = span.getBoundingClientRect().width;
      measured.push(
        characters.map((character) => {
          span.textContent = `|${character}|`;
          return Math.round(span.getBoundingClientRect().width - bars);
        }),
      );
    }
    return measured;
  },
  { characters, weights },
);
await browser.close();

const lines = (numbers) =>
  Array.from(
    { length: Math.ceil(numbers.length / 20) },
    (_, row) => `    ${numbers.slice(row * 20, row * 20 + 20).join(', ')},\n`,
  ).join('');

writeFileSync(
  join(root, 'src/drawing/text-widths.generated.ts'),
  `// Measured by \`node scripts/make-text-widths.mjs\` from Inter ${version} with tabular figures; do not edit.

/** Blocks of characters that were measured, first and last code point. */
export const measuredRanges: readonly (readonly [number, number])[] = [
${ranges.map(([first, last]) => `  [${first}, ${last}],\n`).join('')}];

/** Advances in thousandths of an em, in the order of the blocks, one list a weight. */
export const advances: Readonly<Record<${weights.join(' | ')}, readonly number[]>> = {
${weights.map((weight, index) => `  ${weight}: [\n${lines(rows[index])}  ],\n`).join('')}};
`,
);
console.log(`measured ${characters.length} characters in ${weights.length} weights`);
