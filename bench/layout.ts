/** The arrangement for AWS networks against ELK's layered one over the whole hierarchy: time, lengths, crossings. */

import Elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { edgesOf, factsOf, INTERNET, placesOf, type Places } from '../src/drawing/index.ts';
import { arrange } from '../src/layout/index.ts';
import { spreadOf } from './measure.ts';
import { spread, times, type Benchmark, type Options, type Row } from './row.ts';
import { drawing, type Drawing } from './scenes.ts';

const SIZES = [100, 1000];
const RUNS = 5;
const targets: Readonly<Record<number, number>> = { 100: 500, 1000: 1000 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Straight from middle to middle, as both sides are measured. */
type Line = readonly [Point, Point];

const lengthOf = ([a, b]: Line): number => Math.hypot(a.x - b.x, a.y - b.y);

const side = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const isSame = (a: Point, b: Point): boolean => a.x === b.x && a.y === b.y;

function crosses([a, b]: Line, [c, d]: Line): boolean {
  if (isSame(a, c) || isSame(a, d) || isSame(b, c) || isSame(b, d)) return false;
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const crossingsOf = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line, index) => sum + lines.slice(index + 1).filter((other) => crosses(line, other)).length,
    0,
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

type Ends = readonly (readonly [string, string])[];

function linesOf(middles: ReadonlyMap<string, Point>, ends: Ends): Line[] {
  return ends.flatMap(([from, to]) => {
    const [start, end] = [middles.get(from), middles.get(to)];
    return start && end ? [[start, end] as const] : [];
  });
}

function ourMiddles({ boxes }: Places): Map<string, Point> {
  return new Map(
    [...boxes].map(([key, box]) => [key, { x: box.x + box.width / 2, y: box.y + box.height / 2 }]),
  );
}

/** The ends of every line that the page draws. */
function endsOf({ design, tiers }: Drawing): Ends {
  return edgesOf(factsOf(design), tiers).flatMap(({ from, to }) =>
    to === undefined ? [] : [[from, to] as const],
  );
}

/** The same things in the same containers, each leaf of its own size. */
function graphOf({ bare }: Drawing, ends: Ends): ElkNode {
  const nodes = new Map<string, ElkNode & { children: ElkNode[] }>();
  const root: ElkNode & { children: ElkNode[] } = {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: [],
    edges: ends.map(([from, to], index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  };
  const parents = new Set(bare.boxes.flatMap(({ parent }) => parent ?? []));
  for (const { id, parent, width, height } of bare.boxes) {
    // Frames that only the arrangement makes stay out: nothing stands in them.
    if (id.startsWith('az:')) continue;
    const node: ElkNode & { children: ElkNode[] } = {
      id,
      children: [],
      ...(parents.has(id) ? {} : { width, height }),
    };
    nodes.set(id, node);
    (parent === undefined ? root : (nodes.get(parent) ?? root)).children.push(node);
  }
  return root;
}

function elkMiddles(node: ElkNode, x = 0, y = 0, found = new Map<string, Point>()): Map<string, Point> {
  for (const child of node.children ?? []) {
    const [left, top] = [x + (child.x ?? 0), y + (child.y ?? 0)];
    found.set(child.id, { x: left + (child.width ?? 0) / 2, y: top + (child.height ?? 0) / 2 });
    elkMiddles(child, left, top, found);
  }
  return found;
}

async function row(size: number, options: Options): Promise<Row> {
  const made = drawing(size, options);
  const { design, tiers } = made;
  const ends = endsOf(made);
  const elk = new Elk();
  const ours: number[] = [];
  const theirs: number[] = [];
  let arranged = design.layout;
  let laidOut: ElkNode | undefined;
  for (let round = 0; round <= RUNS; round += 1) {
    const began = performance.now();
    arranged = arrange({ ...design, layout: {} }, tiers);
    const between = performance.now();
    laidOut = await elk.layout(graphOf(made, ends));
    const ended = performance.now();
    // The first round warms up.
    if (round === 0) continue;
    ours.push(between - began);
    theirs.push(ended - between);
  }
  const [us, them] = [spreadOf(ours), spreadOf(theirs)];
  const places = placesOf(design, arranged);
  const ownLines = linesOf(ourMiddles(places), ends);
  const elkLines = laidOut ? linesOf(elkMiddles(laidOut), ends) : [];
  const isComplete =
    ownLines.length === ends.length && elkLines.length === ends.length && places.boxes.has(INTERNET);
  const ratio = them.median / us.median;
  const lengths = { ours: mean(ownLines.map(lengthOf)), elk: mean(elkLines.map(lengthOf)) };
  const crossings = { ours: crossingsOf(ownLines), elk: crossingsOf(elkLines) };
  const shorter = lengths.ours / lengths.elk;
  const fewer = crossings.ours / Math.max(1, crossings.elk);
  const target = targets[size];
  const holds = (target === undefined || ratio >= target) && shorter <= 1 && fewer <= 1;
  return {
    workload: `Layout of ${size.toLocaleString('en')} leaves, ${ends.length} lines (${options.profile})`,
    ours: `${spread(us)}, lines ${Math.round(lengths.ours)} long, ${crossings.ours} crossings`,
    against: `${spread(them)}, ${Math.round(lengths.elk)} long, ${crossings.elk} crossings: ELK layered over the whole hierarchy`,
    result: `${times(ratio)}; length ${shorter.toFixed(2)}, crossings ${fewer.toFixed(2)}`,
    target: `${target === undefined ? '' : `≥ ${target.toLocaleString('en')}×; `}both ≤ 1.0`,
    verdict: !isComplete ? 'disagrees' : holds ? 'holds' : 'missed',
    figures: { ours: us.median, elk: them.median, ratio, shorter, fewer },
  };
}

export const layout: Benchmark = {
  id: 'layout',
  run: async (options) => {
    const rows: Row[] = [];
    for (const size of options.size === undefined ? SIZES : [options.size])
      rows.push(await row(size, options));
    return rows;
  },
};
