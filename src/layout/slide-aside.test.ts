import { describe, expect, it } from 'vitest';
import { boxOf, type Layout } from '../drawing/index.ts';
import { network } from '../engine/notation.test-support.ts';
import type { Box } from '../model/index.ts';
import { arrange } from './arrange.ts';
import { faultsOf } from './checks.test-support.ts';
import { exampleDesign, seeds } from './designs.test-support.ts';
import { slideAside } from './slide-aside.ts';

const cards = network('vpc v 10.0.0.0/16', 'subnet s 10.0.0.0/24 in v', 'instance a in s', 'instance b in s');

const layoutOf = (a: string, b: string): Layout => {
  const box = (text: string): Box => {
    const [x = 0, y = 0] = text.split(',').map(Number);
    return { x, y, width: 112, height: 48 };
  };
  return {
    v: { x: 0, y: 0, width: 400, height: 240 },
    s: { x: 16, y: 40, width: 272, height: 152 },
    a: box(a),
    b: box(b),
  };
};

describe('sliding aside', () => {
  it.each([
    // moved a, sibling b → where b goes
    ['16,32', '136,32', '136,32', 'apart: nothing moves'],
    ['24,32', '136,32', '144,32', 'too near: right by the shorter way'],
    ['16,40', '16,32', '16,96', 'over it: down by the shorter way'],
    ['136,32', '16,32', '16,32', 'behind it: nothing moves'],
    ['232,32', '136,32', '112,32', 'left, where that is nearer and free'],
    ['16,112', '16,88', '16,56', 'up, where that is nearer and free'],
    ['56,32', '16,32', '16,88', 'down, where left would lead out of the container'],
  ])('%s pushes %s to %s (%s)', (a, b, expected) => {
    const layout = slideAside(cards, layoutOf(a, b), ['a']);
    const box = boxOf(layout, 'b');
    expect(`${box?.x},${box?.y}`).toBe(expected);
    expect(boxOf(layout, 'a')).toEqual(layoutOf(a, b)['a']);
  });

  it('grows the subnet and the VPC with what is moved out of them', () => {
    const layout = slideAside(cards, layoutOf('296,160', '16,32'), ['a']);
    expect(boxOf(layout, 's')).toMatchObject({ width: 416, height: 216 });
    expect(boxOf(layout, 'v')).toMatchObject({ width: 448, height: 272 });
    expect(faultsOf(cards, layout)).toEqual([]);
  });

  it('brings back what is moved over the title', () => {
    expect(boxOf(slideAside(cards, layoutOf('-80,0', '16,88'), ['a']), 'a')).toMatchObject({ x: 16, y: 32 });
  });

  it('reports overlaps, strays and boxes off the grid: the check of these tests bites', () => {
    expect(faultsOf(cards, layoutOf('16,32', '24,32'))).toEqual(['a lies over b']);
    expect(faultsOf(cards, layoutOf('16,32', '240,32'))).toEqual(['b leaves s']);
    expect(faultsOf(cards, layoutOf('17,32', '136,32'))).toEqual(['a is off the grid']);
  });

  it.each(seeds)('keeps any layout sound after any move: %i', (seed) => {
    const { design, tiers } = exampleDesign(seed);
    const layout = arrange(design, tiers);
    const keys = Object.keys(layout).filter((key) => {
      const kind = design.resources[key]?.kind;
      return kind !== undefined && kind !== 'internetGateway' && kind !== 'egressOnlyInternetGateway';
    });
    const key = keys[(seed * 7) % keys.length];
    const box = key === undefined ? undefined : boxOf(layout, key);
    if (key === undefined || box === undefined) return;
    const moved = { ...box, x: box.x + ((seed * 40) % 320) - 80, y: box.y + ((seed * 24) % 240) - 40 };
    const after = slideAside(design, { ...layout, [key]: moved }, [key]);
    expect(faultsOf(design, after)).toEqual([]);
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(layout).toSorted());
  });
});
