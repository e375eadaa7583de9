/** The title of a Region's frame: the lines from its gateways to the internet cross the upper edge beside it. */

import { definitionOf } from '../model/index.ts';
import type { DrawingFacts } from './facts.ts';
import type { Rectangle } from './geometry.ts';
import type { Mark } from './marks.ts';
import type { Places } from './places.ts';
import { fontSize, TITLE_TEXT } from './sizes.ts';
import { textWidth } from './text.ts';

/** Between a title and a line that crosses its edge. */
const CLEAR = 8;
const PADDING = 12;
/** A name that has not even this much room is written across the line. */
const LEAST = 64;

/** Where lines cross a Region's upper edge, from its left side: above each gate on the edge of a VPC in it. */
function crossingsOf({ design }: DrawingFacts, places: Places, key: string, box: Rectangle): number[] {
  const crossings: number[] = [];
  for (const inner of places.childrenOf.get(key) ?? []) {
    const around = places.boxes.get(inner);
    for (const child of places.childrenOf.get(inner) ?? []) {
      const gate = places.boxes.get(child);
      const resource = design.resources[child];
      const isGate = resource !== undefined && definitionOf(resource.kind).form === 'gate';
      if (isGate && around && gate && gate.y < around.y) crossings.push(gate.x + gate.width / 2 - box.x);
    }
  }
  return crossings.toSorted((a, b) => a - b);
}

export interface RegionTitle {
  /** Up to where name and account number stand together. */
  readonly room: number;
  /** The account number at the other end, where it has no room beside the name. */
  readonly aside: readonly Mark[];
}

/** Name and account number so that no line runs through either. */
export function regionTitle(
  facts: DrawingFacts,
  places: Places,
  key: string,
  { box, name, account }: { readonly box: Rectangle; readonly name: string; readonly account: string },
): RegionTitle {
  const crossings = crossingsOf(facts, places, key, box);
  const first = crossings[0] ?? Infinity;
  const whole = box.width - 16;
  const room = first - CLEAR > TITLE_TEXT + LEAST ? Math.min(whole, first - CLEAR) : whole;
  const accountWidth = textWidth(account, fontSize.detail);
  const beside = TITLE_TEXT + textWidth(name, fontSize.title, 500) + CLEAR + accountWidth;
  const last = crossings.at(-1) ?? 0;
  const right = box.width - PADDING;
  const fitsAside = right - accountWidth > Math.max(last + CLEAR, room === whole ? beside : 0);
  const isAside = account !== '' && beside > room && fitsAside;
  return {
    room,
    aside: isAside
      ? [
          {
            mark: 'text',
            text: account,
            x: right,
            y: 15,
            size: fontSize.detail,
            weight: 400,
            color: 'text-2',
            anchor: 'end',
            level: 2,
          },
        ]
      : [],
  };
}

/** The place that the name takes, for lines to keep away from. */
export const regionLabel = (
  facts: DrawingFacts,
  places: Places,
  key: string,
  { box, names }: { readonly box: Rectangle; readonly names: readonly string[] },
): Rectangle => {
  const widest = Math.max(...names.map((name) => textWidth(name, fontSize.title, 500)));
  const [longest = ''] = names;
  const { room } = regionTitle(facts, places, key, { box, name: longest, account: '' });
  return { x: box.x, y: box.y, width: Math.min(TITLE_TEXT + widest, room), height: 20 };
};
