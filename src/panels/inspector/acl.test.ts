import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design, type NetworkAcl } from '../../model/index.ts';
import { aclOf, entriesOf, nextRuleNumber } from './acl.ts';

const entry = (ruleNumber: number, egress = false) => ({
  ruleNumber,
  protocol: '-1',
  ruleAction: 'allow',
  cidrBlock: '0.0.0.0/0',
  ...(egress ? { egress } : {}),
});

const acl = (numbers: readonly number[]): NetworkAcl => ({
  kind: 'networkAcl',
  entries: numbers.map((number) => entry(number)),
});

describe('entriesOf', () => {
  it('NA-1: lists the lowest number first, directions apart, without the final entries', () => {
    const mixed: NetworkAcl = {
      kind: 'networkAcl',
      entries: [entry(200), entry(90, true), entry(100), entry(32_767)],
    };
    expect(entriesOf(mixed, 'inbound').map((item) => [item.entry.ruleNumber, item.index])).toEqual([
      [100, 2],
      [200, 0],
    ]);
    expect(entriesOf(mixed, 'outbound').map((item) => item.entry.ruleNumber)).toEqual([90]);
  });
});

describe('nextRuleNumber', () => {
  it.each([
    [[], 100],
    [[100], 110],
    [[100, 125], 130],
    [[32_766], 32_765],
    [[32_760, 32_766], 32_765],
  ])('after %j comes %i', (numbers, wanted) => {
    expect(nextRuleNumber(entriesOf(acl(numbers), 'inbound'))).toBe(wanted);
  });
});

describe('aclOf', () => {
  it('NA-1: takes the one that names the subnet, else the default one of the VPC', () => {
    const design: Design = {
      ...emptyDesign('d'),
      resources: {
        'vpc-1': { kind: 'vpc' },
        'subnet-1': { kind: 'subnet', vpcId: 'vpc-1' },
        'subnet-2': { kind: 'subnet', vpcId: 'vpc-1' },
        'subnet-3': { kind: 'subnet', vpcId: 'vpc-2' },
        'acl-1': { kind: 'networkAcl', vpcId: 'vpc-1', isDefault: true },
        'acl-2': { kind: 'networkAcl', vpcId: 'vpc-1', associations: [{ subnetId: 'subnet-2' }] },
      },
    };
    expect(['subnet-1', 'subnet-2', 'subnet-3'].map((id) => aclOf(design, id))).toEqual([
      'acl-1',
      'acl-2',
      undefined,
    ]);
  });
});
