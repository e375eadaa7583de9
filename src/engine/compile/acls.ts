/** Network ACLs compiled: entries in order, by direction and family (NA-1…NA-4). */

import { known, type NetworkAcl, type NetworkAclEntry, type ResourceId } from '../../model/index.ts';
import {
  addressesOf,
  EVERY_HEADER,
  everyAddress,
  icmpHeaders,
  parseCidr,
  protocolHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';
import { protocolNumber, ruleHeaders } from './groups.ts';
import type { AclEntry, AclNode } from './network.ts';

interface EntryReading {
  readonly families: readonly Family[];
  readonly set: (family: Family) => AddressSet;
  readonly missing: boolean;
}

function readBlock(entry: NetworkAclEntry): EntryReading {
  for (const [member, family] of [
    ['cidrBlock', 4],
    ['ipv6CidrBlock', 6],
  ] as const) {
    const value = entry[member];
    if (value === undefined) continue;
    const text = known(value);
    const parsed = text === undefined ? undefined : parseCidr(text);
    if (parsed?.ok && parsed.value.family === family) {
      const set = addressesOf(parsed.value);
      return { families: [family], set: () => set, missing: false };
    }
    return { families: [family], set: everyAddress, missing: true };
  }
  // No block at all: AWS would refuse it; it matches nothing.
  return { families: [], set: everyAddress, missing: false };
}

function readHeaders(entry: NetworkAclEntry): HeaderSet | undefined {
  const text = known(entry.protocol);
  const protocol = text === undefined ? undefined : protocolNumber(text);
  if (protocol === undefined) return undefined;
  if (protocol === 'all') return EVERY_HEADER;
  if (protocol === 1 || protocol === 58) {
    const type = entry.icmpTypeCode?.type;
    const code = entry.icmpTypeCode?.code;
    if (type === undefined || type === -1) return icmpHeaders(protocol, 'any', 'any');
    return icmpHeaders(protocol, type, code === undefined || code === -1 ? 'any' : code);
  }
  if (protocol === 6 || protocol === 17)
    return ruleHeaders(protocol, entry.portRange?.from, entry.portRange?.to);
  return protocolHeaders(protocol);
}

/** An ACL of the document. */
export function compileAcl(id: ResourceId, acl: NetworkAcl): AclNode {
  const entries = known(acl.entries);
  const missing: MissingFact = {
    fact: 'entries-of',
    resource: id,
    obtain: `aws ec2 describe-network-acls --network-acl-ids ${id}`,
  };
  const byWay = {
    in: { 4: [] as AclEntry[], 6: [] as AclEntry[] },
    out: { 4: [] as AclEntry[], 6: [] as AclEntry[] },
  };
  if (acl.entries !== undefined && entries === undefined)
    return { id, entries: byWay, missing, implied: 'written' };
  // NA-2: a default ACL that says nothing allows all; a custom one denies all.
  if (acl.entries === undefined && known(acl.isDefault) === true)
    return { ...defaultAcl(id), id, implied: 'written' };
  (entries ?? []).forEach((entry, index) => {
    const block = readBlock(entry);
    const headers = readHeaders(entry);
    const action = entry.ruleAction === 'allow' ? 'allow' : 'deny';
    for (const family of block.families) {
      byWay[entry.egress === true ? 'out' : 'in'][family].push({
        number: entry.ruleNumber,
        action,
        set: block.set(family),
        headers: headers ?? EVERY_HEADER,
        index,
        missing: block.missing || headers === undefined ? missing : undefined,
      });
    }
  });
  for (const way of ['in', 'out'] as const) {
    for (const family of [4, 6] as const)
      byWay[way][family].sort((a, b) => a.number - b.number || a.index - b.index);
  }
  return { id, entries: byWay, missing: undefined, implied: 'written' };
}

/** AWS's default ACL of a VPC that nobody wrote down: allows all of both families (NA-2). */
export function defaultAcl(vpcId: ResourceId): AclNode {
  const entry = (family: Family, number: number): AclEntry => ({
    number,
    action: 'allow',
    set: everyAddress(family),
    headers: EVERY_HEADER,
    index: -1,
    missing: undefined,
  });
  const both = { 4: [entry(4, 100)], 6: [entry(6, 101)] };
  return {
    id: `${vpcId}.DefaultNetworkAcl`,
    entries: { in: both, out: both },
    missing: undefined,
    implied: 'implied',
  };
}
