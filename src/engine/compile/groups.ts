/** Security groups compiled: each rule to a set of headers and a peer (SG-1…SG-9). */

import {
  known,
  type Design,
  type ResourceId,
  type SecurityGroup,
  type SecurityGroupRule,
} from '../../model/index.ts';
import {
  addressSet,
  addressesOf,
  EVERY_HEADER,
  icmpHeaders,
  NO_HEADERS,
  parseCidr,
  protocolHeaders,
  PROTOCOL_NUMBERS,
  tcpPorts,
  udpPorts,
  type AddressRange,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';
import { hasAwsDefaults, isComplete, missingFact, type Place } from './coverage.ts';
import type { GroupNode, GroupRule, Peer } from './network.ts';

/** A protocol as written: a name, a number, or everything. */
export function protocolNumber(text: string): number | 'all' | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '-1' || plain === 'all') return 'all';
  if (plain === 'icmpv6' || plain === 'icmp6' || plain === 'ipv6-icmp') return PROTOCOL_NUMBERS.icmpv6;
  if (plain === 'tcp' || plain === 'udp' || plain === 'icmp') return PROTOCOL_NUMBERS[plain];
  return /^\d{1,3}$/.test(plain) && Number(plain) <= 255 ? Number(plain) : undefined;
}

/**
 * The headers of a rule of protocol, ports or ICMP type and code (SG-2, NA-3). `undefined` bounds and -1
 * mean all. Nothing at all for a range that AWS refuses.
 */
export function ruleHeaders(
  protocol: number | 'all',
  from: number | undefined,
  to: number | undefined,
): HeaderSet {
  if (protocol === 'all') return EVERY_HEADER;
  if (protocol === 1 || protocol === 58) {
    if (from === undefined || from === -1) return icmpHeaders(protocol, 'any', 'any');
    if (from < 0 || from > 255) return NO_HEADERS;
    return icmpHeaders(protocol, from, to === undefined || to === -1 ? 'any' : to);
  }
  if (protocol !== 6 && protocol !== 17) return protocolHeaders(protocol);
  if (from === undefined || from === -1) return protocolHeaders(protocol);
  const last = to === undefined || to === -1 ? from : to;
  if (from < 0 || last > 65_535 || from > last) return NO_HEADERS;
  return protocol === 6 ? tcpPorts(from, last) : udpPorts(from, last);
}

/** The addresses of a prefix list, or the fact that they are unknown (RT-2). */
export function prefixListEntries(
  design: Design,
  id: ResourceId,
):
  | { readonly family: Family; readonly cidrs: readonly string[] }
  | { readonly missing: MissingFact; readonly family: Family | undefined } {
  const list = design.resources[id];
  const missing: MissingFact = {
    fact: 'prefix-list-entries',
    resource: id,
    obtain: `aws ec2 get-managed-prefix-list-entries --prefix-list-id ${id}`,
  };
  if (list?.kind !== 'managedPrefixList') return { missing, family: undefined };
  const family: Family = known(list.addressFamily) === 'IPv6' ? 6 : 4;
  const entries = known(list.entries);
  if (!entries || entries.length === 0) return { missing, family };
  return { family, cidrs: entries.map((entry) => entry.cidr) };
}

function peerOf(design: Design, rule: SecurityGroupRule, place: Place): Peer | undefined {
  for (const member of ['cidrIpv4', 'cidrIpv6'] as const) {
    const value = rule[member];
    if (value === undefined) continue;
    const text = known(value);
    const parsed = text === undefined ? undefined : parseCidr(text);
    if (parsed?.ok) return { kind: 'addresses', set: addressesOf(parsed.value) };
    return {
      kind: 'missing',
      family: member === 'cidrIpv4' ? 4 : 6,
      missing: missingFact('rules-of', '', 'securityGroup'),
    };
  }
  if (rule.prefixListId !== undefined) {
    const id = known(rule.prefixListId);
    if (id === undefined)
      return { kind: 'missing', family: undefined, missing: { fact: 'rules-of', resource: '' } };
    const list = prefixListEntries(design, id);
    if ('missing' in list) return { kind: 'missing', family: list.family, missing: list.missing };
    const ranges: AddressRange[] = [];
    for (const text of list.cidrs) {
      const parsed = parseCidr(text);
      if (parsed.ok && parsed.value.family === list.family) ranges.push(parsed.value);
    }
    return { kind: 'addresses', set: addressSet(list.family, ranges) };
  }
  if (rule.referencedGroupInfo !== undefined) {
    const id = known(rule.referencedGroupInfo.groupId);
    if (id === undefined)
      return { kind: 'missing', family: undefined, missing: { fact: 'rules-of', resource: '' } };
    if (design.resources[id]?.kind === 'securityGroup') return { kind: 'group', id, standing: 'known' };
    // SG-7: stale where all groups of the account were supplied, else unknown.
    const standing = isComplete(design, 'securityGroup', place) ? 'stale' : 'unknown';
    return { kind: 'group', id, standing };
  }
  return undefined;
}

function compileRule(
  design: Design,
  rule: SecurityGroupRule,
  index: number,
  place: Place,
  group: ResourceId,
): GroupRule | undefined {
  const peer = peerOf(design, rule, place);
  if (!peer) return undefined;
  const missing: MissingFact = {
    fact: 'rules-of',
    resource: group,
    obtain: `aws ec2 describe-security-groups --group-ids ${group}`,
  };
  const filled: Peer = peer.kind === 'missing' && peer.missing.resource === '' ? { ...peer, missing } : peer;
  const text = known(rule.ipProtocol);
  const protocol = text === undefined ? undefined : protocolNumber(text);
  if (protocol === undefined) {
    return { index, headers: NO_HEADERS, maybeHeaders: EVERY_HEADER, peer: filled, missing };
  }
  const unknownPorts =
    protocol !== 'all' &&
    ((rule.fromPort !== undefined && known(rule.fromPort) === undefined) ||
      (rule.toPort !== undefined && known(rule.toPort) === undefined));
  if (unknownPorts) {
    return { index, headers: NO_HEADERS, maybeHeaders: protocolHeaders(protocol), peer: filled, missing };
  }
  const headers = ruleHeaders(protocol, known(rule.fromPort), known(rule.toPort));
  return { index, headers, maybeHeaders: headers, peer: filled, missing: undefined };
}

/** A group of the document. */
export function compileGroup(design: Design, id: ResourceId, group: SecurityGroup, place: Place): GroupNode {
  const rules = known(group.rules);
  const missing: MissingFact = {
    fact: 'rules-of',
    resource: id,
    obtain: `aws ec2 describe-security-groups --group-ids ${id}`,
  };
  if (group.rules !== undefined && rules === undefined) return { id, ingress: [], egress: [], missing };
  if (group.rules === undefined) {
    // V-6, SG-1: a drawn group that says nothing has what AWS gives a new one.
    if (!hasAwsDefaults(design, place)) return { id, ingress: [], egress: [], missing };
    const fresh = defaultGroup(id);
    const ingress = known(group.groupName) === 'default' ? [selfRule(id)] : [];
    return { id, ingress, egress: fresh.egress, missing: undefined };
  }
  const ingress: GroupRule[] = [];
  const egress: GroupRule[] = [];
  (rules ?? []).forEach((rule, index) => {
    const compiled = compileRule(design, rule, index, place, id);
    if (compiled) (rule.isEgress === true ? egress : ingress).push(compiled);
  });
  return { id, ingress, egress, missing: undefined };
}

const selfRule = (id: ResourceId): GroupRule => ({
  index: -1,
  headers: EVERY_HEADER,
  maybeHeaders: EVERY_HEADER,
  peer: { kind: 'group', id, standing: 'known' },
  missing: undefined,
});

/** AWS's default group of a VPC that nobody wrote down: in from its members, out to all (SG-1). */
export function defaultGroup(vpcId: ResourceId): GroupNode {
  const id = `${vpcId}.DefaultSecurityGroup`;
  const rule = (peer: Peer): GroupRule => ({
    index: -1,
    headers: EVERY_HEADER,
    maybeHeaders: EVERY_HEADER,
    peer,
    missing: undefined,
  });
  return {
    id,
    ingress: [selfRule(id)],
    egress: [
      rule({ kind: 'addresses', set: { family: 4, ranges: [{ first: 0n, last: 2n ** 32n - 1n }] } }),
      rule({ kind: 'addresses', set: { family: 6, ranges: [{ first: 0n, last: 2n ** 128n - 1n }] } }),
    ],
    missing: undefined,
  };
}
