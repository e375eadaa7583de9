/** Where the words beside a blocker go: on the side where they hide the least. */

import type { Point, Rectangle } from '../drawing/index.ts';

/** Half of the symbol with the ring around it. */
export const BLOCK_RADIUS = 14;
const HEIGHT = 28;
/** The pill goes under the symbol by this much, and ends round on the other side. */
const UNDER = 10;
/** Between the symbol and words that stand apart from it: close, or past the card that it stops at. */
const GAPS = [12, 26];

export interface Pill extends Rectangle {
  /** Where the text's middle is. */
  readonly middle: Point;
  /** How much it hides, by area and weight. */
  readonly hides: number;
}

/** Something that words should not hide, and how bad it would be. */
export interface Obstacle extends Rectangle {
  readonly weight: number;
}

/** Beside the symbol, or apart from it above or below. */
function candidates({ x, y }: Point, textWidth: number): readonly Omit<Pill, 'hides'>[] {
  const long = textWidth + 2 * UNDER + BLOCK_RADIUS;
  const short = textWidth + 2 * UNDER + 4;
  const beside = (left: number, middle: number) => ({
    x: left,
    y: y - HEIGHT / 2,
    width: long,
    height: HEIGHT,
    middle: { x: middle, y },
  });
  const apart = (left: number, top: number) => ({
    x: left,
    y: top,
    width: short,
    height: HEIGHT,
    middle: { x: left + short / 2, y: top + HEIGHT / 2 },
  });
  return [
    beside(x + UNDER - long, x - BLOCK_RADIUS - UNDER / 2 - textWidth / 2),
    beside(x - UNDER, x + BLOCK_RADIUS + UNDER / 2 + textWidth / 2),
    ...GAPS.flatMap((gap) => {
      const above = y - BLOCK_RADIUS - gap - HEIGHT;
      const below = y + BLOCK_RADIUS + gap;
      return [below, above].flatMap((top) => [
        apart(x - BLOCK_RADIUS, top),
        apart(x + BLOCK_RADIUS - short, top),
      ]);
    }),
  ];
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The pill for words of a width beside a symbol; of two that hide as little, the one more to the left. */
export function placePill(at: Point, textWidth: number, obstacles: readonly Obstacle[]): Pill {
  const [first, ...others] = candidates(at, textWidth).map((pill) => ({
    ...pill,
    hides: obstacles.reduce((sum, obstacle) => sum + obstacle.weight * overlap(pill, obstacle), 0),
  }));
  if (!first) throw new Error('there are always places for a pill');
  return others.reduce((best, other) => (other.hides < best.hides ? other : best), first);
}
