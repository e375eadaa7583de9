import { describe, expect, it } from 'vitest';
import { network } from '../engine/notation.test-support.ts';
import { arrange } from '../layout/arrange.ts';
import { exampleDesign, seeds } from '../layout/designs.test-support.ts';
import type { Design } from '../model/index.ts';
import { edgesOf } from './edges.ts';
import { factsOf } from './facts.ts';
import { overlaps, type Point, type Rectangle } from './geometry.ts';
import { placesOf, type Places } from './places.ts';
import { routeEdges, type RoutedEdge } from './routes.ts';
import { labelsOf } from './draw-item.ts';
import type { Tiers } from './tiers.ts';

function drawn(
  design: Design,
  tiers: Tiers,
): { readonly routed: readonly RoutedEdge[]; readonly places: Places } {
  const facts = factsOf(design);
  const places = placesOf(design, arrange(design, tiers));
  return { places, routed: routeEdges(edgesOf(facts, tiers), places, labelsOf(facts, places)) };
}

interface Segment {
  readonly from: Point;
  readonly to: Point;
}

const segmentsOf = ({ points }: RoutedEdge): Segment[] =>
  points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from ? [{ from, to }] : [];
  });

const boxOfSegment = ({ from, to }: Segment): Rectangle => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

/** Everything that a line may not pass through, apart from what it comes from and leads to. */
function crossings(design: Design, places: Places, routed: RoutedEdge): string[] {
  const { edge } = routed;
  const ends = new Set<string | undefined>([edge.from, edge.to]);
  for (const end of [edge.from, edge.to]) {
    for (let key = end; key !== undefined; key = places.parentOf.get(key)) ends.add(key);
  }
  return [...places.boxes].flatMap(([key, box]) => {
    const resource = design.resources[key];
    if (ends.has(key) || (resource === undefined && key !== 'internet')) return [];
    const isHit = segmentsOf(routed).some((segment) => overlaps(boxOfSegment(segment), box));
    return isHit ? [`${edge.id} runs through ${key}`] : [];
  });
}

/** Inside its own source a line has no business. */
function startFaults(places: Places, routed: RoutedEdge): string[] {
  const { from, to } = routed.edge;
  if (to !== undefined && places.parentOf.get(to) === from) return [];
  const source = places.boxes.get(from);
  const inside = segmentsOf(routed).filter((segment) => source && overlaps(boxOfSegment(segment), source));
  return inside.length > 0 ? [`${routed.edge.id} runs through its source`] : [];
}

const bundleOf = ({ edge }: RoutedEdge): string => `${edge.to} ${edge.style} ${edge.color}`;

/** Pairs of lines with different ends or colours that run nearer than 8 px beside each other. */
function crowded(routed: readonly RoutedEdge[]): string[] {
  const faults: string[] = [];
  const all = routed
    .filter(({ stub }) => !stub)
    .flatMap((one) => segmentsOf(one).map((segment) => ({ one, segment })));
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      if (bundleOf(a.one) === bundleOf(b.one)) continue;
      const [p, q] = [boxOfSegment(a.segment), boxOfSegment(b.segment)];
      const bothFlat = p.height === 0 && q.height === 0 && p.width > 0 && q.width > 0;
      const bothUpright = p.width === 0 && q.width === 0 && p.height > 0 && q.height > 0;
      const isBeside = bothFlat
        ? Math.abs(p.y - q.y) < 8 && p.x < q.x + q.width && q.x < p.x + p.width
        : bothUpright && Math.abs(p.x - q.x) < 8 && p.y < q.y + q.height && q.y < p.y + p.height;
      if (isBeside) faults.push(`${a.one.edge.id} runs along ${b.one.edge.id}`);
    }
  }
  return faults;
}

const isUpright = ({ from, to }: Segment): boolean => from.x === to.x || from.y === to.y;

describe('lines of arranged designs', () => {
  it.each(seeds.slice(0, 30))('bend at right angles, keep apart, and pass through nothing: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const { routed, places } = drawn(design, tiers);
    expect(routed.flatMap(segmentsOf).filter((segment) => !isUpright(segment))).toEqual([]);
    const lines = routed.filter(({ stub }) => !stub);
    expect(lines.flatMap((line) => crossings(design, places, line))).toEqual([]);
    expect(lines.flatMap((line) => startFaults(places, line))).toEqual([]);
    expect(crowded(routed)).toEqual([]);
  });

  it.each(seeds.slice(0, 20))('end on the edges of what they join: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const { routed, places } = drawn(design, tiers);
    const onEdge = (point: Point | undefined, box: Rectangle | undefined): boolean =>
      point !== undefined &&
      box !== undefined &&
      (((point.x === box.x || point.x === box.x + box.width) &&
        point.y >= box.y &&
        point.y <= box.y + box.height) ||
        ((point.y === box.y || point.y === box.y + box.height) &&
          point.x >= box.x &&
          point.x <= box.x + box.width));
    const loose = routed.filter(({ edge, points }) => {
      const to = edge.to === undefined ? undefined : places.boxes.get(edge.to);
      return (
        !onEdge(points[0], places.boxes.get(edge.from)) || (to !== undefined && !onEdge(points.at(-1), to))
      );
    });
    expect(loose.map(({ edge }) => edge.id)).toEqual([]);
  });

  it('are the same every time', () => {
    const { design, tiers } = exampleDesign(3);
    expect(drawn(design, tiers).routed).toEqual(drawn(design, tiers).routed);
  });

  it('go straight up where the target stands above', () => {
    const design = network(`
      vpc v 10.0.0.0/16
      subnet p 10.0.0.0/24 in v az 1a
      subnet q 10.0.1.0/24 in v az 1a
      nat n in p
      table t in v: q ; 0.0.0.0/0 > n`);
    const [line] = drawn(design, {
      p: { 4: 'public', 6: 'isolated' },
      q: { 4: 'egress', 6: 'isolated' },
    }).routed;
    expect(line?.points.length).toBe(2);
    expect(line?.arrow?.side).toBe('bottom');
    expect(line?.edge.color).toBe('egr');
  });
});
