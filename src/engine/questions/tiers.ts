/** The tier of every subnet and family, from routes, gateways and attachments alone (AWS-SEMANTICS 4.3). */

import {
  commonAddresses,
  everyAddress,
  isEmptyAddressSet,
  shareOf,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { NAT64, nat64Inside, publicFrom, publicOrNat64From } from '../addresses.ts';
import type { Assumption, MissingFact, Reason, SubnetTiers, Tier, TierOfFamily } from '../answers.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type {
  GatewayNode,
  InterfaceNode,
  Network,
  RouteNode,
  SubnetNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';
import { assumedForwarding } from '../devices/appliance.ts';
import { judgeBlock, type BlockVerdict } from '../devices/blockPublicAccess.ts';
import { lookup, partition, type Hit } from '../devices/routeTable.ts';

type Answer = 'yes' | 'no' | 'maybe';

interface Notes {
  readonly unknowns: MissingFact[];
  readonly assumptions: Assumption[];
}

const either = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';

const fromBlock: Readonly<Record<BlockVerdict, Answer>> = { pass: 'yes', drop: 'no', unknown: 'maybe' };

const atMost = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';

/** A private-only IPv6 subnet can't use internet gateways (TI-0, AD-5). */
const hasGlobalIpv6 = (subnet: SubnetNode): boolean =>
  subnet.blocks[6].ranges.some((range) => {
    const part: AddressSet = { family: 6, ranges: [range] };
    return (
      shareOf(part, publicFrom(6, { family: 6, ranges: [] })) === 'all' &&
      shareOf(part, subnet.vpc.privateIpv6) !== 'all'
    );
  });

function overHits(
  hits: readonly Hit[],
  notes: Notes,
  judge: (route: RouteNode | undefined) => Answer,
): Answer {
  const answers = hits.map((hit) => judge(hit.route));
  const all = new Set(answers);
  if (all.size === 1) return answers[0] ?? 'no';
  notes.unknowns.push(...hits.flatMap((hit) => hit.because ?? []));
  return all.has('yes') || all.has('maybe') ? 'maybe' : 'no';
}

/** What ENI forwarding does with a packet for others: translate, pass, or neither (NI-1, NI-3). */
function modeOf(network: Network, node: InterfaceNode, notes: Notes): 'nat' | 'pass' | 'none' | 'unknown' {
  if (node.sourceDestCheck === undefined) {
    notes.unknowns.push({
      fact: 'source-dest-check-of',
      resource: node.owner,
      obtain: 'aws ec2 describe-network-interfaces',
    });
    return 'unknown';
  }
  if (node.sourceDestCheck || node.state.kind === 'dead') return 'none';
  if (node.state.kind === 'unknown') {
    notes.unknowns.push(node.state.missing);
    return 'unknown';
  }
  if (node.forwarding !== 'unstated') return node.forwarding;
  if (network.assume === 'nothing') {
    notes.unknowns.push({ fact: 'forwarding-of', resource: node.owner });
    return 'unknown';
  }
  const mode = assumedForwarding(network, node);
  if (mode === 'either') {
    notes.unknowns.push({ fact: 'forwarding-of', resource: node.owner });
    return 'unknown';
  }
  notes.assumptions.push({
    code: 'ASSUMPTION_APPLIANCE_FORWARDS',
    resource: node.owner,
    parameters: { forwarding: mode },
  });
  return mode;
}

interface Way {
  readonly network: Network;
  readonly family: Family;
  readonly notes: Notes;
  readonly visited: ReadonlySet<string>;
  /** Whether a gateway takes the source address as it stands now (TI-0). */
  readonly source: 'global' | 'private';
  /** The subnet whose tier is asked. */
  readonly origin: SubnetNode | undefined;
}

const visit = (way: Way, table: TableNode, part: AddressSet): Way | undefined => {
  const key = `${table.id} ${part.ranges[0]?.first ?? ''}`;
  return way.visited.has(key) ? undefined : { ...way, visited: new Set([...way.visited, key]) };
};

/** Does the next table send this part outward? Split again, since tables divide differently. */
function nextLeadsOut(
  way: Way,
  subnet: SubnetNode,
  part: AddressSet,
  edge: InterfaceNode | undefined,
  self: RouteNode['target'] | undefined,
): Answer {
  const table = subnet.table.value;
  if (!table || table.missing) {
    const missing = table?.missing ?? subnet.table.missing;
    if (missing) way.notes.unknowns.push(missing);
    return 'maybe';
  }
  const on = visit(way, table, part);
  if (!on) return 'no';
  return either(
    partition(table, part).map(({ part: piece, hits }) =>
      overHits(hits, on.notes, (route) => {
        if (!route) return 'no';
        if (
          self?.kind === 'natGateway' &&
          route.target.kind === 'natGateway' &&
          route.target.nat === self.nat
        )
          return 'no';
        return leadsOut(on, route, piece, subnet, edge);
      }),
    ),
  );
}

/** Outward only, through a device that sends on. `edge` is the interface that will meet the gateway; none before a device. */
function leadsOut(
  way: Way,
  route: RouteNode,
  part: AddressSet,
  subnet: SubnetNode,
  edge: InterfaceNode | undefined,
): Answer {
  const { network, family, notes } = way;
  const { target } = route;
  switch (target.kind) {
    case 'internetGateway':
      // Without a device this is the `public` case, judged elsewhere. NAT64's prefix means nothing out there.
      if (!edge || way.source === 'private' || (family === 6 && shareOf(part, NAT64) === 'all')) return 'no';
      return fromBlock[
        judgeBlock(subnet.vpc, edge.subnet, 'internetGateway', edge.nat ? 'natGateway' : 'other', 'inside')
      ];
    case 'egressOnlyInternetGateway':
      if (family !== 6 || way.source === 'private' || shareOf(part, NAT64) === 'all') return 'no';
      return fromBlock[
        judgeBlock(subnet.vpc, edge?.subnet ?? subnet, 'egressOnlyInternetGateway', 'other', 'inside')
      ];
    case 'natGateway': {
      const { nat } = target;
      // What NAT64 leads to must itself be public (TI-6).
      const inner =
        family === 6 ? commonAddresses(nat64Inside(part), publicFrom(4, nat.vpc.blocks[4])) : part;
      if (isEmptyAddressSet(inner)) return 'no';
      if (!nat.subnet) {
        const { value, missing } = nat.vpc.internetGateway;
        if (missing) notes.unknowns.push(missing);
        if (!value) return missing ? 'maybe' : 'no';
        return fromBlock[judgeBlock(nat.vpc, undefined, 'internetGateway', 'natGateway', 'inside')];
      }
      if (!nat.interface) return 'no';
      const beyond: Way = { ...way, family: 4, source: 'global' };
      if (nat.connectivity === 'public' && nat.interface.mappings.length === 0) return 'no';
      const privately = nat.connectivity === 'private';
      return nextLeadsOut(beyond, nat.subnet, inner, privately ? undefined : nat.interface, target);
    }
    case 'interface': {
      const node = target.interface;
      if (node.nat)
        return leadsOut(way, { ...route, target: { kind: 'natGateway', nat: node.nat } }, part, subnet, edge);
      const mode = modeOf(network, node, notes);
      if (mode === 'none') return 'no';
      // A device that passes packets on unchanged leaves the sender's own address to meet the gateway.
      const translated = mode === 'nat' && (family === 6 || node.mappings.length > 0);
      if (mode === 'nat' && !translated) return 'no';
      const on: Way =
        mode === 'nat' && family === 6 && node.addresses[6].length > 0
          ? { ...way, source: hasGlobalIpv6(node.subnet) ? 'global' : 'private' }
          : way;
      const next = nextLeadsOut(on, node.subnet, part, node, target);
      return mode === 'unknown' ? atMost(next, 'maybe') : next;
    }
    case 'unsupported':
      notes.unknowns.push({ fact: 'unsupported', resource: target.id });
      return 'maybe';
    case 'missing':
      notes.unknowns.push(target.missing);
      return 'maybe';
    case 'local':
    case 'dead':
      return 'no';
  }
}

interface Through {
  readonly answer: Answer;
  readonly devices: readonly string[];
}

/** TI-5: through passing devices only, with the gateway's edge table leading back through the last of them. */
function throughDevices(
  way: Way,
  route: RouteNode,
  part: AddressSet,
  subnet: SubnetNode,
  chain: readonly InterfaceNode[],
): Through {
  const no: Through = { answer: 'no', devices: [] };
  const { target } = route;
  if (target.kind === 'internetGateway') {
    if (chain.length === 0 || (part.family === 6 && shareOf(part, NAT64) === 'all')) return no;
    return ledBack(way, target.gateway, subnet.vpc, chain)
      ? {
          answer:
            fromBlock[judgeBlock(subnet.vpc, chain.at(-1)?.subnet, 'internetGateway', 'other', 'outside')],
          devices: chain.map((node) => node.owner),
        }
      : no;
  }
  if (target.kind !== 'interface' || target.interface.nat || chain.includes(target.interface)) return no;
  const node = target.interface;
  if (modeOf(way.network, node, way.notes) !== 'pass') return no;
  const table = node.subnet.table.value;
  if (!table || table.missing) return no;
  for (const { part: piece, hits } of partition(table, part)) {
    const [hit] = hits;
    if (!hit?.route || hits.length > 1) continue;
    const found = throughDevices(way, hit.route, piece, node.subnet, [...chain, node]);
    if (found.answer !== 'no') return found;
  }
  return no;
}

function ledBack(way: Way, gateway: GatewayNode, vpc: VpcNode, chain: readonly InterfaceNode[]): boolean {
  const table = gateway.edgeTable;
  const origin = way.origin;
  const last = chain.at(-1);
  if (!table || !origin || !last) return false;
  const block: AddressSet = origin.blocks[way.family];
  const [hit] = lookup(table, block);
  if (hit?.route?.target.kind !== 'interface' || hit.route.target.interface !== last) return false;
  for (let index = chain.length - 1; index > 0; index -= 1) {
    const here = chain[index];
    const before = chain[index - 1];
    const next = here?.subnet.table.value;
    const target = next ? lookup(next, block)[0]?.route?.target : undefined;
    if (target?.kind !== 'interface' || target.interface !== before) return false;
  }
  return vpc === origin.vpc;
}

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
