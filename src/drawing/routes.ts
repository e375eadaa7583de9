/** Draws the lines of a design through the gutters that its boxes leave. */

import type { Box } from '../model/index.ts';
import { connectAll, type Connection, type Way } from './connect.ts';
import type { DrawnEdge } from './edges.ts';
import {
  boundsOf,
  middleOf,
  overlaps,
  roundedPath,
  sides,
  type Point,
  type Rectangle,
  type Side,
} from './geometry.ts';
import type { Field, Port } from './lane-grid.ts';
import { isRegionKey, isZoneKey, type Places } from './places.ts';
import { fontSize, GRID, snap } from './sizes.ts';
import { textWidth } from './text.ts';

export interface RoutedEdge {
  readonly edge: DrawnEdge;
  /** From `from` to `to`, corner by corner, in canvas coordinates. */
  readonly points: readonly Point[];
  /** Path data of what this line draws itself; the rest is a trunk that another line of the bundle draws. */
  readonly path: string;
  /** Where its arrow points, if it draws the end. */
  readonly arrow?: { readonly at: Point; readonly side: Side };
  /** For a label or a badge. */
  readonly middle: Point;
  /** For a route that leads nowhere: where its symbol and its label stand. */
  readonly stub?: Stub;
}

export interface Stub {
  readonly symbol: Point;
  readonly label: string;
  readonly labelEnd: Point;
}

/** A gap between an arrow's tip and what it points at. */
const TIP = 1;

/**
 * A way for every line whose ends have boxes. `labels` are texts to keep away from, in canvas coordinates.
 * Lines between two things of one container stay inside it.
 */
export function routeEdges(
  edges: readonly DrawnEdge[],
  places: Places,
  labels: readonly Rectangle[] = [],
): readonly RoutedEdge[] {
  const routed = new Map<string, RoutedEdge>();
  const stubs: Rectangle[] = [];
  const inside: DrawnEdge[] = [];
  const byContainer = new Map<string | undefined, DrawnEdge[]>();
  for (const edge of edges) {
    const from = places.boxes.get(edge.from);
    if (from === undefined) continue;
    if (edge.to === undefined) {
      const stub = drawStub(edge, from, stubs);
      stubs.push(stub.taken);
      routed.set(edge.id, stub.edge);
      continue;
    }
    if (!places.boxes.has(edge.to)) continue;
    if (holds(places, edge.from, edge.to)) {
      inside.push(edge);
      continue;
    }
    const container = commonContainer(places, edge.from, edge.to);
    const list = byContainer.get(container);
    if (list) list.push(edge);
    else byContainer.set(container, [edge]);
  }
  for (const [container, list] of byContainer) {
    for (const edge of routeWithin(container, list, places, labels, stubs)) routed.set(edge.edge.id, edge);
  }
  const ends = [...routed.values()].flatMap(({ points }) => points.at(-1) ?? []);
  for (const edge of inside) routed.set(edge.id, finished(edge, wayInside(places, edge, ends)));
  return edges.flatMap((edge) => routed.get(edge.id) ?? []);
}

/** Region frames hold without closing off: lines pass through them. */
const isOpen = (key: string | undefined): boolean => key !== undefined && isRegionKey(key);

/** The closed containers around a key, the nearest first; the canvas is last. */
function containersOf(places: Places, key: string): (string | undefined)[] {
  const chain: (string | undefined)[] = [];
  for (let parent = places.parentOf.get(key); parent !== undefined; parent = places.parentOf.get(parent)) {
    if (!isOpen(parent)) chain.push(parent);
  }
  return [...chain, undefined];
}

function commonContainer(places: Places, from: string, to: string): string | undefined {
  const outer = new Set(containersOf(places, to));
  return containersOf(places, from).find((container) => outer.has(container));
}

/** What stands in a container, through open frames; frames themselves apart. */
function contentOf(places: Places, container: string | undefined): { closed: string[]; frames: string[] } {
  const closed: string[] = [];
  const frames: string[] = [];
  const visit = (parent: string | undefined): void => {
    for (const key of places.childrenOf.get(parent) ?? []) {
      if (isZoneKey(key)) frames.push(key);
      else if (isOpen(key)) {
        frames.push(key);
        visit(key);
      } else closed.push(key);
    }
  };
  visit(container);
  return { closed, frames };
}

/** What of a container holds a key, or is it. */
function holderIn(places: Places, container: string | undefined, key: string): string {
  let holder = key;
  for (let parent = places.parentOf.get(key); parent !== container; parent = places.parentOf.get(parent)) {
    if (parent === undefined) break;
    if (!isOpen(parent)) holder = parent;
  }
  return holder;
}

function routeWithin(
  container: string | undefined,
  edges: readonly DrawnEdge[],
  places: Places,
  labels: readonly Rectangle[],
  stubs: readonly Rectangle[],
): RoutedEdge[] {
  const { closed, frames } = contentOf(places, container);
  const box = container === undefined ? undefined : places.boxes.get(container);
  const gates = container === undefined ? gatesOnEdges(places, closed) : [];
  const inside = (area: Rectangle): boolean => box === undefined || overlaps(area, box);
  const field: Field = {
    ...(box === undefined ? {} : { within: box }),
    obstacles: [...closed, ...gates]
      .flatMap((key) => places.boxes.get(key) ?? [])
      .concat(stubs.filter(inside)),
    frames: frames.flatMap((key) => places.boxes.get(key) ?? []),
    labels: labels.filter(inside),
  };
  const connections = edges.map((edge): Connection & { readonly edge: DrawnEdge } => ({
    id: edge.id,
    edge,
    bundle: `${edge.to ?? ''} ${edge.style} ${edge.color}`,
    from: portsOf(places, container, edge.from, edge.to ?? ''),
    to: portsOf(places, container, edge.to ?? '', edge.from),
  }));
  connections.sort((a, b) => spread(a) - spread(b));
  const ways = connectAll(field, connections);
  return connections.flatMap(({ edge }) => {
    const way = ways.get(edge.id);
    return way ? [finished(edge, way)] : [];
  });
}

/** Lines with nothing but a straight way go first. */
function spread({ from, to }: Connection): number {
  const a = boundsOf(from.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const b = boundsOf(to.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  if (a === undefined || b === undefined) return Infinity;
  const apart = (aFrom: number, aLength: number, bFrom: number, bLength: number): number =>
    Math.max(0, bFrom - (aFrom + aLength), aFrom - (bFrom + bLength));
  return apart(a.x, a.width, b.x, b.width) + apart(a.y, a.height, b.y, b.height);
}

/** Gates stand half outside their container: outside it they are in the way too. */
function gatesOnEdges(places: Places, containers: readonly string[]): string[] {
  return containers.flatMap((container) => {
    const around = places.boxes.get(container);
    if (around === undefined) return [];
    return (places.childrenOf.get(container) ?? []).filter((key) => {
      const box = places.boxes.get(key);
      return box !== undefined && !isZoneKey(key) && !contains(around, box);
    });
  });
}

const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const isInside = ({ x, y }: Point, box: Rectangle): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

const middleOfSide = (box: Rectangle, side: Side): Point => ({
  x: side === 'left' ? box.x : side === 'right' ? box.x + box.width : box.x + box.width / 2,
  y: side === 'top' ? box.y : side === 'bottom' ? box.y + box.height : box.y + box.height / 2,
});

type SideCosts = Readonly<Record<Side, number>>;

/** Lines leave by the side that faces the other end: beside each other sideways, else up or down. */
function facing(box: Rectangle, other: Rectangle): SideCosts {
  const besides =
    box.y + GRID < other.y + other.height &&
    other.y + GRID < box.y + box.height &&
    (box.x + box.width <= other.x || other.x + other.width <= box.x);
  if (besides) {
    return box.x < other.x
      ? { right: 0, top: 80, bottom: 80, left: 400 }
      : { left: 0, top: 80, bottom: 80, right: 400 };
  }
  return box.y > other.y
    ? { top: 0, right: 300, left: 320, bottom: 200 }
    : { bottom: 0, right: 300, left: 320, top: 200 };
}

/** Where lines of a container may meet a thing: on its own edge, or through the edge of what holds it. */
function portsOf(places: Places, container: string | undefined, key: string, other: string): readonly Port[] {
  const box = places.boxes.get(key);
  const holder = holderIn(places, container, key);
  const around = places.boxes.get(holder);
  const opposite = places.boxes.get(holderIn(places, container, other));
  if (box === undefined || around === undefined || opposite === undefined) return [];
  const costs = facing(around, opposite);
  if (holder === key) {
    const border = container === undefined ? undefined : places.boxes.get(container);
    return portsOfOwnEdge(box, costs, (port) => border === undefined || isInside(port, border));
  }
  // A gate is met from outside on the part that sticks out.
  if (!contains(around, box)) {
    return portsOfOwnEdge(box, facing(box, opposite), (port) => !isInside(port, around));
  }
  const through = portsThrough(places, key, box, around, costs);
  return through.length > 0 ? through : portsOfOwnEdge(around, costs, () => true);
}

/** Every grid point of a side that keeps clear of the corners; at least the middle. */
function stopsAlong(from: number, length: number): number[] {
  const stops: number[] = [];
  for (let stop = Math.ceil((from + GRID) / GRID) * GRID; stop <= from + length - GRID; stop += GRID)
    stops.push(stop);
  return stops.length > 0 ? stops : [snap(from + length / 2)];
}

/** Dearer than the way it saves, so that a line leaves a long side off its middle only to run straight. */
const OFF_CENTRE = 1.2;

/** Sides up to this are met in their very middle if they can. */
const SHORT_SIDE = 48;

/** At most so many stops, around the middle: more would only cost time. */
const STOPS = 15;

function portsOfOwnEdge(box: Rectangle, costs: SideCosts, isFree: (port: Point) => boolean): Port[] {
  return sides.flatMap((side) => {
    const isFlat = side === 'top' || side === 'bottom';
    const middle = middleOfSide(box, side);
    const centre = isFlat ? middle.x : middle.y;
    const length = isFlat ? box.width : box.height;
    const isShort = length <= SHORT_SIDE;
    const stops = [...new Set([...(isShort ? [centre] : []), ...stopsAlong(isFlat ? box.x : box.y, length)])];
    const near = stops
      .toSorted((a, b) => Math.abs(a - centre) - Math.abs(b - centre) || a - b)
      .slice(0, STOPS);
    return near
      .map((stop) => ({
        x: isFlat ? stop : middle.x,
        y: isFlat ? middle.y : stop,
        side,
        tail: [],
        cost: costs[side] + Math.abs(stop - centre) * (isShort ? 4 : OFF_CENTRE),
      }))
      .filter(isFree);
  });
}

/** From a card straight out through the edge of its container, where no other card is in between. */
function portsThrough(
  places: Places,
  key: string,
  box: Rectangle,
  around: Rectangle,
  costs: SideCosts,
): Port[] {
  const siblings = (places.childrenOf.get(places.parentOf.get(key)) ?? [])
    .filter((sibling) => sibling !== key)
    .flatMap((sibling) => places.boxes.get(sibling) ?? []);
  return portsOfOwnEdge(box, costs, () => true).flatMap((port) => {
    const outside = projected(port, around);
    const corridor = boundsOf([
      { x: port.x - 3, y: port.y - 3, width: 6, height: 6 },
      { x: outside.x - 3, y: outside.y - 3, width: 6, height: 6 },
    ]);
    const isFree = corridor !== undefined && !siblings.some((sibling) => overlaps(sibling, corridor));
    const inside = Math.abs(outside.x - port.x) + Math.abs(outside.y - port.y);
    // Upwards lies the title of the container.
    const titleCost = port.side === 'top' ? 80 : 0;
    return isFree
      ? [{ ...port, ...outside, tail: [{ x: port.x, y: port.y }], cost: port.cost + inside + titleCost }]
      : [];
  });
}

function projected({ x, y, side }: Port, around: Rectangle): Point {
  switch (side) {
    case 'top':
      return { x, y: around.y };
    case 'bottom':
      return { x, y: around.y + around.height };
    case 'left':
      return { x: around.x, y };
    case 'right':
      return { x: around.x + around.width, y };
  }
}

/** Whether a container holds a thing, at whatever depth. */
function holds(places: Places, container: string, key: string): boolean {
  for (let parent = places.parentOf.get(key); parent !== undefined; parent = places.parentOf.get(parent)) {
    if (parent === container) return true;
  }
  return false;
}

const inwards: SideCosts = { bottom: 0, right: 40, left: 60, top: 120 };

/** A subnet whose route leads to a card of its own: from its edge straight to the card, beside other lines. */
function wayInside(places: Places, edge: DrawnEdge, ends: readonly Point[]): Way {
  const around = places.boxes.get(edge.from);
  const box = places.boxes.get(edge.to ?? '');
  const ports = around && box ? portsThrough(places, edge.to ?? '', box, around, inwards) : [];
  const isFree = ({ tail }: Port): boolean =>
    tail.every(({ x, y }) => ends.every((end) => Math.abs(x - end.x) + Math.abs(y - end.y) >= 2 * GRID));
  const [best] = ports.filter(isFree).toSorted((a, b) => a.cost - b.cost);
  const points = best ? [{ x: best.x, y: best.y }, ...best.tail] : [];
  return { points, own: points, reachesTarget: true };
}

function finished(edge: DrawnEdge, way: Way): RoutedEdge {
  const end = way.own.at(-1);
  const before = way.own.at(-2);
  const hasArrow = edge.style === 'route' && way.reachesTarget && end !== undefined && before !== undefined;
  const routed = { edge, points: way.points, middle: middleOf(way.own) };
  if (!hasArrow) return { ...routed, path: roundedPath(way.own) };
  const side: Side =
    before.x === end.x ? (before.y < end.y ? 'top' : 'bottom') : before.x < end.x ? 'left' : 'right';
  const at = {
    x: end.x + (side === 'left' ? -TIP : side === 'right' ? TIP : 0),
    y: end.y + (side === 'top' ? -TIP : side === 'bottom' ? TIP : 0),
  };
  return { ...routed, path: roundedPath([...way.own.slice(0, -1), at]), arrow: { at, side } };
}

const STUB_RISE = 12;
const SYMBOL = 16;

/** A route that leads nowhere: out of the upper edge, a symbol, its destination; others of one subnet beside it. */
function drawStub(
  edge: DrawnEdge,
  from: Box,
  taken: readonly Rectangle[],
): { readonly edge: RoutedEdge; readonly taken: Rectangle } {
  const [first = '?', ...rest] = edge.destinations;
  const label = rest.length > 0 ? `${first} +${rest.length}` : first;
  const width = Math.ceil(textWidth(label, fontSize.small, 500));
  const y = from.y - STUB_RISE;
  const areaFrom = (right: number): Rectangle => ({
    x: right - 24 - SYMBOL - 6 - width,
    y: y - SYMBOL / 2,
    width: 24 + SYMBOL + 6 + width,
    height: SYMBOL + 4,
  });
  let right = snap(from.x + from.width) - 2 * GRID;
  let area = areaFrom(right);
  for (
    let clash = taken.find((other) => overlaps(other, area));
    clash;
    clash = taken.find((other) => overlaps(other, area))
  ) {
    right = Math.floor(clash.x / GRID) * GRID - GRID;
    area = areaFrom(right);
  }
  const symbol = { x: right - 24 - SYMBOL / 2, y };
  const points = [{ x: right, y: from.y }, { x: right, y }, symbol];
  return {
    edge: {
      edge,
      points,
      path: roundedPath([...points.slice(0, 2), { x: symbol.x + SYMBOL / 2 - 2, y }]),
      middle: symbol,
      stub: { symbol, label, labelEnd: { x: symbol.x - SYMBOL / 2 - 4, y: y + 4 } },
    },
    taken: area,
  };
}
