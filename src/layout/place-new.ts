/** A place for one new thing: where the hand dropped it, else the best free spot of its container. */

import {
  boundsOf,
  boxOf,
  card,
  containerSizeOf,
  factsOf,
  formOf,
  gate,
  gateWidth,
  GRID,
  INTERNET,
  internetSize,
  isRegionKey,
  lookOf,
  nodeSizeOf,
  overlaps,
  parentKeyOf,
  placesOf,
  snap,
  snapUp,
  zoneKey,
  zoneOf,
  type DrawingFacts,
  type Layout,
  type Point,
  type Rectangle,
  type Tiers,
} from '../drawing/index.ts';
import { containerOf, type Box, type Design, type ResourceId, type Subnet } from '../model/index.ts';
import { arrange } from './arrange.ts';
import { contentOf, type Content } from './content.ts';
import { slideAside } from './slide-aside.ts';

const zoneSize = containerSizeOf('zone');
const vpcSize = containerSizeOf('vpc');

/** The width of a subnet that holds two cards beside each other under its whole title. */
const NEW_SUBNET = { width: 272, height: 88 } as const;
const NEW_VPC = { width: 336, height: 200 } as const;
const BETWEEN = 40;
const ROW_GAP = 24;

/**
 * The layout with a box for a resource that the design already holds. `near` is where it was dropped,
 * relative to its container. Its container grows where needed and siblings move aside.
 */
export function placeNew(design: Design, layout: Layout, id: ResourceId, near?: Point): Layout {
  const facts = factsOf(design);
  return placeIn(facts, contentOf(facts), layout, id, near);
}

function placeIn(
  facts: DrawingFacts,
  content: Content,
  layout: Layout,
  id: ResourceId,
  near: Point | undefined,
): Layout {
  const { design } = facts;
  const resource = Object.hasOwn(design.resources, id) ? design.resources[id] : undefined;
  if (resource === undefined || formOf(resource) === 'none') return layout;
  const spot = { facts, content, layout, id };
  const box =
    formOf(resource) === 'gate'
      ? placeGate(spot)
      : resource.kind === 'subnet'
        ? placeSubnet(spot, resource, near)
        : formOf(resource) === 'container'
          ? placeContainer(spot, near)
          : placeCard(spot, near);
  const withInternet =
    formOf(resource) === 'gate' && boxOf(layout, INTERNET) === undefined
      ? { ...layout, [INTERNET]: internetBox(design, layout) }
      : layout;
  // A container that comes after what it holds grows around it.
  const inside = (content.get(id) ?? []).filter((key) => boxOf(layout, key) !== undefined);
  return slideAside(design, { ...withInternet, [id]: box }, [id, ...inside], content);
}

/** More than this are arranged together instead of one by one. */
const FEW = 40;

/** The layout with a place for everything that is drawn: what has one keeps it, many new ones are arranged. */
export function completeLayout(design: Design, layout: Layout, tiers: Tiers): Layout {
  const facts = factsOf(design);
  const content = contentOf(facts);
  const missing: ResourceId[] = [];
  const visit = (container: ResourceId | undefined): void => {
    for (const id of content.get(container) ?? []) {
      if (boxOf(layout, id) === undefined) missing.push(id);
      visit(id);
    }
  };
  visit(undefined);
  if (missing.length === 0) return withInternet(facts, content, layout);
  const keys = Object.keys(layout);
  if (keys.length === 0 || missing.length > FEW) return arrange({ ...design, layout }, tiers, { keep: keys });
  const complete = missing.reduce((done, id) => placeIn(facts, content, done, id, undefined), layout);
  return withInternet(facts, content, complete);
}

/** A gateway that stands there leads to the internet, which a file may have left out. */
function withInternet({ design }: DrawingFacts, content: Content, layout: Layout): Layout {
  const leads = [...content.values()].flat().some((id) => {
    const resource = design.resources[id];
    return resource?.kind === 'internetGateway' && boxOf(layout, id) !== undefined;
  });
  return leads && boxOf(layout, INTERNET) === undefined
    ? { ...layout, [INTERNET]: internetBox(design, layout) }
    : layout;
}

interface Spot {
  readonly facts: DrawingFacts;
  readonly content: Content;
  readonly layout: Layout;
  readonly id: ResourceId;
}

/** Boxes of the other things in the same container. */
function siblingBoxes({ facts, content, layout, id }: Spot): Rectangle[] {
  const resource = facts.design.resources[id];
  const container = resource && containerOf(facts.design, resource);
  return (content.get(container) ?? []).flatMap((key) => {
    const other = facts.design.resources[key];
    const isSibling =
      key !== id &&
      other !== undefined &&
      formOf(other) !== 'gate' &&
      parentKeyOf(facts.design, layout, key) === parentKeyOf(facts.design, layout, id);
    return isSibling ? (boxOf(layout, key) ?? []) : [];
  });
}

const snapped = ({ x, y }: Point, size: { readonly width: number; readonly height: number }): Box => ({
  x: snap(x),
  y: snap(y),
  width: size.width,
  height: size.height,
});

/** The first free cell in reading order; a new row where the container is full. */
function placeCard(spot: Spot, near: Point | undefined): Box {
  const { facts, layout, id } = spot;
  const natural = nodeSizeOf(facts, id);
  const siblings = siblingBoxes(spot);
  // Cards of one container are of one size: the first says which.
  const [first] = siblings;
  const size =
    first && first.height === natural.height
      ? { width: Math.max(first.width, natural.width), height: first.height }
      : natural;
  if (near) return snapped(near, size);
  const parent = parentKeyOf(facts.design, layout, id);
  const around = parent === undefined ? undefined : boxOf(layout, parent);
  const kind =
    parent === undefined ? '' : isRegionKey(parent) ? 'region' : (facts.design.resources[parent]?.kind ?? '');
  const { left, header, padding } = containerSizeOf(kind);
  const begin =
    parent === undefined
      ? { left: 0, top: 0 }
      : { left, top: Math.min(header, ...siblings.map(({ y }) => y)) };
  const width = around === undefined ? Infinity : around.width - padding;
  for (let y = Math.max(begin.top, header); ; y += size.height + card.gap) {
    for (let x = begin.left; x === begin.left || x + size.width <= width; x += size.width + card.gap) {
      const box = { x, y, ...size };
      if (!siblings.some((other) => overlaps(box, other, GRID))) return box;
    }
  }
}

/** Under the lowest subnet of its zone, or at the head of a new column. */
function placeSubnet(spot: Spot, subnet: Subnet, near: Point | undefined): Box {
  const { facts, content, layout, id } = spot;
  const vpcId = containerOf(facts.design, subnet);
  const zone = zoneOf(subnet);
  const others = (vpcId === undefined ? [] : (content.get(vpcId) ?? [])).flatMap((key) => {
    const other = facts.design.resources[key];
    const box = boxOf(layout, key);
    return key !== id && other?.kind === 'subnet' && box ? [{ zone: zoneOf(other), box }] : [];
  });
  const column = others.filter((other) => other.zone === zone).map(({ box }) => box);
  const [first] = column.length > 0 ? column : others.map(({ box }) => box);
  const size = { width: first?.width ?? NEW_SUBNET.width, height: NEW_SUBNET.height };
  if (near) return snapped(near, size);
  const inset = zone === undefined ? { left: 0, top: 0 } : { left: zoneSize.left, top: zoneSize.header };
  const top = vpcSize.header + inset.top;
  if (first && column.length > 0) {
    return {
      x: first.x,
      y: snapUp(Math.max(...column.map(({ y, height }) => y + height)) + ROW_GAP),
      ...size,
    };
  }
  const frames =
    vpcId === undefined
      ? []
      : others.flatMap((other) => boxOf(layout, zoneKey(vpcId, other.zone ?? '')) ?? []);
  const right = Math.max(0, ...[...frames, ...others.map(({ box }) => box)].map(({ x, width }) => x + width));
  return {
    x: right === 0 ? vpcSize.left + inset.left : snapUp(right) + 2 * GRID + inset.left,
    y: top,
    ...size,
  };
}

/** On the upper edge: its middle if it is free, else behind the gates that stand there. */
function placeGate({ facts, content, layout, id }: Spot): Box {
  const resource = facts.design.resources[id];
  const container = resource && containerOf(facts.design, resource);
  const around = container === undefined ? undefined : boxOf(layout, container);
  const size = { width: gate.width, height: gate.height };
  if (container === undefined || around === undefined)
    return placeCard({ facts, content, layout, id }, undefined);
  const taken = (content.get(container) ?? []).flatMap((key) => {
    const other = facts.design.resources[key];
    const box = boxOf(layout, key);
    const isOnTop =
      key !== id && other !== undefined && formOf(other) === 'gate' && box !== undefined && box.y <= 0;
    return isOnTop ? [{ from: box.x, to: box.x + gateWidth(lookOf(facts, key, other)) }] : [];
  });
  const own = resource ? gateWidth(lookOf(facts, id, resource)) : gate.width;
  const isFree = (x: number): boolean => taken.every(({ from, to }) => x + own <= from || to <= x);
  const middle = snap(around.width / 2) - gate.width / 2;
  const right = snapUp(Math.max(0, ...taken.map(({ to }) => to)) + 3 * GRID);
  return { x: isFree(middle) ? middle : right, y: -gate.height / 2, ...size };
}

/** Right of everything, on the line of what stands there. */
function placeContainer(spot: Spot, near: Point | undefined): Box {
  const { facts, layout, id } = spot;
  const least = nodeSizeOf(facts, id);
  const size = {
    width: Math.max(NEW_VPC.width, least.width),
    height: Math.max(NEW_VPC.height, least.height),
  };
  if (near) return snapped(near, size);
  const parent = parentKeyOf(facts.design, layout, id);
  const frames =
    parent === undefined
      ? Object.keys(layout).flatMap((key) => (isRegionKey(key) ? (boxOf(layout, key) ?? []) : []))
      : [];
  const others = [...siblingBoxes(spot), ...frames];
  const { left, header } = containerSizeOf('region');
  if (others.length === 0) {
    const internet = parent === undefined ? boxOf(layout, INTERNET) : undefined;
    return {
      x: parent === undefined ? 0 : left,
      y: parent === undefined ? (internet ? 72 : 0) : header,
      ...size,
    };
  }
  return {
    x: snapUp(Math.max(...others.map(({ x, width }) => x + width)) + BETWEEN),
    y: Math.min(...others.map(({ y }) => y)),
    ...size,
  };
}

/** Above everything that stands on the canvas, in its middle. */
function internetBox(design: Design, layout: Layout): Box {
  const around = boundsOf(placesOf(design, layout).boxes.values()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    x: snap(around.x + (around.width - internetSize.width) / 2),
    y: snap(around.y) - internetSize.height - BETWEEN,
    ...internetSize,
  };
}
