/** The camera: what part of the canvas is seen, how near, and what level of detail that means. */

import type { Viewport } from '@xyflow/react';
import { boundsOf, type Places, type Rectangle } from '../drawing/index.ts';

export const ZOOM = { min: 0.1, max: 4 } as const;

/** Room around what is fitted; below, the tools float. */
const MARGIN = { side: 24, top: 16, bottom: 64 } as const;

/** Kept free beside what was covered. */
const EDGE = 8;

/** Fitting never enlarges beyond natural size: one small VPC does not fill the page. */
const NATURAL = 1;

/** More leaves in view than this count as seen from afar, whatever the zoom. */
export const CROWD = 250;

/** Level of detail by zoom: 0 far, 1, 2 normal, 3 near. */
export const levelOf = (zoom: number): 0 | 1 | 2 | 3 =>
  zoom < 0.45 ? 0 : zoom < 0.8 ? 1 : zoom <= 1.6 ? 2 : 3;

/** The box around some things, or around everything; labels beside gates stick out a little. */
export function extentOf(places: Places, keys: readonly string[]): Rectangle | undefined {
  const boxes =
    keys.length === 0 ? [...places.boxes.values()] : keys.flatMap((key) => places.boxes.get(key) ?? []);
  return boundsOf(boxes);
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The view that shows a box whole, in the middle. */
export function fitted(area: Rectangle, screen: Size): Viewport {
  const room = {
    width: Math.max(80, screen.width - 2 * MARGIN.side),
    height: Math.max(80, screen.height - MARGIN.top - MARGIN.bottom),
  };
  const zoom = Math.min(
    NATURAL,
    Math.max(
      ZOOM.min,
      Math.min(room.width / Math.max(1, area.width), room.height / Math.max(1, area.height)),
    ),
  );
  return {
    zoom,
    x: MARGIN.side + (room.width - area.width * zoom) / 2 - area.x * zoom,
    y: MARGIN.top + (room.height - area.height * zoom) / 2 - area.y * zoom,
  };
}

/** The least move of the view that shows a box; undefined where it is seen already. */
export function panned(area: Rectangle, view: Viewport, screen: Size): Viewport | undefined {
  const left = area.x * view.zoom + view.x;
  const top = area.y * view.zoom + view.y;
  const right = left + area.width * view.zoom;
  const bottom = top + area.height * view.zoom;
  const push = (from: number, to: number, start: number, end: number): number => {
    if (from >= start && to <= end) return 0;
    // What is larger than the view, or outside of it, is brought to the middle.
    return (start + end) / 2 - (from + to) / 2;
  };
  const dx = push(left, right, MARGIN.side, screen.width - MARGIN.side);
  const dy = push(top, bottom, MARGIN.top, screen.height - MARGIN.bottom);
  const isSeen = right > 0 && left < screen.width && bottom > 0 && top < screen.height;
  const isLarge = area.width * view.zoom > screen.width || area.height * view.zoom > screen.height;
  if ((dx === 0 && dy === 0) || (isLarge && isSeen)) return undefined;
  return { zoom: view.zoom, x: view.x + dx, y: view.y + dy };
}

/**
 * The least move that takes a box out from under the right and the lower edge of a canvas that became smaller;
 * undefined where it is not under them. What was drawn stays where the hand put it, also below the tools.
 */
export function uncovered(area: Rectangle, view: Viewport, screen: Size): Viewport | undefined {
  const back = (from: number, length: number, end: number): number =>
    Math.max(0, Math.min(from + length - end + EDGE, from - EDGE));
  const at = { x: area.x * view.zoom + view.x, y: area.y * view.zoom + view.y };
  const [width, height] = [area.width * view.zoom, area.height * view.zoom];
  const dx = at.x + width > screen.width ? back(at.x, width, screen.width) : 0;
  const dy = at.y + height > screen.height ? back(at.y, height, screen.height) : 0;
  return dx === 0 && dy === 0 ? undefined : { zoom: view.zoom, x: view.x - dx, y: view.y - dy };
}

/** The same view, but for what rounding makes of it. */
const isAlike = (one: Viewport | undefined, other: Viewport): boolean =>
  one !== undefined &&
  Math.abs(one.x - other.x) < 1 &&
  Math.abs(one.y - other.y) < 1 &&
  Math.abs(one.zoom - other.zoom) < 0.001;

/** Under this words go: what would be shown whole so small is better seen in part. */
const READABLE = 0.7;

interface Resize {
  readonly view: Viewport;
  readonly before: Size;
  readonly now: Size;
  /** The view that the canvas itself chose when it last changed its size. */
  readonly chosen: Viewport | undefined;
  readonly all: Rectangle;
  readonly selected: Rectangle | undefined;
}

/**
 * The view of a canvas that has become larger or smaller, undefined where it may stay. What was shown whole, and was
 * not moved by hand, stays whole while it can be read; else what is selected stays seen.
 */
export function resized({ view, before, now, chosen, all, selected }: Resize): Viewport | undefined {
  const isUntouched = isAlike(fitted(all, before), view) || isAlike(chosen, view);
  if (isUntouched) {
    const whole = fitted(all, now);
    if (!selected || whole.zoom >= Math.min(READABLE, view.zoom)) return whole;
  }
  if (!selected) return undefined;
  if (isUntouched) return panned(selected, view, now);
  return panned(selected, view, before) === undefined ? uncovered(selected, view, now) : undefined;
}
