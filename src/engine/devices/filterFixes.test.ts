import { describe, expect, it } from 'vitest';
import { DESIGN_SCHEMA, type Design, type Resource } from '../../model/index.ts';
import { compile } from '../compile/compile.ts';
import { askReachWithFixes } from '../questions/verified.ts';

const out = { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' };

const group = (groupName: string): Resource => ({
  kind: 'securityGroup',
  vpcId: 'vpc-1',
  groupName,
  rules: [out],
});

/** Instances in one public subnet, each with its groups; the first one has a public address. */
function designOf(groups: readonly (readonly string[])[]): Design {
  const instances = groups.map((securityGroupIds, index): [string, Resource] => [
    `i-${index}`,
    { kind: 'instance', subnetId: 'subnet-1', privateIpAddress: `10.0.0.${10 + index}`, securityGroupIds },
  ]);
  return {
    schema: DESIGN_SCHEMA,
    name: 'groups',
    resources: {
      'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
      'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] },
      'subnet-1': { kind: 'subnet', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' },
      'rtb-1': {
        kind: 'routeTable',
        vpcId: 'vpc-1',
        routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }],
        associations: [{ main: true }],
      },
      'eipalloc-1': { kind: 'elasticIp', publicIp: '203.0.113.1', instanceId: 'i-0' },
      'sg-default': group('default'),
      'sg-a': group('a'),
      'sg-b': group('b'),
      ...Object.fromEntries(instances),
    },
    layout: {},
    intents: {},
    notes: {},
  };
}

describe('the group that a fix opens', () => {
  it.each([
    ['the only one', [['sg-default']], 'sg-default'],
    ['another than the default one', [['sg-default', 'sg-a']], 'sg-a'],
    ['another, though the default one has no other member', [['sg-default', 'sg-a'], ['sg-a']], 'sg-a; i-1'],
    ['the one with the fewest members', [['sg-a', 'sg-b'], ['sg-a']], 'sg-b'],
    ['the first of those that are alike', [['sg-b', 'sg-a']], 'sg-b'],
    ['the default one, shared', [['sg-default'], ['sg-default'], ['sg-default']], 'sg-default; i-1, i-2'],
    ['one that many share', [['sg-a'], ['sg-a'], ['sg-a'], ['sg-a'], ['sg-a']], 'sg-a; 4'],
  ] as const)('is %s', (_, groups, expected) => {
    const answer = askReachWithFixes(compile(designOf(groups)), {
      from: 'internet',
      to: 'i-0',
      protocol: 'tcp',
      port: '443',
      ipVersion: '4',
    });
    const fixes = answer.ok ? (answer.value.families[4]?.blockers ?? []).flatMap((each) => each.fixes) : [];
    const told = fixes.map(({ parameters: { group: id, users, userCount } }) =>
      [id, users ?? userCount].filter((each) => each !== undefined).join('; '),
    );
    expect(told).toEqual([expected]);
  });
});
