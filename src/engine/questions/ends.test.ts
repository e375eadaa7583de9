/** Whoever holds an address is found among all interfaces, however they are looked up. */

import { describe, expect, it } from 'vitest';
import { formatAddress, hasAddress, singleAddress, type Family } from '../../net/index.ts';
import { compile, resolveEnd, type Network } from '../index.ts';
import { severalNetworks } from '../edits.test-support.ts';
import { network } from '../notation.test-support.ts';

/** Owners in the network's order, by looking at each interface. */
function holders(compiled: Network, family: Family, value: bigint): string[] {
  const found = [...compiled.interfaces.values()].filter(
    (node) =>
      node.addresses[family].some((set) => singleAddress(set) === value) ||
      (hasAddress(node.own[family], value) && !node.addresses[family].some((set) => hasAddress(set, value))),
  );
  const face = family === 4 ? compiled.publicFaces.get(value) : undefined;
  return [...found, ...(face ? [face.interface] : [])].map(({ owner }) => owner);
}

function told(compiled: Network, family: Family, value: bigint): string[] {
  const end = resolveEnd(compiled, formatAddress(family, value), 'from');
  if (!end.ok) return (end.problem.candidates ?? []).map(({ id }) => id);
  return end.value.kind === 'thing' ? [end.value.reference.id] : [];
}

const PREFIXES = network(`vpc v 10.0.0.0/16
  subnet a 10.0.0.0/24 in v
  sg s in v: in all any
  eni x in a 10.0.0.5 sg s
  eni y in a 10.0.0.6 sg s
  eni twin in a 10.0.0.5 sg s`);
const DELEGATED = {
  ...PREFIXES,
  resources: {
    ...PREFIXES.resources,
    y: { ...PREFIXES.resources['y'], ipv4Prefixes: ['10.0.0.16/28'] },
  } as (typeof PREFIXES)['resources'],
};

describe('the holder of an address', () => {
  it.each([
    ['its own', 6n, ['y']],
    ['that two say they have', 5n, ['x', 'twin']],
    ['of a delegated prefix', 17n, ['y']],
    ['of nobody', 77n, []],
  ] as const)('%s', (_, last, owners) => {
    expect(told(compile(DELEGATED), 4, 0x0a_00_00_00n + last)).toEqual(owners);
  });

  it('is the one that a look at every interface finds', () => {
    let asked = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const compiled = compile(severalNetworks(seed, 3));
      for (const family of [4, 6] as const) {
        const values = new Set(
          [...compiled.interfaces.values()].flatMap((node) =>
            [...node.own[family].ranges, ...node.mappings.flatMap((each) => each.public.ranges)].flatMap(
              ({ first, last }) => [first - 1n, first, last, last + 1n],
            ),
          ),
        );
        for (const value of values) {
          if (value < 0n || value >= 1n << (family === 4 ? 32n : 128n)) continue;
          asked += 1;
          expect(told(compiled, family, value), `seed ${seed}: ${value}`).toEqual(
            holders(compiled, family, value),
          );
        }
      }
    }
    expect(asked).toBeGreaterThan(100);
  });
});
