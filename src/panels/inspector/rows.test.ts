import { describe, expect, it } from 'vitest';
import type { NetworkAclEntry, Route, SecurityGroupRule } from '../../model/index.ts';
import { changedEntry, entryTraffic, newEntry } from './entries.ts';
import { changedRoute, destinationOf, targetOf } from './routes.ts';
import { changedRule, peerOf } from './rules.ts';

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
