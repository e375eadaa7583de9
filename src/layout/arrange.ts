/** Gives every drawn thing of a design its place: zones as columns, tiers as rows, VPCs on shelves, the internet above. */

import {
  boxOf,
  card,
  compareNaturally,
  containerSizeOf,
  factsOf,
  formOf,
  gateWidth,
  GRID,
  INTERNET,
  internetSize,
  lookOf,
  regionKeyOf,
  snap,
  sizeOf,
  snapUp,
  sortNaturally,
  type DrawingFacts,
  type NodeLook,
  type Size,
  type Tiers,
} from '../drawing/index.ts';
import { containerOf, type Box, type Design, type ResourceId } from '../model/index.ts';
import { arrangeVpc, cellOf, placeLeaves, type ArrangeContext, type Boxes } from './arrange-vpc.ts';
import { contentOf, type Content } from './content.ts';
import { demandOf } from './gutters.ts';
import { patternsOf, type ZonePatterns } from './rows.ts';
import { slideAside } from './slide-aside.ts';
import { shelvesOf } from './shelves.ts';

export interface ArrangeOptions {
  /** Keys that stay where the design's layout has them; those that the layout calls pinned stay too. */
  readonly keep?: Iterable<string>;
}

const BETWEEN = 40;
const BELOW = 64;
const UNDER_INTERNET = 72;
const STRIP = 24;

const region = containerSizeOf('region');
const subnet = containerSizeOf('subnet');

/**
 * Arranges a whole design. Boxes are relative to their container; everything stands on the grid, the same
 * input always gives the same places, and siblings never overlap.
 */
export function arrange(design: Design, tiers: Tiers, options: ArrangeOptions = {}): Record<string, Box> {
  const facts = factsOf(design);
  const content = contentOf(facts);
  const context = contextOf(facts, tiers, content);
  const boxes: Boxes = {};
  const free = content.get(undefined) ?? [];
  const byFrame = new Map<string | undefined, ResourceId[]>();
  for (const id of free) {
    const resource = design.resources[id];
    const frame = resource && regionKeyOf(design, resource);
    const list = byFrame.get(frame);
    if (list) list.push(id);
    else byFrame.set(frame, [id]);
  }

  const frames = sortNaturally(
    [...byFrame.keys()].filter((frame) => frame !== undefined),
    (frame) => [frame],
  );
  const blocks: Block[] = frames.map((frame) => {
    const inside = arrangeGroup(context, byFrame.get(frame) ?? [], boxes);
    const width = Math.max(region.minWidth, region.left + inside.width + region.padding);
    const left = snap((width - inside.width) / 2);
    for (const { key, x, y } of inside.places) move(boxes, key, x + left, y + region.header);
    return {
      key: frame,
      width,
      height: Math.max(region.minHeight, region.header + inside.height + region.padding),
    };
  });
  const onCanvas = arrangeGroup(context, byFrame.get(undefined) ?? [], boxes, blocks);
  const top = hasInternet(facts) ? UNDER_INTERNET : 0;
  for (const { key, x, y } of onCanvas.places) move(boxes, key, x, y + top);
  if (hasInternet(facts)) {
    const x = internetX(facts, boxes, onCanvas.width);
    boxes[INTERNET] = { x, y: 0, ...internetSize };
  }
  return keepPlaces(design, boxes, options.keep ?? [], content);
}

/** What arranging asks of every resource, worked out once. */
function contextOf(facts: DrawingFacts, tiers: Tiers, content: Content): ArrangeContext {
  const { design } = facts;
  const patterns = new Map<string, ZonePatterns>();
  const looks = new Map<ResourceId, NodeLook>();
  for (const ids of content.values()) {
    for (const id of ids) {
      const resource = design.resources[id];
      if (resource) looks.set(id, lookOf(facts, id, resource));
    }
  }
  const nameOf = (id: ResourceId): string => looks.get(id)?.name ?? '';
  return {
    facts,
    tiers,
    ...demandOf(facts, tiers),
    childrenOf: (id) => content.get(id) ?? [],
    lookOf: (id) => looks.get(id),
    sizeOf: (id) => {
      const look = looks.get(id);
      return look ? sizeOf(look, design.resources[id]?.kind ?? '') : card;
    },
    patternsOf: (zone) => {
      const made = patterns.get(zone) ?? patternsOf(zone);
      patterns.set(zone, made);
      return made;
    },
    inOrder: (ids) =>
      ids.toSorted((a, b) => compareNaturally(nameOf(a), nameOf(b)) || compareNaturally(a, b)),
  };
}

interface Block extends Size {
  readonly key: string;
}

interface Group extends Size {
  readonly places: readonly { readonly key: string; readonly x: number; readonly y: number }[];
}

const move = (boxes: Boxes, key: string, x: number, y: number): void => {
  const box = boxOf(boxes, key);
  boxes[key] = { x, y, width: box?.width ?? 0, height: box?.height ?? 0 };
};

/** Containers on shelves, what stands alone in a strip below. Their boxes get sizes, not yet places. */
function arrangeGroup(
  context: ArrangeContext,
  ids: readonly ResourceId[],
  boxes: Boxes,
  frames: readonly Block[] = [],
): Group {
  const { facts } = context;
  const blocks: Block[] = [...frames];
  const alone: ResourceId[] = [];
  for (const id of context.inOrder(ids)) {
    const resource = facts.design.resources[id];
    if (resource === undefined) continue;
    if (formOf(resource) !== 'container') alone.push(id);
    else {
      const size =
        resource.kind === 'vpc' ? arrangeVpc(context, id, resource, boxes) : arrangeAlone(context, id, boxes);
      blocks.push({ key: id, ...size });
    }
  }
  const shelves = shelvesOf(blocks, { between: BETWEEN, below: BELOW });
  const places: { key: string; x: number; y: number }[] = [];
  for (const [index, { key, width, height }] of blocks.entries()) {
    boxes[key] = { x: 0, y: 0, width, height };
    const at = shelves.positions[index];
    if (at) places.push({ key, ...at });
  }
  return placeAlone(context, alone, boxes, { width: shelves.width, height: shelves.height, places });
}

/** A container that stands in no VPC: its leaves in three columns at most. */
function arrangeAlone(context: ArrangeContext, id: ResourceId, boxes: Boxes): Size {
  const leaves = context.childrenOf(id);
  const least = context.sizeOf(id);
  const cell = cellOf(context, leaves);
  const columns = Math.min(3, Math.max(1, leaves.length));
  placeLeaves(context, leaves, { ...cell, columns }, subnet.header, boxes);
  const rows = Math.max(1, Math.ceil(leaves.length / columns));
  return {
    width: Math.max(
      least.width,
      snapUp(subnet.left + columns * (cell.width + card.gap) - card.gap + subnet.padding),
    ),
    height: Math.max(
      least.height,
      snapUp(subnet.header + rows * (cell.height + card.gap) - card.gap + subnet.padding),
    ),
  };
}

/** Detached gateways and cards without a subnet, side by side below everything. */
function placeAlone(
  context: ArrangeContext,
  alone: readonly ResourceId[],
  boxes: Boxes,
  group: Group,
): Group {
  if (alone.length === 0) return group;
  const widest = Math.max(group.width, region.minWidth);
  const places = [...group.places];
  let { width } = group;
  let x = 0;
  let y = group.height === 0 ? 0 : group.height + STRIP;
  let shelf = 0;
  for (const id of alone) {
    const look = context.lookOf(id);
    if (look === undefined) continue;
    const size = context.sizeOf(id);
    const room = look.form === 'gate' ? snapUp(gateWidth(look)) + GRID : size.width;
    if (x > 0 && x + room > widest) {
      x = 0;
      y += shelf + GRID;
      shelf = 0;
    }
    boxes[id] = { x: 0, y: 0, width: size.width, height: size.height };
    places.push({ key: id, x, y });
    x += room + GRID;
    shelf = Math.max(shelf, size.height);
    width = Math.max(width, x - GRID);
  }
  return { width, height: y + shelf, places };
}

const hasInternet = ({ ofKind }: DrawingFacts): boolean =>
  ofKind('internetGateway').length > 0 || ofKind('egressOnlyInternetGateway').length > 0;

/** The internet stands over the middle of the gates of the first shelf, else over the middle of everything. */
function internetX(facts: DrawingFacts, boxes: Boxes, width: number): number {
  const gates = [...facts.ofKind('internetGateway'), ...facts.ofKind('egressOnlyInternetGateway')].flatMap(
    ([id, resource]) => {
      const vpc = containerOf(facts.design, resource);
      const gate = boxOf(boxes, id);
      const around = vpc === undefined ? undefined : boxOf(boxes, vpc);
      const vpcResource = vpc === undefined ? undefined : facts.design.resources[vpc];
      const frame = vpcResource && boxOf(boxes, regionKeyOf(facts.design, vpcResource) ?? '');
      if (gate === undefined || around === undefined) return [];
      const isEgressOnly = resource.kind === 'egressOnlyInternetGateway';
      return [
        {
          x: gate.x + around.x + (frame?.x ?? 0) + gate.width / 2,
          y: around.y + (frame?.y ?? 0),
          isEgressOnly,
        },
      ];
    },
  );
  const first = Math.min(...gates.map(({ y }) => y));
  const nearest = gates.filter(({ y }) => y === first);
  const straight = nearest.filter(({ isEgressOnly }) => !isEgressOnly);
  const xs = (straight.length > 0 ? straight : nearest).map(({ x }) => x);
  const centre = xs.length === 0 ? width / 2 : (Math.min(...xs) + Math.max(...xs)) / 2;
  return snap(centre - internetSize.width / 2);
}

/** Puts back what a hand has placed; what would overlap it moves aside. */
function keepPlaces(
  design: Design,
  boxes: Boxes,
  keep: Iterable<string>,
  content: Content,
): Record<string, Box> {
  const kept = new Set<string>();
  for (const [key, box] of Object.entries(design.layout)) if (box.pinned && boxOf(boxes, key)) kept.add(key);
  for (const key of keep) if (boxOf(boxes, key) && boxOf(design.layout, key)) kept.add(key);
  if (kept.size === 0) return boxes;
  for (const key of kept) {
    const box = boxOf(design.layout, key);
    if (box) boxes[key] = box;
  }
  return { ...slideAside(design, boxes, kept, content) };
}
