/** Gives every drawn thing of a design its place: zones as columns, tiers as rows, VPCs on shelves, the internet above. */

import {
  boxOf,
  card,
  containerSizeOf,
  edgesOf,
  factsOf,
  formOf,
  gateWidth,
  GRID,
  INTERNET,
  internetSize,
  lookOf,
  nodeSizeOf,
  regionKeyOf,
  snap,
  snapUp,
  sortNaturally,
  zoneOf,
  type DrawingFacts,
  type Layout,
  type Size,
  type Tiers,
} from '../drawing/index.ts';
import { containerOf, resourcesOfKind, type Box, type Design, type ResourceId } from '../model/index.ts';
import { arrangeVpc, cellOf, placeLeaves, type ArrangeContext, type Boxes } from './arrange-vpc.ts';
import { contentOf, type Content } from './content.ts';
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
  const boxes: Boxes = new Map();
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
    boxes.set(INTERNET, { x, y: 0, ...internetSize });
  }
  return keepPlaces(design, boxes, options.keep ?? [], content);
}

/** A route that leads nowhere is drawn in the gutter with its symbol: it takes the room of so many lines. */
const STUB_TRACKS = 2;

function contextOf(facts: DrawingFacts, tiers: Tiers, content: Content): ArrangeContext {
  const { design } = facts;
  const targets = new Set<ResourceId>();
  const lines = new Map<ResourceId, Map<string, Set<string>>>();
  for (const { from, to, style } of edgesOf(facts, tiers)) {
    const source = design.resources[from];
    if (source?.kind !== 'subnet') continue;
    if (style === 'route' && to !== undefined) targets.add(to);
    const vpcId = containerOf(design, source);
    if (vpcId === undefined) continue;
    const columns = lines.get(vpcId) ?? new Map<string, Set<string>>();
    lines.set(vpcId, columns);
    const zone = zoneOf(source) ?? '';
    const ends = columns.get(zone) ?? new Set();
    columns.set(zone, ends.add(to ?? style));
  }
  const tracks = (ends: ReadonlySet<string>): number =>
    [...ends].reduce((sum, end) => sum + (Object.hasOwn(design.resources, end) ? 1 : STUB_TRACKS), 0);
  return {
    facts,
    tiers,
    targets,
    childrenOf: (id) => content.get(id) ?? [],
    tracksOf: (vpcId) => Math.max(0, ...[...(lines.get(vpcId)?.values() ?? [])].map(tracks)),
  };
}

interface Block extends Size {
  readonly key: string;
}

interface Group extends Size {
  readonly places: readonly { readonly key: string; readonly x: number; readonly y: number }[];
}

const move = (boxes: Boxes, key: string, x: number, y: number): void => {
  const box = boxes.get(key);
  boxes.set(key, { x, y, width: box?.width ?? 0, height: box?.height ?? 0 });
};

/** Containers on shelves, what stands alone in a strip below. Their boxes get sizes, not yet places. */
function arrangeGroup(
  context: ArrangeContext,
  ids: readonly ResourceId[],
  boxes: Boxes,
  frames: readonly Block[] = [],
): Group {
  const { facts } = context;
  const named = sortNaturally(ids, (id) => {
    const resource = facts.design.resources[id];
    return [resource ? lookOf(facts, id, resource).name : '', id];
  });
  const blocks: Block[] = [...frames];
  const alone: ResourceId[] = [];
  for (const id of named) {
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
    boxes.set(key, { x: 0, y: 0, width, height });
    const at = shelves.positions[index];
    if (at) places.push({ key, ...at });
  }
  return placeAlone(facts, alone, boxes, { width: shelves.width, height: shelves.height, places });
}

/** A container that stands in no VPC: its leaves in three columns at most. */
function arrangeAlone(context: ArrangeContext, id: ResourceId, boxes: Boxes): Size {
  const leaves = context.childrenOf(id);
  const least = nodeSizeOf(context.facts, id);
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
function placeAlone(facts: DrawingFacts, alone: readonly ResourceId[], boxes: Boxes, group: Group): Group {
  if (alone.length === 0) return group;
  const widest = Math.max(group.width, region.minWidth);
  const places = [...group.places];
  let { width } = group;
  let x = 0;
  let y = group.height === 0 ? 0 : group.height + STRIP;
  let shelf = 0;
  for (const id of alone) {
    const resource = facts.design.resources[id];
    if (resource === undefined) continue;
    const size = nodeSizeOf(facts, id);
    const look = lookOf(facts, id, resource);
    const room = look.form === 'gate' ? snapUp(gateWidth(look)) + GRID : size.width;
    if (x > 0 && x + room > widest) {
      x = 0;
      y += shelf + GRID;
      shelf = 0;
    }
    boxes.set(id, { x: 0, y: 0, width: size.width, height: size.height });
    places.push({ key: id, x, y });
    x += room + GRID;
    shelf = Math.max(shelf, size.height);
    width = Math.max(width, x - GRID);
  }
  return { width, height: y + shelf, places };
}

const hasInternet = ({ design }: DrawingFacts): boolean =>
  resourcesOfKind(design, 'internetGateway').length > 0 ||
  resourcesOfKind(design, 'egressOnlyInternetGateway').length > 0;

/** The internet stands over the middle of the gates of the first shelf, else over the middle of everything. */
function internetX(facts: DrawingFacts, boxes: Boxes, width: number): number {
  const gates = [
    ...resourcesOfKind(facts.design, 'internetGateway'),
    ...resourcesOfKind(facts.design, 'egressOnlyInternetGateway'),
  ].flatMap(([id, resource]) => {
    const vpc = containerOf(facts.design, resource);
    const gate = boxes.get(id);
    const around = vpc === undefined ? undefined : boxes.get(vpc);
    const vpcResource = vpc === undefined ? undefined : facts.design.resources[vpc];
    const frame = vpcResource && boxes.get(regionKeyOf(facts.design, vpcResource) ?? '');
    if (gate === undefined || around === undefined) return [];
    const isEgressOnly = resource.kind === 'egressOnlyInternetGateway';
    return [
      {
        x: gate.x + around.x + (frame?.x ?? 0) + gate.width / 2,
        y: around.y + (frame?.y ?? 0),
        isEgressOnly,
      },
    ];
  });
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
  const arranged: Layout = Object.fromEntries(boxes);
  const pinned = Object.entries(design.layout)
    .filter(([, box]) => box.pinned)
    .map(([key]) => key);
  const kept = [...new Set([...keep, ...pinned])].filter(
    (key) => boxes.has(key) && boxOf(design.layout, key) !== undefined,
  );
  if (kept.length === 0) return { ...arranged };
  const layout: Record<string, Box> = { ...arranged };
  for (const key of kept) {
    const box = boxOf(design.layout, key);
    if (box) layout[key] = box;
  }
  return { ...slideAside(design, layout, kept, content) };
}
