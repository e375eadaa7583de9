/** Lines of groups and ACLs: rules and entries with their protocols, ports and peers. */

import type { NetworkAclEntry, ResourceByKind, SecurityGroupRule } from '../model/index.ts';
import {
  given,
  isV6,
  listOf,
  notTold,
  orNotTold,
  wordsOf,
  wrong,
  type Head,
  type Line,
} from './notation-words.test-support.ts';

const PROTOCOL_NUMBER: Readonly<Record<string, string>> = {
  all: '-1',
  icmp: '1',
  tcp: '6',
  udp: '17',
  icmpv6: '58',
};

const isPorts = (word: string | undefined): word is string =>
  word !== undefined && /^-?\d+([-/]-?\d+)?(,\d+(-\d+)?)*$/.test(word);

/** `protocol [ports] rest…`, ports as `443`, `80,443`, `1000-2000`, for ICMP `8` or `8/0`. */
function readProtocol(words: readonly string[]): {
  readonly protocol: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly rest: readonly string[];
} {
  const [protocol = '', second, ...more] = words;
  const hasPorts = isPorts(second);
  const rest = hasPorts ? more : words.slice(1);
  if (!hasPorts) return { protocol, ranges: [], rest };
  const icmp = protocol === 'icmp' || protocol === 'icmpv6';
  const ranges = second.split(',').map((text) => {
    const [from = '', to] = text.split(icmp ? '/' : '-');
    return { from: Number(from), to: Number(to ?? (icmp ? -1 : from)) };
  });
  return { protocol, ranges, rest };
}

export function buildAcl(line: Line, head: Head): ResourceByKind['networkAcl'] {
  const [served = '', ...parts] = line.parts ?? [];
  const entries = parts.filter((part) => part !== '' && part !== 'none' && part !== '?');
  const subnets = listOf(served).filter((id) => id !== 'default');
  return {
    kind: 'networkAcl',
    ...given('vpcId', head.value('in')),
    ...(listOf(served).includes('default') ? { isDefault: true } : {}),
    associations: served === '?' ? notTold() : subnets.map((subnetId) => ({ subnetId })),
    ...given(
      'entries',
      parts.length === 0
        ? undefined
        : parts[0] === '?'
          ? notTold()
          : entries.flatMap((part) => readEntries(part, line)),
    ),
  };
}

function readEntries(text: string, line: Line): NetworkAclEntry[] {
  const [side, number, action, ...words] = wordsOf(text);
  const { protocol, ranges, rest } = readProtocol(words);
  const block = rest[0];
  if (
    (side !== 'in' && side !== 'out') ||
    number === undefined ||
    action === undefined ||
    block === undefined
  ) {
    throw wrong(line.text, `no entry "${text}"`);
  }
  const icmp = protocol === 'icmp' || protocol === 'icmpv6';
  const [range] = ranges;
  const common = {
    egress: side === 'out',
    protocol: protocol === '?' ? notTold() : (PROTOCOL_NUMBER[protocol] ?? protocol),
    ruleAction: action,
    ...given('portRange', range && !icmp ? range : undefined),
    ...given('icmpTypeCode', range && icmp ? { type: range.from, code: range.to } : undefined),
  };
  const blocks = block === 'any' ? ['0.0.0.0/0', '::/0'] : [block];
  return blocks.map((cidr, index) => ({
    ruleNumber: Number(number) + index,
    ...common,
    ...(isV6(cidr) ? { ipv6CidrBlock: cidr } : { cidrBlock: orNotTold(cidr) }),
  }));
}

export function buildGroup(line: Line, head: Head): ResourceByKind['securityGroup'] {
  const parts = line.parts?.filter((part) => part !== '' && part !== 'none');
  const others = head.value('also');
  return {
    kind: 'securityGroup',
    ...given('vpcId', head.value('in')),
    groupName: head.has('default') ? 'default' : line.id,
    ...given('rules', parts?.[0] === '?' ? notTold() : parts?.flatMap((part) => readRules(part, line))),
    ...given(
      'vpcAssociations',
      others === undefined ? undefined : listOf(others).map((vpcId) => ({ vpcId })),
    ),
  };
}

function readRules(text: string, line: Line): SecurityGroupRule[] {
  const [side, ...words] = wordsOf(text);
  const { protocol, ranges, rest } = readProtocol(words);
  const peer = rest[0];
  if ((side !== 'in' && side !== 'out') || peer === undefined) throw wrong(line.text, `no rule "${text}"`);
  const peers = (peer === 'any' ? ['0.0.0.0/0', '::/0'] : [peer]).map(peerOf);
  const ports = ranges.length === 0 ? [{}] : ranges.map(({ from, to }) => ({ fromPort: from, toPort: to }));
  return ports.flatMap((port) =>
    peers.map((one) => ({
      isEgress: side === 'out',
      ipProtocol: protocol === '?' ? notTold() : protocol === 'all' ? '-1' : protocol,
      ...port,
      ...one,
    })),
  );
}

function peerOf(peer: string): Partial<SecurityGroupRule> {
  if (peer.startsWith('sg:')) return { referencedGroupInfo: { groupId: orNotTold(peer.slice(3)) } };
  if (peer.startsWith('pl:')) return { prefixListId: orNotTold(peer.slice(3)) };
  return isV6(peer) ? { cidrIpv6: peer } : { cidrIpv4: orNotTold(peer) };
}
