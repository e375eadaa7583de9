/** Fills shelves with blocks in their order, towards a wide screen's shape. */

import type { Point, Size } from '../drawing/index.ts';

export interface Shelves extends Size {
  /** One position a block, in the order given. */
  readonly positions: readonly Point[];
}

export interface Gaps {
  readonly between: number;
  readonly below: number;
}

const WIDE = 16;
const HIGH = 9;

function fill(blocks: readonly Size[], widest: number, { between, below }: Gaps): Shelves {
  const positions: Point[] = [];
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = 0;
  for (const block of blocks) {
    if (x > 0 && x + block.width > widest) {
      x = 0;
      y += shelf + below;
      shelf = 0;
    }
    positions.push({ x, y });
    x += block.width + between;
    shelf = Math.max(shelf, block.height);
    width = Math.max(width, x - between);
  }
  return { positions, width, height: y + shelf };
}

/** The width of a screen of 16:9 that shows it all. */
const screen = ({ width, height }: Size): number => Math.max(width / WIDE, height / HIGH);

const CANDIDATES = 24;

/** Positions that keep the order, left to right and down, in as small a 16:9 rectangle as simple shelves allow. */
export function shelvesOf(blocks: readonly Size[], gaps: Gaps): Shelves {
  const whole = blocks.reduce((sum, { width }) => sum + width + gaps.between, 0);
  const least = blocks.reduce((most, { width }) => Math.max(most, width), 1);
  let best = fill(blocks, whole, gaps);
  for (let index = 0; index < CANDIDATES; index += 1) {
    const widest = least * (whole / least) ** (index / CANDIDATES);
    const candidate = fill(blocks, widest, gaps);
    if (screen(candidate) < screen(best)) best = candidate;
  }
  // The first few shelves may end after any block: small designs deserve the exact best.
  let exact = 0;
  for (const { width } of blocks.slice(0, CANDIDATES)) {
    exact += width + gaps.between;
    const candidate = fill(blocks, Math.max(exact - gaps.between, least), gaps);
    if (screen(candidate) < screen(best)) best = candidate;
  }
  return best;
}
