/** The numbered hops of a path: which stand together, and where along the line. */

import type { Hop, Leg } from '../engine/index.ts';
import { cardOf, type Point } from '../drawing/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { crossing, length, pointAt } from './path-geometry.ts';
import { APART, BLOCK_RADIUS } from './path-pill.ts';
import { anchorOf, type Stage } from './path-stages.ts';

/** Hops at one place of the line, by their numbers in the list that the panel shows. */
export interface HopMark {
  readonly at: Point;
  readonly first: number;
  readonly last: number;
  /** Which hops of the whole answer these are, request before reply. */
  readonly hops: readonly number[];
  /** `reply`: of the way back, which counts anew. */
  readonly tone: 'ok' | 'unk' | 'reply';
}

/** A mark that may still move along its line. */
export interface LooseMark extends HopMark {
  readonly along: number;
  readonly way: readonly Point[];
}

/** Between two marks, also where the line turns between them. */
export const GAP = 6;
const END_GAP = 14;
export const MARK = 20;
export const WIDE_MARK = 34;
/** From the middle of a blocker to the thing beside it. */
export const CLEAR = BLOCK_RADIUS + APART;

/** What a symbol on the way leaves for a wide mark between it and the thing that the way leads to. */
export const ROOM_BEHIND = END_GAP + WIDE_MARK / 2 + GAP + BLOCK_RADIUS;

/** A mark for several hops says their range and is wider. */
const widthOf = (hops: readonly unknown[]): number => (hops.length > 1 ? WIDE_MARK : MARK);

interface Indexed {
  readonly hop: Hop;
  readonly index: number;
}

interface Wanted {
  readonly along: number;
  readonly hops: readonly Indexed[];
}

interface StageToMark {
  readonly leg: Leg;
  readonly stage: Stage;
  /** What stops the packet, and what nobody can tell of: its mark is a symbol of its own. */
  readonly isAlone: (hop: Hop) => boolean;
}

/** Groups the hops of a stage by where they happen: at the start, on a subnet's border, between, at the end. */
export function wantedMarks(
  model: CanvasModel,
  { leg, stage, isAlone }: StageToMark,
  points: readonly Point[],
): Wanted[] {
  const whole = length(points);
  const groups: { key: string; along: number; hops: Indexed[] }[] = [];
  for (const entry of stage.hops) {
    const { hop } = entry;
    const place = hop.at === undefined ? undefined : cardOf(model.facts, hop.at);
    const item = place === undefined ? undefined : model.items.get(place);
    const anchor = anchorOf(model, leg, hop);
    let key = 'middle';
    let along = whole / 2;
    if (anchor === stage.to || (item && place === stage.to)) {
      key = 'end';
      along = whole - END_GAP;
    } else if (place === stage.from) {
      key = 'start';
      along = END_GAP;
    } else if (item?.form === 'container' && place !== undefined && hop.kind !== 'routeTable') {
      const crossed = crossing(points, model.places.boxes.get(place));
      const isStart = withAncestors(model.places.parentOf, stage.from).includes(place);
      key = `${isStart ? 'out' : 'in'} ${place}`;
      along = crossed ?? (isStart ? END_GAP : whole - END_GAP);
    }
    const last = groups.at(-1);
    if (last?.key === key && !isAlone(hop) && !last.hops.some((other) => isAlone(other.hop)))
      last.hops.push(entry);
    else groups.push({ key, along, hops: [entry] });
  }
  return groups;
}

/** Puts marks apart from each other; those that find no room join the one before. */
export function spaced(wanted: readonly Wanted[], whole: number): Wanted[] {
  const marks: { along: number; hops: Indexed[] }[] = [];
  let taken = END_GAP - MARK / 2 - GAP;
  for (const { along, hops } of wanted) {
    const last = marks.at(-1);
    const half = widthOf(hops) / 2;
    const isFull = taken + GAP + 2 * half > whole;
    if (last && isFull) {
      last.hops.push(...hops);
      continue;
    }
    const at = Math.max(along, taken + GAP + half);
    marks.push({ along: at, hops: [...hops] });
    taken = at + half;
  }
  let limit = whole - END_GAP;
  for (const [index, mark] of [...marks.entries()].toReversed()) {
    mark.along = Math.max(0, Math.min(mark.along, limit));
    const before = marks[index - 1];
    limit = mark.along - GAP - widthOf(mark.hops) / 2 - widthOf(before?.hops ?? []) / 2;
  }
  return marks;
}

/** Marks that would lie on a blocker or on each other move along their line until they are clear. */
export function clearOf(blocks: readonly { readonly at: Point }[], marks: readonly LooseMark[]): HopMark[] {
  const placed: HopMark[] = [];
  const isClear = (at: Point, half: number): boolean =>
    blocks.every(
      (block) =>
        Math.abs(block.at.x - at.x) >= BLOCK_RADIUS + half ||
        Math.abs(block.at.y - at.y) >= BLOCK_RADIUS + MARK / 2,
    ) &&
    placed.every(
      (other) =>
        Math.abs(other.at.x - at.x) >= half + widthOf(other.hops) / 2 + 2 ||
        Math.abs(other.at.y - at.y) >= MARK + 2,
    );
  for (const { along, way, ...mark } of marks) {
    const half = widthOf(mark.hops) / 2;
    const whole = length(way);
    const places = [mark.at];
    for (let by = 2; by < whole; by += 2) {
      if (along + by < whole) places.push(pointAt(way, along + by));
      if (along - by > 0) places.push(pointAt(way, along - by));
    }
    placed.push({ ...mark, at: places.find((at) => isClear(at, half)) ?? mark.at });
  }
  return placed;
}

export function markOf(at: Point, hops: Wanted['hops'], offset: number, tone: HopMark['tone']): HopMark {
  const numbers = hops.map(({ index }) => index);
  return {
    at,
    first: Math.min(...numbers) + 1,
    last: Math.max(...numbers) + 1,
    hops: numbers.map((index) => index + offset),
    tone,
  };
}
