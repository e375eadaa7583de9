/** What a path leaves undimmed. */

import type { Leg } from '../engine/index.ts';
import { toldHops } from '../app/index.ts';
import { cardOf, type Places } from '../drawing/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { anchorOf } from './path-stages.ts';

/** Everything on the way, with the containers around it. */
export function lit(model: CanvasModel, legs: readonly Leg[], ends: readonly string[]): Set<string> {
  const keys = new Set<string>();
  const add = (key: string) => {
    for (const outer of withAncestors(model.places.parentOf, key)) keys.add(outer);
    const zone = zoneFrameOf(model.places, key);
    if (zone !== undefined) keys.add(zone);
  };
  for (const key of ends) add(key);
  for (const leg of legs) {
    for (const hop of toldHops(leg)) {
      const anchor = anchorOf(model, leg, hop);
      if (anchor !== undefined) add(anchor);
      const place = hop.at === undefined ? undefined : cardOf(model.facts, hop.at);
      if (place !== undefined && model.items.has(place)) add(place);
    }
  }
  return keys;
}

/** The zone frame that a thing lies in. */
function zoneFrameOf(places: Places, key: string): string | undefined {
  const box = places.boxes.get(key);
  if (!box) return undefined;
  for (const [frame, area] of places.boxes) {
    if (!frame.startsWith('az:')) continue;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    if (x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height) return frame;
  }
  return undefined;
}
