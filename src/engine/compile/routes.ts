/** Route tables compiled: targets resolved, refused routes set aside, longest prefix first (RT-1…RT-12). */

import { known, type Design, type ResourceId, type Route, type RouteTable } from '../../model/index.ts';
import {
  addressesOf,
  cidrHolds,
  formatCidr,
  parseCidr,
  shareOf,
  type Cidr,
  type Family,
} from '../../net/index.ts';
import { AWS_RESERVED } from '../addresses.ts';
import type { MissingFact } from '../answers.ts';
import { isComplete, missingFact } from './coverage.ts';
import { prefixListEntries } from './groups.ts';
import type {
  GatewayNode,
  InterfaceNode,
  NatNode,
  RefusedRoute,
  RouteNode,
  TableNode,
  Target,
  VpcNode,
} from './network.ts';

/** What routes may point at; filled before tables are compiled. */
export interface TargetIndex {
  readonly gateways: ReadonlyMap<ResourceId, GatewayNode>;
  readonly nats: ReadonlyMap<ResourceId, NatNode>;
  readonly interfaces: ReadonlyMap<ResourceId, InterfaceNode>;
  readonly interfacesOf: ReadonlyMap<ResourceId, readonly InterfaceNode[]>;
}

const TARGET_MEMBERS = [
  'gatewayId',
  'natGatewayId',
  'networkInterfaceId',
  'instanceId',
  'egressOnlyInternetGatewayId',
  'transitGatewayId',
  'vpcPeeringConnectionId',
  'carrierGatewayId',
  'localGatewayId',
  'coreNetworkArn',
] as const;

/** The member of a route that says where it leads, with its value. */
function targetMemberOf(
  route: Route,
): { readonly member: (typeof TARGET_MEMBERS)[number]; readonly id: string | undefined } | undefined {
  // An interface stands before the instance that holds it, and says more (C-13).
  for (const member of TARGET_MEMBERS) {
    if (route[member] !== undefined) return { member, id: known(route[member]) };
  }
  return undefined;
}

/** The destination of a route as written: a block or a prefix list's id; undefined when unknown. */
function destinationOf(route: Route): string | undefined {
  return (
    known(route.destinationCidrBlock) ??
    known(route.destinationIpv6CidrBlock) ??
    known(route.destinationPrefixListId)
  );
}

function interfaceTarget(eni: InterfaceNode, vpc: VpcNode): Target {
  if (eni.vpc !== vpc) return { kind: 'dead', id: eni.id, state: 'in-another-vpc' };
  // RT-8: a stopped or detached interface makes the route a blackhole.
  if (eni.state.kind === 'dead') return { kind: 'dead', id: eni.owner, state: eni.state.state };
  return { kind: 'interface', interface: eni };
}

function resolveTarget(design: Design, route: Route, vpc: VpcNode, index: TargetIndex): Target {
  const found = targetMemberOf(route);
  if (!found) return { kind: 'dead', id: '', state: 'absent' };
  const { member, id } = found;
  // RT-7: what AWS itself called a blackhole is one, whatever the target looks like now.
  if (route.state === 'blackhole') return { kind: 'dead', id: id ?? '', state: 'blackhole' };
  if (id === undefined) {
    return {
      kind: 'missing',
      missing: missingFact('target', vpc.id, 'routeTable'),
    };
  }
  const gone = (kind: string): Target =>
    isComplete(design, kind, vpc)
      ? { kind: 'dead', id, state: 'absent' }
      : { kind: 'missing', missing: missingFact('target', id, kind) };
  switch (member) {
    case 'gatewayId':
    case 'egressOnlyInternetGatewayId': {
      if (id === 'local') return { kind: 'local' };
      const gateway = index.gateways.get(id);
      if (!gateway) {
        if (member === 'gatewayId' && !id.startsWith('igw-') && /^(vgw|vpce|lgw|cagw)-/.test(id))
          return { kind: 'unsupported', id };
        return gone(member === 'gatewayId' ? 'internetGateway' : 'egressOnlyInternetGateway');
      }
      // RT-11: the gateway must be attached to the table's VPC.
      if (gateway.vpc !== vpc)
        return { kind: 'dead', id, state: gateway.vpc ? 'in-another-vpc' : 'detached' };
      return gateway.kind === 'internetGateway'
        ? { kind: 'internetGateway', gateway }
        : { kind: 'egressOnlyInternetGateway', gateway };
    }
    case 'natGatewayId': {
      const nat = index.nats.get(id);
      if (!nat) return gone('natGateway');
      if (nat.vpc !== vpc) return { kind: 'dead', id, state: 'in-another-vpc' };
      return nat.state === 'available' ? { kind: 'natGateway', nat } : { kind: 'dead', id, state: nat.state };
    }
    case 'networkInterfaceId': {
      const eni = index.interfaces.get(id);
      return eni ? interfaceTarget(eni, vpc) : gone('networkInterface');
    }
    case 'instanceId': {
      const all = index.interfacesOf.get(id);
      if (!all || all.length === 0) return gone('instance');
      // RT-8: an instance as target needs exactly one interface.
      const [only] = all;
      if (all.length > 1 || !only) return { kind: 'dead', id, state: 'several-interfaces' };
      return interfaceTarget(only, vpc);
    }
    case 'transitGatewayId':
    case 'vpcPeeringConnectionId':
    case 'carrierGatewayId':
    case 'localGatewayId':
    case 'coreNetworkArn':
      return { kind: 'unsupported', id };
  }
}

interface Destination {
  readonly cidr: Cidr;
  readonly text: string;
  readonly byList: boolean;
}

function refusal(
  vpc: VpcNode,
  cidr: Cidr,
  route: Route,
  target: Target,
  edge: 'subnet' | 'edge',
): RefusedRoute['reason'] | undefined {
  const set = addressesOf(cidr);
  if (shareOf(set, AWS_RESERVED[cidr.family]) === 'all') return 'reserved-range';
  const own = vpc.cidrs[cidr.family];
  const equalsOwn = own.some((block) => formatCidr(block) === formatCidr(cidr));
  const inside = own.some((block) => cidrHolds(block, cidr));
  const wholeSubnet = vpc.subnets.some((subnet) =>
    subnet.cidrs[cidr.family].some((block) => formatCidr(block) === formatCidr(cidr)),
  );
  const device = target.kind === 'interface' || target.kind === 'natGateway';
  // A dead target may still be of a kind that AWS accepts there.
  const deviceMember =
    route.networkInterfaceId !== undefined ||
    route.instanceId !== undefined ||
    route.natGatewayId !== undefined;
  const endpoint = target.kind === 'unsupported' && target.id.startsWith('vpce-');
  if (edge === 'edge') {
    if (target.kind === 'local') return undefined;
    if (
      !(
        target.kind === 'interface' ||
        (target.kind === 'dead' && deviceMember) ||
        endpoint ||
        target.kind === 'missing'
      )
    )
      return 'edge-target';
    return equalsOwn || wholeSubnet ? undefined : 'edge-destination';
  }
  if (target.kind === 'local') return undefined;
  // RT-4: a propagated route never beats local.
  if (inside && route.origin === 'EnableVgwRoutePropagation') return 'propagated-inside-vpc';
  // RT-6 (a), (b)
  if (equalsOwn) return device || deviceMember || endpoint ? undefined : 'inside-vpc-block';
  if (inside) return wholeSubnet && (device || deviceMember || endpoint) ? undefined : 'inside-vpc-block';
  return undefined;
}

/** Compiles the routes of a table. `edge`: it serves a gateway. */
export function compileTable(
  design: Design,
  id: ResourceId,
  table: RouteTable | undefined,
  vpc: VpcNode,
  index: TargetIndex,
  edge: 'subnet' | 'edge',
): TableNode {
  const routes: Record<Family, RouteNode[]> = { 4: [], 6: [] };
  const unknownLists: Record<Family, RouteNode[]> = { 4: [], 6: [] };
  const refused: RefusedRoute[] = [];
  const missingFact: MissingFact = {
    fact: 'routes-of',
    resource: id,
    obtain: `aws ec2 describe-route-tables --route-table-ids ${id}`,
  };
  const written = known(table?.routes);
  const missing = table?.routes !== undefined && written === undefined ? missingFact : undefined;
  const replacedLocals = new Set<string>();
  (written ?? []).forEach((route, position) => {
    const target = resolveTarget(design, route, vpc, index);
    const targetId = targetMemberOf(route)?.id ?? '';
    const destinations: Destination[] = [];
    // Its destination is not told: it may win anything of these families (RT-2, V-0).
    const anywhere = (families: readonly Family[]): void => {
      for (const family of families) {
        unknownLists[family].push({
          table: id,
          index: position,
          cidr: { family, prefixLength: 0, first: 0n, last: 0n },
          target,
          rank: 2,
          destination: known(route.destinationPrefixListId) ?? '',
          targetId,
        });
      }
    };
    const block = known(route.destinationCidrBlock) ?? known(route.destinationIpv6CidrBlock);
    const list = known(route.destinationPrefixListId);
    const destination = destinationOf(route) ?? '';
    if (block !== undefined) {
      const parsed = parseCidr(block);
      if (parsed.ok) destinations.push({ cidr: parsed.value, text: formatCidr(parsed.value), byList: false });
      else anywhere(known(route.destinationCidrBlock) === undefined ? [6] : [4]);
    } else if (list !== undefined && edge === 'edge') {
      // RT-10: a gateway's table takes no prefix list.
      refused.push({ index: position, destination, targetId, reason: 'edge-destination' });
      return;
    } else if (list !== undefined) {
      const entries = prefixListEntries(design, list);
      if ('missing' in entries) {
        anywhere(entries.family === undefined ? [4, 6] : [entries.family]);
        return;
      }
      for (const text of entries.cidrs) {
        const parsed = parseCidr(text);
        if (parsed.ok && parsed.value.family === entries.family)
          destinations.push({ cidr: parsed.value, text: list, byList: true });
      }
    } else
      anywhere(
        route.destinationCidrBlock !== undefined
          ? [4]
          : route.destinationIpv6CidrBlock !== undefined
            ? [6]
            : [4, 6],
      );
    for (const { cidr, text, byList } of destinations) {
      const reason = refusal(vpc, cidr, route, target, edge);
      if (reason !== undefined) {
        refused.push({ index: position, destination, targetId, reason });
        continue;
      }
      const propagated = route.origin === 'EnableVgwRoutePropagation' || route.origin === 'Advertisement';
      // RT-3: local gives way to a route of its own, never to a list's entry.
      if (!byList && vpc.cidrs[cidr.family].some((own) => formatCidr(own) === formatCidr(cidr)))
        replacedLocals.add(formatCidr(cidr));
      routes[cidr.family].push({
        table: id,
        index: position,
        cidr,
        target,
        rank: target.kind === 'local' ? 0 : propagated ? 3 : byList ? 2 : 1,
        destination: text,
        targetId,
      });
    }
  });
  for (const family of [4, 6] as const) {
    for (const cidr of vpc.cidrs[family]) {
      // RT-6 (a): a replaced local route stands in the table in its stead.
      if (replacedLocals.has(formatCidr(cidr))) continue;
      routes[family].push({
        table: id,
        index: -1,
        cidr,
        target: { kind: 'local' },
        rank: 0,
        destination: formatCidr(cidr),
        targetId: 'local',
      });
    }
    routes[family].sort(
      (a, b) => b.cidr.prefixLength - a.cidr.prefixLength || a.rank - b.rank || a.index - b.index,
    );
  }
  return { id, vpc, routes, unknownLists, refused, missing, implied: table ? 'written' : 'implied' };
}

/** True when two targets lead to the same thing: then it does not matter which AWS picked (RT-5). */
export function sameTarget(a: Target, b: Target): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'local':
      return true;
    case 'internetGateway':
    case 'egressOnlyInternetGateway':
      return (
        (b.kind === 'internetGateway' || b.kind === 'egressOnlyInternetGateway') && a.gateway === b.gateway
      );
    case 'natGateway':
      return b.kind === 'natGateway' && a.nat === b.nat;
    case 'interface':
      return b.kind === 'interface' && a.interface === b.interface;
    case 'dead':
      return true;
    case 'unsupported':
    case 'missing':
      return false;
  }
}
