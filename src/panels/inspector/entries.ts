/** One entry of a network ACL: its traffic and block read, changed, made anew. */

import { known, type NetworkAclEntry } from '../../model/index.ts';
import type { FlowDirection } from './acl.ts';
import { protocolName, protocolNumber, type Traffic } from './traffic.ts';

const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6'].includes(protocolName(protocol));

export function entryTraffic(entry: NetworkAclEntry): Traffic | undefined {
  const protocol = known(entry.protocol);
  if (protocol === undefined) return undefined;
  const from = isIcmp(protocol) ? entry.icmpTypeCode?.type : entry.portRange?.from;
  const to = isIcmp(protocol) ? entry.icmpTypeCode?.code : entry.portRange?.to;
  return { protocol, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export const entryBlock = (entry: NetworkAclEntry): string | undefined =>
  known(entry.cidrBlock) ?? known(entry.ipv6CidrBlock);

/** NA-3: the protocol by its number, ports or ICMP type and code beside it. */
function trafficMembers({ protocol, from, to }: Traffic) {
  const number = protocolNumber(protocolName(protocol));
  if (from === undefined) return { protocol: number };
  return isIcmp(protocol)
    ? { protocol: number, icmpTypeCode: { type: from, code: to ?? -1 } }
    : { protocol: number, portRange: { from, to: to ?? from } };
}

const blockMembers = (block: string) =>
  block.includes(':') ? { ipv6CidrBlock: block } : { cidrBlock: block };

const trafficNames = ['protocol', 'portRange', 'icmpTypeCode'];
const blockNames = ['cidrBlock', 'ipv6CidrBlock'];

interface EntryChange {
  readonly ruleNumber?: number;
  readonly ruleAction?: string;
  readonly traffic?: Traffic;
  readonly block?: string;
}

export function changedEntry(entry: NetworkAclEntry, change: EntryChange): NetworkAclEntry {
  const replaced = [
    ...(change.traffic ? trafficNames : []),
    ...(change.block === undefined ? [] : blockNames),
  ];
  const kept = Object.fromEntries(Object.entries(entry).filter(([name]) => !replaced.includes(name)));
  return {
    ...kept,
    ruleNumber: change.ruleNumber ?? entry.ruleNumber,
    ruleAction: change.ruleAction ?? entry.ruleAction,
    ...(change.traffic ? trafficMembers(change.traffic) : { protocol: entry.protocol }),
    ...(change.block === undefined ? {} : blockMembers(change.block)),
  };
}

interface EntryParts {
  readonly ruleNumber: number;
  readonly direction: FlowDirection;
  readonly ruleAction: string;
  readonly traffic: Traffic;
  readonly block: string;
}

export const newEntry = ({
  ruleNumber,
  direction,
  ruleAction,
  traffic,
  block,
}: EntryParts): NetworkAclEntry => ({
  ruleNumber,
  ...(direction === 'outbound' ? { egress: true } : {}),
  ...trafficMembers(traffic),
  ruleAction,
  ...blockMembers(block),
});
