/** Draws the lines of a design through the gutters that its boxes leave. */

import { connectAll, type Connection, type Way } from './connect.ts';
import type { DrawnEdge } from './edges.ts';
import {
  boundsOf,
  middleOf,
  overlaps,
  roundedPath,
  type Point,
  type Rectangle,
  type Side,
} from './geometry.ts';
import type { Field, Port } from './lane-grid.ts';
import { commonContainer, contentOf, gatesOnEdges, holds } from './nesting.ts';
import type { Places } from './places.ts';
import { portsOf, portsThrough, type SideCosts } from './ports.ts';
import { GRID } from './sizes.ts';
import { drawStub, type Stub } from './stubs.ts';

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
      const { points, path, stub, taken } = drawStub(edge, from, stubs);
      stubs.push(taken);
      routed.set(edge.id, { edge, points, path, stub, middle: stub.symbol });
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
