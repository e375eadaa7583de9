/** Text as it may stand in a picture: how wide it will be without asking a browser, and how it is shortened. */

import { advances, measuredRanges } from './text-widths.generated.ts';

export type Weight = keyof typeof advances;

/** Tracking of the interface's Latin text, in em. */
const TRACKING = -0.006;

/** What an unmeasured Latin, Greek or symbol character takes at most. */
const UNMEASURED = 0.7;

/** Widths in em by code point; what was not measured is missing. */
interface WidthTable {
  /** The first code points, where nearly all text is: NaN where none was measured. */
  readonly common: Float64Array;
  readonly others: ReadonlyMap<number, number>;
}

const COMMON = 0x180;

function tableOf(weight: Weight): WidthTable {
  const common = new Float64Array(COMMON).fill(Number.NaN);
  const others = new Map<number, number>();
  const widths = advances[weight];
  let index = 0;
  for (const [first, last] of measuredRanges) {
    for (let code = first; code <= last; code += 1) {
      const width = (widths[index] ?? 0) / 1000 + TRACKING;
      if (code < COMMON) common[code] = width;
      else others.set(code, width);
      index += 1;
    }
  }
  return { common, others };
}

const widthTables: Readonly<Record<Weight, WidthTable>> = {
  400: tableOf(400),
  500: tableOf(500),
  600: tableOf(600),
};

/** Code points that take no room of their own: combining marks, joiners, variation selectors. */
const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x200b && code <= 0x200d) ||
  code === 0x2060 ||
  code === 0xfeff ||
  (code >= 0xfe00 && code <= 0xfe0f);

/** East Asian wide characters and emoji. */
function wideAdvance(code: number): number | undefined {
  if (code >= 0x1f000) return code >= 0x20000 ? 1 : 1.3;
  if (code >= 0xff61 && code <= 0xffdc) return 0.5;
  const isWide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xffe6);
  return isWide ? 1 : undefined;
}

/** The width of one line in canvas units: Inter with tabular figures, other scripts at their full width. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const { common, others } = widthTables[weight];
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const usual = unit < COMMON ? (common[unit] ?? Number.NaN) : Number.NaN;
    if (!Number.isNaN(usual)) {
      width += usual;
      continue;
    }
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    if (!isMark(code)) width += others.get(code) ?? wideAdvance(code) ?? UNMEASURED;
  }
  return width * size;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Longer names are cut before they are split into characters: no label shows as many. */
const LONGEST = 400;

/** The text, its middle left out where it is wider than the room; nothing at all where not even `…` fits. */
export function middleEllipsis(text: string, room: number, size: number, weight: Weight = 400): string {
  if (text.length <= LONGEST && textWidth(text, size, weight) <= room) return text;
  const ends = text.length <= LONGEST ? text : text.slice(0, LONGEST) + text.slice(-LONGEST);
  const parts = Array.from(graphemes.segment(ends), ({ segment }) => segment);
  const shortened = (kept: number): string =>
    `${parts.slice(0, Math.ceil(kept / 2)).join('')}…${parts.slice(parts.length - Math.floor(kept / 2)).join('')}`;
  let least = 0;
  let most = parts.length - 1;
  while (least < most) {
    const kept = Math.ceil((least + most) / 2);
    if (textWidth(shortened(kept), size, weight) <= room) least = kept;
    else most = kept - 1;
  }
  const result = shortened(least);
  return textWidth(result, size, weight) <= room ? result : '';
}

/** Direction controls by what they are called: they would turn the text around them, so they are shown. */
const directionControls: ReadonlyMap<string, string> = new Map([
  ['\u061c', 'ALM'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
]);

// oxlint-disable-next-line no-control-regex -- these are what to look for
const SPECIAL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/;

/** A name as it may be shown: direction controls as marks, control characters gone, line breaks as spaces (B-25). */
export const visibleText = (text: string): string => (SPECIAL.test(text) ? madeVisible(text) : text);

const madeVisible = (text: string): string =>
  text
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (control) => {
      const name = directionControls.get(control);
      return name === undefined ? '' : `[${name}]`;
    })
    .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
    // oxlint-disable-next-line no-control-regex -- these are what must go
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
