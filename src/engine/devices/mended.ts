/**
 * What the fixes told so far on a way would have changed. The walk goes on as if they were applied, so that the fixes
 * of one way never stand in each other's way (V-11).
 */

import type { ResourceId } from '../../model/index.ts';
import { cidrAround, type Family } from '../../net/index.ts';
import type {
  GatewayNode,
  InterfaceNode,
  Known,
  RouteNode,
  SubnetNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';
import type { RouteGoal } from './routeFixes.ts';

export interface Mended {
  /** Routes that the request went by: what it needs is not changed for the sake of the reply. */
  readonly taken: Set<RouteNode>;
  /** Interfaces that were given a public face. */
  readonly faces: Set<InterfaceNode>;
  /** ACL rule numbers taken, by ACL and side. */
  readonly numbers: Map<string, Set<number>>;
  /** Next hops chosen where no live route led on: a table holds one route to a destination. */
  readonly goals: Map<string, RouteGoal>;
  /** Live routes sent elsewhere. */
  readonly routes: Map<RouteNode, RouteGoal>;
  /** Detached gateways, and the VPC that they were attached to. */
  readonly gateways: Map<ResourceId, VpcNode>;
  /** Subnets given another table. */
  readonly tables: Map<SubnetNode, TableNode>;
}

export const nothingMended = (): Mended => ({
  taken: new Set(),
  faces: new Set(),
  numbers: new Map(),
  goals: new Map(),
  routes: new Map(),
  gateways: new Map(),
  tables: new Map(),
});

/** How many changes the fixes told so far make; numbers apart, which are taken when a fix is looked at. */
export const countChanges = ({ mended }: { readonly mended: Mended | undefined }): number =>
  mended === undefined
    ? 0
    : mended.faces.size + mended.goals.size + mended.routes.size + mended.gateways.size + mended.tables.size;

/** The table that a subnet's packets read, with the fixes told so far. */
export function tableOf(mended: Mended | undefined, subnet: SubnetNode): Known<TableNode> {
  const other = mended?.tables.get(subnet);
  return other ? { value: other } : subnet.table;
}

/** A table that some fix on the way changes. */
export const isChanged = (mended: Mended | undefined, table: TableNode): boolean =>
  mended !== undefined &&
  ([...mended.goals.keys()].some((key) => key.startsWith(`${table.id} `)) ||
    [...mended.routes.keys()].some((route) => route.table === table.id));

/** A subnet's table of its own with a default route to a gateway, as a fix would make it. */
export function ownTable(former: TableNode, subnet: SubnetNode, gateway: GatewayNode): TableNode {
  const id = `${subnet.id}.routeTable`;
  const locals = (family: Family): RouteNode[] =>
    former.routes[family].filter((route) => route.target.kind === 'local');
  const out: RouteNode = {
    table: id,
    index: 0,
    cidr: cidrAround(4, 0n, 0),
    target: { kind: 'internetGateway', gateway },
    rank: 1,
    destination: '0.0.0.0/0',
    targetId: gateway.id,
  };
  const routes = { 4: [...locals(4), out], 6: locals(6) };
  return {
    id,
    vpc: former.vpc,
    routes,
    unknownLists: { 4: [], 6: [] },
    refused: [],
    missing: undefined,
    implied: 'written',
  };
}
