/** Lines of right angles: points along them, cuts, and where they cross boxes. */

import type { Point, Rectangle } from '../drawing/index.ts';

export const length = (points: readonly Point[]): number => {
  let total = 0;
  for (let index = 1; index < points.length; index += 1) total += distance(points[index - 1], points[index]);
  return total;
};

const distance = (a: Point | undefined, b: Point | undefined): number =>
  a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;

/** The point at a distance along a line of right angles. */
export function pointAt(points: readonly Point[], along: number): Point {
  let left = along;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) break;
    const step = distance(a, b);
    if (left <= step && step > 0) {
      return { x: a.x + ((b.x - a.x) * left) / step, y: a.y + ((b.y - a.y) * left) / step };
    }
    left -= step;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** The part of a line up to a distance, and the part from there on. */
export function cutAt(points: readonly Point[], along: number): readonly [Point[], Point[]] {
  const middle = pointAt(points, along);
  const head: Point[] = [];
  const tail: Point[] = [];
  let passed = 0;
  points.forEach((point, index) => {
    passed += distance(points[index - 1], point);
    (passed < along ? head : tail).push(point);
  });
  return [
    [...head, middle],
    [middle, ...tail],
  ];
}

/** Where along the line it leaves or enters a box; undefined where it does neither. */
export function crossing(points: readonly Point[], box: Rectangle | undefined): number | undefined {
  if (!box) return undefined;
  let passed = 0;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const sides = [
      { at: box.x, axis: 'x' as const },
      { at: box.x + box.width, axis: 'x' as const },
      { at: box.y, axis: 'y' as const },
      { at: box.y + box.height, axis: 'y' as const },
    ];
    for (const { at, axis } of sides) {
      const other = axis === 'x' ? 'y' : 'x';
      const [low, high] = other === 'y' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
      const isCrossed = (a[axis] - at) * (b[axis] - at) <= 0 && a[axis] !== b[axis];
      if (isCrossed && a[other] >= low && a[other] <= high) return passed + Math.abs(at - a[axis]);
    }
    passed += distance(a, b);
  }
  return undefined;
}
