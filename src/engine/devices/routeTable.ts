/** Route lookup and what each target means for a packet (RT-1…RT-8, V-8). */

import {
  commonAddresses,
  isEmptyAddressSet,
  shareInCidr,
  shareOf,
  splitAt,
  type AddressSet,
} from '../../net/index.ts';
import { AWS_RESERVED } from '../addresses.ts';
import type { MissingFact } from '../answers.ts';
import type { RouteNode, TableNode } from '../compile/network.ts';
import { sameTarget } from '../compile/routes.ts';

/** One way that a lookup may end; several where AWS's choice or a missing fact leaves it open. */
export interface Hit {
  /** Absent: no route matches. */
  readonly route: RouteNode | undefined;
  /** Why this hit is only one of several. */
  readonly because: MissingFact | undefined;
}

const unknownDestination = (table: TableNode, route: RouteNode): MissingFact =>
  route.destination === ''
    ? {
        fact: 'routes-of',
        resource: table.id,
        obtain: `aws ec2 describe-route-tables --route-table-ids ${table.id}`,
      }
    : {
        fact: 'prefix-list-entries',
        resource: route.destination,
        obtain: `aws ec2 get-managed-prefix-list-entries --prefix-list-id ${route.destination}`,
      };

const GATEWAY_IDS = /^(igw|eigw|vgw|pcx|tgw|lgw|cagw)-/;

/** Whether a route's target is of a kind that may stand in for local, alive or not. */
function mayTakeOver({ target, targetId }: RouteNode): boolean {
  switch (target.kind) {
    case 'interface':
    case 'natGateway':
      return true;
    case 'dead':
      return target.state !== 'detached' && !GATEWAY_IDS.test(targetId);
    case 'missing':
      return !GATEWAY_IDS.test(targetId);
    case 'unsupported':
      return targetId.startsWith('vpce-');
    case 'local':
    case 'internetGateway':
    case 'egressOnlyInternetGateway':
      return false;
  }
}

function winnersFor(table: TableNode, dst: AddressSet): Hit[] {
  const routes = table.routes[dst.family];
  const index = routes.findIndex((route) => shareInCidr(dst, route.cidr) === 'all');
  const winner = routes[index];
  const hits: Hit[] = [{ route: winner, because: undefined }];
  if (winner) {
    // RT-5: equal prefix and rank, other target: AWS keeps one of them, and does not say which.
    for (const rival of routes.slice(index + 1)) {
      if (rival.cidr.prefixLength !== winner.cidr.prefixLength || rival.rank !== winner.rank) break;
      if (rival.cidr.first !== winner.cidr.first || sameTarget(rival.target, winner.target)) continue;
      hits.push({ route: rival, because: { fact: 'chosen-route', resource: table.id } });
    }
  }
  for (const open of table.unknownLists[dst.family]) {
    // RT-6: inside the VPC's own blocks only devices may take over from the local route.
    if (winner?.target.kind === 'local' && !mayTakeOver(open)) continue;
    if (winner && sameTarget(winner.target, open.target)) continue;
    hits.push({ route: open, because: unknownDestination(table, open) });
  }
  return hits;
}

/**
 * Longest prefix match (RT-2, RT-3). The first hit is what the known routes say; further ones are other
 * readings. A destination that routes split gives one hit for each different end.
 */
export function lookup(table: TableNode, dst: AddressSet): Hit[] {
  // AD-6: reserved ranges are not carried by a wider route.
  if (shareOf(dst, AWS_RESERVED[dst.family]) === 'all') return [{ route: undefined, because: undefined }];
  const crossing = table.routes[dst.family].some((route) => shareInCidr(dst, route.cidr) === 'some');
  if (!crossing) return winnersFor(table, dst);
  const bounds = table.routes[dst.family].flatMap((route) => [route.cidr.first, route.cidr.last + 1n]);
  const hits: Hit[] = [];
  for (const part of splitAt(dst, bounds)) {
    for (const hit of winnersFor(table, { family: dst.family, ranges: [part] })) {
      const known = hits.find(
        (each) =>
          each.route === hit.route ||
          (each.route && hit.route && sameTarget(each.route.target, hit.route.target)),
      );
      if (!known)
        hits.push(
          hits.length === 0
            ? hit
            : { ...hit, because: hit.because ?? { fact: 'destination-address', resource: table.id } },
        );
    }
  }
  return hits;
}

/** The parts of a set that one route of a table wins, with the winner; parts in address order. */
export function partition(
  table: TableNode,
  set: AddressSet,
): { readonly part: AddressSet; readonly hits: readonly Hit[] }[] {
  const bounds = table.routes[set.family].flatMap((route) => [route.cidr.first, route.cidr.last + 1n]);
  const groups: { part: AddressSet; hits: Hit[] }[] = [];
  for (const range of splitAt(set, bounds)) {
    const part: AddressSet = { family: set.family, ranges: [range] };
    if (isEmptyAddressSet(commonAddresses(part, set))) continue;
    const hits = winnersFor(table, part);
    const same = groups.find(
      (group) =>
        group.hits.length === hits.length &&
        group.hits.every((hit, index) => hit.route === hits[index]?.route),
    );
    if (same) same.part = { family: set.family, ranges: [...same.part.ranges, range] };
    else groups.push({ part, hits });
  }
  return groups;
}
