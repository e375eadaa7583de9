import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type Resource } from '../model/index.ts';
import { mergeDesigns } from './index.ts';

const design = (resources: Readonly<Record<string, Resource>>, rest: Partial<Design> = {}): Design => ({
  ...emptyDesign('x'),
  resources,
  ...rest,
});
const vpc = (cidrBlock: string): Resource => ({ kind: 'vpc', cidrBlock });
const unknown = { $unknown: { why: 'not told' } };

describe('adding a design to another', () => {
  it.each<[string, Design, Design, Readonly<Record<string, Resource>>]>([
    [
      'things of both',
      design({ 'vpc-1': vpc('10.0.0.0/16') }),
      design({ 'vpc-2': vpc('10.0.0.0/16') }),
      { 'vpc-1': vpc('10.0.0.0/16'), 'vpc-2': vpc('10.0.0.0/16') },
    ],
    [
      'C-16 the added view of an AWS resource counts',
      design({ 'vpc-1': vpc('10.0.0.0/16') }),
      design({ 'vpc-1': vpc('10.1.0.0/16') }),
      { 'vpc-1': vpc('10.1.0.0/16') },
    ],
    [
      'what it does not know, the base may',
      design({ 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16', enableDnsHostnames: true } }),
      design({ 'vpc-1': { kind: 'vpc', cidrBlock: unknown, enableDnsHostnames: unknown } }),
      { 'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16', enableDnsHostnames: true } },
    ],
    [
      "what it leaves out is AWS's default",
      design({ 'eni-1': { kind: 'networkInterface', sourceDestCheck: false } }),
      design({ 'eni-1': { kind: 'networkInterface', subnetId: 'subnet-1' } }),
      { 'eni-1': { kind: 'networkInterface', subnetId: 'subnet-1' } },
    ],
    [
      'what only people know stays',
      design({
        'i-1': { kind: 'instance', forwarding: 'pass', listens: [{ protocol: 'tcp', ports: '80' }] },
      }),
      design({ 'i-1': { kind: 'instance', instanceState: 'stopped' } }),
      {
        'i-1': {
          kind: 'instance',
          instanceState: 'stopped',
          forwarding: 'pass',
          listens: [{ protocol: 'tcp', ports: '80' }],
        },
      },
    ],
    [
      'B-13 the same drawn resource twice is one',
      design({ 'vpc-xabc1234': vpc('10.0.0.0/16') }),
      design({ 'vpc-xabc1234': { cidrBlock: '10.0.0.0/16', kind: 'vpc' } }),
      { 'vpc-xabc1234': vpc('10.0.0.0/16') },
    ],
    [
      'B-33 another one with the same drawn id gets a new id, and so do references to it',
      design({ 'vpc-xabc1234': vpc('10.0.0.0/16') }),
      design({
        'vpc-xabc1234': vpc('10.1.0.0/16'),
        'subnet-1': { kind: 'subnet', vpcId: 'vpc-xabc1234', tags: { of: 'vpc-xabc1234' } },
      }),
      {
        'vpc-xabc1234': vpc('10.0.0.0/16'),
        'vpc-xabc1234-2': vpc('10.1.0.0/16'),
        'subnet-1': { kind: 'subnet', vpcId: 'vpc-xabc1234-2', tags: { of: 'vpc-xabc1234' } },
      },
    ],
    [
      'defaults that differ are written out where nothing else says it',
      design(
        { 'vpc-1': vpc('10.0.0.0/16'), 'subnet-1': { kind: 'subnet', vpcId: 'vpc-1' } },
        { defaults: { ownerId: '1', region: 'r' } },
      ),
      design({ 'vpc-2': vpc('10.0.0.0/16') }, { defaults: { ownerId: '2' } }),
      {
        'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16', ownerId: '1', region: 'r' },
        'subnet-1': { kind: 'subnet', vpcId: 'vpc-1' },
        'vpc-2': { kind: 'vpc', cidrBlock: '10.0.0.0/16', ownerId: '2' },
      },
    ],
  ])('%s', (_name, base, added, expected) => {
    expect(mergeDesigns(base, added).design.resources).toEqual(expected);
  });

  it('moves nothing, and renames what it must everywhere', () => {
    const box = (x: number) => ({ x, y: 0, width: 1, height: 1 });
    const base = design(
      { 'i-xabc1234': { kind: 'instance', instanceType: 'a' } },
      {
        layout: { 'i-xabc1234': box(1) },
        intents: { a: { from: 'internet', to: 'i-xabc1234' } },
        notes: { n: { kind: 'text', text: 'x' } },
      },
    );
    const added = design(
      { 'i-xabc1234': { kind: 'instance', instanceType: 'b' } },
      {
        layout: { 'i-xabc1234': box(2), 'vpc-1': box(3) },
        intents: { a: { from: 'internet', to: 'i-xabc1234' }, b: { from: 'eni:i-xabc1234', to: 'internet' } },
        notes: { n: { kind: 'text', text: 'y' }, m: { kind: 'text', text: 'x' } },
        muted: [{ finding: 'f', resource: 'i-xabc1234', reason: 'r' }],
      },
    );
    const { design: merged, notes } = mergeDesigns(base, added);
    expect(merged.layout).toEqual({ 'i-xabc1234': box(1), 'i-xabc1234-2': box(2), 'vpc-1': box(3) });
    expect(merged.intents).toEqual({
      a: { from: 'internet', to: 'i-xabc1234' },
      'a-2': { from: 'internet', to: 'i-xabc1234-2' },
      b: { from: 'eni:i-xabc1234-2', to: 'internet' },
    });
    expect(merged.notes).toEqual({ n: { kind: 'text', text: 'x' }, 'n-2': { kind: 'text', text: 'y' } });
    expect(merged.muted).toEqual([{ finding: 'f', resource: 'i-xabc1234-2', reason: 'r' }]);
    expect(notes).toEqual([{ code: 'renamed', parameters: { id: 'i-xabc1234', newId: 'i-xabc1234-2' } }]);
  });

  it('joins what both were asked for', () => {
    const covered = (kinds: string[], region: string): Partial<Design> => ({
      coverage: [{ region, kinds, source: 'awsCli' }],
    });
    const { design: merged } = mergeDesigns(
      design({}, covered(['vpc'], 'a')),
      mergeDesigns(design({}, covered(['subnet'], 'a')), design({}, covered(['vpc'], 'b'))).design,
    );
    expect(merged.coverage).toEqual([
      { region: 'a', kinds: ['subnet', 'vpc'], source: 'awsCli' },
      { region: 'b', kinds: ['vpc'], source: 'awsCli' },
    ]);
  });

  it('keeps what it does not know of either', () => {
    const { design: merged } = mergeDesigns(
      design({}, { foreign: { a: 1 }, extra: { x: 1 }, settings: { agreedPorts: [1] } }),
      design({}, { foreign: { b: 2 }, extra: { x: 2, y: 2 } }),
    );
    expect([merged.foreign, merged.extra, merged.settings]).toEqual([
      { a: 1, b: 2 },
      { x: 1, y: 2 },
      { agreedPorts: [1] },
    ]);
  });

  it('adding nothing, or adding itself, changes nothing', () => {
    const base = design(
      { 'vpc-xabc1234': vpc('10.0.0.0/16') },
      { defaults: { ownerId: '1' }, intents: { a: { from: 'x' } } },
    );
    expect(mergeDesigns(base, base).design).toEqual(base);
    expect(mergeDesigns(base, { ...emptyDesign(''), defaults: { ownerId: '1' } }).design).toEqual(base);
  });
});
