/** What keeps a readable size on the screen: texts and strips that are sized anew when the view has come to rest. */

import { glyphs, middleEllipsis, type GlyphMark, type RectMark, type TextMark } from '../drawing/index.ts';
import { placedPath } from './placed-path.ts';

/** A name of fewer letters, the gap in it included, says less than its place does. */
const LEAST_LETTERS = 6;

/** The least text in screen pixels: names of containers from afar, everything else. */
const FAR_TEXT = 11;
const LEAST_TEXT = 10;
/** And of what hangs in a corner. */
const CORNER = 14;

export interface Lens {
  readonly zoom: number;
  readonly isFar: boolean;
}

type Fit = (lens: Lens) => void;

const fitted = new Map<Element, Fit>();
let lens: Lens = { zoom: 1, isFar: false };

/** Zoom in steps of a tenth, the next smaller: a text is never under its size, and few sizes are ever measured. */
export const zoomStep = (zoom: number): number => 1.1 ** Math.floor(Math.log(zoom + 1e-9) / Math.log(1.1));

/** Sizes everything that is mounted; called when the view rests, never while it moves. */
export function fitAll(next: Lens): void {
  if (next.zoom === lens.zoom && next.isFar === lens.isFar) return;
  lens = next;
  for (const fit of fitted.values()) fit(next);
}

/** Keeps an element fitted as long as it is mounted; the returned function ends that. */
export function keepFitted(element: Element, fit: Fit): () => void {
  fitted.set(element, fit);
  fit(lens);
  return () => fitted.delete(element);
}

const shortened = new Map<string, string>();
const MOST = 5000;

function shorten(whole: string, room: number, { weight }: TextMark, size: number): string {
  const key = `${room} ${size} ${weight} ${whole}`;
  const before = shortened.get(key);
  if (before !== undefined) return before;
  const text = middleEllipsis(whole, room, size, weight);
  if (shortened.size >= MOST) shortened.clear();
  shortened.set(key, text);
  return text;
}

export interface FittedText {
  readonly text: string;
  readonly size: number;
  readonly y: number;
}

/** A text as it is written at a zoom; empty where it could not be read. */
export function fittedText(mark: TextMark, { zoom, isFar }: Lens): FittedText {
  const { size: natural, fit, y } = mark;
  const least = (isFar && fit?.from === 'top' ? FAR_TEXT : LEAST_TEXT) / zoom;
  const size = Math.max(natural, Math.round(least * 100) / 100);
  if (!fit || size === natural) return { text: mark.text, size: natural, y };
  const grown = (fit.beside ?? 0) * (cornerScale(zoom) - 1);
  const text = shorten(fit.whole, fit.room - grown, mark, size);
  const isTelling = text === fit.whole || text.length >= LEAST_LETTERS;
  return { text: isTelling ? text : '', size, y: y + (size - natural) * (fit.from === 'top' ? 0.72 : 0.36) };
}

/** How much larger than natural what hangs in a corner is: never under 14 pixels. */
const cornerScale = (zoom: number): number => Math.max(1, Math.round((CORNER / (24 * zoom)) * 100) / 100);

/** Keeps what hangs in a corner large enough to tell. */
export function keepLarge(element: SVGElement, mark: RectMark | GlyphMark): (() => void) | undefined {
  const { corner } = mark;
  if (!corner) return undefined;
  return keepFitted(element, ({ zoom }) => {
    const scale = Math.max(1, Math.min(cornerScale(zoom), corner.room / 24));
    const x = corner.x + (mark.x - corner.x) * scale;
    const y = corner.y + (mark.y - corner.y) * scale;
    if (mark.mark === 'glyph') {
      element.setAttribute('d', placedPath(glyphs[mark.glyph], { x, y, scale: (mark.size * scale) / 24 }));
      element.setAttribute('stroke-width', String((mark.strokeWidth * mark.size * scale) / 24));
      return;
    }
    const sizes = {
      x,
      y,
      width: mark.width * scale,
      height: mark.height * scale,
      rx: (mark.radius ?? 0) * scale,
    };
    for (const [name, value] of Object.entries(sizes)) element.setAttribute(name, String(value));
  });
}

/** Writes a text into its element and keeps it readable. */
export const keepReadable = (element: SVGTextElement, mark: TextMark): (() => void) =>
  keepFitted(element, (at) => {
    const { text, size, y } = fittedText(mark, at);
    if (element.textContent !== text) element.textContent = text;
    element.setAttribute('y', String(y));
    element.setAttribute('font-size', String(size));
  });
