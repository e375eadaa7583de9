/** What lies at a point of the canvas: by geometry, so that what is being dragged never hides what is under it. */

import type { Point, Rectangle } from '../drawing/index.ts';
import type { CanvasItem, CanvasModel } from './model.ts';

const holds = ({ x, y, width, height }: Rectangle, point: Point): boolean =>
  x <= point.x && point.x < x + width && y <= point.y && point.y < y + height;

/** Keys that stand in one of these, and these. */
export function withInside(model: CanvasModel, keys: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const visit = (key: string): void => {
    all.add(key);
    for (const child of model.places.childrenOf.get(key) ?? []) visit(child);
  };
  for (const key of keys) visit(key);
  return all;
}

/** Those of some keys that do not stand in another of them. */
export function outermostOf(model: CanvasModel, keys: readonly string[]): string[] {
  const taken = new Set(keys);
  return keys.filter((key) => !hasTakenParent(model, key, taken));
}

/** A key and the containers around it: what is lit must not stand in the dark. */
export function withAncestors(parentOf: ReadonlyMap<string, string | undefined>, key: string): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = key; at !== undefined && !chain.includes(at); at = parentOf.get(at))
    chain.push(at);
  return chain;
}

/** All that lies at a point, from the top down: a card or gate, then its containers from the inside out. */
export function stackAt(model: CanvasModel, point: Point): string[] {
  const top = itemAt(model, point);
  if (!top) return [];
  const around = containerAt(model, point).id;
  const containers = around === undefined ? [] : withAncestors(model.places.parentOf, around);
  return [...new Set([top.key, ...containers])];
}

/** The innermost container at a point. */
export function containerAt(
  model: CanvasModel,
  point: Point,
  except: ReadonlySet<string> = new Set(),
): { readonly id?: string } {
  let id: string | undefined;
  let size = Infinity;
  for (const [key, box] of model.places.boxes) {
    if (except.has(key) || !holds(box, point)) continue;
    if (model.items.get(key)?.form === 'container' && box.width * box.height < size) {
      size = box.width * box.height;
      id = key;
    }
  }
  return id === undefined ? {} : { id };
}

/** How far around a small thing still counts as on it. */
const REACH = 4;

/** The thing at a point: a card or gate before the container under it. */
export function itemAt(model: CanvasModel, point: Point): CanvasItem | undefined {
  for (const [key, item] of model.items) {
    if (item.form === 'container' || item.form === 'frame') continue;
    const box = model.places.boxes.get(key);
    if (
      box &&
      holds(
        { x: box.x - REACH, y: box.y - REACH, width: box.width + 2 * REACH, height: box.height + 2 * REACH },
        point,
      )
    ) {
      return item;
    }
  }
  const { id } = containerAt(model, point);
  return id === undefined ? undefined : model.items.get(id);
}

/** What a marquee takes: all that it touches, containers only when they lie fully inside. */
export function inMarquee(model: CanvasModel, area: Rectangle): string[] {
  const found: string[] = [];
  for (const [key, item] of model.items) {
    const box = model.places.boxes.get(key);
    if (!box || item.form === 'frame' || item.form === 'internet') continue;
    const touches =
      box.x < area.x + area.width &&
      area.x < box.x + box.width &&
      box.y < area.y + area.height &&
      area.y < box.y + box.height;
    const isInside =
      area.x <= box.x &&
      area.y <= box.y &&
      box.x + box.width <= area.x + area.width &&
      box.y + box.height <= area.y + area.height;
    if (item.form === 'container' ? isInside : touches) found.push(key);
  }
  // What stands in a taken container comes along with it.
  return outermostOf(model, found);
}

function hasTakenParent(model: CanvasModel, key: string, taken: ReadonlySet<string>): boolean {
  for (let at = model.places.parentOf.get(key); at !== undefined; at = model.places.parentOf.get(at)) {
    if (taken.has(at)) return true;
  }
  return false;
}
