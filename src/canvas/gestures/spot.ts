/** Where the pointer rests, and letting go what did not come by hand: what is pasted. */

import { placedAll, type Point } from '../../app/index.ts';
import { boundsOf, factsOf, snap, type Rectangle } from '../../drawing/index.ts';
import { contentOf } from '../../layout/index.ts';
import type { Design, ResourceId } from '../../model/index.ts';
import { containerAt } from '../hit.ts';
import { surface } from '../surface.ts';
import { landed } from './landing.ts';

let pointer: Point | undefined;
/** Where it was before it went to a menu. */
let last: Point | undefined;

/** Remembers where the pointer is; undefined when it has left the canvas. */
export function notePointer(at: Point | undefined): void {
  pointer = at;
  last = at ?? last;
}

/** The pointer in canvas coordinates, with the container under it. */
export function pointerSpot(
  when: 'now' | 'last',
): { readonly at: Point; readonly under?: ResourceId } | undefined {
  const canvas = surface();
  const point = when === 'now' ? pointer : last;
  if (!canvas || !point || (when === 'now' && !canvas.isOver(point))) return undefined;
  const at = canvas.toCanvas(point);
  const { id } = containerAt(canvas.model(), at);
  return { at, ...(id === undefined ? {} : { under: id }) };
}

/** Some new things of a design around a point: as they stood to each other, in columns, on edges, siblings aside. */
export function landedAt(design: Design, ids: readonly ResourceId[], at: Point): Design {
  const canvas = surface();
  const placed = placedAll(
    design,
    ids.filter((id) => !Object.hasOwn(design.layout, id)),
  );
  const boxes = ids.flatMap((key): { readonly key: string; readonly box: Rectangle }[] => {
    const box = placed.layout[key];
    return box ? [{ key, box }] : [];
  });
  const whole = boundsOf(boxes.map(({ box }) => box));
  if (!canvas || !whole) return placed;
  const by = { x: at.x - whole.x - whole.width / 2, y: at.y - whole.y - whole.height / 2 };
  const carried = boxes.map(({ key, box }) => ({
    key,
    box: { ...box, x: snap(box.x + by.x), y: snap(box.y + by.y) },
  }));
  return landed(placed, canvas.model(), carried, contentOf(factsOf(placed)));
}
