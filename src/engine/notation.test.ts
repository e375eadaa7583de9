import { describe, expect, it } from 'vitest';
import { expectation, question, tierLine } from './notation-lines.test-support.ts';
import { network } from './notation.test-support.ts';

const resource = (line: string): unknown => Object.values(network(line).resources)[0];

describe('a line is a resource', () => {
  it.each<[string, unknown]>([
    [
      'vpc v 10.0.0.0/16 10.1.0.0/16',
      { kind: 'vpc', cidrBlock: '10.0.0.0/16', cidrBlockAssociationSet: [{ cidrBlock: '10.1.0.0/16' }] },
    ],
    ['vpc v ?', { kind: 'vpc', cidrBlock: { $unknown: { why: 'not told' } } }],
    [
      'vpc v 10.0.0.0/16 fd80:1::/56 private',
      {
        kind: 'vpc',
        cidrBlock: '10.0.0.0/16',
        ipv6CidrBlockAssociationSet: [{ ipv6CidrBlock: 'fd80:1::/56', ipv6AddressAttribute: 'private' }],
      },
    ],
    [
      'subnet a 10.0.0.0/24 in v az 1a map',
      {
        kind: 'subnet',
        vpcId: 'v',
        cidrBlock: '10.0.0.0/24',
        availabilityZone: '1a',
        mapPublicIpOnLaunch: true,
      },
    ],
    ['igw g on v', { kind: 'internetGateway', attachments: [{ vpcId: 'v' }] }],
    ['igw g', { kind: 'internetGateway', attachments: [] }],
    ['acl n in v: default', { kind: 'networkAcl', vpcId: 'v', isDefault: true, associations: [] }],
    [
      'acl n in v: a ; in 100 deny icmp 8/0 ::/0',
      {
        kind: 'networkAcl',
        vpcId: 'v',
        associations: [{ subnetId: 'a' }],
        entries: [
          {
            ruleNumber: 100,
            egress: false,
            protocol: '1',
            ruleAction: 'deny',
            icmpTypeCode: { type: 8, code: 0 },
            ipv6CidrBlock: '::/0',
          },
        ],
      },
    ],
    ['sg s in v', { kind: 'securityGroup', vpcId: 'v', groupName: 's' }],
    ['sg s in v: none', { kind: 'securityGroup', vpcId: 'v', groupName: 's', rules: [] }],
    [
      'sg s in v: in all sg:s ; out tcp 80,443 10.0.0.0/8',
      {
        kind: 'securityGroup',
        vpcId: 'v',
        groupName: 's',
        rules: [
          { isEgress: false, ipProtocol: '-1', referencedGroupInfo: { groupId: 's' } },
          { isEgress: true, ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIpv4: '10.0.0.0/8' },
          { isEgress: true, ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '10.0.0.0/8' },
        ],
      },
    ],
    [
      'eni x in a 10.0.0.10 pub 203.0.113.10 10.0.0.11 nocheck on web',
      {
        kind: 'networkInterface',
        subnetId: 'a',
        privateIpAddress: '10.0.0.10',
        privateIpAddresses: [
          { privateIpAddress: '10.0.0.10', primary: true, association: { publicIp: '203.0.113.10' } },
          { privateIpAddress: '10.0.0.11', primary: false },
        ],
        sourceDestCheck: false,
        attachment: { instanceId: 'web' },
      },
    ],
    [
      'instance web in a 10.0.0.20 sg s,r stopped',
      {
        kind: 'instance',
        subnetId: 'a',
        instanceState: 'stopped',
        privateIpAddress: '10.0.0.20',
        securityGroupIds: ['s', 'r'],
      },
    ],
    [
      'nat n in a 10.0.0.5 eip 203.0.113.5',
      {
        kind: 'natGateway',
        subnetId: 'a',
        natGatewayAddresses: [{ publicIp: '203.0.113.5', privateIp: '10.0.0.5' }],
      },
    ],
    [
      'list p ?',
      {
        kind: 'managedPrefixList',
        prefixListName: 'p',
        addressFamily: 'IPv4',
        entries: { $unknown: { why: 'not told' } },
      },
    ],
    [
      'bpa b block-ingress: except a allow-egress',
      {
        kind: 'vpcBlockPublicAccess',
        internetGatewayBlockMode: 'block-ingress',
        exclusions: [{ resourceId: 'a', internetGatewayExclusionMode: 'allow-egress' }],
      },
    ],
  ])('%s', (line, expected) => {
    expect(resource(line)).toEqual(expected);
  });

  it('tells a route target by the kind of its name', () => {
    const design = network(
      'table t in v: main, a, g ; 0.0.0.0/0 > g ; ::/0 > e ; p > nat ; 10.0.5.0/24 > eni:fw (blackhole) ; 10.9.0.0/16 > pcx-1',
      'igw g on v\neigw e on v\nnat nat in a',
    );
    expect(design.resources['t']).toEqual({
      kind: 'routeTable',
      vpcId: 'v',
      associations: [{ main: true }, { subnetId: 'a' }, { gatewayId: 'g' }],
      routes: [
        { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'g' },
        { destinationIpv6CidrBlock: '::/0', egressOnlyInternetGatewayId: 'e' },
        { destinationPrefixListId: 'p', natGatewayId: 'nat' },
        { destinationCidrBlock: '10.0.5.0/24', networkInterfaceId: 'eni:fw', state: 'blackhole' },
        { destinationCidrBlock: '10.9.0.0/16', vpcPeeringConnectionId: 'pcx-1' },
      ],
    });
  });

  it('lets a later line replace or take away an earlier one', () => {
    expect(Object.keys(network('vpc v 10.0.0.0/16\nigw g on v', 'without g').resources)).toEqual(['v']);
    expect(resource('igw g on v\nigw g')).toEqual({ kind: 'internetGateway', attachments: [] });
  });

  it('writes what an import covers', () => {
    expect(network('coverage vpc, acl').coverage).toEqual([
      { source: 'awsCli', kinds: ['vpc', 'networkAcl'] },
    ]);
    expect(network('coverage all but acl').coverage?.[0]?.kinds).not.toContain('networkAcl');
  });

  it.each(['vpn v', 'table t in v: main ; 0.0.0.0/0 g', 'acl n in v: a ; in 100', 'sg s in v: tcp 80 any'])(
    'refuses %s',
    (line) => {
      expect(() => network(line)).toThrow(/notation/);
    },
  );
});

describe('questions and expectations', () => {
  it('reads a question', () => {
    expect(question('? web > 8.8.8.8 tcp 443 from 32768-60999 v4 strict').question).toEqual({
      from: 'web',
      to: '8.8.8.8',
      protocol: 'tcp',
      port: '443',
      sourcePort: '32768-60999',
      ipVersion: '4',
    });
  });

  it('reads what is expected', () => {
    expect(
      expectation(
        'blocked NO_ROUTE_TO_DESTINATION@t return, SUBNET_ACL_RESTRICTION@n#32767, advisory ONE_WAY_DELIVERY, ...',
      ),
    ).toEqual({
      verdict: 'blocked',
      open: true,
      blockers: [
        { code: 'NO_ROUTE_TO_DESTINATION', resource: 't', direction: 'return' },
        { code: 'SUBNET_ACL_RESTRICTION', resource: 'n', rule: '32767' },
      ],
      allowed: [],
      unknowns: [],
      assumptions: [],
      advisories: ['ONE_WAY_DELIVERY'],
    });
  });

  it('reads a tier', () => {
    expect(tierLine('tier a v4 = public through fw,x')).toMatchObject({
      subnet: 'a',
      family: 4,
      tier: 'public',
      through: ['fw', 'x'],
    });
  });
});
