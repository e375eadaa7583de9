/** Fixes of what filters deny: a rule in a group, an entry in an ACL, for the one other end and the asked headers alone (V-12). */

import { known, type AwsAction, type ResourceId } from '../../model/index.ts';
import {
  NO_HEADERS,
  TCP_HEADERS,
  UDP_HEADERS,
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
  toCidrs,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type { AclNode, GroupNode, InterfaceNode, Network, SubnetNode } from '../compile/network.ts';
import type { Packet } from './packet.ts';
import type { Walk } from './walk.ts';

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

interface Peer {
  readonly names: string;
  readonly members: readonly Readonly<Record<string, string>>[];
}

/** The sender's first group, where a rule may name it: of the same VPC, and known by its own address (SG-6). */
function groupPeer(node: InterfaceNode, side: 'in' | 'out', packet: Packet): Peer | undefined {
  const sender = side === 'in' ? packet.identity : undefined;
  const group = sender?.vpc === node.vpc ? sender.groups.find((each) => !each.missing) : undefined;
  return group && { names: group.id, members: [{ groupId: group.id }] };
}

/** What has each group, by what a person sees as the thing. */
function holdersOf(network: Network): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> {
  const kept = network.memo.get('group holders');
  if (kept !== undefined) return kept as ReadonlyMap<ResourceId, ReadonlySet<ResourceId>>;
  const holders = new Map<ResourceId, Set<ResourceId>>();
  for (const { owner, groups } of network.interfaces.values()) {
    for (const { id } of groups) {
      const found = holders.get(id);
      if (found) found.add(owner);
      else holders.set(id, new Set([owner]));
    }
  }
  network.memo.set('group holders', holders);
  return holders;
}

const isDefaultGroup = (network: Network, id: ResourceId): boolean => {
  const group = network.design.resources[id];
  return group?.kind === 'securityGroup' && known(group.groupName) === 'default';
};

/** The group whose rules the fewest others share; the default one only where there is no other. */
function ownestGroup({ network }: Walk, node: InterfaceNode): GroupNode | undefined {
  const holders = holdersOf(network);
  const rank = ({ id }: GroupNode): number =>
    isDefaultGroup(network, id) ? Number.POSITIVE_INFINITY : (holders.get(id)?.size ?? 0);
  const [first] = node.groups
    .filter((each) => !each.missing && network.design.resources[each.id])
    .toSorted((left, right) => (rank(left) === rank(right) ? 0 : rank(left) - rank(right)));
  return first;
}

/**
 * Allow the asked headers in the group that is most the interface's own: for the other end's address alone, or for
 * everything in the group that it is in. Who else has the group is told: the rule opens that, too.
 */
export function allowInGroup(walk: Walk, node: InterfaceNode, side: 'in' | 'out', packet: Packet): Fix[] {
  const group = ownestGroup(walk, node);
  if (!group) return [];
  const others = [...(holdersOf(walk.network).get(group.id) ?? [])].filter((owner) => owner !== node.owner);
  const set = side === 'in' ? packet.src : packet.dst;
  const blocks = blocksFor(set, side === 'in' ? packet.srcOwner : packet.dstOwner);
  const member = blockMember(packet.family, 'group');
  const byAddress: Peer = { names: blocks.join(', '), members: blocks.map((block) => ({ [member]: block })) };
  const byGroup = groupPeer(node, side, packet);
  const parts = rulePartsOf(askedCore(walk));
  return [byAddress, ...(byGroup ? [byGroup] : [])].flatMap(({ names, members }): Fix[] => {
    const actions = parts.flatMap((part) =>
      members.map((peer): AwsAction => ({
        action: side === 'in' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress',
        resource: group.id,
        parameters: {
          ipProtocol: part.protocol,
          ...(part.from === undefined ? {} : { fromPort: part.from, toPort: part.to ?? part.from }),
          ...peer,
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
          peer: names,
          protocol: walk.ports.protocol,
          ports: walk.ports.dst,
          interface: node.owner,
          ...(others.length === 0 ? {} : sharing(others)),
        },
        actions,
      },
    ];
  });
}

/** Others with the group are named while they are few. */
const NAMED = 3;

const sharing = (others: readonly ResourceId[]): Readonly<Record<string, string>> =>
  others.length > NAMED ? { userCount: String(others.length) } : { users: others.join(', ') };

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
