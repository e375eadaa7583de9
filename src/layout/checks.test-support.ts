/** What must hold of every layout: on the grid, nothing over its sibling, children inside their container. */

import {
  containerSizeOf,
  formOf,
  INTERNET,
  isRegionKey,
  isZoneKey,
  overlaps,
  placesOf,
  type Layout,
} from '../drawing/index.ts';
import type { Design } from '../model/index.ts';

const isGate = (design: Design, key: string): boolean => {
  const resource = design.resources[key];
  return resource !== undefined && formOf(resource) === 'gate';
};

const kindOf = (design: Design, key: string): string =>
  isRegionKey(key)
    ? 'region'
    : isZoneKey(key)
      ? 'zone'
      : key === INTERNET
        ? 'internet'
        : (design.resources[key]?.kind ?? '');

/** Sentences about what is wrong; none for a sound layout. */
export function faultsOf(design: Design, layout: Layout): string[] {
  const faults: string[] = [];
  const places = placesOf(design, layout);
  for (const [key, box] of Object.entries(layout)) {
    const { x, y, width, height } = box;
    if ([x, y, width, height].some((value) => value % 8 !== 0)) faults.push(`${key} is off the grid`);
    if (width <= 0 || height <= 0) faults.push(`${key} has no size`);
    if (!places.boxes.has(key)) faults.push(`${key} has no place`);
  }
  for (const [parent, children] of places.childrenOf) {
    const solid = children.filter((key) => !isZoneKey(key));
    for (const [index, key] of solid.entries()) {
      for (const other of solid.slice(index + 1)) {
        const a = places.boxes.get(key);
        const b = places.boxes.get(other);
        const isBorder = isGate(design, key) !== isGate(design, other) && parent !== undefined;
        if (a && b && !isBorder && overlaps(a, b)) faults.push(`${key} lies over ${other}`);
      }
    }
    const around = parent === undefined ? undefined : places.boxes.get(parent);
    if (parent === undefined || around === undefined) continue;
    const { header, left, padding } = containerSizeOf(kindOf(design, parent));
    for (const key of children) {
      const box = places.boxes.get(key);
      if (!box || isGate(design, key)) continue;
      const isInside =
        box.x >= around.x + left &&
        box.y >= around.y + header &&
        box.x + box.width <= around.x + around.width - padding &&
        box.y + box.height <= around.y + around.height - padding;
      if (!isInside) faults.push(`${key} leaves ${parent}`);
    }
  }
  return faults;
}
