/** Where a dragged box lines up with others: edges, centres and equal gaps, each with the line that says so. */

import type { Rectangle } from '../../drawing/index.ts';

/** A line to draw: along `y` at an `x`, or the other way round. A gap is drawn with its two ends. */
export interface Guide {
  readonly kind: 'line' | 'gap';
  /** The axis that is snapped: an `x` guide is an upright line, or a gap from left to right. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** How far to shift the box so that it lines up; undefined where nothing is within reach. */
  readonly dx?: number;
  readonly dy?: number;
  readonly guides: readonly Guide[];
}

interface Extent {
  readonly start: number;
  readonly end: number;
  /** The extent on the other axis. */
  readonly from: number;
  readonly to: number;
}

const alongX = ({ x, y, width, height }: Rectangle): Extent => ({
  start: x,
  end: x + width,
  from: y,
  to: y + height,
});
const alongY = ({ x, y, width, height }: Rectangle): Extent => ({
  start: y,
  end: y + height,
  from: x,
  to: x + width,
});

const edgesOf = ({ start, end }: Extent): readonly [number, number, number] => [
  start,
  (start + end) / 2,
  end,
];

interface Fit {
  readonly shift: number;
  readonly guides: readonly Guide[];
}

type Axis = Guide['axis'];

/** Edge to edge and centre to centre; the nearest that is in reach, with a line through all that share it. */
function lineFit(axis: Axis, box: Extent, others: readonly Extent[], reach: number): Fit | undefined {
  let best: number | undefined;
  for (const other of others) {
    for (const [index, edge] of edgesOf(other).entries()) {
      for (const [own, at] of edgesOf(box).entries()) {
        // A centre lines up with centres, an edge with edges.
        if ((index === 1) !== (own === 1)) continue;
        const shift = edge - at;
        if (Math.abs(shift) <= reach && (best === undefined || Math.abs(shift) < Math.abs(best)))
          best = shift;
      }
    }
  }
  if (best === undefined) return undefined;
  const shift = best;
  const guides = edgesOf(box).flatMap((edge): Guide[] => {
    const at = edge + shift;
    const sharing = others.filter((other) => edgesOf(other).includes(at));
    if (sharing.length === 0) return [];
    const from = Math.min(box.from, ...sharing.map((other) => other.from));
    const to = Math.max(box.to, ...sharing.map((other) => other.to));
    return [{ kind: 'line', axis, at, from, to }];
  });
  // Between two edges that line up, the centres do so anyway.
  const isWhole = guides.length === 3;
  return { shift, guides: isWhole ? guides.filter((_, index) => index !== 1) : guides };
}

/** The same gap as two neighbours have between them, before, behind or between them. */
function gapFit(axis: Axis, box: Extent, others: readonly Extent[], reach: number): Fit | undefined {
  const row = others
    .filter((other) => other.from < box.to && box.from < other.to)
    .toSorted((a, b) => a.start - b.start);
  const size = box.end - box.start;
  let best: Fit | undefined;
  const offer = (start: number, gaps: readonly (readonly [number, number])[]) => {
    const shift = start - box.start;
    if (Math.abs(shift) > reach || (best && Math.abs(best.shift) <= Math.abs(shift))) return;
    const at = (box.from + box.to) / 2;
    best = { shift, guides: gaps.map(([from, to]) => ({ kind: 'gap', axis, at, from, to })) };
  };
  for (const [index, left] of row.entries()) {
    const right = row[index + 1];
    if (!right) break;
    const gap = right.start - left.end;
    if (gap <= 0) continue;
    offer(right.end + gap, [
      [left.end, right.start],
      [right.end, right.end + gap],
    ]);
    offer(left.start - gap - size, [
      [left.start - gap, left.start],
      [left.end, right.start],
    ]);
    if (gap > size) {
      const start = left.end + (gap - size) / 2;
      offer(start, [
        [left.end, start],
        [start + size, right.start],
      ]);
    }
  }
  return best;
}

function fit(axis: Axis, box: Extent, others: readonly Extent[], reach: number): Fit | undefined {
  const line = lineFit(axis, box, others, reach);
  const gap = gapFit(axis, box, others, reach);
  if (!line || !gap) return line ?? gap;
  if (line.shift === gap.shift) return { shift: line.shift, guides: [...line.guides, ...gap.guides] };
  return Math.abs(gap.shift) < Math.abs(line.shift) ? gap : line;
}

/**
 * Lines a box up with others. `reach` is in the units of the boxes. Out: the shift of each axis that has
 * something to line up with, and the guides of the box once it is shifted.
 */
export function linedUpWith(box: Rectangle, others: readonly Rectangle[], reach: number): Snapped {
  const x = fit('x', alongX(box), others.map(alongX), reach);
  const moved = x ? { ...box, x: box.x + x.shift } : box;
  const y = fit('y', alongY(moved), others.map(alongY), reach);
  const settled = y ? { ...moved, y: moved.y + y.shift } : moved;
  // The upright lines reach to where the box has come to stand.
  const again = x && y ? fit('x', alongX(settled), others.map(alongX), 0) : x;
  return {
    ...(x ? { dx: x.shift } : {}),
    ...(y ? { dy: y.shift } : {}),
    guides: [...(again?.guides ?? []), ...(y?.guides ?? [])],
  };
}
