import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from '../../model/index.ts';
import { hasRules, ruleSubject } from './subject.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc' },
    'subnet-a': { kind: 'subnet', vpcId: 'vpc-1' },
    'subnet-b': { kind: 'subnet', vpcId: 'vpc-1' },
    'rtb-a': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ subnetId: 'subnet-a' }] },
    'rtb-main': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ main: true }] },
    'rtb-edge': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ gatewayId: 'igw-1' }] },
    'acl-a': { kind: 'networkAcl', vpcId: 'vpc-1', associations: [{ subnetId: 'subnet-a' }] },
    'acl-default': { kind: 'networkAcl', vpcId: 'vpc-1', isDefault: true },
    'sg-default': { kind: 'securityGroup', vpcId: 'vpc-1', groupName: 'default' },
    'sg-1': { kind: 'securityGroup', vpcId: 'vpc-1' },
    'sg-2': { kind: 'securityGroup', vpcId: 'vpc-1' },
    'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] },
    'i-plain': { kind: 'instance', subnetId: 'subnet-a', securityGroupIds: ['sg-2', 'sg-1'] },
    'i-held': { kind: 'instance' },
    'eni-1': {
      kind: 'networkInterface',
      subnetId: 'subnet-b',
      securityGroupIds: ['sg-2'],
      attachment: { instanceId: 'i-held', deviceIndex: 0 },
    },
    'nat-1': { kind: 'natGateway', subnetId: 'subnet-b' },
    'eip-1': { kind: 'elasticIp' },
  },
};

describe('whose rules are shown', () => {
  it.each([
    ['subnet-a', 'rtb-a', ['sg-1', 'sg-2'], 'acl-a'],
    ['subnet-b', 'rtb-main', ['sg-2'], 'acl-default'],
    ['i-plain', 'rtb-a', ['sg-2', 'sg-1'], 'acl-a'],
    ['i-held', 'rtb-main', ['sg-2'], 'acl-default'],
    ['eni-1', 'rtb-main', ['sg-2'], 'acl-default'],
    ['nat-1', 'rtb-main', [], 'acl-default'],
    ['vpc-1', 'rtb-main', ['sg-default'], 'acl-default'],
    ['igw-1', 'rtb-edge', [], undefined],
    ['rtb-a', 'rtb-a', [], undefined],
    ['sg-1', undefined, ['sg-1'], undefined],
    ['acl-a', undefined, [], 'acl-a'],
    ['eip-1', undefined, [], undefined],
    ['gone', undefined, [], undefined],
  ])('of %s', (id, table, groups, acl) => {
    const subject = ruleSubject(design, id);
    expect(subject).toEqual({ table, groups, acl });
    expect(hasRules(subject)).toBe(table !== undefined || acl !== undefined || groups.length > 0);
  });
});
