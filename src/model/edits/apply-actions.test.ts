import { describe, expect, it } from 'vitest';
import type { AwsAction } from '../action.ts';
import { emptyDesign, type Design } from '../design.ts';
import { unknownBecause } from '../unknown.ts';
import { applyActions } from './apply-actions.ts';

const start: Design = {
  ...emptyDesign('start'),
  resources: {
    'vpc-1': { kind: 'vpc', cidrBlock: '10.0.0.0/16' },
    'subnet-1': { kind: 'subnet', vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' },
    'rtb-1': { kind: 'routeTable', vpcId: 'vpc-1', associations: [{ main: true }, { subnetId: 'subnet-1' }] },
    'rtb-2': {
      kind: 'routeTable',
      vpcId: 'vpc-1',
      routes: [
        { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' },
        { destinationPrefixListId: 'pl-1', gatewayId: 'igw-1' },
      ],
    },
    'rtb-3': { kind: 'routeTable', vpcId: 'vpc-1', routes: unknownBecause('not supplied') },
    'igw-1': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] },
    'nat-1': {
      kind: 'natGateway',
      subnetId: 'subnet-1',
      natGatewayAddresses: [{ allocationId: 'eipalloc-1' }],
    },
    'eipalloc-1': { kind: 'elasticIp', natGatewayId: 'nat-1' },
    'eipalloc-2': { kind: 'elasticIp' },
    'sg-1': {
      kind: 'securityGroup',
      vpcId: 'vpc-1',
      groupName: 'web',
      rules: [
        { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0', description: 'ssh' },
        { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
      ],
    },
    'acl-1': {
      kind: 'networkAcl',
      vpcId: 'vpc-1',
      isDefault: true,
      associations: [{ subnetId: 'subnet-1' }],
      entries: [
        { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
        { ruleNumber: 200, protocol: '6', ruleAction: 'deny', cidrBlock: '10.0.0.0/8' },
      ],
    },
    'acl-2': { kind: 'networkAcl', vpcId: 'vpc-1' },
    'eni-1': { kind: 'networkInterface', subnetId: 'subnet-1' },
    'i-1': { kind: 'instance', subnetId: 'subnet-1', instanceState: 'stopped' },
    'bpa-1': { kind: 'vpcBlockPublicAccess', internetGatewayBlockMode: 'block-bidirectional' },
  },
};

type Parameters = AwsAction['parameters'];
type Expected = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const cases: readonly (readonly [string, string, Parameters, Expected])[] = [
  [
    'CreateRoute',
    'rtb-1',
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
    { 'rtb-1': { routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }] } },
  ],
  ['CreateRoute', 'rtb-1', { gatewayId: 'igw-1' }, { 'rtb-1': { routes: undefined } }],
  [
    'CreateRoute',
    'rtb-3',
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
    { 'rtb-3': { routes: unknownBecause('not supplied') } },
  ],
  [
    'ReplaceRoute',
    'rtb-2',
    { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
    {
      'rtb-2': {
        routes: [
          { destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' },
          { destinationPrefixListId: 'pl-1', gatewayId: 'igw-1' },
        ],
      },
    },
  ],
  [
    'DeleteRoute',
    'rtb-2',
    { destinationPrefixListId: 'pl-1' },
    { 'rtb-2': { routes: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-1' }] } },
  ],
  [
    'AssociateRouteTable',
    'rtb-2',
    { subnetId: 'subnet-1' },
    { 'rtb-1': { associations: [{ main: true }] }, 'rtb-2': { associations: [{ subnetId: 'subnet-1' }] } },
  ],
  [
    'CreateRouteTable',
    'vpc-1',
    { routeTableId: 'rtb-9', name: 'own' },
    { 'rtb-9': { kind: 'routeTable', tags: { Name: 'own' }, vpcId: 'vpc-1' } },
  ],
  [
    'AuthorizeSecurityGroupIngress',
    'sg-1',
    { ipProtocol: 'tcp', fromPort: 443, toPort: 443, groupId: 'sg-1' },
    {
      'sg-1': {
        rules: [
          ...rulesOf(),
          { ipProtocol: 'tcp', fromPort: 443, toPort: 443, referencedGroupInfo: { groupId: 'sg-1' } },
        ],
      },
    },
  ],
  [
    'AuthorizeSecurityGroupIngress',
    'sg-1',
    { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0' },
    { 'sg-1': { rules: rulesOf() } },
  ],
  [
    'AuthorizeSecurityGroupEgress',
    'sg-1',
    { ipProtocol: '-1', cidrIpv6: '::/0' },
    { 'sg-1': { rules: [...rulesOf(), { isEgress: true, ipProtocol: '-1', cidrIpv6: '::/0' }] } },
  ],
  [
    'RevokeSecurityGroupIngress',
    'sg-1',
    { ipProtocol: 'tcp', fromPort: 22, toPort: 22, cidrIpv4: '0.0.0.0/0' },
    { 'sg-1': { rules: rulesOf().slice(1) } },
  ],
  ['RevokeSecurityGroupEgress', 'sg-1', { index: 1 }, { 'sg-1': { rules: rulesOf().slice(0, 1) } }],
  [
    'RevokeSecurityGroupIngress',
    'sg-1',
    { ipProtocol: 'udp', cidrIpv4: '0.0.0.0/0' },
    { 'sg-1': { rules: rulesOf() } },
  ],
  [
    'CreateNetworkAclEntry',
    'acl-1',
    {
      ruleNumber: 150,
      egress: false,
      protocol: '6',
      ruleAction: 'allow',
      cidrBlock: '10.0.0.0/16',
      fromPort: 1024,
      toPort: 65535,
    },
    {
      'acl-1': {
        entries: [
          entriesOf()[0],
          {
            ruleNumber: 150,
            protocol: '6',
            ruleAction: 'allow',
            cidrBlock: '10.0.0.0/16',
            portRange: { from: 1024, to: 65535 },
          },
          entriesOf()[1],
        ],
      },
    },
  ],
  [
    'CreateNetworkAclEntry',
    'acl-1',
    {
      ruleNumber: 100,
      egress: true,
      protocol: '1',
      ruleAction: 'allow',
      ipv6CidrBlock: '::/0',
      icmpType: -1,
      icmpCode: -1,
    },
    {
      'acl-1': {
        entries: [
          ...entriesOf(),
          {
            ruleNumber: 100,
            egress: true,
            protocol: '1',
            ruleAction: 'allow',
            ipv6CidrBlock: '::/0',
            icmpTypeCode: { type: -1, code: -1 },
          },
        ],
      },
    },
  ],
  [
    'ReplaceNetworkAclEntry',
    'acl-1',
    { ruleNumber: 200, egress: false, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
    {
      'acl-1': {
        entries: [
          entriesOf()[0],
          { ruleNumber: 200, protocol: '-1', ruleAction: 'allow', cidrBlock: '0.0.0.0/0' },
        ],
      },
    },
  ],
  [
    'DeleteNetworkAclEntry',
    'acl-1',
    { ruleNumber: 200, egress: false },
    { 'acl-1': { entries: [entriesOf()[0]] } },
  ],
  [
    'DeleteNetworkAclEntry',
    'acl-1',
    { ruleNumber: 200, egress: true },
    { 'acl-1': { entries: entriesOf() } },
  ],
  [
    'ReplaceNetworkAclAssociation',
    'acl-2',
    { subnetId: 'subnet-1' },
    { 'acl-1': { associations: [] }, 'acl-2': { associations: [{ subnetId: 'subnet-1' }] } },
  ],
  ['AttachInternetGateway', 'igw-1', { vpcId: 'vpc-2' }, { 'igw-1': { attachments: [{ vpcId: 'vpc-2' }] } }],
  ['DetachInternetGateway', 'igw-1', { vpcId: 'vpc-1' }, { 'igw-1': { attachments: [] } }],
  [
    'CreateInternetGateway',
    'vpc-1',
    { internetGatewayId: 'igw-9' },
    { 'igw-9': { kind: 'internetGateway', attachments: [{ vpcId: 'vpc-1' }] } },
  ],
  [
    'CreateEgressOnlyInternetGateway',
    'vpc-1',
    { egressOnlyInternetGatewayId: 'eigw-9' },
    { 'eigw-9': { kind: 'egressOnlyInternetGateway', attachments: [{ vpcId: 'vpc-1' }] } },
  ],
  ['AllocateAddress', 'eipalloc-9', {}, { 'eipalloc-9': { kind: 'elasticIp' } }],
  [
    'AssociateAddress',
    'eipalloc-1',
    { networkInterfaceId: 'eni:i-1' },
    { 'eipalloc-1': { natGatewayId: undefined, instanceId: 'i-1' }, 'nat-1': { natGatewayAddresses: [] } },
  ],
  [
    'AssociateAddress',
    'eipalloc-2',
    { natGatewayId: 'nat-1' },
    {
      'eipalloc-2': { natGatewayId: 'nat-1' },
      'nat-1': { natGatewayAddresses: [{ allocationId: 'eipalloc-1' }, { allocationId: 'eipalloc-2' }] },
    },
  ],
  [
    'AssociateAddress',
    'eipalloc-2',
    { networkInterfaceId: 'eni-1', privateIpAddress: '10.0.0.9' },
    { 'eipalloc-2': { networkInterfaceId: 'eni-1', privateIpAddress: '10.0.0.9' } },
  ],
  [
    'DisassociateAddress',
    'eipalloc-1',
    {},
    { 'eipalloc-1': { natGatewayId: undefined }, 'nat-1': { natGatewayAddresses: [] } },
  ],
  ['ReleaseAddress', 'eipalloc-1', {}, { 'eipalloc-1': undefined, 'nat-1': { natGatewayAddresses: [] } }],
  [
    'CreateNatGateway',
    'subnet-1',
    { natGatewayId: 'nat-9', allocationId: 'eipalloc-2' },
    {
      'nat-9': {
        kind: 'natGateway',
        subnetId: 'subnet-1',
        natGatewayAddresses: [{ allocationId: 'eipalloc-2' }],
      },
      'eipalloc-2': { natGatewayId: 'nat-9' },
    },
  ],
  [
    'ModifyNetworkInterfaceAttribute',
    'eni-1',
    { sourceDestCheck: false },
    { 'eni-1': { sourceDestCheck: false } },
  ],
  [
    'ModifyNetworkInterfaceAttribute',
    'eni:i-1',
    { associatePublicIpAddress: true, securityGroupIds: ['sg-1'] },
    { 'i-1': { associatePublicIpAddress: true, securityGroupIds: ['sg-1'] } },
  ],
  ['ModifyInstanceAttribute', 'i-1', { sourceDestCheck: false }, { 'i-1': { sourceDestCheck: false } }],
  [
    'ModifyInstanceMetadataOptions',
    'i-1',
    { httpEndpoint: 'disabled' },
    { 'i-1': { metadataOptions: { httpEndpoint: 'disabled' } } },
  ],
  ['StartInstances', 'i-1', {}, { 'i-1': { instanceState: 'running' } }],
  [
    'ModifySubnetAttribute',
    'subnet-1',
    { mapPublicIpOnLaunch: true, noSuchMember: 'x' },
    { 'subnet-1': { mapPublicIpOnLaunch: true, noSuchMember: undefined } },
  ],
  [
    'AssociateSubnetCidrBlock',
    'subnet-1',
    { cidrBlock: '10.0.9.0/24' },
    { 'subnet-1': { cidrBlock: '10.0.9.0/24' } },
  ],
  [
    'AssociateVpcCidrBlock',
    'vpc-1',
    { cidrBlock: '10.1.0.0/16' },
    { 'vpc-1': { cidrBlock: '10.0.0.0/16', cidrBlockAssociationSet: [{ cidrBlock: '10.1.0.0/16' }] } },
  ],
  ['CreateTags', 'i-1', { name: 'web-1' }, { 'i-1': { tags: { Name: 'web-1' } } }],
  [
    'CreateVpcBlockPublicAccessExclusion',
    'bpa-1',
    { resourceId: 'vpc-1', internetGatewayExclusionMode: 'allow-egress' },
    { 'bpa-1': { exclusions: [{ resourceId: 'vpc-1', internetGatewayExclusionMode: 'allow-egress' }] } },
  ],
];

it('a route is the same however its block is written', () => {
  const table: Design = {
    ...start,
    resources: {
      ...start.resources,
      'rtb-6': {
        kind: 'routeTable',
        routes: [{ destinationIpv6CidrBlock: '2001:db8:0:0::/64', gatewayId: 'local' }],
      },
    },
  };
  const parameters = { destinationIpv6CidrBlock: '2001:db8::/64' };
  const after = applyActions(table, [{ action: 'DeleteRoute', resource: 'rtb-6', parameters }]);
  expect(after.resources['rtb-6']).toMatchObject({ routes: [] });
});

it('ModifyVpcBlockPublicAccessExclusion changes the one that stands, and no other', () => {
  const under = (mode: string) => ({ resourceId: 'vpc-1', internetGatewayExclusionMode: mode });
  const other = { resourceId: 'subnet-1', internetGatewayExclusionMode: 'allow-egress' };
  const excluded: Design = {
    ...start,
    resources: {
      ...start.resources,
      'bpa-1': { kind: 'vpcBlockPublicAccess', exclusions: [under('allow-egress'), other] },
    },
  };
  const action = 'ModifyVpcBlockPublicAccessExclusion';
  const after = applyActions(excluded, [
    { action, resource: 'bpa-1', parameters: under('allow-bidirectional') },
  ]);
  expect(after.resources['bpa-1']).toMatchObject({ exclusions: [under('allow-bidirectional'), other] });
  expect(applyActions(start, [{ action, resource: 'bpa-1', parameters: under('allow-egress') }])).toEqual(
    start,
  );
});

function rulesOf(): readonly unknown[] {
  const group = start.resources['sg-1'];
  return group?.kind === 'securityGroup' && Array.isArray(group.rules) ? group.rules : [];
}

function entriesOf(): readonly unknown[] {
  const acl = start.resources['acl-1'];
  return acl?.kind === 'networkAcl' && Array.isArray(acl.entries) ? acl.entries : [];
}

describe('applyActions', () => {
  it.each(cases)('%s on %s with %j', (action, resource, parameters, expected) => {
    const after = applyActions(start, [{ action, resource, parameters }]);
    for (const [id, members] of Object.entries(expected)) {
      const found: Readonly<Record<string, unknown>> | undefined = after.resources[id];
      if (members === undefined) expect(found).toBeUndefined();
      else for (const [name, value] of Object.entries(members)) expect(found?.[name], name).toEqual(value);
    }
  });

  it.each(cases)(
    '%s on a resource that is not there changes nothing it should not',
    (action, _, parameters) => {
      if (action === 'AllocateAddress') return;
      expect(applyActions(start, [{ action, resource: 'gone-1', parameters }])).toBe(start);
    },
  );

  it('takes actions in order, so that a later one may use what an earlier one made', () => {
    const after = applyActions(start, [
      { action: 'AllocateAddress', resource: 'eipalloc-9', parameters: {} },
      {
        action: 'CreateNatGateway',
        resource: 'subnet-1',
        parameters: { natGatewayId: 'nat-9', allocationId: 'eipalloc-9' },
      },
      {
        action: 'CreateRoute',
        resource: 'rtb-1',
        parameters: { destinationCidrBlock: '0.0.0.0/0', natGatewayId: 'nat-9' },
      },
    ]);
    expect(after.resources['eipalloc-9']).toEqual({ kind: 'elasticIp', natGatewayId: 'nat-9' });
    expect(after.resources['rtb-1']).toMatchObject({ routes: [{ natGatewayId: 'nat-9' }] });
  });

  it.each([
    ['AssociateRouteTable', 'routeTable', 'rtb-2', 'rtb-1'],
    ['ReplaceNetworkAclAssociation', 'networkAcl', 'acl-2', 'acl-1'],
  ] as const)('%s ends a second association of the subnet', (action, kind, resource, other) => {
    const associations = [{ subnetId: 'subnet-1' }];
    const twice: Design = {
      ...start,
      resources: { ...start.resources, [resource]: { kind, vpcId: 'vpc-1', associations } },
    };
    const after = applyActions(twice, [{ action, resource, parameters: { subnetId: 'subnet-1' } }]);
    expect(after.resources[resource]).toMatchObject({ associations });
    expect(JSON.stringify(after.resources[other])).not.toContain('subnet-1');
  });

  it('never touches the design it was given', () => {
    const before = structuredClone(start);
    for (const [action, resource, parameters] of cases)
      applyActions(start, [{ action, resource, parameters }]);
    expect(start).toEqual(before);
  });
});
