/** How the simulator finds the next hop of one destination: tables, longest prefix, live targets (RT). */

import type { ResourceId, Route, RouteTable } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import {
  inBlock,
  inBlocks,
  insideBlock,
  readBlock,
  RESERVED,
  sameBlock,
  type Block,
} from './simulator-blocks.test-support.ts';
import {
  isSupplied,
  readAs,
  told,
  valueOf,
  type SimInterface,
  type SimNat,
  type SimSubnet,
  type SimVpc,
} from './simulator-facts.test-support.ts';
import { listEntries, type World } from './simulator-filters.test-support.ts';

export type NextHop =
  | { readonly kind: 'local' }
  | { readonly kind: 'none' }
  /** A route that wins and drops (RT-7). */
  | { readonly kind: 'dead' }
  | { readonly kind: 'internetGateway'; readonly id: ResourceId }
  | { readonly kind: 'egressOnlyInternetGateway'; readonly id: ResourceId }
  | { readonly kind: 'natGateway'; readonly nat: SimNat }
  | { readonly kind: 'interface'; readonly eni: SimInterface }
  /** A target that this simulator does not walk: peering, transit gateway, VPN, endpoint. */
  | { readonly kind: 'beyond'; readonly id: ResourceId };

export type Table =
  | { readonly id: ResourceId; readonly resource: RouteTable }
  | 'the local routes'
  | 'not known';

/** RT-1: the subnet's own table, else the main one of its VPC. */
export function tableOf(world: World, subnet: SimSubnet): Table {
  const { design } = world.facts;
  const tables = Object.entries(design.resources).flatMap(([id, resource]) =>
    resource.kind === 'routeTable' && valueOf(resource.vpcId) === subnet.vpc.id ? [{ id, resource }] : [],
  );
  const serves = (
    table: RouteTable,
    test: (item: { main?: boolean; subnet: string | undefined }) => boolean,
  ): boolean =>
    (valueOf(table.associations) ?? []).some((item) =>
      test({ ...(item.main === undefined ? {} : { main: item.main }), subnet: valueOf(item.subnetId) }),
    );
  const own = tables.find((table) => serves(table.resource, (item) => item.subnet === subnet.id));
  if (own) return own;
  for (const table of tables) {
    // An association that is not told may be this subnet's.
    const hidden = told(table.resource.associations)?.known === false;
    const item = (valueOf(table.resource.associations) ?? []).some(
      (one) => told(one.subnetId)?.known === false,
    );
    if ((hidden || item) && world.readings.choose(`${table.id} serves ${subnet.id}`, [false, true]))
      return table;
  }
  if (!isSupplied(design, 'routeTable', subnet.vpc)) return 'not known';
  const main = tables.find((table) => serves(table.resource, (item) => item.main === true));
  if (main) return main;
  return design.coverage?.some((entry) => entry.source === 'awsCli') ? 'not known' : 'the local routes';
}

/** Where a subnet's table sends a destination. */
export function nextHop(world: World, subnet: SimSubnet, family: Family, dst: bigint): NextHop {
  return lookup(world, subnet.vpc, tableOf(world, subnet), family, dst, `table of ${subnet.id}`);
}

/** Whether an address lies in a VPC's blocks; where a block is not told, that is a fact (AD-11). */
export function inVpc(world: World, vpc: SimVpc, family: Family, dst: bigint): boolean {
  if (inBlocks(vpc.blocks, family, dst)) return true;
  const inSubnet = world.facts.subnets.some(
    (one) => one.vpc.id === vpc.id && inBlocks(one.blocks, family, dst),
  );
  if (inSubnet) return true;
  return vpc.untold.includes(family) && world.readings.choose(`${dst} in ${vpc.id}`, [false, true]);
}

interface Candidate {
  readonly length: number;
  /** RT-3: local, static, prefix list, propagated. */
  readonly rank: number;
  /** Of its route in the table; -1 is local. */
  readonly place: number;
  readonly hop: () => NextHop;
}

function lookup(world: World, vpc: SimVpc, table: Table, family: Family, dst: bigint, name: string): NextHop {
  if (inBlocks(RESERVED, family, dst)) return { kind: 'none' }; // AD-6
  const isLocal = inVpc(world, vpc, family, dst);
  const plain: NextHop = { kind: isLocal ? 'local' : 'none' };
  // A table that is not told may do anything; what lies in the VPC it may only redirect inside it (RT-6).
  const anything: NextHop = isLocal ? { kind: 'dead' } : { kind: 'beyond', id: name };
  if (table === 'the local routes') return plain;
  if (table === 'not known') return untold(world, name, dst, plain, anything);
  const routes = told<readonly Route[]>(table.resource.routes) ?? { known: true, value: [] };
  if (!routes.known) return untold(world, table.id, dst, plain, anything);
  const locals = vpc.blocks.filter((block) => block.family === family);
  const isInSubnet = world.facts.subnets.some(
    (one) => one.vpc.id === vpc.id && inBlocks(one.blocks, family, dst),
  );
  const candidates: Candidate[] = [];
  for (const block of locals) {
    if (!inBlock(block, family, dst)) continue;
    const replacing = routes.value.find((route) => {
      const to = staticBlock(route);
      return to !== undefined && sameBlock(to, block) && mayOverrideLocal(route);
    });
    candidates.push({
      length: block.length,
      rank: 0,
      place: -1,
      hop: () => (replacing ? hopOf(world, vpc, replacing) : { kind: 'local' }), // RT-6(a)
    });
  }
  if (isLocal && candidates.length === 0)
    candidates.push({ length: 0, rank: 0, place: -1, hop: () => ({ kind: 'local' }) });
  for (const [place, route] of routes.value.entries()) {
    const covers = (block: Block, rank: number): void => {
      if (!inBlock(block, family, dst) || RESERVED.some((reserved) => insideBlock(block, reserved))) return;
      const around = locals.filter((local) => insideBlock(block, local));
      if (around.length > 0) {
        if (around.some((local) => sameBlock(block, local))) return; // RT-3: local, or replaced above
        const isSubnet = world.facts.subnets.some(
          (one) => one.vpc.id === vpc.id && one.blocks.some((own) => sameBlock(own, block)),
        );
        // RT-4: a propagated route never beats local; RT-6(b): another must be a whole subnet, to the right target.
        if (rank === 3 || !isSubnet || !mayOverrideLocal(route)) return;
      }
      candidates.push({ length: block.length, rank, place, hop: () => hopOf(world, vpc, route) });
    };
    const to = staticBlock(route);
    if (to) {
      covers(to, route.origin === 'EnableVgwRoutePropagation' ? 3 : 1);
      continue;
    }
    const list = told(route.destinationPrefixListId);
    const entries = list?.known ? listEntries(world, list.value, family) : undefined;
    if (entries) for (const entry of entries) covers(readBlock(entry), 2);
    else if (!isLocal || (isInSubnet && mayOverrideLocal(route))) {
      // A destination that is not told covers this address and wins, or does not.
      const which = world.apart(dst);
      const fact = list?.known
        ? `entries of ${list.value} ${which}`
        : `destination ${place} of ${table.id} ${which}`;
      if (world.readings.choose(fact, [false, true])) {
        candidates.push({ length: 129, rank: 2, place, hop: () => hopOf(world, vpc, route) });
      }
    }
  }
  if (candidates.length === 0) return { kind: 'none' };
  const best = candidates.reduce((a, b) =>
    b.length > a.length || (b.length === a.length && b.rank < a.rank) ? b : a,
  );
  const tied = candidates.filter((one) => one.length === best.length && one.rank === best.rank);
  if (tied.length === 1) return best.hop();
  // RT-5: between two prefix lists AWS chooses, and keeps to it.
  const places = tied.map((one) => one.place);
  const place = world.readings.choose(`first of routes ${places.join()} of ${table.id}`, places);
  return (tied.find((one) => one.place === place) ?? best).hop();
}

/** A table whose routes are not told: as if it had none, or anything at all. */
const untold = (world: World, table: string, dst: bigint, none: NextHop, anything: NextHop): NextHop =>
  world.readings.choose(`routes of ${table} ${world.apart(dst)}`, ['none', 'some']) === 'none'
    ? none
    : anything;

function staticBlock(route: Route): Block | undefined {
  const text = valueOf(route.destinationCidrBlock) ?? valueOf(route.destinationIpv6CidrBlock);
  return text === undefined ? undefined : readBlock(text);
}

/** RT-6: local is overridden by a NAT gateway, an interface or a Gateway Load Balancer endpoint alone. */
function mayOverrideLocal(route: Route): boolean {
  const gateway = told(route.gatewayId);
  if (gateway?.known === false) return true;
  if (gateway) return gateway.value === 'local' || gateway.value.startsWith('vpce-');
  return (
    route.natGatewayId !== undefined ||
    route.networkInterfaceId !== undefined ||
    route.instanceId !== undefined
  );
}

/** What a winning route leads to, if its target lives (RT-7, RT-8, RT-11). */
function hopOf(world: World, vpc: SimVpc, route: Route): NextHop {
  const { facts, readings } = world;
  const { design } = facts;
  if (route.state === 'blackhole') return { kind: 'dead' };
  const target = TARGETS.map((member) => told<string>(route[member])).find((said) => said !== undefined);
  if (!target) return { kind: 'dead' };
  if (!target.known) {
    return readings.choose(`target of ${JSON.stringify(route)}`, [
      { kind: 'dead' },
      { kind: 'beyond', id: '?' },
    ]);
  }
  const id = target.value;
  if (id === 'local') return { kind: 'local' };
  const absent = (
    kind: 'internetGateway' | 'egressOnlyInternetGateway' | 'natGateway' | 'networkInterface',
  ): NextHop =>
    isSupplied(design, kind, vpc)
      ? { kind: 'dead' }
      : readings.choose(`${id} lives`, [{ kind: 'dead' }, { kind: 'beyond', id }]);
  if (route.natGatewayId !== undefined) {
    const nat = facts.nats.find((one) => one.id === id);
    if (!nat) return absent('natGateway');
    const state = readAs(readings, `state of ${id}`, nat.state, ['available', 'failed']);
    return nat.vpc.id === vpc.id && state === 'available' ? { kind: 'natGateway', nat } : { kind: 'dead' };
  }
  if (route.networkInterfaceId !== undefined || route.instanceId !== undefined) {
    const eni =
      route.networkInterfaceId === undefined
        ? onlyInterfaceOf(world, id)
        : facts.interfaces.find((one) => one.id === id);
    if (!eni) return absent('networkInterface');
    return eni.subnet.vpc.id === vpc.id && isInUse(world, eni)
      ? { kind: 'interface', eni }
      : { kind: 'dead' };
  }
  const gateway = design.resources[id];
  if (gateway?.kind === 'internetGateway' || gateway?.kind === 'egressOnlyInternetGateway') {
    return isAttached(world, id, vpc) ? { kind: gateway.kind, id } : { kind: 'dead' };
  }
  if (route.egressOnlyInternetGatewayId !== undefined) return absent('egressOnlyInternetGateway');
  if (id.startsWith('igw-')) return absent('internetGateway');
  return { kind: 'beyond', id };
}

const TARGETS = [
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

/** RT-8: a route to an instance needs exactly one interface on it. */
function onlyInterfaceOf(world: World, instance: ResourceId): SimInterface | undefined {
  const own = world.facts.interfaces.filter((eni) => eni.instance?.known && eni.instance.value === instance);
  return own.length === 1 ? own[0] : undefined;
}

/** AD-15: an interface counts while what it is attached to is alive. */
export function isInUse(world: World, eni: SimInterface): boolean {
  const { readings, facts } = world;
  const state = eni.state
    ? readAs(readings, `state of ${eni.id}`, eni.state, ['in-use', 'available'])
    : 'in-use';
  if (state === 'available') return false;
  const owner = eni.instance;
  if (!owner) return true;
  const unknown = (): boolean => readings.choose(`instance of ${eni.id} runs`, [true, false]);
  if (!owner.known) return unknown();
  const instance = facts.design.resources[owner.value];
  if (instance?.kind !== 'instance') return unknown();
  const said = told<string>(instance.instanceState) ?? { known: true, value: 'running' };
  const now = readAs(readings, `state of ${owner.value}`, said, ['running', 'stopped']);
  if (now === 'pending') return world.assume === 'stated' || unknown();
  return now === 'running';
}

/** RT-11: whether a gateway is attached to a VPC now. */
export function isAttached(world: World, id: ResourceId, vpc: SimVpc): boolean {
  const gateway = world.facts.design.resources[id];
  if (gateway?.kind !== 'internetGateway' && gateway?.kind !== 'egressOnlyInternetGateway') return false;
  const list = told<readonly { readonly vpcId?: string; readonly state?: string }[]>(gateway.attachments);
  if (list?.known === false) return world.readings.choose(`${id} attached to ${vpc.id}`, [false, true]);
  return (list?.value ?? []).some(
    (item) =>
      item.vpcId === vpc.id &&
      (item.state === undefined || item.state === 'attached' || item.state === 'available'),
  );
}

/** The internet gateway of a VPC; `some`: one that the input may lack (V-6). */
export function internetGatewayOf(world: World, vpc: SimVpc): ResourceId | undefined {
  for (const [id, resource] of Object.entries(world.facts.design.resources)) {
    if (resource.kind === 'internetGateway' && isAttached(world, id, vpc)) return id;
  }
  if (isSupplied(world.facts.design, 'internetGateway', vpc)) return undefined;
  return world.readings.choose(`internet gateway of ${vpc.id}`, ['none', 'some'] as const) === 'some'
    ? 'some'
    : undefined;
}

/** Where the edge table of an internet gateway leads an address of its VPC (RT-10, OR-9). */
export function edgeHop(
  world: World,
  gateway: ResourceId,
  vpc: SimVpc,
  family: Family,
  dst: bigint,
): NextHop {
  for (const [id, table] of edgeTables(world, gateway)) {
    const routes = told<readonly Route[]>(table.routes) ?? { known: true, value: [] };
    if (!routes.known) {
      return untold(world, id, dst, { kind: 'local' }, { kind: 'dead' });
    }
    let best: { readonly length: number; readonly route: Route } | undefined;
    for (const route of routes.value) {
      const to = staticBlock(route);
      if (!to || !inBlock(to, family, dst) || !mayStandAtEdge(world, vpc, to, route)) continue;
      if (!best || to.length > best.length) best = { length: to.length, route };
    }
    const local = Math.max(
      -1,
      ...vpc.blocks.filter((block) => inBlock(block, family, dst)).map((block) => block.length),
    );
    if (best && best.length >= local) return hopOf(world, vpc, best.route);
  }
  return { kind: 'local' };
}

function edgeTables(world: World, gateway: ResourceId): [ResourceId, RouteTable][] {
  return Object.entries(world.facts.design.resources).flatMap(([id, resource]): [ResourceId, RouteTable][] =>
    resource.kind === 'routeTable' &&
    (valueOf(resource.associations) ?? []).some((item) => valueOf(item.gatewayId) === gateway)
      ? [[id, resource]]
      : [],
  );
}

/** RT-10: an edge route covers the VPC's or a subnet's whole block, and leads to an interface, an endpoint or local. */
function mayStandAtEdge(world: World, vpc: SimVpc, to: Block, route: Route): boolean {
  const whole = [
    ...vpc.blocks,
    ...world.facts.subnets.filter((one) => one.vpc.id === vpc.id).flatMap((one) => one.blocks),
  ];
  return (
    whole.some((block) => sameBlock(block, to)) && route.natGatewayId === undefined && mayOverrideLocal(route)
  );
}

/** NI-3: an interface that some internet gateway's edge table leads to. */
export function isEdgeTarget(world: World, eni: SimInterface): boolean {
  const { design } = world.facts;
  return Object.values(design.resources).some((resource) => {
    if (resource.kind !== 'routeTable') return false;
    const isEdge = (valueOf(resource.associations) ?? []).some((item) => item.gatewayId !== undefined);
    return (
      isEdge &&
      (valueOf(resource.routes) ?? []).some((route) => {
        const instance = valueOf(route.instanceId);
        return (
          valueOf(route.networkInterfaceId) === eni.id ||
          (instance !== undefined && eni.instance?.known === true && eni.instance.value === instance)
        );
      })
    );
  });
}
