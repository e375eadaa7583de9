/** Where a hint may stand without lying on anything that is drawn. */

import { placeBeside, type FloatSide } from '../../ui/index.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface Drawn {
  /** Nothing may lie on these: cards, gates, titles, pills, lines, tool bars. */
  readonly solids: readonly Box[];
  /** A hint may stand inside or outside these, but not on their outlines. */
  readonly frames: readonly Box[];
}

export interface Wish {
  readonly anchor: Box;
  /** The side it stands on best; the others follow. */
  readonly side: FloatSide;
  readonly align: 'start' | 'center';
}

/** Kept free between a hint and what is drawn, and between a hint and what it belongs to. */
const GAP = 8;

const sides: readonly FloatSide[] = ['top', 'right', 'left', 'bottom'];

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** The top left corner of a place beside the anchor that is free; undefined where there is none. */
export function freeSpot(
  { anchor, side, align }: Wish,
  floating: Extent,
  window: Extent,
  { solids, frames }: Drawn,
): { readonly left: number; readonly top: number } | undefined {
  const { left, top } = anchor;
  const beside = { left, top, width: anchor.right - left, height: anchor.bottom - top };
  for (const tried of [side, ...sides.filter((other) => other !== side)]) {
    const spot = placeBeside(beside, floating, window, { side: tried, align, gap: GAP });
    const box = {
      ...spot,
      right: spot.left + floating.width,
      bottom: spot.top + floating.height,
    };
    const kept = grown(box, GAP / 2);
    const isFree =
      !meet(box, anchor) &&
      solids.every((solid) => !meet(kept, solid)) &&
      frames.every((frame) => !meet(kept, frame) || isInside(kept, frame));
    if (isFree) return spot;
  }
  return undefined;
}
