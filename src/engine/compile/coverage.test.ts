/** What a capture tells of, and of what it says nothing (V-6, D-8). */

import { describe, expect, it } from 'vitest';
import type { Coverage, Design } from '../../model/index.ts';
import { compile } from '../index.ts';
import { network } from '../notation.test-support.ts';
import { hasAwsDefaults, isComplete, type Place } from './coverage.ts';

const cli: Coverage = { ownerId: '1', region: 'a', kinds: ['vpc', 'networkAcl'], source: 'awsCli' };
const nameless: Coverage = { kinds: ['vpc', 'networkAcl'], source: 'awsCli' };
const code: Coverage = { kinds: ['vpc', 'networkAcl'], source: 'terraform' };

const place = (origin: Place['origin'], ownerId?: string, region?: string): Place => ({
  origin,
  ownerId,
  region,
});
const drawn = place('drawn');
const read = place('read', '1', 'a');

describe('a place', () => {
  it.each([
    ['drawn, nothing read', undefined, drawn, 'defaults', 'all'],
    ['drawn beside a capture of an account', [cli], drawn, 'defaults', 'all'],
    ['drawn beside a capture of no known account', [nameless], drawn, 'told', 'covered'],
    ['drawn into the captured account', [cli], place('drawn', '1', 'a'), 'told', 'covered'],
    ['drawn into another account', [cli], place('drawn', '2', 'a'), 'defaults', 'nothing'],
    ['captured', [cli], read, 'told', 'covered'],
    ['captured, without its account', [cli], place('read'), 'told', 'covered'],
    ['captured elsewhere', [cli], place('read', '2', 'a'), 'told', 'nothing'],
    ['in another Region', [cli], place('read', '1', 'b'), 'told', 'nothing'],
    ['made from code', [code], place('read'), 'defaults', 'covered'],
    ['made from code, beside a capture', [code, cli], place('read'), 'told', 'covered'],
    ['in a file that can’t be read whole', [], drawn, 'defaults', 'nothing'],
  ] as const)('%s', (_, coverage, where, defaults, complete) => {
    const design: Design = { ...network(''), ...(coverage ? { coverage } : {}) };
    expect(hasAwsDefaults(design, where) ? 'defaults' : 'told').toBe(defaults);
    const told = ['networkAcl', 'routeTable'].map((kind) => isComplete(design, kind, where));
    expect(told).toEqual({ all: [true, true], covered: [true, false], nothing: [false, false] }[complete]);
  });
});

it('a drawn VPC keeps what AWS gives it when a capture is added, and the captured one what was told', () => {
  const text = (id: string) => `vpc ${id} 10.0.0.0/16\nsubnet ${id}0 10.0.0.0/24 in ${id}`;
  const both = network(text('v'), text('w'));
  const design: Design = {
    ...both,
    coverage: [{ ...cli, kinds: ['vpc', 'subnet'] }],
    resources: {
      ...both.resources,
      w: {
        kind: 'vpc',
        cidrBlock: '10.0.0.0/16',
        ownerId: '1',
        region: 'a',
        provenance: { format: 'aws-cli' },
      },
    },
  };
  const compiled = compile(design);
  expect(compiled.subnets.get('v0')?.acl.value?.id).toBe('v.DefaultNetworkAcl');
  expect(compiled.subnets.get('v0')?.table.value?.implied).toBe('implied');
  expect(compiled.subnets.get('w0')?.acl.missing).toBeDefined();
  expect(compiled.subnets.get('w0')?.table.missing).toBeDefined();
});
