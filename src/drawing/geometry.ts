/** Points, rectangles and paths with right angles. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

export const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** Whether two rectangles share more than an edge, each grown by half the gap. */
export const overlaps = (a: Rectangle, b: Rectangle, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** The smallest rectangle around all; undefined around nothing. */
export function boundsOf(rectangles: Iterable<Rectangle>): Rectangle | undefined {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Drops points that repeat or lie on the way between their neighbours. */
export function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const isBetween =
      before &&
      last &&
      ((before.x === last.x && last.x === point.x && last.y - before.y > 0 === point.y - last.y > 0) ||
        (before.y === last.y && last.y === point.y && last.x - before.x > 0 === point.x - last.x > 0));
    if (isBetween) kept.pop();
    kept.push(point);
  }
  return kept;
}

const CORNER = 6;

const format = (value: number): string => String(Math.round(value * 100) / 100);

/** A point on the way from one to another. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const part = length === 0 ? 0 : distance / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

const lengthOf = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** Path data through the points, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined) return '';
  let path = `M${format(first.x)} ${format(first.y)}`;
  for (let index = 1; index < points.length; index += 1) {
    const point = points[index];
    const before = points[index - 1];
    const after = points[index + 1];
    if (point === undefined || before === undefined) continue;
    if (after === undefined) {
      path += `L${format(point.x)} ${format(point.y)}`;
      continue;
    }
    const radius = Math.min(CORNER, lengthOf(before, point) / 2, lengthOf(point, after) / 2);
    const start = towards(point, before, radius);
    const end = towards(point, after, radius);
    path += `L${format(start.x)} ${format(start.y)}Q${format(point.x)} ${format(point.y)} ${format(end.x)} ${format(end.y)}`;
  }
  return path;
}

/** The point halfway along. */
export function middleOf(points: readonly Point[]): Point {
  let total = 0;
  for (let index = 1; index < points.length; index += 1) {
    total += lengthOf(points[index - 1] ?? { x: 0, y: 0 }, points[index] ?? { x: 0, y: 0 });
  }
  let left = total / 2;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) break;
    const length = lengthOf(from, to);
    if (left <= length) return towards(from, to, left);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}
