/** How much is drawn: by the zoom, and of many things by where and how many they are. What is too much goes while the view moves; what comes back waits until it rests. */

import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { boundsOf, type Rectangle } from '../drawing/index.ts';
import { CROWD, levelOf } from './camera.ts';
import { isLeaf, type CanvasModel, type ItemNode } from './model.ts';

/** From here on only what is near the view is mounted. */
export const MANY = 200;
/** How many leaves come in one frame: at rest, and while the view moves. */
const PORTION = 40;
const MOVING_PORTION = 8;
/** Around what is seen, as shares of it, what is kept ready: at rest, and while the view moves. */
const AROUND = 0.6;
const AHEAD = 0.3;
/** As long as no more leaves than these are mounted, what the view has left stays so. */
const KEPT = 200;

export interface Detail {
  readonly level: 0 | 1 | 2 | 3;
  /** Leaves are left out. */
  readonly isCrowded: boolean;
  /** Where things are mounted, if they are many. */
  readonly area: Rectangle;
  /** Leaves in that area that have not come yet. */
  readonly waiting: ReadonlySet<string>;
  /** The leaves of what was a crowd are coming back. */
  readonly isReturning: boolean;
  readonly isMoving: boolean;
  /** At rest: the zoom, and what is seen with some room around it. */
  readonly zoom: number;
  readonly near: Rectangle;
  /** Counts the rests. */
  readonly rests: number;
}

const nothing: ReadonlySet<string> = new Set();
const everywhere: Rectangle = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };

export const detail = createStore<Detail>(() => ({
  level: 2,
  isCrowded: false,
  area: everywhere,
  waiting: nothing,
  isReturning: false,
  isMoving: false,
  zoom: 1,
  near: everywhere,
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

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The area to have things in: with what was there before, as long as that is not too much. */
function grown(model: CanvasModel, before: Rectangle, wanted: Rectangle): Rectangle {
  const both = boundsOf([before, wanted]) ?? wanted;
  return leavesIn(model, both, KEPT).length > KEPT ? wanted : both;
}

/** The leaves of an area that are not there yet, what is seen first. */
function missing(model: CanvasModel, area: Rectangle, seen: Rectangle, isThere: (key: string) => boolean) {
  return new Set([...leavesIn(model, seen), ...leavesIn(model, area)].filter((key) => !isThere(key)));
}

/** A move of the view: too many leaves go at once, a few come in each frame, the level stays as it is. */
export function moved(model: CanvasModel, camera: Camera): Detail['level'] {
  const before = detail.getState();
  const isCrowded = before.isCrowded || isCrowd(model, camera);
  const level = isCrowded ? 0 : before.level;
  const seen = seenBy(camera);
  const isLeft = model.nodes.length > MANY && !contains(before.area, seen);
  if (!isLeft && isCrowded === before.isCrowded && before.isMoving) return level;
  const area = isLeft ? grown(model, before.area, seenBy(camera, AHEAD)) : before.area;
  // Where the view has jumped to, what is seen is there at once.
  const isJump = !touches(before.area, seen);
  const waiting = isCrowded
    ? nothing
    : missing(model, area, seen, (key) => {
        const box = model.places.boxes.get(key);
        return (
          box === undefined ||
          (isJump ? touches(box, seen) : touches(box, before.area) && !before.waiting.has(key))
        );
      });
  detail.setState({ isCrowded, level, area, waiting, isMoving: true });
  bringSoon();
  return level;
}

/** The view has come to rest: leaves come back if there is room for them, a portion in each frame. */
export function rested(model: CanvasModel, camera: Camera): Detail['level'] {
  const before = detail.getState();
  const near = seenBy(camera, AROUND);
  const isCrowded = isCrowd(model, camera);
  const level = isCrowded ? 0 : levelOf(camera.zoom);
  const area = before.rests === 0 ? near : grown(model, before.area, near);
  const waiting =
    isCrowded || model.nodes.length <= MANY
      ? nothing
      : missing(model, area, seenBy(camera), (key) => {
          const box = model.places.boxes.get(key);
          return (
            box === undefined || (!before.isCrowded && touches(box, before.area) && !before.waiting.has(key))
          );
        });
  detail.setState({
    isCrowded,
    level,
    area,
    waiting,
    isReturning: waiting.size > 0 && (before.isCrowded || before.isReturning),
    isMoving: false,
    zoom: camera.zoom,
    near,
    rests: before.rests + 1,
  });
  bringSoon();
  return level;
}

let frame: number | undefined;

function bringSoon(): void {
  if (detail.getState().waiting.size > 0) frame ??= requestAnimationFrame(bring);
}

function bring(): void {
  frame = undefined;
  const { waiting, isMoving } = detail.getState();
  if (waiting.size === 0) return;
  const rest = new Set([...waiting].slice(isMoving ? MOVING_PORTION : PORTION));
  detail.setState({ waiting: rest, ...(rest.size === 0 ? { isReturning: false } : {}) });
  bringSoon();
}

/** The nodes to draw: of many what is near; of a crowd the containers alone, and those leaves that somebody is looking at. */
export function shownNodes(
  { nodes, places }: CanvasModel,
  { isCrowded, area, waiting }: Pick<Detail, 'isCrowded' | 'area' | 'waiting'>,
  kept: (key: string) => boolean,
): readonly ItemNode[] {
  if (nodes.length <= MANY) return nodes;
  const shown = new Set<string>();
  for (const { id, data } of nodes) {
    const box = places.boxes.get(id);
    const isLeftOut = isLeaf(data.item) && (isCrowded || waiting.has(id));
    const isDrawn = kept(id) || (!isLeftOut && box !== undefined && touches(box, area));
    // A thing is placed by the containers around it.
    for (
      let key: string | undefined = isDrawn ? id : undefined;
      key !== undefined && !shown.has(key);
      key = places.parentOf.get(key)
    )
      shown.add(key);
  }
  return nodes.filter(({ id }) => shown.has(id));
}
