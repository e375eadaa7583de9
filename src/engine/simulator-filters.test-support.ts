/** How the simulator judges one header at a security group (SG), a network ACL (NA) and Block Public Access (BP). */

import type {
  NetworkAclEntry,
  Resource,
  ResourceId,
  SecurityGroup,
  SecurityGroupRule,
} from '../model/index.ts';
import type { Family } from '../net/index.ts';
import { inBlock, readBlock } from './simulator-blocks.test-support.ts';
import {
  holds,
  isImport,
  isSupplied,
  readAs,
  told,
  valueOf,
  type Facts,
  type SimInterface,
  type SimSubnet,
  type SimVpc,
  type Told,
} from './simulator-facts.test-support.ts';
import type { Readings } from './simulator-readings.test-support.ts';

/** Whether a stated assumption is taken, or is one more fact that is not known (V-0). */
export type Assume = 'stated' | 'nothing';

export interface World {
  readonly facts: Facts;
  readonly readings: Readings;
  readonly assume: Assume;
  /** Names an address in a fact that may differ address by address; the same for all where that would be too many. */
  readonly apart: (address: bigint) => string;
  /** What appliances were found to do in this reading; finding it out is long (NI-3). */
  readonly forwarding: Map<string, 'nat' | 'pass' | 'none'>;
}

/** One concrete header. Ports are 0 where the protocol has none; type and code are those of ICMP. */
export interface Header {
  readonly family: Family;
  readonly src: bigint;
  readonly dst: bigint;
  readonly protocol: number;
  readonly sport: number;
  readonly dport: number;
  readonly type: number;
  readonly code: number;
  /** The interface whose groups the packet still carries (SG-4, SG-6). */
  readonly identity: SimInterface | undefined;
}

export const headerKey = (h: Header): string =>
  [h.src, h.dst, h.protocol, h.sport, h.dport, h.type, h.code].join(' ');

/** A match that is certain, or hangs on a fact. */
type Match = boolean | { readonly fact: string };

const both = (matches: readonly Match[]): Match => {
  if (matches.includes(false)) return false;
  return matches.find((match) => match !== true) ?? true;
};

/** Certain matches first; then each fact in turn, until one lets it through. */
function anyMatch(world: World, matches: readonly Match[]): boolean {
  if (matches.includes(true)) return true;
  return matches.some(
    (match) => typeof match === 'object' && world.readings.choose(match.fact, [false, true]),
  );
}

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** `from`, `to` are ports, or an ICMP type and code; absent or -1 is any (SG-2, NA-3). */
function protocolMatches(
  said: Told<string>,
  from: number | undefined,
  to: number | undefined,
  h: Header,
  fact: string,
): Match {
  if (!said.known) return { fact };
  if (said.value === '-1' || said.value === 'all') return true;
  if ((PROTOCOLS[said.value] ?? Number(said.value)) !== h.protocol) return false;
  const isAny = (value: number | undefined): value is undefined => value === undefined || value === -1;
  if (h.protocol === 6 || h.protocol === 17)
    return isAny(from) || (from <= h.dport && h.dport <= (to ?? from));
  if (h.protocol === 1 || h.protocol === 58)
    return isAny(from) || (from === h.type && (isAny(to) || to === h.code));
  return true;
}

function blockMatches(said: Told<string> | undefined, h: Header, address: bigint, fact: string): Match {
  if (!said) return false;
  return said.known ? inBlock(readBlock(said.value), h.family, address) : { fact: `${fact} ${address}` };
}

/** The entries of a prefix list of a family; undefined when they are not known. An empty list is not known (RT-2). */
export function listEntries(world: World, id: ResourceId, family: Family): readonly string[] | undefined {
  const list = world.facts.design.resources[id];
  if (list?.kind !== 'managedPrefixList') return undefined;
  const listFamily = valueOf(list.addressFamily) === 'IPv6' ? 6 : 4;
  if (listFamily !== family) return [];
  const entries = valueOf(list.entries) ?? [];
  return entries.length === 0 ? undefined : entries.map((entry) => entry.cidr);
}

function listMatches(world: World, id: Told<string>, h: Header, address: bigint, fact: string): Match {
  if (!id.known) return { fact };
  const entries = listEntries(world, id.value, h.family);
  if (!entries) return { fact: `entries of ${id.value} ${world.apart(address)}` };
  return entries.some((text) => inBlock(readBlock(text), h.family, address));
}

/** The id of a VPC's default group, or a made-up one where it is AWS's own and not drawn (V-6). */
function defaultGroup(world: World, vpc: SimVpc): Told<ResourceId> {
  for (const [id, resource] of Object.entries(world.facts.design.resources)) {
    if (resource.kind !== 'securityGroup' || valueOf(resource.vpcId) !== vpc.id) continue;
    if (valueOf(resource.groupName) === 'default') return { known: true, value: id };
  }
  if (isImport(world.facts.design)) return { known: false, candidates: undefined };
  return { known: true, value: `default of ${vpc.id}` };
}

/** SG-1: no interface is without a group; the default group stands in. */
function groupsOf(world: World, eni: SimInterface): Told<readonly ResourceId[]> {
  const { groups } = eni;
  if (groups && (!groups.known || groups.value.length > 0)) return groups;
  const group = defaultGroup(world, eni.subnet.vpc);
  return group.known ? { known: true, value: [group.value] } : { known: false, candidates: undefined };
}

/** Whether an interface carries a group (SG-4). */
function carries(world: World, eni: SimInterface | undefined, group: ResourceId): Match {
  if (!eni) return false;
  const groups = groupsOf(world, eni);
  return groups.known ? groups.value.includes(group) : { fact: `${eni.id} carries ${group}` };
}

/** The interface of a VPC that holds an address. */
export const interfaceAt = (
  world: World,
  vpc: SimVpc,
  family: Family,
  address: bigint,
): SimInterface | undefined =>
  world.facts.interfaces.find(
    (eni) => eni.subnet.vpc.id === vpc.id && holds(world.readings, eni, family, address),
  );

type Side = 'in' | 'out';

const EVERYWHERE: readonly SecurityGroupRule[] = [
  { isEgress: true, ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' },
  { isEgress: true, ipProtocol: '-1', cidrIpv6: '::/0' },
];

/** The rules of a group; AWS's own where a drawn group states none (SG-1). Undefined: not known. */
function rulesOf(world: World, id: ResourceId, vpc: SimVpc): readonly SecurityGroupRule[] | undefined {
  const { design } = world.facts;
  const itself: SecurityGroupRule = { ipProtocol: '-1', referencedGroupInfo: { groupId: id } };
  if (id === `default of ${vpc.id}`) return [itself, ...EVERYWHERE];
  const group = design.resources[id];
  if (group?.kind !== 'securityGroup') return isSupplied(design, 'securityGroup', vpc) ? [] : undefined;
  // SG-8: a group of another VPC that is not associated with this one is none of its interfaces'.
  const home = valueOf(group.vpcId);
  const also = (valueOf(group.vpcAssociations) ?? []).map((item) => item.vpcId);
  if (home !== undefined && home !== vpc.id && !also.includes(vpc.id)) return [];
  const rules = told(group.rules as SecurityGroup['rules']);
  if (rules) return rules.known ? rules.value : undefined;
  return valueOf(group.groupName) === 'default' ? [itself, ...EVERYWHERE] : EVERYWHERE;
}

/**
 * Whether the groups of an interface let a header through (SG-1 to SG-9). `direct`: the rest of the way
 * keeps who the other end is, so that a rule by reference may match outward (SG-4).
 */
export function groupsAllow(
  world: World,
  eni: SimInterface,
  side: Side,
  h: Header,
  way: 'direct' | 'through a device',
): boolean {
  const { vpc } = eni.subnet;
  const groups = groupsOf(world, eni);
  const unknown = `groups of ${eni.id} ${side} ${headerKey(h)}`;
  if (!groups.known) {
    if (!groups.candidates) return world.readings.choose(unknown, [false, true]);
    const chosen = world.readings.choose(`groups of ${eni.id}`, groups.candidates);
    return anyMatch(
      world,
      chosen.map((id) => groupMatches(world, id, vpc, side, h, way)),
    );
  }
  return anyMatch(
    world,
    groups.value.map((id) => groupMatches(world, id, vpc, side, h, way)),
  );
}

function groupMatches(
  world: World,
  id: ResourceId,
  vpc: SimVpc,
  side: Side,
  h: Header,
  way: 'direct' | 'through a device',
): Match {
  const rules = rulesOf(world, id, vpc);
  if (!rules) return { fact: `rules of ${id} ${side} ${headerKey(h)}` };
  const matches = rules.map((rule, place): Match => {
    if ((rule.isEgress === true) !== (side === 'out')) return false;
    const fact = `rule ${place} of ${id} ${side}`;
    const from = told(rule.fromPort);
    const to = told(rule.toPort);
    const ports: Match =
      (from?.known ?? true) && (to?.known ?? true)
        ? protocolMatches(
            told(rule.ipProtocol) ?? { known: true, value: '-1' },
            from?.known ? from.value : undefined,
            to?.known ? to.value : undefined,
            h,
            `protocol ${fact} ${headerKey(h)}`,
          )
        : both([
            protocolMatches(
              told(rule.ipProtocol) ?? { known: true, value: '-1' },
              undefined,
              undefined,
              h,
              fact,
            ),
            { fact: `ports ${fact} ${headerKey(h)}` },
          ]);
    return both([ports, peerMatches(world, rule, vpc, side, h, way, fact)]);
  });
  if (matches.includes(true)) return true;
  return matches.find((match) => match !== false) ?? false;
}

function peerMatches(
  world: World,
  rule: SecurityGroupRule,
  vpc: SimVpc,
  side: Side,
  h: Header,
  way: 'direct' | 'through a device',
  fact: string,
): Match {
  const other = side === 'in' ? h.src : h.dst;
  const group = told(rule.referencedGroupInfo?.groupId);
  if (group) {
    // SG-4: only while identity is kept, and only by private addresses, which `identity` and `interfaceAt` mean.
    const peer =
      side === 'in' ? h.identity : way === 'direct' ? interfaceAt(world, vpc, h.family, other) : undefined;
    if (!peer) return false;
    return group.known ? carries(world, peer, group.value) : { fact: `group of ${fact} ${peer.id}` };
  }
  const list = told(rule.prefixListId);
  if (list) return listMatches(world, list, h, other, `list of ${fact} ${other}`);
  const [fourth, sixth] = [told(rule.cidrIpv4), told(rule.cidrIpv6)];
  return blockMatches(h.family === 4 ? fourth : sixth, h, other, `block of ${fact}`);
}

/** The ACL of a subnet (NA-1): its own, else the VPC's default. */
function aclOf(
  world: World,
  subnet: SimSubnet,
): Extract<Resource, { kind: 'networkAcl' }> | 'aws' | 'unknown' {
  const { design } = world.facts;
  const isWhole = isSupplied(design, 'networkAcl', subnet.vpc);
  const acls = Object.values(design.resources).flatMap((resource) =>
    resource.kind === 'networkAcl' && valueOf(resource.vpcId) === subnet.vpc.id ? [resource] : [],
  );
  const own = acls.find((acl) =>
    (valueOf(acl.associations) ?? []).some((item) => item.subnetId === subnet.id),
  );
  if (own) return own;
  for (const [place, acl] of acls.entries()) {
    // Associations that are not told may hold this subnet's.
    const isHidden = told(acl.associations)?.known === false;
    if (isHidden && world.readings.choose(`acl ${place} holds ${subnet.id}`, [false, true])) return acl;
  }
  if (!isWhole) return 'unknown'; // V-6: any other ACL might hold this subnet
  const standard = acls.find((acl) => valueOf(acl.isDefault) === true);
  if (standard) return standard;
  return isImport(design) ? 'unknown' : 'aws';
}

/** Whether a subnet's ACL lets a header cross its border (NA-1 to NA-4). */
export function aclAllows(world: World, subnet: SimSubnet, side: Side, h: Header): boolean {
  const acl = aclOf(world, subnet);
  if (acl === 'aws') return true; // NA-2: the default ACL allows everything, both families
  const fact = `acl of ${subnet.id} ${side} ${headerKey(h)}`;
  if (acl === 'unknown') return world.readings.choose(fact, [false, true]);
  const entries = told<readonly NetworkAclEntry[]>(acl.entries);
  if (!entries) return valueOf(acl.isDefault) === true; // NA-2: a custom ACL starts with denies only
  if (!entries.known) return world.readings.choose(fact, [false, true]);
  const ordered = entries.value
    .filter((entry) => (entry.egress === true) === (side === 'out'))
    .sort((a, b) => a.ruleNumber - b.ruleNumber);
  for (const entry of ordered) {
    const place = `entry ${entry.ruleNumber} ${fact}`;
    const icmp = h.protocol === 1 || h.protocol === 58;
    const [from, to] = icmp
      ? [entry.icmpTypeCode?.type, entry.icmpTypeCode?.code]
      : [entry.portRange?.from, entry.portRange?.to];
    const address = side === 'in' ? h.src : h.dst;
    const block = told(h.family === 4 ? entry.cidrBlock : entry.ipv6CidrBlock);
    const match = both([
      protocolMatches(told(entry.protocol) ?? { known: true, value: '-1' }, from, to, h, `protocol ${place}`),
      blockMatches(block, h, address, `block ${place}`),
    ]);
    if (anyMatch(world, [match])) return entry.ruleAction === 'allow';
  }
  return false; // `*`
}

type Mode = 'off' | 'block-bidirectional' | 'block-ingress';

const isMode = (text: string | undefined): text is Mode =>
  text === 'off' || text === 'block-bidirectional' || text === 'block-ingress';

/** What of Block Public Access is left for a subnet, or for a VPC as a whole, after its exclusions (BP-1). */
export function publicAccessMode(world: World, vpc: SimVpc, subnet: SimSubnet | undefined): Mode {
  const { design } = world.facts;
  const agrees = (a: string | undefined, b: string | undefined): boolean =>
    a === undefined || b === undefined || a === b;
  for (const [id, resource] of Object.entries(design.resources)) {
    if (resource.kind !== 'vpcBlockPublicAccess') continue;
    const [idOwner, idRegion] = id.includes('/') ? id.split('/') : [undefined, undefined];
    if (!agrees(valueOf(resource.ownerId) ?? idOwner, vpc.ownerId)) continue;
    if (!agrees(valueOf(resource.region) ?? idRegion, vpc.region)) continue;
    const said = told<string>(resource.internetGatewayBlockMode) ?? { known: true, value: 'off' };
    const mode = readAs(world.readings, `mode of ${id}`, said, [
      'off',
      'block-bidirectional',
      'block-ingress',
    ]);
    if (!isMode(mode) || mode === 'off') return 'off';
    const exclusions = (valueOf(resource.exclusions) ?? []).filter(
      (item) => item.resourceId === vpc.id || item.resourceId === subnet?.id,
    );
    if (exclusions.length === 0) return mode;
    const modes = [...new Set(exclusions.map((item) => item.internetGatewayExclusionMode))];
    // BP-4: a VPC's and a subnet's exclusion that differ, and any exclusion of a regional NAT gateway, are not settled.
    const exclusion = world.readings.choose(
      `exclusion of ${vpc.id} ${subnet?.id ?? 'regional'}`,
      subnet ? modes : [...modes, 'none'],
    );
    if (exclusion === 'allow-bidirectional') return 'off';
    return exclusion === 'allow-egress' && mode === 'block-bidirectional' ? 'block-ingress' : mode;
  }
  if (subnet && isMode(subnet.blockMode)) return subnet.blockMode; // V-6: the subnet's own word
  if (isSupplied(design, 'vpcBlockPublicAccess', vpc) || world.assume === 'stated') return 'off';
  return world.readings.choose(`public access of ${vpc.id}`, ['off', 'block-bidirectional', 'block-ingress']);
}

/** BP-1: whether a packet may meet a gateway at a subnet's interface. */
export function publicAccessAllows(
  world: World,
  gateway: 'internet' | 'egress only',
  at: { readonly vpc: SimVpc; readonly subnet: SimSubnet | undefined; readonly isNat: boolean },
  initiator: 'inside' | 'outside',
): boolean {
  const mode = publicAccessMode(world, at.vpc, at.subnet);
  if (mode === 'off') return true;
  if (mode === 'block-bidirectional') return false;
  return initiator === 'inside' && (gateway === 'egress only' || at.isNat); // BP-2
}
