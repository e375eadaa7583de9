/** What each row of a route table, security group or network ACL is there for: who it is for, and what ends without it. */

import {
  known,
  setField,
  type Design,
  type NetworkAclEntry,
  type Resource,
  type ResourceId,
} from '../../model/index.ts';
import { compileAfter } from '../compile/compile.ts';
import type { AclNode, Network, RouteNode, TableNode, Target } from '../compile/network.ts';
import { lookup } from '../devices/routeTable.ts';
import { formatCidr, oneAddress, parseAddress } from '../../net/index.ts';
import type { MissingFact } from '../answers.ts';
import { changedFlows, type FlowEffects } from './changed-flows.ts';
import { idleRows, type Idle } from './idle-rows.ts';
import { rulePath, type RulePath } from './rule-paths.ts';

/** The member that holds the rows of a kind. */
const ROW_MEMBERS = { routeTable: 'routes', securityGroup: 'rules', networkAcl: 'entries' } as const;

type RowKind = keyof typeof ROW_MEMBERS;

const isRowKind = (kind: string): kind is RowKind => Object.hasOwn(ROW_MEMBERS, kind);

function rowsOf(resource: Resource | undefined): readonly unknown[] {
  if (!resource) return [];
  switch (resource.kind) {
    case 'routeTable':
      return known(resource.routes) ?? [];
    case 'securityGroup':
      return known(resource.rules) ?? [];
    case 'networkAcl':
      return known(resource.entries) ?? [];
    default:
      return [];
  }
}

/** What a row does for the network. */
export interface RowUse {
  /** Its place in the document's list. */
  readonly index: number;
  /** It decides nothing, and why. */
  readonly idle?: Idle;
  /** What would stop and what would pass without it: all that it carries, by an analysis of a copy that lacks it. */
  readonly without: FlowEffects;
  /** Of a rule of a group or an ACL without which nothing changes: whether anything meets it at all. */
  readonly path?: RulePath;
  /** It is an entry of an ACL that denies. */
  readonly denies?: true;
}

/** How a route of a table stands. */
export interface RouteStanding {
  /** Its place in the document's list; -1 for a local route that is implied. */
  readonly index: number;
  readonly destination: string;
  readonly targetId: string;
  readonly state: 'local' | 'active' | 'blackhole' | 'propagated' | 'unknown' | 'refused' | 'shadowed';
  /** Of a shadowed one: the destinations of the routes that win its addresses. */
  readonly by?: readonly string[];
}

/** What is known of a table, group or ACL before its rows are tried one by one. */
export interface RuleUsers {
  readonly id: ResourceId;
  /** What it holds for: subnets of a table or an ACL, owners of the interfaces of a group. */
  readonly users: readonly ResourceId[];
  /** How many rows the document has. */
  readonly rows: number;
  readonly idle: Readonly<Record<number, Idle>>;
  /** Of a table: its routes in the order that decides. */
  readonly routes?: readonly RouteStanding[];
}

function usersOf(network: Network, id: ResourceId): ResourceId[] {
  if (network.groups.has(id)) {
    const carrying = [...network.interfaces.values()].filter((node) =>
      node.groups.some((group) => group.id === id),
    );
    return [...new Set(carrying.map(({ owner }) => owner))];
  }
  return [...network.subnets.values()]
    .filter(({ table, acl }) => table.value?.id === id || acl.value?.id === id)
    .map((subnet) => subnet.id);
}

function stateOf(target: Target, rank: number): RouteStanding['state'] {
  switch (target.kind) {
    case 'local':
      return 'local';
    case 'dead':
      return 'blackhole';
    case 'missing':
      return 'unknown';
    case 'unsupported':
    case 'internetGateway':
    case 'egressOnlyInternetGateway':
    case 'natGateway':
    case 'interface':
      return rank === PROPAGATED ? 'propagated' : 'active';
  }
}

/** RT-3: the rank of a propagated route. */
const PROPAGATED = 3;

/** The routes of a table in the order that decides (RT-2, RT-3): longest prefix first, IPv4 before IPv6. */
function standingsOf(network: Network, table: TableNode): RouteStanding[] {
  const idle = idleRows(network, table.id);
  const seen = new Set<number>();
  const standing = (route: RouteNode): RouteStanding[] => {
    // A route by a prefix list stands where the longest of its blocks does.
    if (route.index >= 0 && seen.has(route.index)) return [];
    seen.add(route.index);
    const { index, destination, targetId, target, rank } = route;
    const found = idle.get(index);
    const state = stateOf(target, rank);
    const isShadowed = found?.code === 'answered' && state !== 'blackhole' && state !== 'unknown';
    return [
      {
        index,
        destination: index < 0 ? formatCidr(route.cidr) : destination,
        targetId,
        state: isShadowed ? 'shadowed' : state,
        ...(found?.code === 'answered' ? { by: found.by } : {}),
      },
    ];
  };
  const refused = table.refused.map(({ index, destination, targetId }): RouteStanding => ({
    index,
    destination,
    targetId,
    state: 'refused',
  }));
  return [
    ...([4, 6] as const).flatMap((family) => [
      ...table.routes[family].flatMap(standing),
      ...table.unknownLists[family].flatMap(standing),
    ]),
    ...refused,
  ];
}

/** What is known of a table, group or ACL at once; undefined for anything else. */
export function ruleUsers(network: Network, id: ResourceId): RuleUsers | undefined {
  const resource = network.design.resources[id];
  if (!resource || !isRowKind(resource.kind)) return undefined;
  const table = network.tables.get(id);
  return {
    id,
    users: usersOf(network, id),
    rows: rowsOf(resource).length,
    idle: Object.fromEntries(idleRows(network, id)),
    ...(table ? { routes: standingsOf(network, table) } : {}),
  };
}

/** The design with one row in another way, or without it. */
function withRow(
  design: Design,
  id: ResourceId,
  index: number,
  change: (row: unknown) => readonly unknown[],
): Design {
  const resource = design.resources[id];
  if (!resource || !isRowKind(resource.kind)) return design;
  const rows = rowsOf(resource).flatMap((row, at) => (at === index ? change(row) : [row]));
  return setField(design, id, ROW_MEMBERS[resource.kind], rows);
}

const isNothing = ({ opens, closes }: FlowEffects): boolean =>
  opens.total + opens.uncertain + closes.total + closes.uncertain === 0;

/** What a change of one row opens and closes, by an analysis of a copy. */
function effectsOf(
  network: Network,
  id: ResourceId,
  index: number,
  change: (row: unknown) => readonly unknown[],
): FlowEffects {
  const after = withRow(network.design, id, index, change);
  return changedFlows(network, compileAfter(network, after));
}

const isEntry = (row: unknown): row is NetworkAclEntry =>
  typeof row === 'object' && row !== null && 'ruleAction' in row;

/** The entry with the opposite action. */
const turned = (row: unknown): readonly unknown[] =>
  isEntry(row) ? [{ ...row, ruleAction: row.ruleAction === 'allow' ? 'deny' : 'allow' }] : [row];

/**
 * Whether anything meets an entry without which nothing changes (NA-1): with the opposite action, what it answers
 * would close or open, though other entries say the same as it does.
 */
function entryPath(network: Network, acl: AclNode, index: number): RulePath {
  if (acl.missing) return { state: 'unknown' };
  if (usersOf(network, acl.id).length === 0) return { state: 'unused' };
  const { opens, closes } = effectsOf(network, acl.id, index, turned);
  if (opens.total + closes.total > 0) return { state: 'open' };
  return { state: opens.uncertain + closes.uncertain > 0 ? 'unknown' : 'closed' };
}

/** Of a row without which nothing changes: whether anything comes by it. */
function pathOf(network: Network, id: ResourceId, index: number): RulePath | undefined {
  const acl = network.acls.get(id);
  if (acl) return entryPath(network, acl, index);
  const group = network.groups.get(id);
  const isIn = group?.ingress.some((rule) => rule.index === index) === true;
  const rule = group && (isIn ? group.ingress : group.egress).find((each) => each.index === index);
  return group && rule && rulePath(network, group, isIn ? 'in' : 'out', rule);
}

/** What one row is there for. The network is analysed again without it, so the answer is not a guess. */
export function rowUse(network: Network, id: ResourceId, index: number): RowUse {
  const idle = idleRows(network, id).get(index);
  const without = effectsOf(network, id, index, () => []);
  const path = !idle && isNothing(without) ? pathOf(network, id, index) : undefined;
  const row = rowsOf(network.design.resources[id])[index];
  return {
    index,
    ...(idle ? { idle } : {}),
    without,
    ...(path ? { path } : {}),
    ...(isEntry(row) && row.ruleAction === 'deny' ? { denies: true } : {}),
  };
}

/** Where a table sends one address. */
export interface RouteChoice {
  /** More than one where AWS's choice or a missing fact leaves it open; none where no route matches. */
  readonly routes: readonly Pick<RouteStanding, 'index' | 'destination' | 'targetId' | 'state'>[];
  readonly because?: MissingFact;
}

/** Which route of a table wins for an address; undefined where the table or the address can't be read. */
export function chosenRoute(network: Network, tableId: ResourceId, address: string): RouteChoice | undefined {
  const table = network.tables.get(tableId);
  const parsed = parseAddress(address);
  if (!table || !parsed.ok) return undefined;
  const hits = lookup(table, oneAddress(parsed.value.family, parsed.value.value));
  const because = table.missing ?? hits.find((hit) => hit.because)?.because;
  return {
    routes: hits.flatMap(({ route }) =>
      route
        ? [
            {
              index: route.index,
              destination: route.index < 0 ? formatCidr(route.cidr) : route.destination,
              targetId: route.targetId,
              state: stateOf(route.target, route.rank),
            },
          ]
        : [],
    ),
    ...(because ? { because } : {}),
  };
}
