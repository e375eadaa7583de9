import { describe, expect, it } from 'vitest';
import { emptyDesign, nameOf, resourcesOfKind, type Design, type Kind } from '../design.ts';
import { addResource } from './add.ts';
import { setField } from './members.ts';
import { drawn, idOf, named, seeded } from './edits.test-support.ts';

const add = (design: Design, kind: Kind, under?: string) =>
  addResource(design, { kind, ...(under === undefined ? {} : { under: idOf(design, under) }) }, seeded(7));

const member = (design: Design, kind: Kind, under: string | undefined, name: string): unknown => {
  const added = add(design, kind, under);
  if (!added.ok) return added.problem.message.en;
  return Object.entries(added.value.design.resources[added.value.id] ?? {}).find(
    ([key]) => key === name,
  )?.[1];
};

describe('the block of a new VPC', () => {
  const cases: readonly (readonly [readonly string[], string])[] = [
    [[], '10.0.0.0/16'],
    [['10.0.0.0/16'], '10.1.0.0/16'],
    [['10.1.0.0/16'], '10.0.0.0/16'],
    [['10.0.0.0/24', '10.1.128.0/17'], '10.2.0.0/16'],
    [['10.0.0.0/8'], 'No /16 of 10.0.0.0/8 is free'],
  ];
  it.each(cases)('beside %j is %s', (taken, expected) => {
    const design = {
      ...emptyDesign('t'),
      resources: Object.fromEntries(
        taken.map((cidrBlock, index) => [`vpc-${index}`, { kind: 'vpc' as const, cidrBlock }]),
      ),
    };
    expect(member(design, 'vpc', undefined, 'cidrBlock')).toBe(expected);
  });
});

describe('the block of a new subnet', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['10.0.0.0/16', [], '10.0.0.0/24'],
    ['10.0.0.0/16', ['10.0.0.0/24', '10.0.2.0/24'], '10.0.1.0/24'],
    ['10.0.0.0/16', ['10.0.0.0/20', '10.0.16.0/20', '10.0.64.0/24'], '10.0.32.0/20'],
    ['10.0.0.0/24', [], '10.0.0.0/26'],
    ['10.0.0.0/28', [], '10.0.0.0/28'],
    ['10.0.0.0/24', ['10.0.0.0/25', '10.0.0.128/25'], 'prod has no room for a subnet of this size'],
  ];
  it.each(cases)('in %s beside %j is %s', (block, taken, expected) => {
    const start = drawn(['vpc prod']);
    const vpc = idOf(start, 'prod');
    const subnets = taken.map(
      (cidrBlock, index) => [`subnet-${index}`, { kind: 'subnet' as const, vpcId: vpc, cidrBlock }] as const,
    );
    const design = setField(
      { ...start, resources: { ...start.resources, ...Object.fromEntries(subnets) } },
      vpc,
      'cidrBlock',
      block,
    );
    expect(member(design, 'subnet', 'prod', 'cidrBlock')).toBe(expected);
  });
});

describe('adding', () => {
  it('brings a main table, a default ACL that allows all and a default group with a VPC (NA-2, SG-1)', () => {
    const design = drawn(['vpc prod']);
    const vpcId = idOf(design, 'prod');
    expect(
      resourcesOfKind(design, 'routeTable').map(([, table]) => [table.vpcId, table.associations]),
    ).toEqual([[vpcId, [{ main: true }]]]);
    expect(
      resourcesOfKind(design, 'networkAcl').map(([, acl]) => [acl.vpcId, acl.isDefault, acl.entries]),
    ).toEqual([
      [
        vpcId,
        true,
        [
          { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
          { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0', egress: true },
        ],
      ],
    ]);
    const [group] = resourcesOfKind(design, 'securityGroup');
    expect(group?.[1]).toEqual({
      kind: 'securityGroup',
      vpcId,
      groupName: 'default',
      rules: [
        { ipProtocol: '-1', referencedGroupInfo: { groupId: group?.[0] } },
        { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
      ],
    });
  });

  it('spreads subnets over two zones, and over a third that is in use', () => {
    const design = drawn(['vpc prod', 'subnet a in prod', 'subnet c in prod', 'subnet a2 in prod']);
    const zones = resourcesOfKind(design, 'subnet').map(([, subnet]) => subnet.availabilityZone);
    expect(zones).toEqual(['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1a']);
    const third = setField(design, idOf(design, 'a2'), 'availabilityZone', 'ap-northeast-1d');
    expect(
      member(
        setField(third, idOf(third, 'a'), 'availabilityZone', 'ap-northeast-1c'),
        'subnet',
        'prod',
        'availabilityZone',
      ),
    ).toBe('ap-northeast-1a');
  });

  it('gives an instance the lowest address after the reserved ones, and the default group (AD-9, SG-1)', () => {
    const design = drawn(['vpc prod', 'subnet web in prod', 'instance one in web', 'instance two in web']);
    const [group] = resourcesOfKind(design, 'securityGroup').map(([id]) => id);
    expect(named(design, 'one')).toMatchObject({ privateIpAddress: '10.0.0.4', securityGroupIds: [group] });
    expect(named(design, 'two')).toMatchObject({ privateIpAddress: '10.0.0.5' });
  });

  it('gives a NAT gateway an Elastic IP address of its own, and a private one of its subnet', () => {
    const design = drawn(['vpc prod', 'subnet web in prod', 'natGateway nat-a in web']);
    const [eip] = resourcesOfKind(design, 'elasticIp');
    expect(named(design, 'nat-a')).toMatchObject({
      subnetId: idOf(design, 'web'),
      natGatewayAddresses: [{ allocationId: eip?.[0], privateIp: '10.0.0.4' }],
    });
    expect(eip?.[1]).toEqual({
      kind: 'elasticIp',
      tags: { Name: 'eip-1' },
      natGatewayId: idOf(design, 'nat-a'),
    });
  });

  it('attaches a gateway to the VPC, wherever inside it is dropped', () => {
    const design = drawn(['vpc prod', 'subnet web in prod', 'internetGateway igw in web']);
    expect(named(design, 'igw')).toMatchObject({ attachments: [{ vpcId: idOf(design, 'prod') }] });
  });

  it('names by kind and number, and makes ids that no AWS id can be (D-4)', () => {
    const added = add(drawn(['vpc prod', 'subnet web in prod']), 'instance', 'web');
    if (!added.ok) throw new Error(added.problem.message.en);
    expect(added.value.id).toMatch(/^i-x[0-9a-z]{7}$/);
    const resource = added.value.design.resources[added.value.id];
    expect(resource && nameOf(resource)).toBe('instance-1');
  });

  const refused: readonly (readonly [readonly string[], Kind, string | undefined, string, string])[] = [
    [
      ['vpc prod', 'internetGateway igw-1 in prod'],
      'internetGateway',
      'prod',
      'already-attached',
      'prod already has igw-1. A VPC takes one.',
    ],
    [['vpc prod'], 'instance', 'prod', 'needs-container', 'Drop it in a subnet of prod'],
    [['vpc prod'], 'instance', undefined, 'needs-container', 'Drop it in a subnet'],
    [[], 'subnet', undefined, 'needs-container', 'Drop it in a VPC'],
    [['vpc prod', 'subnet web in prod'], 'vpc', 'web', 'wrong-container', 'Drop it outside prod'],
  ];
  it.each(refused)('on %j: a %s in %s is refused with %s', (lines, kind, under, code, sentence) => {
    const added = add(drawn(lines), kind, under);
    expect(added.ok ? 'added' : added.problem.code).toBe(code);
    expect(added.ok ? '' : added.problem.message.en).toBe(sentence);
  });
});

describe('what has no place of its own', () => {
  const start = drawn([
    'vpc prod',
    'subnet web in prod',
    'instance box in web',
    'internetGateway igw in prod',
  ]);

  it('serves the subnet that a table is let go on, with the routes that it follows', () => {
    const first = add(start, 'routeTable', 'web');
    if (!first.ok) throw new Error(first.problem.message.en);
    const web = idOf(start, 'web');
    expect(first.value.taken).toBe(web);
    const routed = setField(first.value.design, first.value.id, 'routes', [
      { destinationCidrBlock: '0.0.0.0/0', gatewayId: idOf(start, 'igw') },
    ]);
    const second = add(routed, 'routeTable', 'web');
    if (!second.ok) throw new Error(second.problem.message.en);
    expect(second.value.design.resources[second.value.id]).toMatchObject({
      routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: idOf(start, 'igw') }],
      associations: [{ subnetId: web }],
    });
    expect(second.value.design.resources[first.value.id]).toMatchObject({ associations: [] });
  });

  it.each([
    ['securityGroup', 'box', 'box'],
    ['networkAcl', 'web', 'web'],
    ['routeTable', 'box', 'web'],
    ['securityGroup', 'web', undefined],
    ['routeTable', 'prod', undefined],
  ] as const)('%s let go on %s is taken by %s', (kind, under, taken) => {
    const added = add(start, kind, under);
    expect(added.ok && added.value.taken).toBe(taken === undefined ? undefined : idOf(start, taken));
  });
});
