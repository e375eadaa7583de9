/** The tier of every subnet and family, from routes, gateways and attachments alone (AWS-SEMANTICS 4.3). */

import {
  commonAddresses,
  everyAddress,
  isEmptyAddressSet,
  shareOf,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { NAT64, publicOrNat64From } from '../addresses.ts';
import type { Reason, SubnetTiers, Tier, TierOfFamily } from '../answers.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { InterfaceNode, Network, RouteNode, SubnetNode, TableNode } from '../compile/network.ts';
import { judgeBlock } from '../devices/blockPublicAccess.ts';
import { partition } from '../devices/routeTable.ts';
import {
  either,
  fromBlock,
  hasGlobalIpv6,
  leadsOut,
  overHits,
  throughDevices,
  type Answer,
  type Notes,
  type Through,
  type Way,
} from './tier-ways.ts';

const reasonOf = (route: RouteNode): Reason => ({
  kind: 'route',
  table: route.table,
  destination: route.destination,
  target: route.targetId,
});

const factReason = (code: string, resource: string): Reason => ({ kind: 'fact', code, resource });

function settle(
  tier: Tier,
  because: readonly Reason[],
  through: readonly string[],
  notes: Notes,
  undetermined: boolean,
): TierOfFamily {
  const distinct = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
    ...new Map(items.map((item) => [key(item), item])).values(),
  ];
  return {
    tier,
    because,
    through,
    undetermined,
    unknowns: undetermined ? distinct(notes.unknowns, (fact) => `${fact.fact} ${fact.resource}`) : [],
    assumptions: distinct(notes.assumptions, (each) => `${each.code} ${each.resource}`),
  };
}

/** One subnet, one family. */
export const tierOf = (network: Network, subnet: SubnetNode, family: Family): TierOfFamily =>
  keptAnswer(network, subnet, `tier ${family}`, () => workOutTier(network, subnet, family));

function workOutTier(network: Network, subnet: SubnetNode, family: Family): TierOfFamily {
  const notes: Notes = { unknowns: [], assumptions: [] };
  if (isEmptyAddressSet(subnet.blocks[family]))
    return settle(
      'isolated',
      [factReason(family === 4 ? 'no-ipv4-block' : 'no-ipv6-block', subnet.id)],
      [],
      notes,
      false,
    );
  const table = subnet.table.value;
  if (!table || table.missing) {
    const missing = table?.missing ?? subnet.table.missing;
    if (missing) notes.unknowns.push(missing);
    return settle('isolated', [], [], notes, true);
  }
  const way: Way = {
    network,
    family,
    notes,
    visited: new Set(),
    origin: subnet,
    source: family === 4 || hasGlobalIpv6(subnet) ? 'global' : 'private',
  };
  const usable = way.source === 'global';
  const parts = partition(table, publicOrNat64From(family, subnet.vpc.blocks[family]));
  const toGateway = new Map<RouteNode, Answer>();
  const blocked = new Set<RouteNode>();
  const outward = new Map<RouteNode, Answer>();
  const through = new Map<RouteNode, Through>();
  const record = (map: Map<RouteNode, Answer>, route: RouteNode, answer: Answer): void => {
    map.set(route, either([map.get(route) ?? 'no', answer]));
  };
  for (const { part, hits } of parts) {
    const gatewayAnswer = overHits(hits, notes, (route) => {
      if (usable && route?.target.kind === 'missing' && route.targetId.startsWith('igw-')) {
        notes.unknowns.push(route.target.missing);
        return 'maybe';
      }
      if (
        !usable ||
        route?.target.kind !== 'internetGateway' ||
        (family === 6 && shareOf(part, NAT64) === 'all')
      )
        return 'no';
      const verdict = judgeBlock(subnet.vpc, subnet, 'internetGateway', 'other', 'outside');
      if (verdict === 'drop') blocked.add(route);
      return fromBlock[verdict];
    });
    const route = hits.find((hit) => hit.route)?.route;
    if (route && gatewayAnswer !== 'no') record(toGateway, route, gatewayAnswer);
    if (gatewayAnswer === 'yes' || !route) continue;
    if (usable && route.target.kind === 'interface') {
      const found = throughDevices(way, route, part, subnet, []);
      if (found.answer !== 'no') through.set(route, found);
    }
    const out = overHits(hits, notes, (each) => {
      if (!each) return 'no';
      if (!usable && each.target.kind === 'egressOnlyInternetGateway') return 'no';
      // Where a list may take a part to the gateway instead, it still leads out.
      if (
        hits.length > 1 &&
        usable &&
        each.target.kind === 'internetGateway' &&
        shareOf(part, NAT64) !== 'all'
      ) {
        return fromBlock[judgeBlock(subnet.vpc, subnet, 'internetGateway', 'other', 'outside')];
      }
      return leadsOut(way, each, part, subnet, undefined);
    });
    if (out !== 'no') record(outward, route, out);
  }
  const chosen = (map: ReadonlyMap<RouteNode, Answer>, wanted: Answer): RouteNode[] =>
    [...map].filter(([, answer]) => answer === wanted).map(([route]) => route);
  const certain = chosen(toGateway, 'yes');
  if (certain.length > 0)
    return settle('public', certain.map(reasonOf), [], { ...notes, assumptions: [] }, false);
  const led = [...through].filter(([, found]) => found.answer === 'yes');
  if (led.length > 0)
    return settle(
      'public',
      led.map(([route]) => reasonOf(route)),
      [...new Set(led.flatMap(([, found]) => found.devices))],
      notes,
      false,
    );
  const perhapsPublic =
    chosen(toGateway, 'maybe').length > 0 || [...through.values()].some((found) => found.answer === 'maybe');
  if (perhapsPublic && subnet.vpc.blockPublicAccess.missing)
    notes.unknowns.push(subnet.vpc.blockPublicAccess.missing);
  const cut = [...blocked].map((route) => factReason('cut-by-block-public-access', route.table));
  const out = chosen(outward, 'yes');
  if (out.length > 0) return settle('egress', [...out.map(reasonOf), ...cut], [], notes, perhapsPublic);
  const perhapsOut = chosen(outward, 'maybe').length > 0;
  // Kinds that lead beyond the VPC are not modelled yet: a route to one is a missing fact, never a lower tier.
  const beyond = beyondVpc(family, table, notes);
  return settle(
    'isolated',
    cut.length > 0 ? cut : [factReason('local-routes-only', table.id)],
    [],
    notes,
    perhapsPublic || perhapsOut || beyond === 'maybe',
  );
}

/** A device that surely sends nothing on leads nowhere (NI-1, NI-3). */
const mayForward = (node: InterfaceNode): boolean =>
  node.sourceDestCheck !== true && node.state.kind !== 'dead' && node.forwarding !== 'none';

/** Does any live route leave the VPC, directly or through devices? Certain only for modelled kinds. */
function beyondVpc(family: Family, table: TableNode, notes: Notes): Answer {
  const open: { readonly table: TableNode; readonly reach: AddressSet }[] = [
    { table, reach: everyAddress(family) },
  ];
  const seen = new Set<TableNode>([table]);
  for (const { table: each, reach } of open) {
    for (const route of each.routes[family]) {
      const { target } = route;
      // What a device is sent is what it sends on: routes for other destinations are not its way.
      const carried = commonAddresses(reach, { family, ranges: [route.cidr] });
      if (isEmptyAddressSet(carried)) continue;
      if (target.kind === 'unsupported' || target.kind === 'missing') {
        notes.unknowns.push(
          target.kind === 'missing' ? target.missing : { fact: 'unsupported', resource: target.id },
        );
        return 'maybe';
      }
      const next =
        target.kind === 'natGateway'
          ? target.nat.subnet
          : target.kind === 'interface' && mayForward(target.interface)
            ? target.interface.subnet
            : undefined;
      if (!next) continue;
      if (next.table.missing) {
        notes.unknowns.push(next.table.missing);
        return 'maybe';
      }
      if (seen.has(next.table.value)) continue;
      seen.add(next.table.value);
      open.push({ table: next.table.value, reach: carried });
    }
    if (each.unknownLists[family].some((route) => route.target.kind === 'unsupported')) return 'maybe';
  }
  return 'no';
}

/** Tiers of every subnet, in the document's order. */
export function askTiers(network: Network): SubnetTiers[] {
  return [...network.subnets.values()].map((subnet) => ({
    id: subnet.id,
    families: { 4: tierOf(network, subnet, 4), 6: tierOf(network, subnet, 6) },
  }));
}
