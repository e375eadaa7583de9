/** Where things come to stand when they are let go: in which container, at which zone, at which edge. */

import { parentKeyOf, snap, gate, type Layout, type Rectangle } from '../../drawing/index.ts';
import { slideAside, type Content } from '../../layout/index.ts';
import {
  containerOf,
  definitionOf,
  moveInto,
  setField,
  type Box,
  type Design,
  type LocalText,
} from '../../model/index.ts';
import { berthFor } from '../columns.ts';
import type { CanvasModel } from '../model.ts';

/** One thing under the hand and where it stands on the canvas. */
export interface Carried {
  readonly key: string;
  readonly box: Rectangle;
}

/** The design with everything in the container where it would be let go, before it is placed there. */
export type Rehomed =
  | {
      readonly kind: 'taken';
      readonly design: Design;
      readonly notes: readonly LocalText[];
      /** The container that it changed to; undefined where all stay in their own. */
      readonly into?: string;
    }
  | { readonly kind: 'refused'; readonly why: LocalText };

const isGate = (design: Design, key: string): boolean => {
  const resource = design.resources[key];
  return resource !== undefined && definitionOf(resource.kind).form === 'gate';
};

/** Puts things into the container at `under`; with `stay` all keep their own. */
export function rehomed(
  design: Design,
  keys: readonly string[],
  under: { readonly id?: string } | 'stay',
): Rehomed {
  let current = design;
  let into: string | undefined;
  const notes: LocalText[] = [];
  for (const id of keys) {
    const resource = current.resources[id];
    if (!resource || under === 'stay') continue;
    const own = containerOf(current, resource);
    // A gate half outside of its VPC has not left it.
    const target = under.id ?? (isGate(current, id) ? own : undefined);
    const moved = moveInto(current, { id, under: target });
    if (!moved.ok) return { kind: 'refused', why: moved.problem.message };
    current = moved.value.design;
    notes.push(...moved.value.notes);
    const after = current.resources[id];
    const container = after && containerOf(current, after);
    if (container !== own) into = container;
  }
  return { kind: 'taken', design: current, notes, ...(into === undefined ? {} : { into }) };
}

/** The boxes of what is carried, relative to the containers that now hold it, as the hand has them. */
export function inContainers(design: Design, model: CanvasModel, carried: readonly Carried[]): Layout {
  const boxes: Record<string, Box> = { ...design.layout };
  for (const { key, box } of carried) {
    const before = design.layout[key];
    const parent = parentKeyOf(design, design.layout, key);
    const around = parent === undefined ? undefined : model.places.boxes.get(parent);
    boxes[key] = { ...before, ...box, x: box.x - (around?.x ?? 0), y: box.y - (around?.y ?? 0) };
  }
  return boxes;
}

/** The design with what was carried let go: subnets in their columns, gates on their edges, siblings aside. */
export function landed(
  design: Design,
  model: CanvasModel,
  carried: readonly Carried[],
  content: Content,
): Design {
  const boxes: Record<string, Box> = { ...inContainers(design, model, carried) };
  let next = design;
  for (const { key } of carried) {
    const box = boxes[key];
    const parent = parentKeyOf(design, design.layout, key);
    const around = parent === undefined ? undefined : model.places.boxes.get(parent);
    if (!box || !around || parent === undefined) continue;
    if (design.resources[key]?.kind === 'subnet') {
      const berth = berthFor(model, design, parent, box, key);
      boxes[key] = { ...box, x: berth.x };
      if (berth.zone !== undefined) next = setField(next, key, 'availabilityZone', berth.zone);
    } else if (isGate(design, key)) {
      const others = (content.get(parent) ?? []).filter((other) => other !== key && isGate(design, other));
      boxes[key] = onEdge(
        box,
        around,
        others.flatMap((other) => boxes[other] ?? []),
      );
    }
  }
  return { ...next, layout: slideAside(next, boxes, new Set(carried.map(({ key }) => key)), content) };
}

/** The zone that a subnet would be in if it were let go here; undefined where nothing says so. */
export function zoneUnder(design: Design, model: CanvasModel, { key, box }: Carried): string | undefined {
  const parent = parentKeyOf(design, design.layout, key);
  const around = parent === undefined ? undefined : model.places.boxes.get(parent);
  if (parent === undefined || !around) return undefined;
  return berthFor(model, design, parent, { x: box.x - around.x, width: box.width }, key).zone;
}

/** Between two gates on one edge: their labels stand beside them. */
const GATE_GAP = 16;

/** A gate stands on the nearest edge of its container, clear of the corners and of other gates. */
export function onEdge(box: Box, around: Rectangle, others: readonly Box[]): Box {
  const half = gate.width / 2;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const along = (value: number, length: number) => Math.min(Math.max(value, half + 24), length - half - 8);
  const spots = [
    { distance: Math.abs(middle.y), x: along(middle.x, around.width), y: 0 },
    { distance: Math.abs(middle.x), x: 0, y: along(middle.y, around.height) },
    { distance: Math.abs(around.width - middle.x), x: around.width, y: along(middle.y, around.height) },
    { distance: Math.abs(around.height - middle.y), x: along(middle.x, around.width), y: around.height },
  ].toSorted((a, b) => a.distance - b.distance);
  const placedAt = (spot: { readonly x: number; readonly y: number }): Box => ({
    ...box,
    x: snap(spot.x) - box.width / 2,
    y: snap(spot.y) - box.height / 2,
  });
  const isFree = (one: Box): boolean =>
    others.every(
      (other) =>
        Math.abs(one.x - other.x) >= gate.width + GATE_GAP ||
        Math.abs(one.y - other.y) >= gate.height + GATE_GAP,
    );
  const [nearest] = spots;
  if (!nearest) return box;
  const isUpright = nearest.x === 0 || nearest.x === around.width;
  const length = isUpright ? around.height : around.width;
  const start = isUpright ? nearest.y : nearest.x;
  // Along the edge, nearest first, until it stands clear.
  for (let step = 0; step <= length; step += 8) {
    for (const value of [start + step, start - step]) {
      if (along(value, length) !== value) continue;
      const one = placedAt(isUpright ? { x: nearest.x, y: value } : { x: value, y: nearest.y });
      if (isFree(one)) return one;
    }
  }
  return placedAt(nearest);
}
