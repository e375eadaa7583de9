/** A path as lines on the canvas: legs between the things it goes through, numbered hops on them, and what blocks them. */

import type { Blocker, FamilyAnswer, Hop, Leg, ReachAnswer, Verdict } from '../engine/index.ts';
import { holderOf, isStop, shownFamily, toldHops, type PathQuestion } from '../app/index.ts';
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
import { titleOf, type Language } from '../model/index.ts';
import { withAncestors } from './hit.ts';
import type { CanvasModel } from './model.ts';
import { crossing, cutAt, length, pointAt } from './path-geometry.ts';
import { BLOCK_RADIUS, placePill, type Obstacle, type Pill } from './path-pill.ts';

/** Hops at one place of the line, by their numbers in the list that the panel shows. */
export interface HopMark {
  readonly at: Point;
  readonly first: number;
  readonly last: number;
  /** Which hops of the whole answer these are, request before reply. */
  readonly hops: readonly number[];
  readonly tone: 'ok' | 'unk';
}

export interface PathLine {
  readonly d: string;
  /** `ghost`: as it would be with the fix that is previewed. */
  readonly tone: 'ok' | 'no' | 'unk' | 'never' | 'ghost';
  /** The tip of an arrow, and the way it comes from. */
  readonly arrow?: { readonly at: Point; readonly from: Point };
}

export interface BlockMark {
  readonly at: Point;
  readonly resource: string;
  readonly direction: Blocker['direction'];
  readonly symbol: 'blocked' | 'undetermined';
  /** The first on the way is the headline. */
  readonly rank: 'first' | 'later';
  readonly text: string;
  /** Absent for a later one whose words would hide something. */
  readonly pill?: Pill;
  /** The hop that stops here, counted over request and reply. */
  readonly step?: number;
}

export interface PathDrawing {
  /** What is not dimmed. */
  readonly on: ReadonlySet<string>;
  readonly lines: readonly PathLine[];
  readonly marks: readonly HopMark[];
  readonly blocks: readonly BlockMark[];
  /** Where each step of request and reply happens, as far as that is drawn. */
  readonly steps: readonly (string | undefined)[];
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
function anchorOf(model: CanvasModel, leg: Leg, hop: Hop): string | undefined {
  const holder = holderOf(leg, hop);
  const key = holder === 'internet' ? INTERNET : cardOf(model.facts, holder);
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
  toldHops(leg).forEach((hop, index) => {
    hops.push({ hop, index });
    const anchor = anchorOf(model, leg, hop);
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

/** Between two marks, also where the line turns between them. */
const GAP = 6;
const END_GAP = 14;
const MARK = 20;
const WIDE_MARK = 34;
/** From a thing to a blocker beside it. */
const CLEAR = BLOCK_RADIUS + 2;

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

/** Groups the hops of a stage by where they happen: at the start, on a subnet's border, between, at the end. */
function wantedMarks(model: CanvasModel, leg: Leg, stage: Stage, points: readonly Point[]): Wanted[] {
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
    // What stops the packet stands alone: its mark is the blocker's.
    if (last?.key === key && !isStop(hop) && !last.hops.some((other) => isStop(other.hop)))
      last.hops.push(entry);
    else groups.push({ key, along, hops: [entry] });
  }
  return groups;
}

/** Puts marks apart from each other; those that find no room join the one before. */
function spaced(wanted: readonly Wanted[], whole: number): Wanted[] {
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

const toneOf = (verdict: Verdict): PathLine['tone'] =>
  verdict === 'undetermined' ? 'unk' : verdict === 'blocked' ? 'no' : 'ok';

/** A blocker before its words have a place. */
type BareBlock = Omit<BlockMark, 'text' | 'pill' | 'rank'>;

/** A mark that may still move along its line. */
interface LooseMark extends HopMark {
  readonly along: number;
  readonly way: readonly Point[];
}

interface DrawnLeg {
  readonly lines: PathLine[];
  readonly marks: LooseMark[];
  readonly blocks: BareBlock[];
}

interface LegToDraw {
  readonly leg: Leg;
  readonly stages: readonly Stage[];
  /** The ways of its stages, by their numbers. */
  readonly wayOf: (stage: number) => readonly Point[] | undefined;
  /** How many steps come before it. */
  readonly offset: number;
  readonly direction: Blocker['direction'];
  /** `stopped`: the request never got here. */
  readonly begins: 'travelled' | 'stopped';
  /** Only a previewed fix lets it through. */
  readonly standing: 'real' | 'ghost';
}

function drawLeg(model: CanvasModel, asked: LegToDraw): DrawnLeg {
  const { leg, stages, wayOf, offset, direction, begins, standing } = asked;
  const drawn: DrawnLeg = { lines: [], marks: [], blocks: [] };
  let isStopped = begins === 'stopped';
  const verdictTone = toneOf(leg.verdict);
  const travelled = standing === 'ghost' && verdictTone === 'ok' ? 'ghost' : verdictTone;
  stages.forEach((stage, number) => {
    const points = wayOf(number);
    if (!points) return;
    const whole = length(points);
    const wanted = wantedMarks(model, leg, stage, points);
    const stops = wanted.filter(({ hops }) => hops.some(({ hop }) => isStop(hop)));
    const clear = (along: number): number =>
      Math.max(Math.min(along, whole - CLEAR), Math.min(CLEAR, whole / 2));
    for (const { along, hops } of stops) {
      const [stop] = hops;
      drawn.blocks.push({
        at: pointAt(points, clear(along)),
        resource: stop ? (stop.hop.because?.resource ?? holderOf(leg, stop.hop)) : '',
        direction,
        symbol: 'blocked',
        ...(stop ? { step: stop.index + offset } : {}),
      });
    }
    if (isStopped) {
      drawn.lines.push({ d: roundedPath(points), tone: 'never' });
      return;
    }
    const [first] = stops;
    const end = first ? clear(first.along) : whole;
    const before = first ? wanted.slice(0, wanted.indexOf(first)) : wanted;
    const room = first ? end - BLOCK_RADIUS : whole;
    const marks = room < MARK + GAP ? [] : spaced(before, room);
    if (first) {
      const [head, tail] = cutAt(points, end);
      drawn.lines.push({ d: roundedPath(head), tone: 'no' }, { d: roundedPath(tail), tone: 'never' });
      isStopped = true;
    } else {
      const isLast = number === stages.length - 1;
      const [at, from] = [points.at(-1), points.at(-2)];
      drawn.lines.push({
        d: roundedPath(points),
        tone: travelled,
        ...(at && from && isLast ? { arrow: { at, from } } : {}),
      });
    }
    for (const { along, hops } of marks) {
      const tone = travelled === 'unk' ? 'unk' : 'ok';
      drawn.marks.push({ ...markOf(pointAt(points, along), hops, offset, tone), along, way: points });
    }
  });
  if (leg.verdict === 'undetermined' && !isStopped) {
    const points = wayOf(stages.length - 1);
    if (points) {
      const at = pointAt(points, length(points) / 2);
      drawn.blocks.push({ at, resource: '', direction, symbol: 'undetermined' });
    }
  }
  return drawn;
}

/** Marks that would lie on a blocker or on each other move along their line until they are clear. */
function clearOf(blocks: readonly BareBlock[], marks: readonly LooseMark[]): HopMark[] {
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

/** Blockers at one place are one mark, the first one's. */
const apart = (blocks: readonly BareBlock[]): BareBlock[] =>
  blocks.filter((block, index) =>
    blocks
      .slice(0, index)
      .every(
        ({ at }) =>
          Math.abs(at.x - block.at.x) >= 2 * BLOCK_RADIUS || Math.abs(at.y - block.at.y) >= 2 * BLOCK_RADIUS,
      ),
  );

function markOf(at: Point, hops: Wanted['hops'], offset: number, tone: HopMark['tone']): HopMark {
  const numbers = hops.map(({ index }) => index);
  return {
    at,
    first: Math.min(...numbers) + 1,
    last: Math.max(...numbers) + 1,
    hops: numbers.map((index) => index + offset),
    tone,
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

const words: Readonly<
  Record<BareBlock['symbol'] | 'reply', Readonly<Record<Language, (name: string) => string>>>
> = {
  blocked: { en: (name) => `Blocked: ${name}`, ja: (name) => `遮断: ${name}` },
  reply: { en: (name) => `Reply dropped: ${name}`, ja: (name) => `応答を破棄: ${name}` },
  undetermined: { en: () => 'Cannot tell', ja: () => '判定できない' },
};

/** What words beside a blocker should not hide: cards, names, hops, and a little the lines. */
function obstaclesOf(
  model: CanvasModel,
  marks: readonly HopMark[],
  ways: readonly (readonly Point[])[],
): Obstacle[] {
  const { boxes } = withTitles(model);
  const around = ({ x, y }: Point, width: number, height: number): Rectangle => ({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
  });
  const things = [...boxes].flatMap(([key, box]): Obstacle[] => {
    const form = model.items.get(key)?.form;
    return form === 'container' || form === 'frame' ? [] : [{ ...box, weight: 3 }];
  });
  const lines = ways.flatMap((points) =>
    points.slice(1).map((point, index): Obstacle => {
      const from = points[index] ?? point;
      return {
        x: Math.min(from.x, point.x) - 3,
        y: Math.min(from.y, point.y) - 3,
        width: Math.abs(from.x - point.x) + 6,
        height: Math.abs(from.y - point.y) + 6,
        weight: 1,
      };
    }),
  );
  return [
    ...things,
    ...labelsOf(model.facts, model.places).map((label): Obstacle => ({ ...label, weight: 2 })),
    ...marks.map(({ at }): Obstacle => ({ ...around(at, WIDE_MARK, MARK), weight: 4 })),
    ...lines,
  ];
}

/** Gives blockers their words, each where it hides the least. */
function worded(
  model: CanvasModel,
  blocks: readonly BareBlock[],
  obstacles: readonly Obstacle[],
  language: Language,
): BlockMark[] {
  const placed: BlockMark[] = [];
  blocks.forEach((block, index) => {
    const { symbol, direction, resource, at } = block;
    const say = words[symbol === 'blocked' && direction === 'return' ? 'reply' : symbol][language];
    const text = say(resource === '' ? '' : titleOf(model.facts.design, resource));
    const others = placed.flatMap(({ pill }): Obstacle[] => (pill ? [{ ...pill, weight: 4 }] : []));
    const symbols = blocks
      .filter((other) => other !== block)
      .map((other): Obstacle => ({
        x: other.at.x - BLOCK_RADIUS,
        y: other.at.y - BLOCK_RADIUS,
        width: 2 * BLOCK_RADIUS,
        height: 2 * BLOCK_RADIUS,
        weight: 4,
      }));
    const pill = placePill(at, Math.ceil(textWidth(text, 12, 600)), [...obstacles, ...others, ...symbols]);
    const isFirst = index === 0;
    placed.push({
      ...block,
      rank: isFirst ? 'first' : 'later',
      text,
      ...(isFirst || pill.hides === 0 ? { pill } : {}),
    });
  });
  return placed;
}

/** Where a step happens: at its card or gate, else in the subnet whose ACL or table decides. */
function placeOfStep(model: CanvasModel, leg: Leg, hop: Hop): string | undefined {
  const at = hop.at === undefined ? undefined : cardOf(model.facts, hop.at);
  return anchorOf(model, leg, hop) ?? (at !== undefined && model.items.has(at) ? at : undefined);
}

/** A leg that is drawn: the request always; the reply where it does not arrive, or did not before a fix. */
const isDrawnReply = (back: Leg, before: Leg | undefined): boolean =>
  (back.verdict === 'blocked' && toldHops(back).some(isStop)) || before?.verdict === 'blocked';

/**
 * Draws an answer; undefined where its ends are not on the canvas.
 * @param before the answer without the fix that is previewed: what that lets through is drawn as a ghost
 */
export function drawPath(
  model: CanvasModel,
  answer: ReachAnswer,
  ipVersion: PathQuestion['ipVersion'],
  language: Language,
  before?: ReachAnswer,
): PathDrawing | undefined {
  const shown = shownFamily(answer, ipVersion);
  const from = endKey(model, answer.from);
  const to = endKey(model, answer.to);
  if (!shown || from === undefined || to === undefined) return undefined;
  const family: FamilyAnswer = shown.answer;
  const { forward, return: back } = family;
  const request = stagesOf(model, forward, from, to);
  // A reply that arrives takes no attention; one that does not is the whole point.
  const was = before && shownFamily(before, ipVersion)?.answer;
  const hasReply = isDrawnReply(back, was?.return);
  const reply = hasReply ? stagesOf(model, back, to, from) : [];
  const edges = [
    ...request.map((stage, number) => pathEdge(`request ${number}`, stage, 'ok')),
    ...reply.map((stage, number) => pathEdge(`reply ${number}`, stage, 'no')),
  ];
  const routed = routeEdges(edges, withTitles(model), labelsOf(model.facts, model.places));
  const ways = new Map(routed.map(({ edge, points }) => [edge.id, points]));
  const there = drawLeg(model, {
    leg: forward,
    stages: request,
    wayOf: (number) => ways.get(`request ${number}`),
    offset: 0,
    direction: 'forward',
    begins: 'travelled',
    standing: was?.forward.verdict === 'blocked' ? 'ghost' : 'real',
  });
  const answered = drawLeg(model, {
    leg: back,
    stages: reply,
    wayOf: (number) => ways.get(`reply ${number}`),
    offset: toldHops(forward).length,
    direction: 'return',
    begins: forward.verdict === 'blocked' ? 'stopped' : 'travelled',
    standing: was?.return.verdict === 'blocked' ? 'ghost' : 'real',
  });
  const blocks = apart([...there.blocks, ...answered.blocks]);
  const marks = clearOf(blocks, there.marks);
  const obstacles = obstaclesOf(model, marks, [...ways.values()]);
  return {
    on: lit(model, [forward, ...(hasReply ? [back] : [])], [from, to]),
    // The reply lies under the request.
    lines: [...answered.lines, ...there.lines],
    // Numbers of both legs beside each other would be read as one list: the panel numbers the reply.
    marks,
    blocks: worded(model, blocks, obstacles, language),
    steps: [forward, back].flatMap((leg) => toldHops(leg).map((hop) => placeOfStep(model, leg, hop))),
  };
}
