/** The part of the canvas that no sheet lies over, and how a thing is brought whole into it. */

import type { Viewport } from '@xyflow/react';
import type { Rectangle } from '../drawing/index.ts';
import { fitted, panned, type Size } from './camera.ts';

/** How much of the canvas is free: a sheet at the right edge of a small page takes its part of the width. */
export function freeSize(canvas: Element | null): Size {
  const own = canvas?.getBoundingClientRect();
  if (!own) return { width: 0, height: 0 };
  const sheet = document.querySelector('[data-sheet]')?.getBoundingClientRect();
  const right = sheet ? Math.min(own.right, Math.max(own.left, sheet.left)) : own.right;
  return { width: right - own.left, height: own.height };
}

/** Things are told by their names down to here. */
const NEAR = 0.8;

/** A box with what it stands in, where that does not make it much smaller; else the box. */
export const withSurroundings = (
  area: Rectangle,
  around: Rectangle,
  view: Viewport,
  screen: Size,
): Rectangle => (fitted(around, screen).zoom >= Math.min(NEAR, view.zoom) ? around : area);

/**
 * The view that shows a box whole: fitted where it is too large, or so far away that nothing can be told,
 * else by the least move; undefined where it is seen whole already.
 */
export function shownWhole(area: Rectangle, view: Viewport, screen: Size): Viewport | undefined {
  const seen = { x: 0, y: 0, width: area.width * view.zoom, height: area.height * view.zoom };
  const isTooLarge = fitted(seen, screen).zoom < 1;
  return isTooLarge || view.zoom < NEAR ? fitted(area, screen) : panned(area, view, screen);
}
