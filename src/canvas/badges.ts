/** Badges as they are seen from afar, and marks put to another place and size. */

import type { Badge } from '../app/index.ts';
import type { Mark, Places } from '../drawing/index.ts';
import type { CanvasItem } from './model.ts';
import type { Place } from './placed-path.ts';

const rank = { error: 0, warning: 1, note: 2 } as const;

const worse = (a: Badge, b: Badge): Badge => ({
  severity: rank[a.severity] <= rank[b.severity] ? a.severity : b.severity,
  count: a.count + b.count,
});

/** One badge for each container, or for each VPC: the worst of what it holds, with the sum of the counts. */
export function badgesFromAfar(
  badges: Readonly<Record<string, Badge>>,
  items: ReadonlyMap<string, CanvasItem>,
  parentOf: Places['parentOf'],
  holder: 'container' | 'vpc',
): Readonly<Record<string, Badge>> {
  const isHolder = (key: string): boolean => {
    const item = items.get(key);
    return item?.form === 'container' && (holder === 'container' || item.kind === 'vpc');
  };
  const gathered: Record<string, Badge> = {};
  for (const [id, badge] of Object.entries(badges)) {
    let key: string | undefined = id;
    while (key !== undefined && !isHolder(key)) key = parentOf.get(key);
    // What stands in no such container wears its own.
    const at = key ?? id;
    const before = Object.hasOwn(gathered, at) ? gathered[at] : undefined;
    gathered[at] = before ? worse(before, badge) : badge;
  }
  return gathered;
}

/** A mark that was drawn around the origin, scaled about it and moved. */
export function scaledMark(mark: Mark, { x, y, scale }: Place): Mark {
  switch (mark.mark) {
    case 'rect':
      return {
        ...mark,
        x: x + mark.x * scale,
        y: y + mark.y * scale,
        width: mark.width * scale,
        height: mark.height * scale,
        ...(mark.radius === undefined ? {} : { radius: mark.radius * scale }),
      };
    case 'path':
      return mark;
    case 'glyph':
    case 'symbol':
    case 'text':
      return { ...mark, x: x + mark.x * scale, y: y + mark.y * scale, size: mark.size * scale };
  }
}
