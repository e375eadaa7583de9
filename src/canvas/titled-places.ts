/** Places of things together with those of the names that lines should not run through. */

import { blocksOf, fontSize, textWidth, type Places, type Rectangle } from '../drawing/index.ts';
import type { CanvasModel } from './model.ts';

const TITLE_HEIGHT = 28;
const PILL_ROOM = 112;

/** The boxes with those of subnet titles among them: a path is read together with the names it passes. */
export function withTitles({ facts, places, items }: CanvasModel): Places {
  const boxes = new Map(places.boxes);
  const parentOf = new Map(places.parentOf);
  const childrenOf = new Map(places.childrenOf);
  for (const [key, item] of items) {
    const box = places.boxes.get(key);
    const resource = facts.design.resources[key];
    if (item.kind !== 'subnet' || !box || resource?.kind !== 'subnet') continue;
    const block = blocksOf(resource)[0] ?? '';
    const text = textWidth(item.name, fontSize.title, 600) + 8 + textWidth(block, fontSize.detail);
    const pill = Math.min(PILL_ROOM, box.width / 2);
    const titles: readonly (readonly [string, Rectangle])[] = [
      [
        `title of ${key}`,
        { x: box.x + 8, y: box.y, width: Math.min(text + 10, box.width - pill), height: TITLE_HEIGHT },
      ],
      [`tier of ${key}`, { x: box.x + box.width - pill, y: box.y, width: pill, height: TITLE_HEIGHT }],
    ];
    for (const [title, area] of titles) {
      boxes.set(title, area);
      parentOf.set(title, key);
    }
    childrenOf.set(key, [...(childrenOf.get(key) ?? []), ...titles.map(([title]) => title)]);
  }
  return { boxes, parentOf, childrenOf };
}
