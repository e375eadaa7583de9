/** Whatever the edit, a network that keeps what an edit does not touch is the one that is compiled from nothing. */

import { describe, expect, it } from 'vitest';
import { askExposure, askMatrix, askTiers, compile, compileAfter, type Network } from '../index.ts';
import { network } from '../notation.test-support.ts';
import { randomEdits } from '../edits.test-support.ts';
import type { Design } from '../../model/index.ts';

const SEEDS = Array.from({ length: Number(process.env['NETWORKS'] ?? 24) }, (_, index) => index + 1);
const EDITS = 12;

/** Everything compiled, in order; maps as lists, since their order counts. */
const plain = (compiled: Network): unknown =>
  Object.fromEntries(
    Object.entries(compiled)
      .filter(([name]) => !['design', 'memo', 'outside'].includes(name))
      .map(([name, value]) => [name, value instanceof Map ? [...value] : value]),
  );

/** Where two networks of nodes that know each other first differ; each pair is looked at once. */
function difference(a: unknown, b: unknown, path: string, seen: Map<object, object>): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return `${path}: ${String(a)}, not ${String(b)}`;
  if (seen.get(a) === b) return undefined;
  seen.set(a, b);
  const [mine, other] = [a, b].map((each) =>
    each instanceof Map ? [...each].flat().entries() : Object.entries(each),
  );
  const [left, right] = [[...(mine ?? [])], [...(other ?? [])]];
  if (left.length !== right.length) return `${path}: ${left.length} members, not ${right.length}`;
  for (const [index, [name, value]] of left.entries()) {
    const [theirs, twin] = right[index] ?? [];
    if (theirs !== name) return `${path}: ${String(name)}, not ${String(theirs)}`;
    const found = difference(value, twin, `${path}.${String(name)}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

const answers = (compiled: Network): unknown => ({
  tiers: askTiers(compiled),
  exposure: askExposure(compiled),
  matrix: askMatrix(compiled, { ipVersion: 'both' }),
});

describe('after an edit', () => {
  it('every node is as if compiled anew, over many edits', () => {
    for (const seed of SEEDS) {
      let former: Network | undefined;
      for (const { design, told } of randomEdits(seed, EDITS)) {
        const compiled: Network = former ? compileAfter(former, design) : compile(design);
        const found = difference(plain(compiled), plain(compile(design)), 'network', new Map());
        expect(found, `seed ${seed}: ${told}`).toBeUndefined();
        former = compiled;
      }
    }
  });

  it('every answer is', () => {
    for (const seed of SEEDS.slice(0, 8)) {
      let former: Network | undefined;
      for (const { design, told } of randomEdits(seed, EDITS)) {
        const compiled: Network = former ? compileAfter(former, design) : compile(design);
        expect(answers(compiled), `seed ${seed}: ${told}`).toEqual(answers(compile(design)));
        former = compiled;
      }
    }
  });

  const TWO = network(
    ['v', 'w']
      .map(
        (id, place) => `vpc ${id} 10.${place}.0.0/16
        subnet ${id}0 10.${place}.0.0/24 in ${id}
        igw g${id} on ${id}
        table t${id} in ${id}: ${id}0 ; 0.0.0.0/0 > g${id} ; p > g${id} ; 1.1.1.0/24 > igw-${id}gone
        sg s${id} in ${id}: in tcp 22 any ; out all any
        instance i${id} in ${id}0 10.${place}.0.5 pub 203.0.113.${place + 1} sg s${id}`,
      )
      .join('\n'),
    'list p 8.8.8.0/24',
  );
  const edited = (id: string, change: object): Design => ({
    ...TWO,
    resources: { ...TWO.resources, [id]: { ...TWO.resources[id], ...change } as Design['resources'][string] },
  });

  it.each([
    ['a group of one VPC', edited('sv', { rules: [] }), ['w'], 'same'],
    ['an instance', edited('iw', { instanceState: 'stopped' }), ['v'], 'same'],
    ['a name', edited('iv', { tags: { Name: 'other' } }), ['v', 'w'], 'same'],
    ['a public address', edited('iv', { publicIpAddress: '203.0.113.77' }), ['w'], 'other'],
    ['a list that both read', edited('p', { entries: [{ cidr: '9.9.9.0/24' }] }), [], 'same'],
    ['a gateway that one names', edited('igw-vgone', { kind: 'internetGateway' }), ['w'], 'same'],
    ['what the files were asked for', { ...TWO, coverage: [] }, [], 'same'],
  ] as const)('of %s the VPCs that it does not touch stay', (_, after, kept, outside) => {
    const former = compile(TWO);
    const compiled = compileAfter(former, after);
    const stayed = [...compiled.vpcs].filter(([id, node]) => former.vpcs.get(id) === node);
    expect(stayed.map(([id]) => id)).toEqual(kept);
    expect(difference(plain(compiled), plain(compile(after)), 'network', new Map())).toBeUndefined();
    if (kept.length > 0) expect(compiled.outside === former.outside ? 'same' : 'other').toBe(outside);
  });
});
