/** The lanes that lines may run in: a sparse grid of 8 px tracks beside every obstacle, and what each stretch costs. */

import type { Point, Rectangle, Side } from './geometry.ts';
import { GRID } from './sizes.ts';

/** Where a line may meet a box: a point on its edge, the side it lies on, and the way on inside. */
export interface Port extends Point {
  readonly side: Side;
  /** Points from the edge inwards, for a target that stands inside the box. */
  readonly tail: readonly Point[];
  readonly cost: number;
}

export interface Field {
  /** Lines stay inside; absent: anywhere. */
  readonly within?: Rectangle;
  readonly obstacles: readonly Rectangle[];
  /** Borders that lines may cross but not run along. */
  readonly frames: readonly Rectangle[];
  /** Texts that lines had better not cross. */
  readonly labels: readonly Rectangle[];
}

export interface LaneGrid {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Stretches to the next node on the right, downwards: Infinity where an obstacle lies, else the extra cost. */
  readonly rightward: Float64Array;
  readonly downward: Float64Array;
}

/** No line comes nearer to an obstacle. */
const CLEARANCE = GRID / 2;
/** For each unit of a line that runs over a text. */
const LABEL_COST = 4;
const LABEL_MARGIN = 4;

const lastLaneBefore = (edge: number): number => Math.floor((edge - CLEARANCE) / GRID) * GRID;
const firstLaneAfter = (edge: number): number => Math.ceil((edge + CLEARANCE) / GRID) * GRID;

/** The node outside a port where its line enters the lanes. */
export function entryOf({ x, y, side }: Port): Point {
  switch (side) {
    case 'top':
      return { x, y: lastLaneBefore(y) };
    case 'bottom':
      return { x, y: firstLaneAfter(y) };
    case 'left':
      return { x: lastLaneBefore(x), y };
    case 'right':
      return { x: firstLaneAfter(x), y };
  }
}

/** Many obstacles, such as hundreds of VPCs, leave one lane a side; few leave three. */
const lanesBeside = (obstacles: number): number => (obstacles > 60 ? 1 : 3);

function lanesOf(field: Field, entries: readonly Point[], axis: 'x' | 'y'): Float64Array {
  const length = axis === 'x' ? 'width' : 'height';
  const lanes = new Set<number>();
  const count = lanesBeside(field.obstacles.length);
  for (const obstacle of field.obstacles) {
    for (let lane = 0; lane < count; lane += 1) {
      lanes.add(lastLaneBefore(obstacle[axis]) - lane * GRID);
      lanes.add(firstLaneAfter(obstacle[axis] + obstacle[length]) + lane * GRID);
    }
  }
  const { within } = field;
  const inside = [...lanes].filter(
    (lane) => !within || (lane >= within[axis] + GRID && lane <= within[axis] + within[length] - GRID),
  );
  const all = new Set(inside);
  for (const entry of entries) all.add(entry[axis]);
  return Float64Array.from(all).sort();
}

/** The first index whose value is at least that. */
export function indexFrom(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const grown = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

/** How much of a stretch lies in an open range. */
const shared = (from: number, to: number, start: number, end: number): number =>
  Math.min(to, end) - Math.max(from, start);

/** Makes every stretch that crosses the open rectangle dearer, by how far it runs inside; Infinity closes it. */
function charge(grid: LaneGrid, area: Rectangle, cost: number): void {
  const { xs, ys, rightward, downward } = grid;
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const firstColumn = Math.max(0, indexFrom(xs, area.x) - 1);
  const firstRow = Math.max(0, indexFrom(ys, area.y) - 1);
  for (let row = firstRow; row < ys.length && (ys[row] ?? 0) < bottom; row += 1) {
    const y = ys[row] ?? 0;
    for (let column = firstColumn; column < xs.length && (xs[column] ?? 0) < right; column += 1) {
      const x = xs[column] ?? 0;
      const node = row * xs.length + column;
      const across = y > area.y ? shared(x, xs[column + 1] ?? x, area.x, right) : 0;
      const down = x > area.x ? shared(y, ys[row + 1] ?? y, area.y, bottom) : 0;
      if (across > 0) rightward[node] = (rightward[node] ?? 0) + cost * across;
      if (down > 0) downward[node] = (downward[node] ?? 0) + cost * down;
    }
  }
}

/** Makes running along a frame's border dearer than any way beside it. */
function chargeBorder(grid: LaneGrid, frame: Rectangle): void {
  const { xs, ys, rightward, downward } = grid;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < CLEARANCE;
  for (const edge of [frame.y, frame.y + frame.height]) {
    for (let row = indexFrom(ys, edge - CLEARANCE); isNear(ys[row] ?? Infinity, edge); row += 1) {
      for (
        let column = indexFrom(xs, frame.x);
        column + 1 < xs.length && (xs[column + 1] ?? 0) <= frame.x + frame.width;
        column += 1
      ) {
        const node = row * xs.length + column;
        rightward[node] = (rightward[node] ?? 0) + 3 * ((xs[column + 1] ?? 0) - (xs[column] ?? 0));
      }
    }
  }
  for (const edge of [frame.x, frame.x + frame.width]) {
    for (let column = indexFrom(xs, edge - CLEARANCE); isNear(xs[column] ?? Infinity, edge); column += 1) {
      for (
        let row = indexFrom(ys, frame.y);
        row + 1 < ys.length && (ys[row + 1] ?? 0) <= frame.y + frame.height;
        row += 1
      ) {
        const node = row * xs.length + column;
        downward[node] = (downward[node] ?? 0) + 3 * ((ys[row + 1] ?? 0) - (ys[row] ?? 0));
      }
    }
  }
}

/** The lanes of a field, with a node at every port's entry. */
export function laneGridOf(field: Field, ports: readonly Port[]): LaneGrid {
  const entries = ports.map(entryOf);
  const xs = lanesOf(field, entries, 'x');
  const ys = lanesOf(field, entries, 'y');
  const count = xs.length * ys.length;
  const grid: LaneGrid = { xs, ys, rightward: new Float64Array(count), downward: new Float64Array(count) };
  for (const obstacle of field.obstacles) charge(grid, grown(obstacle, CLEARANCE), Infinity);
  for (const label of field.labels) charge(grid, grown(label, LABEL_MARGIN), LABEL_COST);
  for (const frame of field.frames) chargeBorder(grid, frame);
  return grid;
}
