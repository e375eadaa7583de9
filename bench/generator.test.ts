import { describe, expect, it } from 'vitest';
import { compile } from '../src/engine/index.ts';
import { network, PROFILES } from './generator.ts';

describe('generated networks', () => {
  it.each(PROFILES)('%s: as many interfaces as asked, the same for the same seed', (profile) => {
    const options = { seed: 7, interfaces: 300, profile } as const;
    const design = network(options);
    const compiled = compile(design);
    const own = [...compiled.interfaces.values()].filter((node) => !node.nat);
    expect(own.length).toBe(300);
    expect(network(options)).toEqual(design);
    expect(network({ ...options, seed: 8 })).not.toEqual(design);
  });

  it.each(PROFILES)('%s: addresses lie in their subnets and differ within a VPC', (profile) => {
    const compiled = compile(network({ seed: 3, interfaces: 1200, profile }));
    const wrong = [...compiled.interfaces.values()].filter((node) =>
      node.addresses[4].some(
        ({ ranges }) =>
          ranges.length !== 1 ||
          !node.subnet.blocks[4].ranges.some(
            (block) => block.first <= (ranges[0]?.first ?? 0n) && (ranges[0]?.last ?? 0n) <= block.last,
          ),
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    for (const vpc of compiled.vpcs.values()) {
      const single = vpc.interfaces.flatMap((node) =>
        node.addresses[4].flatMap(({ ranges: [range] }) =>
          range && range.first === range.last ? [range.first] : [],
        ),
      );
      expect(new Set(single).size).toBe(single.length);
    }
  });
});
