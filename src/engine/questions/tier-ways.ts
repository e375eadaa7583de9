/** Whether a route leads out: through NAT gateways and forwarding interfaces, and for `public` through passing ones and back (TI-0, TI-5). */

import {
  commonAddresses,
  isEmptyAddressSet,
  shareOf,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { NAT64, nat64Inside, publicFrom } from '../addresses.ts';
import type { Assumption, MissingFact } from '../answers.ts';
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

export type Answer = 'yes' | 'no' | 'maybe';

export interface Notes {
  readonly unknowns: MissingFact[];
  readonly assumptions: Assumption[];
}

export const either = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('maybe') ? 'maybe' : 'no';

export const fromBlock: Readonly<Record<BlockVerdict, Answer>> = {
  pass: 'yes',
  drop: 'no',
  unknown: 'maybe',
};

const atMost = (a: Answer, b: Answer): Answer =>
  a === 'no' || b === 'no' ? 'no' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'yes';

/** A private-only IPv6 subnet can't use internet gateways (TI-0, AD-5). */
export const hasGlobalIpv6 = (subnet: SubnetNode): boolean =>
  subnet.blocks[6].ranges.some((range) => {
    const part: AddressSet = { family: 6, ranges: [range] };
    return (
      shareOf(part, publicFrom(6, { family: 6, ranges: [] })) === 'all' &&
      shareOf(part, subnet.vpc.privateIpv6) !== 'all'
    );
  });

export function overHits(
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

export interface Way {
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
export function leadsOut(
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

export interface Through {
  readonly answer: Answer;
  readonly devices: readonly string[];
}

/** TI-5: through passing devices only, with the gateway's edge table leading back through the last of them. */
export function throughDevices(
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
