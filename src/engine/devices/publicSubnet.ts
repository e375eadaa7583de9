/** Whether a subnet's own routes lead to an attached internet gateway: the heart of the `public` tier. */

import { isEmptyAddressSet, type Family } from '../../net/index.ts';
import { publicFrom } from '../addresses.ts';
import type { RouteNode, SubnetNode } from '../compile/network.ts';
import { judgeBlock } from './blockPublicAccess.ts';
import { partition } from './routeTable.ts';

/** Routes that win some public destination for an attached internet gateway which Block Public Access leaves open. */
export function routesToInternet(subnet: SubnetNode, family: Family): RouteNode[] {
  const table = subnet.table.value;
  if (!table || isEmptyAddressSet(subnet.blocks[family])) return [];
  const found = new Set<RouteNode>();
  for (const { hits } of partition(table, publicFrom(family, subnet.vpc.blocks[family]))) {
    const [hit] = hits;
    if (!hit?.route || hits.length > 1 || hit.route.target.kind !== 'internetGateway') continue;
    if (judgeBlock(subnet.vpc, subnet, 'internetGateway', 'other', 'outside') === 'pass')
      found.add(hit.route);
  }
  return [...found];
}

/** Whether they may, under some reading of what is not told. */
export function mayRouteToInternet(subnet: SubnetNode, family: Family): boolean {
  const table = subnet.table.value;
  if (judgeBlock(subnet.vpc, subnet, 'internetGateway', 'other', 'outside') === 'drop') return false;
  if (!table || table.missing) return true;
  return partition(table, publicFrom(family, subnet.vpc.blocks[family])).some(({ hits }) =>
    hits.some(
      (hit) =>
        hit.route?.target.kind === 'internetGateway' ||
        (hit.route?.target.kind === 'missing' && hit.route.targetId.startsWith('igw-')),
    ),
  );
}
