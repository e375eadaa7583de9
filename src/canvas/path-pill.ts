/** Where the words beside a blocker go: on the side where they hide the least. */

import type { Point, Rectangle } from '../drawing/index.ts';

/** Half of the symbol with the ring around it. */
export const BLOCK_RADIUS = 14;
/** What words and symbols keep from things and from each other. */
export const APART = 8;
const HEIGHT = 28;
/** The pill goes under the symbol by this much, and ends round on the other side. */
const UNDER = 10;
/** Between the symbol and words that stand apart from it: close, or past what is there. */
const GAPS = [12, 26, 44, 64, 88];
const NEAR = 26;
/** What a place farther away costs, in area hidden by a pixel of way. */
const FAR = 2;

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

interface Candidate extends Rectangle {
  readonly middle: Point;
  /** Between it and the symbol. */
  readonly gap: number;
}

/** Beside the symbol and round it, or apart from it: on either side of it, above or below. */
function candidates({ x, y }: Point, textWidth: number): readonly Candidate[] {
  const long = textWidth + 2 * UNDER + BLOCK_RADIUS;
  const short = textWidth + 2 * UNDER + 4;
  const beside = (left: number, middle: number): Candidate => ({
    x: left,
    y: y - HEIGHT / 2,
    width: long,
    height: HEIGHT,
    middle: { x: middle, y },
    gap: 0,
  });
  const apart = (left: number, top: number, gap: number): Candidate => ({
    x: left,
    y: top,
    width: short,
    height: HEIGHT,
    middle: { x: left + short / 2, y: top + HEIGHT / 2 },
    gap,
  });
  return [
    beside(x + UNDER - long, x - BLOCK_RADIUS - UNDER / 2 - textWidth / 2),
    beside(x - UNDER, x + BLOCK_RADIUS + UNDER / 2 + textWidth / 2),
    ...GAPS.flatMap((gap) => {
      const out = BLOCK_RADIUS + gap;
      const round = [y + out, y - out - HEIGHT].flatMap((top) => [
        apart(x - BLOCK_RADIUS, top, gap),
        apart(x + BLOCK_RADIUS - short, top, gap),
      ]);
      const sides = [x - out - short, x + out].map((left) => apart(left, y - HEIGHT / 2, gap));
      // From afar, what stands at the same height is more easily read together.
      return gap > NEAR ? [...sides, ...round] : [...round, ...sides];
    }),
  ];
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const hiddenBy = (area: Rectangle, obstacles: readonly Obstacle[]): number =>
  obstacles.reduce((sum, obstacle) => sum + obstacle.weight * overlap(area, obstacle), 0);

const TIE = 2;

const nearest = (value: number, low: number, size: number): number =>
  Math.min(low + size, Math.max(low, value));

/** The line from a symbol to words that stand apart from it, straight across or straight down. */
export function tieBetween({ x, y }: Point, pill: Rectangle): Rectangle {
  const end = { x: nearest(x, pill.x, pill.width), y: nearest(y, pill.y, pill.height) };
  return {
    x: Math.min(x, end.x) - TIE / 2,
    y: Math.min(y, end.y) - TIE / 2,
    width: Math.abs(x - end.x) + TIE,
    height: Math.abs(y - end.y) + TIE,
  };
}

/** The pill for words of a width beside a symbol: where it hides the least, and of such places the nearest. */
export function placePill(at: Point, textWidth: number, obstacles: readonly Obstacle[]): Pill {
  const [first, ...others] = candidates(at, textWidth).map(({ gap, ...pill }) => {
    const hides = hiddenBy(pill, obstacles);
    return { pill: { ...pill, hides }, cost: hides + FAR * gap + hiddenBy(tieBetween(at, pill), obstacles) };
  });
  if (!first) throw new Error('there are always places for a pill');
  return others.reduce((best, other) => (other.cost < best.cost ? other : best), first).pill;
}
