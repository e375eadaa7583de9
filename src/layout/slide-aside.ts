/** Keeps siblings apart: what is moved stays, the others make room, and containers grow with what they hold. */

import {
  boxOf,
  containerSizeOf,
  factsOf,
  formOf,
  GRID,
  INTERNET,
  isRegionKey,
  overlaps,
  parentKeyOf,
  snapUp,
  zoneKey,
  zoneOf,
  type Layout,
} from '../drawing/index.ts';
import type { Box, Design, ResourceId } from '../model/index.ts';
import { contentOf, type Content } from './content.ts';

/** The least room between siblings. */
const GAP = GRID;

type Boxes = Record<string, Box>;

/**
 * The layout after some boxes were moved or resized by hand: these stay, siblings that they would overlap go
 * aside by the shortest way, containers grow, and push their own siblings in turn.
 */
export function slideAside(
  design: Design,
  layout: Layout,
  moved: Iterable<string>,
  content: Content = contentOf(factsOf(design)),
): Layout {
  const boxes: Boxes = { ...layout };
  const waiting = new Map<string | undefined, Set<string>>();
  const add = (key: string): void => {
    const parent = parentKeyOf(design, boxes, key);
    const keys = waiting.get(parent);
    if (keys) keys.add(key);
    else waiting.set(parent, new Set([key]));
  };
  for (const key of moved) if (boxOf(boxes, key)) add(key);

  while (waiting.size > 0) {
    const parent = deepest(design, boxes, waiting.keys());
    const keys = waiting.get(parent) ?? new Set();
    waiting.delete(parent);
    for (const key of keys) bringInside(design, boxes, parent, key);
    separate(siblingsOf(design, boxes, content, parent), boxes, keys, (key) =>
      parent === undefined ? { left: -Infinity, top: -Infinity } : originOf(design, parent, key),
    );
    if (parent === undefined) continue;
    if (design.resources[parent]?.kind === 'vpc') fitZones(design, boxes, parent, content);
    if (grow(design, boxes, content, parent)) add(parent);
  }
  return boxes;
}

function depthOf(design: Design, layout: Layout, key: string | undefined): number {
  let depth = 0;
  for (let at = key; at !== undefined && depth < 8; at = parentKeyOf(design, layout, at)) depth += 1;
  return depth;
}

function deepest(design: Design, layout: Layout, keys: Iterable<string | undefined>): string | undefined {
  let found: string | undefined;
  let most = -1;
  for (const key of keys) {
    const depth = depthOf(design, layout, key);
    if (depth > most) {
      most = depth;
      found = key;
    }
  }
  return found;
}

const isGate = (design: Design, key: string): boolean => {
  const resource = design.resources[key];
  return resource !== undefined && formOf(resource) === 'gate';
};

/** What may push and be pushed inside a container: all but zone frames and the gates on its border. */
function siblingsOf(design: Design, layout: Layout, content: Content, parent: string | undefined): string[] {
  if (parent !== undefined && !isRegionKey(parent)) {
    return (content.get(parent) ?? []).filter((key) => boxOf(layout, key) && !isGate(design, key));
  }
  const free = (content.get(undefined) ?? []).filter(
    (key) => boxOf(layout, key) && parentKeyOf(design, layout, key) === parent,
  );
  return parent === undefined
    ? [...free, ...Object.keys(layout).filter((key) => key === INTERNET || isRegionKey(key))]
    : free;
}

/** Where the children of a container may begin. */
function originOf(
  design: Design,
  key: string,
  child: string,
): { readonly left: number; readonly top: number } {
  const kind = isRegionKey(key) ? 'region' : (design.resources[key]?.kind ?? '');
  const { left, header } = containerSizeOf(kind);
  const inside = design.resources[child];
  const zone = containerSizeOf('zone');
  return kind === 'vpc' && inside?.kind === 'subnet' && zoneOf(inside) !== undefined
    ? { left: left + zone.left, top: header + zone.header }
    : { left, top: header };
}

function bringInside(design: Design, boxes: Boxes, parent: string | undefined, key: string): void {
  const box = boxes[key];
  if (parent === undefined || box === undefined || isGate(design, key)) return;
  const { left, top } = originOf(design, parent, key);
  if (box.x < left || box.y < top) boxes[key] = { ...box, x: Math.max(left, box.x), y: Math.max(top, box.y) };
}

/** Where a child may begin; anywhere on the canvas. */
type Origin = (key: string) => { readonly left: number; readonly top: number };

/** Moves every sibling that is not fixed until nothing overlaps: back where that is nearer and free, else on. */
function separate(
  siblings: readonly string[],
  boxes: Boxes,
  fixed: ReadonlySet<string>,
  originOfChild: Origin,
): void {
  const placed: Box[] = [];
  const others: [string, Box][] = [];
  for (const key of siblings) {
    const box = boxes[key];
    if (box === undefined) continue;
    if (fixed.has(key)) placed.push(box);
    else others.push([key, box]);
  }
  others.sort(([, a], [, b]) => a.y - b.y || a.x - b.x);
  const clashOf = (box: Box): Box | undefined => placed.find((other) => overlaps(box, other, GAP));
  for (const [key, start] of others) {
    let box = start;
    const first = clashOf(start);
    const back = first && movedBack(start, first, originOfChild(key), clashOf);
    if (back) box = back;
    for (let other = clashOf(box); other; other = clashOf(box)) {
      const { right, down } = onward(other);
      box = right - box.x <= down - box.y ? { ...box, x: right } : { ...box, y: down };
    }
    boxes[key] = box;
    placed.push(box);
  }
}

/** Where a box would go to be right of another, or below it. */
const onward = (other: Box): { readonly right: number; readonly down: number } => ({
  right: snapUp(other.x + other.width + GAP),
  down: snapUp(other.y + other.height + GAP),
});

const snapDown = (value: number): number => Math.floor(value / GRID) * GRID;

/** Left or up, where that is less far than right and down, and where nothing stands in the way. */
function movedBack(
  box: Box,
  other: Box,
  origin: { readonly left: number; readonly top: number },
  clashOf: (box: Box) => Box | undefined,
): Box | undefined {
  const { right, down } = onward(other);
  const forward = Math.min(right - box.x, down - box.y);
  const left = { ...box, x: snapDown(other.x - box.width - GAP) };
  const up = { ...box, y: snapDown(other.y - box.height - GAP) };
  return [left, up]
    .filter(({ x, y }) => x >= origin.left && y >= origin.top)
    .map((moved) => ({ moved, distance: box.x - moved.x + box.y - moved.y }))
    .filter(({ moved, distance }) => distance < forward && clashOf(moved) === undefined)
    .toSorted((a, b) => a.distance - b.distance)[0]?.moved;
}

/** Makes a container hold its children; returns whether it changed. It never shrinks. */
function grow(design: Design, boxes: Boxes, content: Content, key: string): boolean {
  const box = boxes[key];
  if (box === undefined) return false;
  const kind = isRegionKey(key) ? 'region' : (design.resources[key]?.kind ?? '');
  const { padding } = containerSizeOf(kind);
  let { width, height } = box;
  const zones = zonesOf(design, content, key).map((zone) => zoneKey(key, zone));
  for (const child of [...siblingsOf(design, boxes, content, key), ...zones]) {
    const inside = boxes[child];
    if (inside === undefined) continue;
    width = Math.max(width, snapUp(inside.x + inside.width + padding));
    height = Math.max(height, snapUp(inside.y + inside.height + padding));
  }
  for (const child of content.get(key) ?? []) {
    const onEdge = isGate(design, child) ? boxes[child] : undefined;
    if (onEdge) width = Math.max(width, snapUp(onEdge.x + onEdge.width + GAP));
  }
  if (width === box.width && height === box.height) return false;
  boxes[key] = { ...box, width, height };
  return true;
}

/** The zones that subnets of a VPC name. */
function zonesOf(design: Design, content: Content, vpcId: ResourceId): string[] {
  const zones = new Set<string>();
  for (const id of content.get(vpcId) ?? []) {
    const subnet = design.resources[id];
    const zone = subnet?.kind === 'subnet' ? zoneOf(subnet) : undefined;
    if (zone !== undefined) zones.add(zone);
  }
  return [...zones];
}

const zoneSize = containerSizeOf('zone');

/** Draws the zone frames of a VPC around their subnets again: columns of one height. Changes `boxes`. */
function fitZones(design: Design, boxes: Boxes, vpcId: ResourceId, content: Content): void {
  const subnets = (content.get(vpcId) ?? []).flatMap((id) => {
    const resource = design.resources[id];
    const zone = resource?.kind === 'subnet' ? zoneOf(resource) : undefined;
    const box = boxOf(boxes, id);
    return zone !== undefined && box ? [{ zone, box }] : [];
  });
  const prefix = zoneKey(vpcId, '');
  for (const key of Object.keys(boxes)) if (key.startsWith(prefix)) delete boxes[key];
  const top = Math.min(...subnets.map(({ box }) => box.y)) - zoneSize.header;
  const bottom = Math.max(...subnets.map(({ box }) => box.y + box.height)) + zoneSize.padding;
  for (const zone of new Set(subnets.map((one) => one.zone))) {
    const column = subnets.filter((one) => one.zone === zone).map(({ box }) => box);
    const left = Math.min(...column.map(({ x }) => x)) - zoneSize.left;
    const right = Math.max(...column.map(({ x, width }) => x + width)) + zoneSize.padding;
    boxes[zoneKey(vpcId, zone)] = {
      x: left,
      y: top,
      width: right - left,
      height: Math.max(zoneSize.minHeight, bottom - top),
    };
  }
}
