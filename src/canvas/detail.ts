/** How much is drawn: by the zoom and by how many leaves are in view. Changes at once while the view moves; what comes back waits until it rests. */

import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import type { Rectangle } from '../drawing/index.ts';
import { CROWD, levelOf } from './camera.ts';
import { isLeaf, type CanvasModel, type ItemNode } from './model.ts';

/** How many leaves come back in one frame. */
const PORTION = 40;
/** Around what is seen, as shares of it, what is kept ready. */
const AROUND = 0.6;

export interface Detail {
  readonly level: 0 | 1 | 2 | 3;
  /** Leaves are left out. */
  readonly isCrowded: boolean;
  /** Leaves in view that have not come back yet. */
  readonly waiting: ReadonlySet<string>;
  /** At rest: the zoom, and what is seen with some room around it. */
  readonly zoom: number;
  readonly near: Rectangle;
  /** Counts the rests. */
  readonly rests: number;
}

const nothing: ReadonlySet<string> = new Set();

export const detail = createStore<Detail>(() => ({
  level: 2,
  isCrowded: false,
  waiting: nothing,
  zoom: 1,
  near: { x: -1e6, y: -1e6, width: 2e6, height: 2e6 },
  rests: 0,
}));

export const useDetail = <Part>(selector: (state: Detail) => Part): Part => useStore(detail, selector);

/** The camera as the canvas has it, and the size of its window. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** What a camera sees, in canvas coordinates, with so much around it. */
export function seenBy({ x, y, zoom, width, height }: Camera, around = 0): Rectangle {
  const room = { x: (width * around) / zoom, y: (height * around) / zoom };
  return {
    x: -x / zoom - room.x,
    y: -y / zoom - room.y,
    width: width / zoom + 2 * room.x,
    height: height / zoom + 2 * room.y,
  };
}

export const touches = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

interface Leaves {
  readonly keys: readonly string[];
  /** Left, top, right and bottom of each. */
  readonly edges: Float64Array;
}

const leavesOfModel = new WeakMap<CanvasModel, Leaves>();

/** Looked through in every frame of a move: numbers side by side. */
function leavesOf(model: CanvasModel): Leaves {
  const before = leavesOfModel.get(model);
  if (before) return before;
  const keys: string[] = [];
  const edges: number[] = [];
  for (const [key, item] of model.items) {
    const box = isLeaf(item) ? model.places.boxes.get(key) : undefined;
    if (!box) continue;
    keys.push(key);
    edges.push(box.x, box.y, box.x + box.width, box.y + box.height);
  }
  const leaves = { keys, edges: Float64Array.from(edges) };
  leavesOfModel.set(model, leaves);
  return leaves;
}

/** The leaves in an area; stops looking once there are more than so many. */
export function leavesIn(model: CanvasModel, area: Rectangle, most = Infinity): string[] {
  const { keys, edges } = leavesOf(model);
  const [right, bottom] = [area.x + area.width, area.y + area.height];
  const found: string[] = [];
  for (let index = 0; index < keys.length && found.length <= most; index += 1) {
    const at = index * 4;
    const isIn =
      (edges[at] ?? 0) < right &&
      (edges[at + 1] ?? 0) < bottom &&
      area.x < (edges[at + 2] ?? 0) &&
      area.y < (edges[at + 3] ?? 0);
    const key = keys[index];
    if (isIn && key !== undefined) found.push(key);
  }
  return found;
}

/** Whether a camera sees more leaves than can be drawn one by one. */
export const isCrowd = (model: CanvasModel, camera: Camera): boolean =>
  model.items.size > CROWD && leavesIn(model, seenBy(camera), CROWD).length > CROWD;

/** A move of the view: what is too much leaves at once, nothing comes back yet. Out: the level of detail. */
export function moved(model: CanvasModel, camera: Camera): Detail['level'] {
  const before = detail.getState();
  const isCrowded = before.isCrowded || isCrowd(model, camera);
  const level = isCrowded ? 0 : levelOf(camera.zoom);
  if (isCrowded !== before.isCrowded || level !== before.level)
    detail.setState({ isCrowded, level, ...(isCrowded ? { waiting: nothing } : {}) });
  return level;
}

/** The view has come to rest: leaves come back if there is room for them, a portion in each frame. */
export function rested(model: CanvasModel, camera: Camera): Detail['level'] {
  const before = detail.getState();
  const near = seenBy(camera, AROUND);
  const isCrowded = isCrowd(model, camera);
  const level = isCrowded ? 0 : levelOf(camera.zoom);
  // What is out of sight is not mounted anyway.
  const waiting = before.isCrowded && !isCrowded ? new Set(leavesIn(model, seenBy(camera))) : before.waiting;
  detail.setState({ isCrowded, level, waiting, zoom: camera.zoom, near, rests: before.rests + 1 });
  if (waiting.size > 0) requestAnimationFrame(bringBack);
  return level;
}

function bringBack(): void {
  const { waiting } = detail.getState();
  if (waiting.size === 0) return;
  const rest = new Set([...waiting].slice(PORTION));
  detail.setState({ waiting: rest });
  if (rest.size > 0) requestAnimationFrame(bringBack);
}

/** The nodes to draw: of a crowd the containers alone, and those leaves that somebody is looking at. */
export function shownNodes(
  nodes: readonly ItemNode[],
  { isCrowded, waiting }: Pick<Detail, 'isCrowded' | 'waiting'>,
  kept: (key: string) => boolean,
): readonly ItemNode[] {
  if (!isCrowded && waiting.size === 0) return nodes;
  return nodes.filter(({ id, data }) => !isLeaf(data.item) || kept(id) || (!isCrowded && !waiting.has(id)));
}
