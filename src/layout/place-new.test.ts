import { describe, expect, it } from 'vitest';
import { boxOf, INTERNET, placesOf, cardOf, factsOf, formOf, type Layout } from '../drawing/index.ts';
import { network } from '../engine/notation.test-support.ts';
import type { Design } from '../model/index.ts';
import { arrange } from './arrange.ts';
import { faultsOf } from './checks.test-support.ts';
import { exampleDesign, seeds } from './designs.test-support.ts';
import { completeLayout, placeNew } from './place-new.ts';

const base = `
  vpc v 10.0.0.0/16
  subnet frontend-a 10.0.0.0/24 in v az 1a
  subnet c 10.0.1.0/24 in v az 1c
  instance i in frontend-a`;
const tiers = { 'frontend-a': { 4: 'public', 6: 'isolated' } } as const;
const layout: Layout = arrange(network(base), tiers);

const placed = (line: string, id: string, near?: { x: number; y: number }): Layout =>
  placeNew(network(base, line), layout, id, near);

describe('a place for one new thing', () => {
  it.each([
    ['instance n in frontend-a', 'n', undefined, 'beside the card that is there', { x: 136, y: 32 }],
    ['instance n in c', 'n', undefined, 'first in an empty subnet', { x: 16, y: 32 }],
    [
      'instance n in frontend-a',
      'n',
      { x: 141, y: 35 },
      'where it was dropped, on the grid',
      { x: 144, y: 32 },
    ],
    ['igw g on v', 'g', undefined, 'in the middle of the upper edge', { y: -16, width: 32 }],
  ])('%s: %s', (line, id, near, _, expected) => {
    const after = placed(line, id, near);
    expect(boxOf(after, id)).toMatchObject(expected);
    expect(faultsOf(network(base, line), after)).toEqual([]);
  });

  it('pushes a card aside that stands where it was dropped', () => {
    const after = placed('instance n in frontend-a', 'n', { x: 16, y: 32 });
    expect(boxOf(after, 'n')).toMatchObject({ x: 16, y: 32 });
    expect(boxOf(after, 'i')).not.toEqual(boxOf(layout, 'i'));
    expect(faultsOf(network(base, 'instance n in frontend-a'), after)).toEqual([]);
  });

  it('puts a subnet under the last of its zone, and a new zone in a column of its own', () => {
    const a = boxOf(layout, 'frontend-a');
    expect(boxOf(placed('subnet n 10.0.2.0/24 in v az 1a', 'n'), 'n')).toMatchObject({
      x: a?.x,
      width: a?.width,
    });
    const after = placed('subnet n 10.0.2.0/24 in v az 1d', 'n');
    expect(boxOf(after, 'az:v/1d')).toBeDefined();
    expect(boxOf(after, 'n')?.y).toBe(a?.y);
  });

  it('draws the internet with the first gateway', () => {
    expect(boxOf(layout, 'internet')).toBeUndefined();
    expect(boxOf(placed('igw g on v', 'g'), 'internet')?.y).toBeLessThan(-16);
  });

  it('leaves alone what has no drawing', () => {
    expect(placed('sg s in v: in all any', 's')).toBe(layout);
  });

  it.each(seeds.slice(0, 20))('builds any design up one by one, soundly: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    let layout: Layout = {};
    for (const id of outermostFirst(design)) layout = placeNew(design, layout, id);
    expect(faultsOf(design, layout)).toEqual([]);
    expect(drawn(design).filter((id) => boxOf(layout, id) === undefined)).toEqual([]);
    expect(completeLayout(design, layout, tiers)).toBe(layout);
  });

  it.each(seeds.slice(0, 20))('completes half a layout, soundly: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const whole = arrange(design, tiers);
    const half = Object.fromEntries(Object.entries(whole).filter((_, index) => index % 2 === seed % 2));
    const done = completeLayout(design, half, tiers);
    expect(faultsOf(design, done)).toEqual([]);
    expect(drawn(design).filter((id) => boxOf(done, id) === undefined)).toEqual([]);
  });

  it('puts the internet above a gateway that leads there, where a file has left it out', () => {
    const design = network(base, 'igw g on v');
    const whole = arrange(design, tiers);
    const { [INTERNET]: _, ...without } = whole;
    const done = completeLayout(design, without, tiers);
    expect(faultsOf(design, done)).toEqual([]);
    const [internet, vpc] = [boxOf(done, INTERNET), placesOf(design, done).boxes.get('v')];
    expect((internet?.y ?? 0) + (internet?.height ?? 0)).toBeLessThan(vpc?.y ?? 0);
  });

  it('arranges a design that has no layout at all', () => {
    expect(completeLayout(network(base), {}, tiers)).toEqual(layout);
    expect(completeLayout(network(base), layout, tiers)).toBe(layout);
  });
});

const order = ['vpc', 'subnet'];

/** A container goes before what it holds. */
function outermostFirst(design: Design): string[] {
  const rank = (id: string): number => {
    const index = order.indexOf(design.resources[id]?.kind ?? '');
    return index < 0 ? order.length : index;
  };
  return drawn(design).toSorted((a, b) => rank(a) - rank(b));
}

function drawn(design: Design): string[] {
  const facts = factsOf(design);
  return Object.entries(design.resources)
    .filter(([id, resource]) => formOf(resource) !== 'none' && cardOf(facts, id) === id)
    .map(([id]) => id);
}
