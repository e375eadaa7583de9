/** Where lines may meet a thing: the sides that face the other end, their middles first. */

import { boundsOf, overlaps, sides, type Point, type Rectangle, type Side } from './geometry.ts';
import type { Port } from './lane-grid.ts';
import { contains, holderIn } from './nesting.ts';
import type { Places } from './places.ts';
import { GRID, snap } from './sizes.ts';

const isInside = ({ x, y }: Point, box: Rectangle): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

const middleOfSide = (box: Rectangle, side: Side): Point => ({
  x: side === 'left' ? box.x : side === 'right' ? box.x + box.width : box.x + box.width / 2,
  y: side === 'top' ? box.y : side === 'bottom' ? box.y + box.height : box.y + box.height / 2,
});

/** What it costs a line to end on a side. */
export type SideCosts = Readonly<Record<Side, number>>;

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
export function portsOf(
  places: Places,
  container: string | undefined,
  key: string,
  other: string,
): readonly Port[] {
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
export function portsThrough(
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
