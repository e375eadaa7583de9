/** A path as lines on the canvas: legs between the things it goes through, numbered hops on them, and the blocker. */

import type { Blocker, FamilyAnswer, Hop, Leg, ReachAnswer, Verdict } from '../engine/index.ts';
import type { PathAnswer } from '../app/index.ts';
import {
  blocksOf,
  cardOf,
  fontSize,
  INTERNET,
  labelsOf,
  roundedPath,
  routeEdges,
  textWidth,
  type DrawnEdge,
  type Places,
  type Point,
  type Rectangle,
} from '../drawing/index.ts';
import type { CanvasModel } from './model.ts';
import { withAncestors } from './hit.ts';

/** Hops at one place of the line, by their numbers in the list that the panel shows. */
export interface HopMark {
  readonly at: Point;
  readonly first: number;
  readonly last: number;
  /** Which hops of the whole answer these are, request before reply. */
  readonly hops: readonly number[];
}

export interface PathLine {
  readonly d: string;
  readonly tone: 'ok' | 'no' | 'unk' | 'never';
  /** The tip of an arrow, and the way it comes from. */
  readonly arrow?: { readonly at: Point; readonly from: Point };
}

export interface BlockMark {
  readonly at: Point;
  readonly resource: string;
  readonly direction: Blocker['direction'];
  readonly symbol: 'blocked' | 'undetermined';
}

export interface PathDrawing {
  /** What is not dimmed. */
  readonly on: ReadonlySet<string>;
  readonly lines: readonly PathLine[];
  readonly marks: readonly HopMark[];
  readonly blocks: readonly BlockMark[];
}

/** The family that is drawn: the asked one, else IPv4 where it applies. */
export function shownFamily(
  answer: ReachAnswer,
  ipVersion: PathAnswer['question']['ipVersion'],
): FamilyAnswer | undefined {
  const { families } = answer;
  if (ipVersion !== 'both') return families[ipVersion === '4' ? 4 : 6];
  const first = families[4];
  return first && first.verdict !== 'not-applicable' ? first : (families[6] ?? first);
}

/** The thing on the canvas that an end of the question is. */
function endKey(model: CanvasModel, end: { readonly id: string }): string | undefined {
  const key =
    end.id === 'internet' || !Object.hasOwn(model.facts.design.resources, cardOf(model.facts, end.id))
      ? INTERNET
      : cardOf(model.facts, end.id);
  return model.places.boxes.has(key) ? key : undefined;
}

/** The card, gate or internet that a hop happens on; undefined for rules and tables, which have no place of their own. */
function anchorOf(model: CanvasModel, hop: Hop): string | undefined {
  const key = hop.resource === 'internet' ? INTERNET : cardOf(model.facts, hop.resource);
  const form = model.items.get(key)?.form;
  return form === undefined || form === 'container' || form === 'frame' ? undefined : key;
}

interface Stage {
  readonly from: string;
  readonly to: string;
  /** Hops on the way, and on what it leads to. */
  readonly hops: readonly { readonly hop: Hop; readonly index: number }[];
}

/** Cuts a leg into stages from thing to thing. */
function stagesOf(model: CanvasModel, leg: Leg, start: string, end: string): Stage[] {
  const stages: Stage[] = [];
  let from = start;
  let hops: { hop: Hop; index: number }[] = [];
  leg.hops.forEach((hop, index) => {
    hops.push({ hop, index });
    const anchor = anchorOf(model, hop);
    if (anchor === undefined || anchor === from) return;
    stages.push({ from, to: anchor, hops });
    from = anchor;
    hops = [];
  });
  if (from !== end) stages.push({ from, to: end, hops });
  return stages.flatMap((stage) => throughGate(model, stage));
}

/** Between the internet and a VPC there is one door: a way that never got that far is still drawn through it. */
function throughGate(model: CanvasModel, stage: Stage): Stage[] {
  const inner = stage.from === INTERNET ? stage.to : stage.to === INTERNET ? stage.from : undefined;
  if (inner === undefined || model.items.get(inner)?.form === 'gate') return [stage];
  const vpc = withAncestors(model.places.parentOf, inner).find((key) => model.items.get(key)?.kind === 'vpc');
  const gate = (model.places.childrenOf.get(vpc) ?? []).find(
    (key) => model.items.get(key)?.kind === 'internetGateway',
  );
  if (vpc === undefined || gate === undefined) return [stage];
  const isInward = stage.from === INTERNET;
  return [
    { from: stage.from, to: gate, hops: isInward ? [] : stage.hops },
    { from: gate, to: stage.to, hops: isInward ? stage.hops : [] },
  ];
}

const length = (points: readonly Point[]): number => {
  let total = 0;
  for (let index = 1; index < points.length; index += 1) total += distance(points[index - 1], points[index]);
  return total;
};

const distance = (a: Point | undefined, b: Point | undefined): number =>
  a && b ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;

/** The point at a distance along a line of right angles. */
export function pointAt(points: readonly Point[], along: number): Point {
  let left = along;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) break;
    const step = distance(a, b);
    if (left <= step && step > 0) {
      return { x: a.x + ((b.x - a.x) * left) / step, y: a.y + ((b.y - a.y) * left) / step };
    }
    left -= step;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** The part of a line up to a distance, and the part from there on. */
export function cutAt(points: readonly Point[], along: number): readonly [Point[], Point[]] {
  const middle = pointAt(points, along);
  const head: Point[] = [];
  const tail: Point[] = [];
  let passed = 0;
  points.forEach((point, index) => {
    passed += distance(points[index - 1], point);
    (passed < along ? head : tail).push(point);
  });
  return [
    [...head, middle],
    [middle, ...tail],
  ];
}

/** Where along the line it leaves or enters a box; undefined where it does neither. */
function crossing(points: readonly Point[], box: Rectangle | undefined): number | undefined {
  if (!box) return undefined;
  let passed = 0;
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (!a || !b) continue;
    const sides = [
      { at: box.x, axis: 'x' as const },
      { at: box.x + box.width, axis: 'x' as const },
      { at: box.y, axis: 'y' as const },
      { at: box.y + box.height, axis: 'y' as const },
    ];
    for (const { at, axis } of sides) {
      const other = axis === 'x' ? 'y' : 'x';
      const [low, high] = other === 'y' ? [box.y, box.y + box.height] : [box.x, box.x + box.width];
      const isCrossed = (a[axis] - at) * (b[axis] - at) <= 0 && a[axis] !== b[axis];
      if (isCrossed && a[other] >= low && a[other] <= high) return passed + Math.abs(at - a[axis]);
    }
    passed += distance(a, b);
  }
  return undefined;
}

/** Between two marks, also where the line turns between them. */
const GAP = 10;
const END_GAP = 14;
const MARK = 20;
const WIDE_MARK = 34;

/** A mark for several hops says their range and is wider. */
const widthOf = (hops: readonly unknown[]): number => (hops.length > 1 ? WIDE_MARK : MARK);

interface Wanted {
  readonly along: number;
  readonly hops: readonly { readonly hop: Hop; readonly index: number }[];
}

/** Groups the hops of a stage by where they happen: at the start, on a subnet's border, at the end. */
function wantedMarks(model: CanvasModel, stage: Stage, points: readonly Point[]): Wanted[] {
  const whole = length(points);
  const groups: { key: string; along: number; hops: { hop: Hop; index: number }[] }[] = [];
  for (const entry of stage.hops) {
    const { hop } = entry;
    const place = hop.at === undefined ? undefined : cardOf(model.facts, hop.at);
    const item = place === undefined ? undefined : model.items.get(place);
    const anchor = anchorOf(model, hop);
    let key = 'middle';
    let along = whole / 2;
    if (anchor === stage.to || (item && place === stage.to)) {
      key = 'end';
      along = whole - END_GAP;
    } else if (place === stage.from) {
      key = 'start';
      along = END_GAP;
    } else if (item?.form === 'container' && place !== undefined) {
      const crossed = crossing(points, model.places.boxes.get(place));
      const isStart = withAncestors(model.places.parentOf, stage.from).includes(place);
      key = `${isStart ? 'out' : 'in'} ${place}`;
      along = crossed ?? (isStart ? END_GAP : whole - END_GAP);
    }
    const last = groups.at(-1);
    if (last?.key === key) last.hops.push(entry);
    else groups.push({ key, along, hops: [entry] });
  }
  return groups;
}

/** Puts marks apart from each other; those that find no room join the one before. */
function spaced(wanted: readonly Wanted[], whole: number): Wanted[] {
  const marks: { along: number; hops: { hop: Hop; index: number }[] }[] = [];
  let taken = END_GAP - MARK / 2;
  for (const { along, hops } of wanted) {
    const last = marks.at(-1);
    const half = widthOf(hops) / 2;
    const isFull = taken + GAP + 2 * half > whole;
    if (last && isFull) {
      last.hops.push(...hops);
      continue;
    }
    const least = marks.length === 0 ? END_GAP : taken + GAP + half;
    const at = Math.max(along, least);
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

const isBlocking = ({ action }: Hop): boolean => action === 'deny' || action === 'drop';

const toneOf = (verdict: Verdict): PathLine['tone'] =>
  verdict === 'undetermined' ? 'unk' : verdict === 'blocked' ? 'no' : 'ok';

interface DrawnLeg {
  readonly lines: PathLine[];
  readonly marks: HopMark[];
  readonly blocks: BlockMark[];
}

function drawLeg(
  model: CanvasModel,
  leg: Leg,
  stages: readonly Stage[],
  ways: ReadonlyMap<string, readonly Point[]>,
  prefix: string,
  offset: number,
  direction: Blocker['direction'],
): DrawnLeg {
  const drawn: DrawnLeg = { lines: [], marks: [], blocks: [] };
  let isStopped = false;
  const travelled = toneOf(leg.verdict);
  stages.forEach((stage, number) => {
    const points = ways.get(`${prefix}${number}`);
    if (!points) return;
    const whole = length(points);
    const marks = spaced(wantedMarks(model, stage, points), whole);
    if (isStopped) {
      drawn.lines.push({ d: roundedPath(points), tone: 'never' });
      return;
    }
    const stop = marks.find(({ hops }) => hops.some(({ hop }) => isBlocking(hop)));
    const isLast = number === stages.length - 1;
    const arrow = (line: readonly Point[]) => {
      const at = line.at(-1);
      const from = line.at(-2);
      return at && from && isLast ? { arrow: { at, from } } : {};
    };
    if (stop) {
      const [before, after] = cutAt(points, stop.along);
      drawn.lines.push({ d: roundedPath(before), tone: 'no' }, { d: roundedPath(after), tone: 'never' });
      const blocking = stop.hops.find(({ hop }) => isBlocking(hop));
      drawn.blocks.push({
        at: pointAt(points, stop.along),
        resource: blocking?.hop.resource ?? '',
        direction,
        symbol: 'blocked',
      });
      isStopped = true;
    } else {
      drawn.lines.push({ d: roundedPath(points), tone: travelled, ...arrow(points) });
    }
    for (const { along, hops } of marks) {
      if (stop && along >= stop.along) break;
      drawn.marks.push(markOf(pointAt(points, along), hops, offset));
    }
  });
  if (leg.verdict === 'undetermined' && !isStopped) {
    const last = stages.length - 1;
    const points = ways.get(`${prefix}${last}`);
    if (points) {
      drawn.blocks.push({
        at: pointAt(points, length(points) / 2),
        resource: '',
        direction,
        symbol: 'undetermined',
      });
    }
  }
  return drawn;
}

function markOf(at: Point, hops: Wanted['hops'], offset: number): HopMark {
  const numbers = hops.map(({ index }) => index);
  return {
    at,
    first: Math.min(...numbers) + 1,
    last: Math.max(...numbers) + 1,
    hops: numbers.map((index) => index + offset),
  };
}

const pathEdge = (id: string, { from, to }: Stage, color: 'ok' | 'no'): DrawnEdge => ({
  id,
  style: 'route',
  from,
  to,
  color,
  destinations: [],
  hasWarning: false,
});

/** Everything on the way, with the containers around it. */
function lit(model: CanvasModel, legs: readonly Leg[], ends: readonly string[]): Set<string> {
  const keys = new Set<string>();
  const add = (key: string) => {
    for (const outer of withAncestors(model.places.parentOf, key)) keys.add(outer);
    const zone = zoneFrameOf(model.places, key);
    if (zone !== undefined) keys.add(zone);
  };
  for (const key of ends) add(key);
  for (const { hops } of legs) {
    for (const hop of hops) {
      const anchor = anchorOf(model, hop);
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

const TITLE_HEIGHT = 28;
const PILL_ROOM = 112;

/** The boxes with those of subnet titles among them: a path is read together with the names it passes. */
function withTitles({ facts, places, items }: CanvasModel): Places {
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

/** Draws the answer; undefined where there is none or its ends are not on the canvas. */
export function drawPath(model: CanvasModel, pathAnswer: PathAnswer): PathDrawing | undefined {
  if (!pathAnswer.result.ok) return undefined;
  const answer = pathAnswer.result.value;
  const family = shownFamily(answer, pathAnswer.question.ipVersion);
  const from = endKey(model, answer.from);
  const to = endKey(model, answer.to);
  if (!family || from === undefined || to === undefined) return undefined;
  const request = stagesOf(model, family.forward, from, to);
  // A reply that arrives takes no attention; one that does not is the whole point.
  const isReplyLost = family.forward.verdict !== 'blocked' && family.return.verdict === 'blocked';
  const reply = isReplyLost ? stagesOf(model, family.return, to, from) : [];
  const edges = [
    ...request.map((stage, number) => pathEdge(`request ${number}`, stage, 'ok')),
    ...reply.map((stage, number) => pathEdge(`reply ${number}`, stage, 'no')),
  ];
  const routed = routeEdges(edges, withTitles(model), labelsOf(model.facts, model.places));
  const ways = new Map(routed.map(({ edge, points }) => [edge.id, points]));
  const there = drawLeg(model, family.forward, request, ways, 'request ', 0, 'forward');
  const offset = family.forward.hops.length;
  const back = drawLeg(model, family.return, reply, ways, 'reply ', offset, 'return');
  return {
    on: lit(model, [family.forward, ...(isReplyLost ? [family.return] : [])], [from, to]),
    // The reply lies under the request.
    lines: [...back.lines, ...there.lines],
    marks: there.marks,
    blocks: [...there.blocks, ...back.blocks],
  };
}
