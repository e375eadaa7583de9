/** Routes that lead nowhere: a short line out of their subnet with a symbol and the destination at its end. */

import type { DrawnEdge } from './edges.ts';
import { overlaps, roundedPath, type Point, type Rectangle } from './geometry.ts';
import { fontSize, GRID, snap } from './sizes.ts';
import { middleEllipsis, textWidth } from './text.ts';

/** Where the symbol and the label of such a route stand. */
export interface Stub {
  readonly symbol: Point;
  readonly label: string;
  readonly labelEnd: Point;
}

interface DrawnStub {
  readonly points: readonly Point[];
  readonly path: string;
  readonly stub: Stub;
  /** Where other lines may not run. */
  readonly taken: Rectangle;
}

const STUB_RISE = 12;
const SYMBOL = 16;
const WIDEST_LABEL = 144;

/** A route that leads nowhere: out of the upper edge, a symbol, its destination; others of one subnet beside it. */
export function drawStub(edge: DrawnEdge, from: Rectangle, taken: readonly Rectangle[]): DrawnStub {
  const [first = '?', ...rest] = edge.destinations;
  const shown = middleEllipsis(first, WIDEST_LABEL, fontSize.small, 500);
  const label = rest.length > 0 ? `${shown} +${rest.length}` : shown;
  const width = Math.ceil(textWidth(label, fontSize.small, 500));
  const y = from.y - STUB_RISE;
  const areaFrom = (right: number): Rectangle => ({
    x: right - 24 - SYMBOL - 6 - width,
    y: y - SYMBOL / 2,
    width: 24 + SYMBOL + 6 + width,
    height: SYMBOL + 4,
  });
  let right = snap(from.x + from.width) - 2 * GRID;
  let area = areaFrom(right);
  for (
    let clash = taken.find((other) => overlaps(other, area));
    clash;
    clash = taken.find((other) => overlaps(other, area))
  ) {
    right = Math.floor(clash.x / GRID) * GRID - GRID;
    area = areaFrom(right);
  }
  const symbol = { x: right - 24 - SYMBOL / 2, y };
  const points = [{ x: right, y: from.y }, { x: right, y }, symbol];
  return {
    points,
    path: roundedPath([...points.slice(0, 2), { x: symbol.x + SYMBOL / 2 - 2, y }]),
    stub: { symbol, label, labelEnd: { x: symbol.x - SYMBOL / 2 - 4, y: y + 4 } },
    taken: area,
  };
}
