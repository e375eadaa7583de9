import { describe, expect, it } from 'vitest';
import { emptyDesign, type Design } from './design.ts';
import { kindWord } from './kind-word.ts';
import { kindToTell } from './mistakable.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'i-1': { kind: 'instance', tags: { Name: 'db' } },
    'acl-1': { kind: 'networkAcl', tags: { Name: 'db' } },
    'sg-1': { kind: 'securityGroup', groupName: 'db' },
    'i-2': { kind: 'instance', tags: { Name: 'web' } },
    'i-3': { kind: 'instance', tags: { Name: 'web' } },
    // Called like another one's id.
    'subnet-1': { kind: 'subnet' },
    'rtb-1': { kind: 'routeTable', tags: { Name: 'subnet-1' } },
  },
};

describe('the kind is told', () => {
  it.each([
    ['i-1', 'instance', 'インスタンス'],
    ['acl-1', 'network ACL', 'ネットワーク ACL'],
    ['sg-1', 'security group', 'セキュリティグループ'],
    ['subnet-1', 'subnet', 'サブネット'],
    ['rtb-1', 'route table', 'ルートテーブル'],
  ])('of %s', (id, en, ja) => {
    expect(kindToTell(design, id)).toEqual({ en, ja });
  });

  it.each(['i-2', 'i-3', 'internet', '10.0.0.1'])('not of %s', (id) => {
    expect(kindToTell(design, id)).toBeUndefined();
  });
});

describe('within a sentence', () => {
  it.each([
    ['vpc', 'VPC'],
    ['natGateway', 'NAT gateway'],
    ['networkInterface', 'network interface'],
    ['elasticIp', 'Elastic IP address'],
    ['egressOnlyInternetGateway', 'egress-only internet gateway'],
    ['somethingElse', 'somethingElse'],
  ])('%s is %s', (kind, word) => {
    expect(kindWord(kind).en).toBe(word);
  });
});
