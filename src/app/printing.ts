/** Prints the drawing alone: in colours for paper, with its title, legend and numbered findings. */

import { pictureOf, working } from './files.ts';
import type { Store } from './store.ts';

const SHEET = 'print-sheet';

/** What is on paper while a picture of that shape is printed: the picture, whole on one sheet that lies or stands. */
const rulesFor = (width: number, height: number): string => `
  @page { size: A4 ${width > height ? 'landscape' : 'portrait'}; margin: 10mm; }
  @media screen { .${SHEET} { display: none; } }
  @media print {
    html { color-scheme: light; }
    html, body { height: auto; margin: 0; background: #fff; }
    body > :not(.${SHEET}) { display: none !important; }
    .${SHEET} svg { font-variant-numeric: tabular-nums; display: block; width: 100%; height: auto; max-height: 100vh; }
  }`;

/** Opens the browser's own print dialog on the picture, and takes the picture away when that closes. */
export async function printDesign(store: Store): Promise<void> {
  const { language } = store.api.getState().view;
  await working(store, { en: 'Printing', ja: '印刷の準備中' }, async () => {
    const { svg, width, height } = await pictureOf(store, {
      theme: 'print',
      language,
      icons: 'own',
      show: ['tiers', 'addresses', 'findings', 'title'],
      ids: 'shown',
      publicAddresses: 'shown',
    });
    // The page's policy refuses styles on elements: what this one says stands in the rules below.
    const text = svg.replace(/^<svg([^>]*) style="[^"]*"/, '<svg$1');
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const sheet = document.createElement('div');
    sheet.className = SHEET;
    sheet.setAttribute('aria-hidden', 'true');
    sheet.append(document.importNode(picture, true));
    const rules = new CSSStyleSheet();
    rules.replaceSync(rulesFor(width, height));
    document.adoptedStyleSheets.push(rules);
    document.body.append(sheet);
    const clear = () => {
      sheet.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules);
    };
    window.addEventListener('afterprint', clear, { once: true });
    window.print();
  });
}
