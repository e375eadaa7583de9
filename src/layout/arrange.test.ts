import { describe, expect, it } from 'vitest';
import { boxOf, cardOf, factsOf, formOf, placesOf, tierOrder, floorTiers, zoneOf } from '../drawing/index.ts';
import { network } from '../engine/notation.test-support.ts';
import type { Box, Design } from '../model/index.ts';
import { arrange } from './arrange.ts';
import { faultsOf } from './checks.test-support.ts';
import { exampleDesign, seeds, shuffled } from './designs.test-support.ts';

const at = (layout: Readonly<Record<string, Box>>, key: string): Box => {
  const box = boxOf(layout, key);
  if (box === undefined) throw new Error(`${key} has no box`);
  return box;
};

const twoZones = network(`
  vpc v 10.0.0.0/16
  igw g on v
  subnet web-a 10.0.0.0/24 in v az 1a
  subnet web-c 10.0.1.0/24 in v az 1c
  subnet app-a 10.0.10.0/24 in v az 1a
  subnet app-c 10.0.11.0/24 in v az 1c
  subnet data-c 10.0.21.0/24 in v az 1c
  instance web-1 in web-a
  instance app-1 in app-a
  instance app-2 in app-a
  instance app-3 in app-a
  nat n in web-a
  table pub in v: web-a, web-c ; 0.0.0.0/0 > g
  table priv in v: app-a, app-c ; 0.0.0.0/0 > n
`);
const tiersOfTwoZones = {
  'web-a': { 4: 'public', 6: 'isolated' },
  'web-c': { 4: 'public', 6: 'isolated' },
  'app-a': { 4: 'egress', 6: 'isolated' },
  'app-c': { 4: 'egress', 6: 'isolated' },
  'data-c': { 4: 'isolated', 6: 'isolated' },
} as const;

describe('arrangement of a VPC', () => {
  const layout = arrange(twoZones, tiersOfTwoZones);

  it('is sound', () => expect(faultsOf(twoZones, layout)).toEqual([]));

  it('puts tiers in rows of one height, the public one on top', () => {
    expect(at(layout, 'web-a').y).toBe(at(layout, 'web-c').y);
    expect(at(layout, 'app-a').y).toBe(at(layout, 'app-c').y);
    expect(at(layout, 'app-a').height).toBe(at(layout, 'app-c').height);
    const rows = ['web-c', 'app-c', 'data-c'].map((id) => at(layout, id).y);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  it('leaves an empty cell empty', () => {
    const inColumn = ['web-a', 'app-a', 'data-c'].filter((id) => at(layout, id).x === at(layout, 'web-a').x);
    expect(inColumn).toEqual(['web-a', 'app-a']);
  });

  it('puts zones in columns of equal width behind their subnets', () => {
    const a = at(layout, 'az:v/1a');
    const c = at(layout, 'az:v/1c');
    expect(a.width).toBe(c.width);
    expect(a.height).toBe(c.height);
    expect(a.x).toBeLessThan(at(layout, 'web-a').x);
    expect(c.x).toBeGreaterThan(a.x + a.width);
  });

  it('stands the internet gateway in the middle of the upper edge, the internet above it', () => {
    const gate = at(layout, 'g');
    const vpc = at(layout, 'v');
    expect(gate).toEqual({ x: vpc.width / 2 - 16, y: -16, width: 32, height: 32 });
    expect(at(layout, 'internet').x + 80).toBe(vpc.x + vpc.width / 2);
    expect(at(layout, 'internet').y).toBeLessThan(vpc.y);
  });

  it('stands what routes lead to in the last row of its subnet', () => {
    expect(at(layout, 'n').y).toBeGreaterThanOrEqual(at(layout, 'web-1').y);
  });

  it('gives cards of a row one size', () => {
    const sizes = ['app-1', 'app-2', 'app-3'].map((id) =>
      [at(layout, id).width, at(layout, id).height].join('×'),
    );
    expect(new Set(sizes).size).toBe(1);
  });

  it('draws no card for an interface that another card stands for', () => {
    const design = network(
      'vpc v 10.0.0.0/16',
      'subnet s 10.0.0.0/24 in v',
      'instance i in s enis e',
      'eni e in s on i',
    );
    expect(Object.keys(arrange(design, {})).toSorted()).toEqual(['i', 's', 'v']);
  });

  it.each([
    ['a VPC with nothing in it', 'vpc v 10.0.0.0/16', ['v']],
    ['nothing', '', []],
    ['a subnet without a zone', 'vpc v 10.0.0.0/16\nsubnet s 10.0.0.0/24 in v', ['s', 'v']],
    ['a detached gateway', 'igw g', ['g', 'internet']],
    ['rules only', 'vpc v 10.0.0.0/16\nsg s in v: in all any', ['v']],
    [
      'a Region',
      'vpc v 10.0.0.0/16 region eu-west-1 owner 111122223333',
      ['region:111122223333/eu-west-1', 'v'],
    ],
  ])('has boxes for %s', (_, text, keys) => {
    expect(Object.keys(arrange(network(text), {})).toSorted()).toEqual(keys);
  });
});

describe('arrangement of any design', () => {
  it.each(seeds)('is sound, complete and the same in any order: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const layout = arrange(design, tiers);
    expect(faultsOf(design, layout)).toEqual([]);
    expect(missingFrom(design, layout)).toEqual([]);
    expect(arrange(design, tiers)).toEqual(layout);
    expect(arrange(shuffled(design, seed), tiers)).toEqual(layout);
    expect(rowFaults(design, tiers, layout)).toEqual([]);
  });

  it.each(seeds.slice(0, 40))('keeps what a hand has placed: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const layout = arrange(design, tiers);
    const ids = Object.keys(layout).filter((key) => design.resources[key]?.kind === 'subnet');
    const id = ids[seed % Math.max(1, ids.length)];
    if (id === undefined) return;
    const placed = { ...at(layout, id), x: 200, y: 320, pinned: true };
    const moved: Design = { ...design, layout: { ...layout, [id]: placed } };
    const again = arrange(moved, tiers);
    expect(again[id]).toEqual(placed);
    expect(faultsOf(moved, again)).toEqual([]);
  });
});

/** Drawn resources without a box. */
function missingFrom(design: Design, layout: Readonly<Record<string, Box>>): string[] {
  const facts = factsOf(design);
  const places = placesOf(design, layout);
  return Object.entries(design.resources)
    .filter(
      ([id, resource]) => formOf(resource) !== 'none' && cardOf(facts, id) === id && !places.boxes.has(id),
    )
    .map(([id]) => id);
}

/** Pairs of subnets of one VPC whose more open one stands lower. */
function rowFaults(
  design: Design,
  tiers: Parameters<typeof arrange>[1],
  layout: Readonly<Record<string, Box>>,
): string[] {
  const subnets = Object.entries(design.resources).flatMap(([id, resource]) => {
    const pair = tiers[id];
    if (resource.kind !== 'subnet' || pair === undefined || zoneOf(resource) === undefined) return [];
    const { own, ipv6 } = floorTiers(resource, pair);
    return ipv6 === undefined && typeof resource.vpcId === 'string' && layout[resource.vpcId]
      ? [{ id, vpc: resource.vpcId, rank: tierOrder.indexOf(own), y: at(layout, id).y }]
      : [];
  });
  return subnets.flatMap((a) =>
    subnets
      .filter((b) => a.vpc === b.vpc && a.rank < b.rank && a.y >= b.y)
      .map((b) => `${a.id} below ${b.id}`),
  );
}
