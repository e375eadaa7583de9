/** Candidate fixes for blockers: the narrowest change first (V-12). Nothing here is offered before it has been tried on a copy. */

import { known, resourcesOfKind, type AwsAction, type ResourceId } from '../../model/index.ts';
import {
  bitsOf,
  commonHeaders,
  describeHeaders,
  formatAddress,
  formatCidr,
  headersWithin,
  icmpHeaders,
  isEmptyHeaderSet,
  shareOf,
  singleAddress,
  TCP_HEADERS,
  toCidrs,
  UDP_HEADERS,
  unionOfHeaders,
  NO_HEADERS,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import { NAT64, PUBLIC } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type {
  AclNode,
  GatewayNode,
  InterfaceNode,
  NatNode,
  RouteNode,
  SubnetNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';
import type { Packet, Walk } from './walk.ts';

/** The blocks that a rule for the other end would name: one host, its subnet, or everyone (V-12). */
function blocksFor(set: AddressSet, owner: InterfaceNode | undefined): string[] {
  const single = singleAddress(set);
  if (single !== undefined) return [`${formatAddress(set.family, single)}/${bitsOf(set.family)}`];
  if (owner) return owner.subnet.cidrs[set.family].map(formatCidr);
  if (shareOf(set, PUBLIC[set.family]) === 'all') return [set.family === 4 ? '0.0.0.0/0' : '::/0'];
  return toCidrs(set).slice(0, 8).map(formatCidr);
}

interface RulePart {
  readonly protocol: string;
  readonly from?: number;
  readonly to?: number;
}

const ANY_PORT: HeaderSet = unionOfHeaders(TCP_HEADERS, UDP_HEADERS);

/** The asked headers as rule parts; one for everything where ports of every kind are asked. */
function rulePartsOf(headers: HeaderSet): RulePart[] {
  if (headersWithin(ANY_PORT, headers)) return [{ protocol: '-1' }];
  return describeHeaders(headers).flatMap((part): RulePart[] => {
    if (part.ports === undefined) return [{ protocol: part.protocol }];
    return part.ports.split(',').map((range) => {
      if (part.protocol === 'icmp' || part.protocol === 'icmpv6') {
        const [type, code] = range.split('-')[0]?.split('/') ?? [];
        return { protocol: part.protocol, from: Number(type), to: code === undefined ? -1 : Number(code) };
      }
      const [from, to] = range.split('-').map(Number);
      return { protocol: part.protocol, from: from ?? 0, to: to ?? from ?? 65_535 };
    });
  });
}

/** The headers that a fix must let through; behind NAT64 an echo is IPv4's (NG-9). */
function askedCore(walk: Walk): HeaderSet {
  const core = walk.segment.cores.reduce((sum, each) => unionOfHeaders(sum, each), NO_HEADERS);
  if (walk.nat64 === 'same-family') return core;
  const ports = commonHeaders(core, ANY_PORT);
  return isEmptyHeaderSet(commonHeaders(core, icmpHeaders(58, 128, 'any')))
    ? ports
    : unionOfHeaders(ports, icmpHeaders(1, 8, 0));
}

/** What an ACL must let back: the whole safe range of client ports, so that the next client fits too. */
function replyParts(headers: HeaderSet): RulePart[] {
  if (headersWithin(ANY_PORT, headers)) return [{ protocol: '-1' }];
  const parts: RulePart[] = [];
  for (const [protocol, line] of [
    ['tcp', TCP_HEADERS],
    ['udp', UDP_HEADERS],
  ] as const) {
    const common = commonHeaders(headers, line);
    if (isEmptyHeaderSet(common)) continue;
    const bounds = describeHeaders(common)[0]?.ports?.split(/[-,]/).map(Number) ?? [];
    const low = bounds[0] ?? 1024;
    const high = bounds.at(-1) ?? 65_535;
    parts.push({ protocol, from: Math.min(low, 1024), to: high < 1024 ? high : 65_535 });
  }
  const rest = describeHeaders(headers).filter((part) => part.protocol !== 'tcp' && part.protocol !== 'udp');
  for (const part of rest) {
    const [type, code] = part.ports?.split('/') ?? [];
    parts.push({
      protocol: part.protocol,
      ...(type === undefined ? {} : { from: Number(type), to: code === undefined ? -1 : Number(code) }),
    });
  }
  return parts;
}

const blockMember = (family: Family, side: 'group' | 'acl'): string =>
  side === 'group' ? (family === 4 ? 'cidrIpv4' : 'cidrIpv6') : family === 4 ? 'cidrBlock' : 'ipv6CidrBlock';

/** Allow the asked headers in the interface's first group, for the other end's address alone. */
export function allowInGroup(walk: Walk, node: InterfaceNode, side: 'in' | 'out', packet: Packet): Fix[] {
  const group = node.groups.find((each) => !each.missing && walk.network.design.resources[each.id]);
  if (!group) return [];
  const set = side === 'in' ? packet.src : packet.dst;
  const blocks = blocksFor(set, side === 'in' ? packet.srcOwner : packet.dstOwner);
  const action = side === 'in' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress';
  const actions = rulePartsOf(askedCore(walk)).flatMap((part) =>
    blocks.map((block): AwsAction => ({
      action,
      resource: group.id,
      parameters: {
        ipProtocol: part.protocol,
        ...(part.from === undefined ? {} : { fromPort: part.from, toPort: part.to ?? part.from }),
        [blockMember(packet.family, 'group')]: block,
      },
    })),
  );
  if (actions.length === 0 || actions.length > 40) return [];
  return [
    {
      id: 'allow-in-group',
      parameters: {
        group: group.id,
        direction: side,
        peer: blocks.join(', '),
        protocol: walk.ports.protocol,
        ports: walk.ports.dst,
        interface: node.owner,
      },
      actions,
    },
  ];
}

const PROTOCOL_TEXT: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1', icmpv6: '58' };

/** Allow the asked headers in the ACL, numbered just below what denies them. */
export function allowInAcl(
  walk: Walk,
  acl: AclNode,
  subnet: SubnetNode,
  side: 'in' | 'out',
  packet: Packet,
  deniedBy: number | undefined,
): Fix[] {
  if (acl.implied === 'implied' || acl.missing) return [];
  const set = side === 'in' ? packet.src : packet.dst;
  const blocks = blocksFor(set, side === 'in' ? packet.srcOwner : packet.dstOwner);
  const core = askedCore(walk);
  const parts = walk.direction === 'return' ? replyParts(core) : rulePartsOf(core);
  // Both families share one number space (NA-1), and the fixes of one way are applied together (V-11).
  const place = `${acl.id} ${side}`;
  const promised = walk.mended?.numbers.get(place) ?? new Set<number>();
  walk.mended?.numbers.set(place, promised);
  const used = new Set([
    ...[...acl.entries[side][4], ...acl.entries[side][6]].map((entry) => entry.number),
    ...promised,
  ]);
  const numbers: number[] = [];
  for (let index = 0; index < parts.length * blocks.length; index += 1) {
    const number = freeNumber(used, deniedBy);
    if (number === undefined) return [];
    used.add(number);
    promised.add(number);
    numbers.push(number);
  }
  const actions = parts.flatMap((part, partIndex) =>
    blocks.map((block, blockIndex): AwsAction => {
      const icmp = part.protocol === 'icmp' || part.protocol === 'icmpv6';
      return {
        action: 'CreateNetworkAclEntry',
        resource: acl.id,
        parameters: {
          ruleNumber: numbers[partIndex * blocks.length + blockIndex] ?? 1,
          egress: side === 'out',
          protocol: PROTOCOL_TEXT[part.protocol] ?? part.protocol,
          ruleAction: 'allow',
          [blockMember(packet.family, 'acl')]: block,
          ...(part.from === undefined
            ? {}
            : icmp
              ? { icmpType: part.from, icmpCode: part.to ?? -1 }
              : { fromPort: part.from, toPort: part.to ?? part.from }),
        },
      };
    }),
  );
  if (actions.length === 0 || actions.length > 40) return [];
  const shown =
    parts[0]?.from === undefined ? walk.ports.dst : `${parts[0].from}-${parts[0].to ?? parts[0].from}`;
  return [
    {
      id: 'allow-in-acl',
      parameters: {
        acl: acl.id,
        subnet: subnet.id,
        direction: side,
        number: String(numbers[0] ?? ''),
        peer: blocks.join(', '),
        protocol: walk.ports.protocol,
        ports:
          shown.split('-').length === 2 && shown.split('-')[0] === shown.split('-')[1]
            ? (shown.split('-')[0] ?? shown)
            : shown,
      },
      actions,
    },
  ];
}

function freeNumber(used: ReadonlySet<number>, deniedBy: number | undefined): number | undefined {
  if (deniedBy === undefined) {
    const highest = Math.max(0, ...used);
    const next = highest === 0 ? 100 : Math.floor(highest / 10) * 10 + 10;
    for (let number = Math.min(next, 32_766); number > 0; number -= 1)
      if (!used.has(number)) return number > highest ? number : undefined;
    return undefined;
  }
  for (let number = deniedBy - 1; number > 0; number -= 1) if (!used.has(number)) return number;
  return undefined;
}

/** What a new or changed route would point at. */
export type RouteGoal =
  | {
      readonly kind: 'internetGateway';
      readonly gateway: GatewayNode;
      readonly standing: 'attached' | 'detached' | 'new';
    }
  | { readonly kind: 'egressOnlyInternetGateway'; readonly gateway: GatewayNode }
  | { readonly kind: 'natGateway'; readonly nat: NatNode }
  /** One that does not stand there yet. */
  | { readonly kind: 'newNatGateway'; readonly nat: NatNode }
  | { readonly kind: 'interface'; readonly interface: InterfaceNode }
  | { readonly kind: 'local' };

const goalMember = (goal: RouteGoal): { readonly member: string; readonly id: ResourceId } => {
  switch (goal.kind) {
    case 'internetGateway':
      return { member: 'gatewayId', id: goal.gateway.id };
    case 'egressOnlyInternetGateway':
      return { member: 'egressOnlyInternetGatewayId', id: goal.gateway.id };
    case 'natGateway':
    case 'newNatGateway':
      return { member: 'natGatewayId', id: goal.nat.id };
    case 'interface': {
      const { id, owner } = goal.interface;
      return id === `eni:${owner}`
        ? { member: 'instanceId', id: owner }
        : { member: 'networkInterfaceId', id };
    }
    case 'local':
      return { member: 'gatewayId', id: 'local' };
  }
};

/** The destination of a route for these addresses: everything outside, NAT64's prefix, or the very blocks. */
function destinationFor(set: AddressSet): string {
  if (set.family === 6 && shareOf(set, NAT64) === 'all') return '64:ff9b::/96';
  if (shareOf(set, PUBLIC[set.family]) === 'all') return set.family === 4 ? '0.0.0.0/0' : '::/0';
  const [block] = toCidrs(set);
  return block ? formatCidr(block) : '0.0.0.0/0';
}

const destinationMember = (text: string): string =>
  !text.includes('/')
    ? 'destinationPrefixListId'
    : text.includes(':')
      ? 'destinationIpv6CidrBlock'
      : 'destinationCidrBlock';

/** Sends a destination to a working target: a new route, or the failing one changed. */
export function routeFix(
  table: TableNode,
  subnet: SubnetNode | undefined,
  packet: Packet,
  goal: RouteGoal,
  failing: RouteNode | undefined,
): Fix[] {
  const { member, id } = goalMember(goal);
  // Attached, the gateway that the route already names comes alive.
  const revives =
    failing?.target.kind === 'dead' && failing.target.state === 'detached' && failing.targetId === id;
  if (goal.kind === 'internetGateway' && goal.standing === 'detached' && revives)
    return attachGateway(table.vpc, goal.gateway);
  const destination = failing ? failing.destination : destinationFor(packet.dst);
  const actions: AwsAction[] = [];
  if (goal.kind === 'internetGateway' && goal.standing === 'new') {
    actions.push({
      action: 'CreateInternetGateway',
      resource: table.vpc.id,
      parameters: { internetGatewayId: id },
    });
  }
  if (goal.kind === 'internetGateway' && goal.standing === 'detached') {
    actions.push({ action: 'AttachInternetGateway', resource: id, parameters: { vpcId: table.vpc.id } });
  }
  const into = goal.kind === 'newNatGateway' ? goal.nat.subnet : undefined;
  if (into) {
    const allocationId = `eipalloc:${id}`;
    actions.push({ action: 'AllocateAddress', resource: allocationId, parameters: {} });
    actions.push({
      action: 'CreateNatGateway',
      resource: into.id,
      parameters: { natGatewayId: id, allocationId },
    });
  }
  let tableId = table.id;
  if (table.implied === 'implied') {
    if (!subnet) return [];
    tableId = `${subnet.id}.routeTable`;
    actions.push({
      action: 'CreateRouteTable',
      resource: table.vpc.id,
      parameters: { routeTableId: tableId },
    });
    actions.push({ action: 'AssociateRouteTable', resource: tableId, parameters: { subnetId: subnet.id } });
  }
  actions.push({
    action: failing ? 'ReplaceRoute' : 'CreateRoute',
    resource: tableId,
    parameters: { [destinationMember(destination)]: destination, [member]: id },
  });
  return [
    {
      id: into ? 'create-nat-gateway' : failing ? 'replace-route' : 'add-route',
      parameters: { table: tableId, destination, target: id, subnet: into?.id ?? subnet?.id ?? '' },
      actions,
    },
  ];
}

/** Leaves an address of the VPC to its local route: the route that took it away goes, or leads there again (RT-6). */
export function backToLocal(table: TableNode, route: RouteNode): Fix[] {
  if (table.implied === 'implied') return [];
  const isWhole = table.vpc.cidrs[route.cidr.family].some(
    (own) => own.first === route.cidr.first && own.last === route.cidr.last,
  );
  const destination = { [destinationMember(route.destination)]: route.destination };
  return [
    {
      id: isWhole ? 'replace-route' : 'delete-route',
      parameters: {
        table: table.id,
        destination: route.destination,
        target: isWhole ? 'local' : route.targetId,
      },
      actions: [
        isWhole
          ? { action: 'ReplaceRoute', resource: table.id, parameters: { ...destination, gatewayId: 'local' } }
          : { action: 'DeleteRoute', resource: table.id, parameters: destination },
      ],
    },
  ];
}

/** Gives a private address a public face. */
export function associateAddress(node: InterfaceNode): Fix[] {
  const allocation = `eipalloc:${node.owner}`;
  const onInstance = node.id === `eni:${node.owner}` && node.ownerKind === 'instance';
  const parameters: AwsAction['parameters'] =
    node.ownerKind === 'natGateway'
      ? { natGatewayId: node.owner }
      : onInstance
        ? { instanceId: node.owner }
        : { networkInterfaceId: node.id };
  return [
    {
      id: 'associate-address',
      parameters: { interface: node.owner },
      actions: [
        { action: 'AllocateAddress', resource: allocation, parameters: {} },
        { action: 'AssociateAddress', resource: allocation, parameters },
      ],
    },
  ];
}

export function sourceDestCheckOff(node: InterfaceNode): Fix[] {
  const implied = node.id === `eni:${node.owner}`;
  return [
    {
      id: 'source-dest-check-off',
      parameters: { interface: node.owner },
      actions: [
        implied
          ? {
              action: 'ModifyInstanceAttribute',
              resource: node.owner,
              parameters: { sourceDestCheck: false },
            }
          : {
              action: 'ModifyNetworkInterfaceAttribute',
              resource: node.id,
              parameters: { sourceDestCheck: false },
            },
      ],
    },
  ];
}

export function startInstance(node: InterfaceNode): Fix[] {
  if (node.state.kind !== 'dead' || node.ownerKind !== 'instance' || node.state.resource !== node.owner)
    return [];
  return [
    {
      id: 'start-instance',
      parameters: { instance: node.owner },
      actions: [{ action: 'StartInstances', resource: node.owner, parameters: {} }],
    },
  ];
}

/** Gives the VPC a gateway: the one that stands detached, or a new one. */
export function attachGateway(vpc: VpcNode, gateway: GatewayNode | undefined): Fix[] {
  if (gateway) {
    return [
      {
        id: 'attach-gateway',
        parameters: { gateway: gateway.id, vpc: vpc.id },
        actions: [{ action: 'AttachInternetGateway', resource: gateway.id, parameters: { vpcId: vpc.id } }],
      },
    ];
  }
  const id = `${vpc.id}.internetGateway`;
  return [
    {
      id: 'create-gateway',
      parameters: { gateway: id, vpc: vpc.id },
      actions: [{ action: 'CreateInternetGateway', resource: vpc.id, parameters: { internetGatewayId: id } }],
    },
  ];
}

/** Lets a NAT gateway's own subnet out: by a table that already leads to the gateway, else by a route. */
export function leadNatOut(
  nat: NatNode,
  subnet: SubnetNode,
  gateway: GatewayNode | undefined,
  publicTable: TableNode | undefined,
  packet: Packet,
): Fix[] {
  const fixes: Fix[] = [];
  if (publicTable) {
    fixes.push({
      id: 'associate-table',
      parameters: { table: publicTable.id, subnet: subnet.id, nat: nat.id },
      actions: [
        { action: 'AssociateRouteTable', resource: publicTable.id, parameters: { subnetId: subnet.id } },
      ],
    });
  }
  if (gateway) {
    const tableId = `${subnet.id}.routeTable`;
    fixes.push({
      id: 'associate-table',
      parameters: { table: tableId, subnet: subnet.id, nat: nat.id },
      actions: [
        { action: 'CreateRouteTable', resource: subnet.vpc.id, parameters: { routeTableId: tableId } },
        { action: 'AssociateRouteTable', resource: tableId, parameters: { subnetId: subnet.id } },
        {
          action: 'CreateRoute',
          resource: tableId,
          parameters: { destinationCidrBlock: destinationFor(packet.dst), gatewayId: gateway.id },
        },
      ],
    });
  }
  return fixes;
}

/** Opens a subnet by an exclusion: a new one, or what already covers it, widened (BP-4: two that differ are not settled). */
export function excludeFromBlock(
  walk: Walk,
  subnet: SubnetNode | undefined,
  mode: 'allow-bidirectional' | 'allow-egress',
): Fix[] {
  if (!subnet) return [];
  for (const [id, setting] of resourcesOfKind(walk.network.design, 'vpcBlockPublicAccess')) {
    const standing = (known(setting.exclusions) ?? []).find(
      ({ resourceId }) => resourceId === subnet.vpc.id || resourceId === subnet.id,
    );
    const place = standing?.resourceId ?? subnet.id;
    return [
      {
        id: standing ? 'change-exclusion' : 'exclude-from-block',
        parameters: { subnet: place, mode },
        actions: [
          {
            action: standing ? 'ModifyVpcBlockPublicAccessExclusion' : 'CreateVpcBlockPublicAccessExclusion',
            resource: id,
            parameters: { resourceId: place, internetGatewayExclusionMode: mode },
          },
        ],
      },
    ];
  }
  return [];
}

export function turnOnMetadata(node: InterfaceNode, family: Family): Fix[] {
  return [
    {
      id: 'turn-on-metadata',
      parameters: { instance: node.owner },
      actions: [
        {
          action: 'ModifyInstanceMetadataOptions',
          resource: node.owner,
          parameters:
            family === 6
              ? { httpEndpoint: 'enabled', httpProtocolIpv6: 'enabled' }
              : { httpEndpoint: 'enabled' },
        },
      ],
    },
  ];
}
