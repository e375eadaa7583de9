/** Directions of lines, and the least that is still to pay from a place to the ports of one side. */

import type { Point, Side } from './geometry.ts';

/** Directions as numbers: up, right, down, left. */
export type Direction = 0 | 1 | 2 | 3;
export const directions: readonly Direction[] = [0, 1, 2, 3];
/** The way out of a side. */
export const outward: Readonly<Record<Side, Direction>> = { top: 0, right: 1, bottom: 2, left: 3 };
export const opposite = (direction: Direction): Direction => ((direction + 2) % 4) as Direction;
export const isVertical = (direction: Direction): boolean => direction % 2 === 0;

/** What a bend costs, in units of length. */
export const BEND = 24;

/** What is still to pay towards the ports of one side, by column for upper and lower sides, else by row. */
export interface Approach {
  readonly isFlat: boolean;
  /** Where the entries of that side lie. */
  readonly line: number;
  /** The way a line goes into such a port. */
  readonly inwards: Direction;
  /** For a line that already goes inwards: nothing but the port's own cost in front of a port, else two bends. */
  readonly straight: Float64Array;
  readonly turned: Float64Array;
}

/** Undefined where the side has no port. */
export function approachTo(
  side: Side,
  ports: readonly { readonly cost: number; readonly entry: Point }[],
  xs: Float64Array,
  ys: Float64Array,
): Approach | undefined {
  const [first] = ports;
  if (first === undefined) return undefined;
  const isFlat = side === 'top' || side === 'bottom';
  const lanes = isFlat ? xs : ys;
  const straight = new Float64Array(lanes.length).fill(Infinity);
  const turned = new Float64Array(lanes.length).fill(Infinity);
  for (const { cost, entry } of ports) {
    const at = isFlat ? entry.x : entry.y;
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const distance = Math.abs((lanes[lane] ?? 0) - at);
      const total = cost + distance;
      turned[lane] = Math.min(turned[lane] ?? total, total);
      const withBends = distance === 0 ? total : total + 2 * BEND;
      straight[lane] = Math.min(straight[lane] ?? withBends, withBends);
    }
  }
  return {
    isFlat,
    line: isFlat ? first.entry.y : first.entry.x,
    inwards: opposite(outward[side]),
    straight,
    turned,
  };
}
