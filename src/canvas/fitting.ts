/** What keeps a readable size on the screen: texts and strips that are sized anew when the view has come to rest. */

import { isWithin, middleEllipsis, type Corner, type TextMark } from '../drawing/index.ts';

/** A name of fewer letters, the gap in it included, says less than its place does. */
const LEAST_LETTERS = 6;

/** The least text in screen pixels: names of containers from afar, everything else. */
const FAR_TEXT = 11;
const LEAST_TEXT = 10;

export interface Lens {
  readonly zoom: number;
  readonly isFar: boolean;
}

type Fit = (lens: Lens) => void;

const fitted = new Map<Element, Fit>();
let lens: Lens = { zoom: 1, isFar: false };

const STEP = 1.05;

/** Zoom in steps of a twentieth, the next smaller: a text is never under its size, and few sizes are ever measured. */
export const zoomStep = (zoom: number): number => STEP ** Math.floor(Math.log(zoom + 1e-9) / Math.log(STEP));

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

/** How much larger than natural what hangs in a corner is. */
const cornerScale = ({ natural, least, most }: Corner, zoom: number): number =>
  Math.min(most, Math.max(1, Math.round((least / (natural * zoom)) * 100) / 100));

/** A text as it is written at a zoom; empty where it could not be read. */
export function fittedText(mark: TextMark, { zoom, isFar }: Lens): FittedText {
  const { size: natural, y } = mark;
  if (!isWithin(mark.zooms, zoom)) return { text: '', size: natural, y };
  const fit = mark.fit?.far && zoom < mark.fit.far.below ? { ...mark.fit, ...mark.fit.far } : mark.fit;
  const least = (isFar && fit?.from === 'top' ? FAR_TEXT : LEAST_TEXT) / zoom;
  const size = Math.max(natural, Math.round(least * 100) / 100);
  const grown = fit?.beside ? fit.beside.width * (cornerScale(fit.beside.corner, zoom) - 1) : 0;
  if (!fit || (size === natural && grown === 0)) return { text: mark.text, size: natural, y };
  const text = shorten(fit.whole, fit.room - grown, mark, size);
  const isTelling = text === fit.whole || (!fit.isWhole && text.length >= LEAST_LETTERS);
  return { text: isTelling ? text : '', size, y: y + (size - natural) * (fit.from === 'top' ? 0.72 : 0.36) };
}

/** Keeps what hangs in a corner large enough to tell. */
export const keepLarge = (element: SVGElement, corner: Corner): (() => void) =>
  keepFitted(element, ({ zoom }) => {
    element.style.display = isWithin(corner, zoom) ? '' : 'none';
    const scale = cornerScale(corner, zoom);
    if (scale === 1) element.removeAttribute('transform');
    else {
      const [x, y] = [corner.x * (1 - scale), corner.y * (1 - scale)];
      element.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
    }
  });

/** Writes a text into its element and keeps it readable. */
export const keepReadable = (element: SVGTextElement, mark: TextMark): (() => void) =>
  keepFitted(element, (at) => {
    const { text, size, y } = fittedText(mark, at);
    if (element.textContent !== text) element.textContent = text;
    element.setAttribute('y', String(y));
    element.setAttribute('font-size', String(size));
  });
