/** Who stands in whom, as lines see it: containers close lines in, Region frames let them through. */

import type { Rectangle } from './geometry.ts';
import { isRegionKey, isZoneKey, type Places } from './places.ts';

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

/** The nearest closed container of both; undefined is the canvas. */
export function commonContainer(places: Places, from: string, to: string): string | undefined {
  const outer = new Set(containersOf(places, to));
  return containersOf(places, from).find((container) => outer.has(container));
}

/** What stands in a container, through open frames; frames themselves apart. */
export function contentOf(
  places: Places,
  container: string | undefined,
): { closed: string[]; frames: string[] } {
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
export function holderIn(places: Places, container: string | undefined, key: string): string {
  let holder = key;
  for (let parent = places.parentOf.get(key); parent !== container; parent = places.parentOf.get(parent)) {
    if (parent === undefined) break;
    if (!isOpen(parent)) holder = parent;
  }
  return holder;
}

/** Gates stand half outside their container: outside it they are in the way too. */
export function gatesOnEdges(places: Places, containers: readonly string[]): string[] {
  return containers.flatMap((container) => {
    const around = places.boxes.get(container);
    if (around === undefined) return [];
    return (places.childrenOf.get(container) ?? []).filter((key) => {
      const box = places.boxes.get(key);
      return box !== undefined && !isZoneKey(key) && !contains(around, box);
    });
  });
}

/** Whether a box lies wholly in another. */
export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Whether a container holds a thing, at whatever depth. */
export function holds(places: Places, container: string, key: string): boolean {
  for (let parent = places.parentOf.get(key); parent !== undefined; parent = places.parentOf.get(parent)) {
    if (parent === container) return true;
  }
  return false;
}
