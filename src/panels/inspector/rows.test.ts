import { describe, expect, it } from 'vitest';
import {
  emptyDesign,
  type Design,
  type NetworkAclEntry,
  type Route,
  type SecurityGroupRule,
} from '../../model/index.ts';
import { changedEntry, entryTraffic, newEntry } from './entries.ts';
import { changedRoute, destinationOf, effectiveRoutes, stateOf, targetOf } from './routes.ts';
import { changedRule, peerOf } from './rules.ts';

const design: Design = {
  ...emptyDesign('d'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] },
    'rtb-1': {
      kind: 'routeTable',
      vpcId: 'vpc-1',
      routes: [
        { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
        { destinationCidrBlock: '10.9.8.0/24', natGatewayId: 'nat-gone' },
        { destinationIpv6CidrBlock: '::/0', gatewayId: 'igw-1' },
        { destinationPrefixListId: 'pl-1', gatewayId: 'vpce-1' },
        { destinationCidrBlock: '172.16.0.0/12', gatewayId: 'vgw-1', origin: 'EnableVgwRoutePropagation' },
      ],
    },
  },
};

describe('effectiveRoutes', () => {
  it('RT-2: puts the longest prefix first, families apart, prefix lists last, and implies the local route', () => {
    const table = design.resources['rtb-1'];
    expect(table?.kind === 'routeTable' && effectiveRoutes(design, table)).toEqual([
      { destination: '10.9.8.0/24', target: 'nat-gone', state: 'blackhole' },
      { destination: '10.0.0.0/16', target: 'local', state: 'local' },
      { destination: '172.16.0.0/12', target: 'vgw-1', state: 'propagated' },
      { destination: '0.0.0.0/0', target: 'igw-1', state: 'active' },
      { destination: '::/0', target: 'igw-1', state: 'active' },
      { destination: 'pl-1', target: 'vpce-1', state: 'active' },
    ]);
  });
});

describe('stateOf', () => {
  it.each<[string, Route, string]>([
    [
      'told by the source',
      { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1', state: 'blackhole' },
      'blackhole',
    ],
    ['a target that is gone', { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }, 'blackhole'],
    ['no target at all', { destinationCidrBlock: '0.0.0.0/0' }, 'blackhole'],
    [
      'a target nobody told',
      { destinationCidrBlock: '0.0.0.0/0', gatewayId: { $unknown: { why: 'x' } } },
      'unknown',
    ],
    ['a kind that is not drawn', { destinationCidrBlock: '0.0.0.0/0', transitGatewayId: 'tgw-1' }, 'active'],
  ])('knows %s', (_, route, wanted) => {
    expect(stateOf(design, route)).toBe(wanted);
  });
});

describe('changedRoute', () => {
  const route: Route = {
    destinationCidrBlock: '0.0.0.0/0',
    gatewayId: 'igw-1',
    state: 'active',
    origin: 'CreateRoute',
  };

  it('replaces the destination, whatever its kind', () => {
    expect(changedRoute(route, { destination: '::/0' })).toEqual({
      destinationIpv6CidrBlock: '::/0',
      gatewayId: 'igw-1',
      origin: 'CreateRoute',
    });
    expect(destinationOf(changedRoute(route, { destination: 'pl-1' }))).toBe('pl-1');
  });

  it('replaces the target, whatever its member', () => {
    const changed = changedRoute(route, { target: { member: 'natGatewayId', id: 'nat-1' } });
    expect(targetOf(changed)).toEqual({ member: 'natGatewayId', id: 'nat-1' });
    expect(changed).not.toHaveProperty('gatewayId');
  });
});

describe('changedRule', () => {
  const rule: SecurityGroupRule = {
    ipProtocol: 'tcp',
    fromPort: 22,
    toPort: 22,
    cidrIpv4: '0.0.0.0/0',
    description: 'x',
  };

  it.each([
    [
      'all traffic leaves no ports',
      { traffic: { protocol: '-1' } },
      { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
    ],
    [
      'a group takes the place of a block',
      { peer: 'sg-2' },
      { ipProtocol: 'tcp', fromPort: 22, toPort: 22, referencedGroupInfo: { groupId: 'sg-2' } },
    ],
    ['an IPv6 block', { peer: '::/0' }, { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv6: '::/0' }],
  ])('SG-2: %s', (_, change, wanted) => {
    expect(changedRule(rule, change)).toEqual({ ...wanted, description: 'x' });
  });

  it('reads the peer back', () => {
    expect(['sg-2', 'pl-2', '10.0.0.0/8', '::/0'].map((peer) => peerOf(changedRule(rule, { peer })))).toEqual(
      ['sg-2', 'pl-2', '10.0.0.0/8', '::/0'],
    );
  });
});

describe('entries', () => {
  const entry: NetworkAclEntry = {
    ruleNumber: 100,
    protocol: '-1',
    ruleAction: 'allow',
    cidrBlock: '0.0.0.0/0',
  };

  it('NA-3: spells protocols by number, ports and ICMP apart', () => {
    expect(changedEntry(entry, { traffic: { protocol: 'tcp', from: 443, to: 443 } })).toEqual({
      ruleNumber: 100,
      protocol: '6',
      portRange: { from: 443, to: 443 },
      ruleAction: 'allow',
      cidrBlock: '0.0.0.0/0',
    });
    const ping = changedEntry(entry, { traffic: { protocol: 'icmp', from: 8, to: -1 }, block: '::/0' });
    expect(ping).toMatchObject({ protocol: '1', icmpTypeCode: { type: 8, code: -1 }, ipv6CidrBlock: '::/0' });
    expect(ping).not.toHaveProperty('cidrBlock');
    expect(entryTraffic(ping)).toEqual({ protocol: '1', from: 8, to: -1 });
  });

  it('says the direction only where it is outbound', () => {
    const parts = { ruleNumber: 110, ruleAction: 'deny', traffic: { protocol: '-1' }, block: '10.0.0.0/8' };
    expect(newEntry({ ...parts, direction: 'outbound' })).toHaveProperty('egress', true);
    expect(newEntry({ ...parts, direction: 'inbound' })).not.toHaveProperty('egress');
  });
});
