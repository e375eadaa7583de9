/** Interfaces that routes name as their target: NAT instances and other devices that forward. */

import type { InterfaceNode, RouteNode, SubnetNode, TableNode } from '../engine/index.ts';
import type { FindingContext } from './_context.ts';

export interface ApplianceUse {
  readonly table: TableNode;
  readonly route: RouteNode;
  readonly subnets: readonly SubnetNode[];
}

/** Routes in effect that name each interface; those of a gateway's edge table have no subnets. */
export const applianceUses = (context: FindingContext): ReadonlyMap<InterfaceNode, readonly ApplianceUse[]> =>
  context.once('appliance uses', () => {
    const edges = new Set([...context.network.gateways.values()].map((gateway) => gateway.edgeTable));
    const uses = new Map<InterfaceNode, ApplianceUse[]>();
    for (const table of context.network.tables.values()) {
      const subnets = context.subnetsOf(table);
      if (subnets.length === 0 && !edges.has(table)) continue;
      for (const route of [...table.routes[4], ...table.routes[6]]) {
        if (route.target.kind !== 'interface' || route.target.interface.nat) continue;
        const list = uses.get(route.target.interface) ?? [];
        list.push({ table, route, subnets });
        uses.set(route.target.interface, list);
      }
    }
    return uses;
  });

/** The part of its uses by which subnets send it what is meant for the internet. */
export const internetUses = (context: FindingContext, uses: readonly ApplianceUse[]): ApplianceUse[] =>
  uses.filter(
    ({ route, subnets: [first] }) =>
      first && context.ways(first, route.cidr.family)?.some((way) => way.route === route),
  );
