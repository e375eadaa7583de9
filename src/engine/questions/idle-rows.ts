/** Rows of tables that decide nothing, and what answers in their place (NA-1, OR-1, RT-2, RT-5, RT-6, SG-1). */

import {
  addressesOf,
  commonRegion,
  headersWithout,
  isEmptyHeaderSet,
  isEmptyRegion,
  NO_HEADERS,
  regionsWithout,
  shareOf,
  unionOfHeaders,
  type Region,
} from '../../net/index.ts';
import type {
  AclEntry,
  AclNode,
  GroupNode,
  GroupRule,
  Network,
  RefusedRoute,
  RouteNode,
  TableNode,
} from '../compile/network.ts';
import { partition } from '../devices/routeTable.ts';

/** Why a row decides nothing. */
export type Idle =
  /** Others answer all that it could: rule numbers, places among the rules of a direction, or destinations. */
  | {
      readonly code: 'answered';
      readonly by: readonly string[];
      /** What those others say, where they agree; rules of groups always allow. */
      readonly answer: 'allow' | 'deny' | 'both';
    }
  /** An ACL is not read inside its own subnet. */
  | { readonly code: 'inside-own-subnet' }
  /** AWS does not take such a route. */
  | { readonly code: 'refused'; readonly reason: RefusedRoute['reason'] };

/** By the place of a row in the document's list. */
export type IdleRows = ReadonlyMap<number, Idle>;

const SIDES = ['in', 'out'] as const;
const FAMILIES = [4, 6] as const;

function idleEntry(entries: readonly AclEntry[], place: number): Idle | undefined {
  const entry = entries[place];
  if (!entry || entry.missing || isEmptyRegion(entry)) return undefined;
  // An entry of which a member is not told may match something or nothing.
  const told = entries.slice(0, place).filter((earlier) => !earlier.missing);
  if (regionsWithout([entry], told).length > 0) return undefined;
  const by = told.filter((earlier, index) =>
    regionsWithout([earlier], told.slice(0, index)).some(
      (region) => !isEmptyRegion(commonRegion(region, entry)),
    ),
  );
  const actions = new Set(by.map(({ action }) => action));
  const [only] = actions;
  return {
    code: 'answered',
    by: by.map(({ number }) => String(number)),
    answer: actions.size === 1 && only ? only : 'both',
  };
}

function idleEntries(network: Network, acl: AclNode): IdleRows {
  const idle = new Map<number, Idle>();
  if (acl.missing) return idle;
  const subnets = [...network.subnets.values()].filter((subnet) => subnet.acl.value === acl);
  const [subnet] = subnets;
  for (const side of SIDES) {
    for (const family of FAMILIES) {
      const entries = acl.entries[side][family];
      entries.forEach((entry, place) => {
        const own = subnets.length === 1 && subnet && shareOf(entry.set, subnet.blocks[family]) === 'all';
        const found = idleEntry(entries, place) ?? (own ? { code: 'inside-own-subnet' as const } : undefined);
        if (found) idle.set(entry.index, found);
      });
    }
  }
  return idle;
}

/** What other rules leave of one. */
function leftOfRule(rule: GroupRule, others: readonly GroupRule[]): readonly Region[] {
  if (rule.peer.kind !== 'addresses') return [];
  const { set } = rule.peer;
  const regions = others.flatMap(({ peer, headers }): Region[] =>
    peer.kind === 'addresses' && peer.set.family === set.family ? [{ set: peer.set, headers }] : [],
  );
  return regionsWithout([{ set, headers: rule.headers }], regions);
}

/** Whether others allow all that a rule allows. Members of a group come and go: only a rule of the same group covers it. */
function isCovered(rule: GroupRule, others: readonly GroupRule[]): boolean {
  if (rule.missing || isEmptyHeaderSet(rule.headers)) return false;
  if (rule.peer.kind === 'addresses') return leftOfRule(rule, others).length === 0;
  if (rule.peer.kind !== 'group') return false;
  const { id } = rule.peer;
  const same = others.filter(({ peer }) => peer.kind === 'group' && peer.id === id);
  const headers = same.reduce((set, other) => unionOfHeaders(set, other.headers), NO_HEADERS);
  return isEmptyHeaderSet(headersWithout(rule.headers, headers));
}

const coversSome = (rule: GroupRule, other: GroupRule): boolean => {
  if (rule.peer.kind === 'group' && other.peer.kind === 'group' && rule.peer.id !== other.peer.id)
    return false;
  if (rule.peer.kind === 'addresses' && other.peer.kind === 'addresses') {
    if (rule.peer.set.family !== other.peer.set.family) return false;
    const [a, b] = [
      { set: rule.peer.set, headers: rule.headers },
      { set: other.peer.set, headers: other.headers },
    ];
    return !isEmptyRegion(commonRegion(a, b));
  }
  return rule.peer.kind === other.peer.kind && !isEmptyHeaderSet(rule.headers);
};

function idleRules(group: GroupNode): IdleRows {
  const idle = new Map<number, Idle>();
  if (group.missing) return idle;
  for (const rules of [group.ingress, group.egress]) {
    let alive = [...rules];
    // Of two rules that say the same, the later one is the one too many.
    for (const rule of rules.toReversed()) {
      const others = alive.filter((other) => other !== rule);
      if (rule.index < 0 || !isCovered(rule, others)) continue;
      alive = others;
      const by = others.filter((other) => coversSome(rule, other));
      idle.set(rule.index, {
        code: 'answered',
        by: by.map((other) => String(rules.indexOf(other) + 1)),
        answer: 'allow',
      });
    }
  }
  return idle;
}

/** The routes that win some address of this one's block instead of it; undefined where it wins some itself. */
function winnersOver(table: TableNode, route: RouteNode): RouteNode[] | undefined {
  const winners = new Set<RouteNode>();
  for (const { hits } of partition(table, addressesOf(route.cidr))) {
    for (const hit of hits) {
      if (hit.route === route) return undefined;
      if (hit.route) winners.add(hit.route);
    }
  }
  return [...winners];
}

function idleRoutes(table: TableNode): IdleRows {
  const idle = new Map<number, Idle>();
  for (const { index, reason } of table.refused) idle.set(index, { code: 'refused', reason });
  if (table.missing) return idle;
  const byIndex = new Map<number, RouteNode[]>();
  for (const family of FAMILIES) {
    for (const open of table.unknownLists[family]) byIndex.set(open.index, []);
    for (const route of table.routes[family]) {
      if (route.index < 0) continue;
      const list = byIndex.get(route.index);
      if (list) list.push(route);
      else byIndex.set(route.index, [route]);
    }
  }
  for (const [index, routes] of byIndex) {
    const won = routes.map((route) => winnersOver(table, route));
    if (routes.length === 0 || won.includes(undefined)) continue;
    const by = new Set(won.flatMap((winners) => (winners ?? []).map(({ destination }) => destination)));
    idle.set(index, { code: 'answered', by: [...by], answer: 'allow' });
  }
  return idle;
}

/** The rows of a route table, security group or network ACL that decide nothing. */
export function idleRows(network: Network, id: string): IdleRows {
  const table = network.tables.get(id);
  if (table) return idleRoutes(table);
  const group = network.groups.get(id);
  if (group) return idleRules(group);
  const acl = network.acls.get(id);
  return acl ? idleEntries(network, acl) : new Map<number, Idle>();
}
