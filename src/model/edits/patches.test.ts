import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../design.ts';
import { applyPatches, patchesBetween, touchedIds } from './patches.ts';

const base: Design = {
  ...emptyDesign('base'),
  resources: { 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' }, 'vpc-2': { kind: 'vpc' } },
  layout: { 'vpc-1': { x: 0, y: 0, width: 304, height: 200 } },
};

const { 'vpc-2': second, ...first } = base.resources;

const cases: readonly (readonly [string, Design])[] = [
  ['nothing', base],
  ['a resource added', { ...base, resources: { ...base.resources, 'igw-1': { kind: 'internetGateway' } } }],
  ['a resource removed', { ...base, resources: first }],
  [
    'a resource changed',
    { ...base, resources: { ...first, 'vpc-2': { ...second, kind: 'vpc', cidrBlock: '10.1.0.0/16' } } },
  ],
  ['a box moved', { ...base, layout: { 'vpc-1': { x: 8, y: 0, width: 304, height: 200 } } }],
  ['another name', { ...base, name: 'other' }],
  ['an optional member added', { ...base, defaults: { region: 'eu-west-1' } }],
];

describe('patches between two designs', () => {
  it.each(cases)('%s: forward and back give the designs again', (_, changed) => {
    expect(applyPatches(base, patchesBetween(base, changed))).toEqual(changed);
    expect(applyPatches(changed, patchesBetween(changed, base))).toEqual(base);
  });

  it('keep the identity of what they do not name', () => {
    const changed = {
      ...base,
      name: 'other',
      resources: { ...base.resources, 'igw-1': { kind: 'internetGateway' } },
    } as const;
    const applied = applyPatches(base, patchesBetween(base, changed));
    expect(applied.resources['vpc-1']).toBe(base.resources['vpc-1']);
    expect(applied.layout).toBe(base.layout);
  });

  it('tell which resources they touch', () => {
    const moved = { ...base, layout: {}, resources: first };
    expect(touchedIds(patchesBetween(base, moved))).toEqual(['vpc-2', 'vpc-1']);
  });
});
