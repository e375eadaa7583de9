/** The one door for text into SVG and other XML: nothing that passes can end a text or an attribute (X-4, B-25). */

import { visibleText } from '../../drawing/index.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an element or an attribute: control characters gone, direction controls as marks, halves of pairs replaced. */
export const escapeXml = (text: string): string =>
  visibleText(text)
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
