/** Parts of the internet that no rule, route or ACL of a VPC can tell apart (AT-1, AT-4). */

import {
  addressSet,
  addressesWithout,
  shareOf,
  splitAt,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { NAT64, PUBLIC, RFC1918, RFC6598 } from '../addresses.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { Network, TableNode, VpcNode } from '../compile/network.ts';

function memoised<Value>(network: Network, key: string, compute: () => Value): Value {
  const known = network.memo.get(key);
  if (known !== undefined) return known as Value;
  const value = compute();
  network.memo.set(key, value);
  return value;
}

const tablesByVpc = (network: Network): ReadonlyMap<VpcNode, readonly TableNode[]> =>
  memoised(network, 'tables by vpc', () => {
    const tables = new Map<VpcNode, TableNode[]>();
    for (const table of network.tables.values()) {
      const list = tables.get(table.vpc);
      if (list) list.push(table);
      else tables.set(table.vpc, [table]);
    }
    return tables;
  });

/** Every set of addresses that something in a VPC compares with. */
export function comparedSets(network: Network, vpc: VpcNode, family: Family): AddressSet[] {
  return keptAnswer(network, vpc, `compared ${family}`, () => {
    const sets = new Map<string, AddressSet>();
    const add = (set: AddressSet): void => {
      if (set.family !== family || set.ranges.length === 0) return;
      sets.set(set.ranges.map((range) => `${range.first}-${range.last}`).join(), set);
    };
    const groups = new Set(vpc.interfaces.flatMap((node) => node.groups));
    for (const group of groups) {
      for (const rule of [...group.ingress, ...group.egress])
        if (rule.peer.kind === 'addresses') add(rule.peer.set);
    }
    for (const subnet of vpc.subnets) {
      const acl = subnet.acl.value;
      if (acl)
        for (const side of ['in', 'out'] as const)
          for (const entry of acl.entries[side][family]) add(entry.set);
      add(subnet.blocks[family]);
    }
    for (const table of tablesByVpc(network).get(vpc) ?? []) {
      for (const route of table.routes[family]) add({ family, ranges: [route.cidr] });
    }
    return [...sets.values()];
  });
}

/** Where a public address lies among all that any VPC compares with: two of one place are told apart by none. */
export function publicPlaceOf(network: Network, value: bigint): number {
  const bounds = memoised(network, 'public bounds', () => {
    const all = [...network.vpcs.values()].flatMap((vpc) => comparedSets(network, vpc, 4));
    const edges = new Set(all.flatMap((set) => set.ranges.flatMap(({ first, last }) => [first, last + 1n])));
    return [...edges].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  });
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits a set into parts of which each compared set holds all or nothing. */
export function atomsOf(network: Network, vpcs: readonly VpcNode[], set: AddressSet): AddressSet[] {
  const { family } = set;
  // Addresses that the network itself holds are ends of their own.
  const kinds: AddressSet[] = family === 4 ? [PUBLIC[4], RFC1918, RFC6598] : [PUBLIC[6], NAT64];
  const held: AddressSet[] = network.ownPublic[family].ranges.map((range) => ({ family, ranges: [range] }));
  const compared = [
    ...vpcs.flatMap((vpc) => comparedSets(network, vpc, family)),
    ...kinds,
    ...held.filter((each) => shareOf(each, set) !== 'none'),
  ];
  const pieces = splitAt(
    set,
    compared.flatMap((each) => each.ranges.flatMap((range) => [range.first, range.last + 1n])),
  );
  const bySignature = new Map<string, { first: bigint; last: bigint }[]>();
  for (const piece of pieces) {
    const part: AddressSet = { family, ranges: [piece] };
    const signature = compared.map((each) => (shareOf(part, each) === 'all' ? '1' : '0')).join('');
    const list = bySignature.get(signature);
    if (list) list.push(piece);
    else bySignature.set(signature, [piece]);
  }
  return [...bySignature.values()].map((ranges) => addressSet(family, ranges));
}

/** `internet` as a set: public addresses that the network itself does not hold (V-3). */
const internetAddresses = (network: Network, vpc: VpcNode, family: Family): AddressSet =>
  addressesWithout(addressesWithout(PUBLIC[family], network.ownPublic[family]), vpc.blocks[family]);

/** The internet as seen from a VPC, in atoms. */
export const internetAtoms = (network: Network, vpc: VpcNode, family: Family): readonly AddressSet[] =>
  keptAnswer(network, vpc, `internet ${family}`, () =>
    atomsOf(network, [vpc], internetAddresses(network, vpc, family)),
  );
