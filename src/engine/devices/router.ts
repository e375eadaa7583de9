/** The VPC's implicit router: leaving an interface, reading the table, arriving at an interface (OR-1…OR-9). */

import { shareOf, singleAddress } from '../../net/index.ts';
import { NAT64, publicFrom } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type { InterfaceNode, NatNode, RouteNode, TableNode, Target, VpcNode } from '../compile/network.ts';
import { throughAppliance, untranslate } from './appliance.ts';
import { backToLocal, leadNatOut, routeFix, type RouteGoal } from './routeFixes.ts';
import { sourceDestCheckOff, startInstance } from './fixes.ts';
import { aroundGateway, internetGoal } from './gatewayGoals.ts';
import { linkLocalService } from './linkLocal.ts';
import { passAcl } from './networkAcl.ts';
import { newNatGateway } from './newNatGateway.ts';
import { isChanged, ownTable, tableOf } from './mended.ts';
import { lookup } from './routeTable.ts';
import { passGroups } from './securityGroup.ts';
import {
  addHop,
  addressText,
  choose,
  doubt,
  drop,
  mappingOf,
  ownerIn,
  shownAs,
  type Packet,
  type Place,
  type Step,
  type Walk,
} from './walk.ts';

/** A packet leaves an interface. */
export function emit(walk: Walk, node: InterfaceNode, given: Packet): Step {
  const shown = shownAs(node);
  const packet: Packet =
    given.dstOwner === undefined && shareOf(given.dst, node.vpc.blocks[given.family]) === 'all'
      ? { ...given, dstOwner: ownerIn(node.vpc, given.dst) }
      : given;
  if (shareOf(packet.src, node.own[packet.family]) !== 'all') {
    if (node.sourceDestCheck === undefined)
      doubt(walk, {
        fact: 'source-dest-check-of',
        resource: node.owner,
        obtain: 'aws ec2 describe-network-interfaces',
      });
    else if (node.sourceDestCheck) {
      drop(walk, packet, {
        code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
        ...shown,
        at: node.id,
        side: 'out',
        parameters: { interface: shown.resource },
        fixes: () => sourceDestCheckOff(node),
      });
    }
  }
  const service = linkLocalService(walk, node, packet);
  if (service) return service;
  const near = packet.dstOwner
    ? packet.dstOwner.subnet === node.subnet
      ? 'all'
      : 'none'
    : shareOf(packet.dst, node.subnet.blocks[packet.family]);
  const switched = near === 'all' && shareOf(packet.dst, node.vpc.blocks[packet.family]) === 'all';
  const hop = switched ? undefined : nextHop(walk, node, packet);
  const device = hop?.kind === 'interface' || hop?.kind === 'natGateway';
  passGroups(walk, node, 'out', packet, device ? 'through-a-device' : 'direct');
  // OR-5: switched inside the subnet, whatever the table says.
  if (switched) {
    return { to: 'arrive', at: 'owner', packet, vpc: node.vpc, from: node.subnet };
  }
  if (near === 'some') {
    doubt(walk, { fact: 'destination-address', resource: node.subnet.id });
    return { to: 'cannotTell' };
  }
  passAcl(walk, node.subnet, 'out', packet, isInside(hop, node) ? 'perhaps' : 'surely');
  return {
    to: 'route',
    table: tableOf(walk.mended, node.subnet),
    packet,
    place: { vpc: node.vpc, subnet: node.subnet, emitter: node },
  };
}

/** What the sender's table names for a packet. */
function nextHop(walk: Walk, node: InterfaceNode, packet: Packet): Target | undefined {
  const table = tableOf(walk.mended, node.subnet).value;
  const route = table && lookup(table, packet.dst)[0]?.route;
  const changed = route && walk.mended?.routes.get(route);
  switch (changed?.kind) {
    case undefined:
      return route?.target;
    case 'interface':
      return changed;
    case 'natGateway':
    case 'newNatGateway':
      return { kind: 'natGateway', nat: changed.nat };
    case 'internetGateway':
    case 'egressOnlyInternetGateway':
    case 'local':
      return undefined;
  }
}

/** The next hop stands in the sender's own subnet while the destination does not (OR-6). */
function isInside(hop: Target | undefined, node: InterfaceNode): boolean {
  if (hop?.kind === 'interface') return hop.interface.subnet === node.subnet;
  return hop?.kind === 'natGateway' && hop.nat.subnet === node.subnet;
}

/** The packet meets a route table. */
export function readTable(walk: Walk, step: Extract<Step, { to: 'route' }>): Step {
  const { packet, place } = step;
  const table = step.table.value;
  if (!table || table.missing) {
    const missing = table?.missing ?? step.table.missing;
    if (missing) doubt(walk, missing);
    // Whatever the table says, the VPC's own addresses have a local route.
    if (shareOf(packet.dst, place.vpc.blocks[packet.family]) === 'all') {
      return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: place.subnet };
    }
    return { to: 'cannotTell' };
  }
  if (place.vpc.missingBlock && shareOf(packet.dst, place.vpc.blocks[packet.family]) !== 'all')
    doubt(walk, place.vpc.missingBlock);
  const hits = lookup(table, packet.dst);
  const hit = hits.length > 1 ? hits[choose(walk.readings, hits.length)] : hits[0];
  if (hits.length > 1) walk.readingFacts.push(...hits.flatMap((each) => each.because ?? []));
  const route = hit?.route;
  if (route && walk.direction === 'forward') walk.mended?.taken.add(route);
  const changed = route && walk.mended?.routes.get(route);
  if (changed) return follow(walk, changed, place, packet);
  const shown = { resource: table.id, kind: 'routeTable' };
  const where = place.subnet ? { at: place.subnet.id } : {};
  if (!route) {
    return goOn(walk, table, place, packet, undefined, {
      code: 'NO_ROUTE_TO_DESTINATION',
      parameters: { table: table.id, destination: addressText(packet.dst), subnet: place.subnet?.id ?? '' },
    });
  }
  const { target } = route;
  if (target.kind === 'dead') {
    // RT-7: it wins all the same.
    return goOn(walk, table, place, packet, route, {
      code: 'BAD_STATE_ROUTE',
      parameters: {
        table: table.id,
        destination: route.destination,
        target: route.targetId,
        targetState: target.state,
      },
    });
  }
  if (target.kind === 'unsupported') {
    addHop(walk, packet, { ...shown, ...where, action: 'forward', rule: route.destination });
    doubt(walk, { fact: 'unsupported', resource: target.id });
    return { to: 'cannotTell' };
  }
  if (target.kind === 'missing') {
    addHop(walk, packet, { ...shown, ...where, action: 'forward', rule: route.destination });
    doubt(walk, target.missing);
    return { to: 'cannotTell' };
  }
  if (target.kind === 'natGateway' && place.emitter?.nat === target.nat) {
    // NG-6
    return loopAtNat(walk, table, place, packet, route, target.nat);
  }
  if (walk.record) addHop(walk, packet, { ...shown, ...where, action: 'forward', rule: route.destination });
  switch (target.kind) {
    case 'local':
      return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: place.subnet };
    case 'interface':
      return target.interface.nat
        ? { to: 'nat', nat: target.interface.nat, packet, place }
        : { to: 'arrive', at: target.interface, packet, vpc: place.vpc, from: place.subnet };
    case 'natGateway':
      return afterRefusal(walk, table, place, packet, route, { to: 'nat', nat: target.nat, packet, place });
    case 'internetGateway':
      walk.via ??= target.gateway.id;
      return { to: 'gatewayOut', gateway: target.gateway, packet, place };
    case 'egressOnlyInternetGateway':
      if (packet.family === 4) {
        return goOn(walk, table, place, packet, route, {
          code: 'EIGW_FAMILY_RESTRICTION',
          resource: target.gateway.id,
          kind: target.gateway.kind,
          parameters: { gateway: target.gateway.id, table: table.id, destination: route.destination },
        });
      }
      walk.via ??= target.gateway.id;
      return { to: 'gatewayOut', gateway: target.gateway, packet, place };
  }
}

/** IPv6 that a NAT gateway will not carry goes on by the way it should have taken (NG-9, V-8). */
function afterRefusal(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  route: RouteNode,
  step: Extract<Step, { to: 'nat' }>,
): Step {
  if (packet.family === 6 && shareOf(packet.dst, NAT64) !== 'all' && walk.direction === 'forward') {
    return goOn(walk, table, place, packet, route, {
      code: 'NGW_FAMILY_RESTRICTION',
      resource: step.nat.id,
      kind: 'natGateway',
      parameters: { nat: step.nat.id, table: table.id, destination: route.destination },
    });
  }
  walk.via ??= step.nat.id;
  return step;
}

function loopAtNat(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  route: RouteNode,
  nat: NatNode,
): Step {
  const gateway = place.vpc.internetGateway.value;
  const { subnet } = place;
  const inside = shareOf(packet.dst, place.vpc.blocks[packet.family]) === 'all';
  const publicTable = place.vpc.subnets
    .map((each) => each.table.value)
    .find(
      (each) =>
        each &&
        each !== table &&
        !isChanged(walk.mended, each) &&
        lookup(each, packet.dst)[0]?.route?.target.kind === 'internetGateway',
    );
  drop(walk, packet, {
    code: 'NGW_ROUTE_LOOP',
    resource: table.id,
    kind: 'routeTable',
    rule: route.destination,
    ...(subnet ? { at: subnet.id } : {}),
    parameters: { table: table.id, nat: nat.id, destination: route.destination, subnet: subnet?.id ?? '' },
    fixes: () => {
      if (inside) return backToLocal(table, route);
      return subnet ? leadNatOut(nat, subnet, gateway, publicTable, packet) : [];
    },
  });
  if (!inside && subnet && gateway)
    walk.mended?.tables.set(subnet, publicTable ?? ownTable(table, subnet, gateway));
  if (inside) return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: subnet };
  return gateway && walk.direction === 'forward'
    ? { to: 'gatewayOut', gateway, packet, place }
    : { to: 'lost' };
}

interface RoutingDrop {
  readonly code: string;
  readonly resource?: string;
  readonly kind?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The next hops a packet was surely meant for (V-8), none of them new if there is any. */
function intendedGoals(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  failing: RouteNode | undefined,
): RouteGoal[] {
  const { vpc } = place;
  if (shareOf(packet.dst, vpc.blocks[packet.family]) === 'all') return [{ kind: 'local' }];
  const igw = aroundGateway(internetGoal(walk, vpc), place, packet);
  const eigw = vpc.egressOnlyGateway.value;
  const nats = vpc.natGateways.filter(
    (nat) => nat.state === 'available' && nat.connectivity === 'public' && nat !== place.emitter?.nat,
  );
  // NG-6: a table that the NAT gateway's own subnet reads would send it back to itself.
  const shares = (nat: NatNode): boolean =>
    table.implied === 'implied' ? nat.subnet === place.subnet : nat.subnet?.table.value === table;
  const gone = failing === undefined ? undefined : walk.network.nats.get(failing.targetId);
  // One that has failed or was deleted is made anew where it stood.
  const anew: RouteGoal[] =
    gone?.subnet && (gone.state === 'failed' || gone.state === 'deleted') && !shares(gone)
      ? [{ kind: 'newNatGateway', nat: newNatGateway(gone, gone.subnet) }]
      : [];
  if (packet.family === 6 && shareOf(packet.dst, NAT64) === 'all')
    return [...nats.map((nat): RouteGoal => ({ kind: 'natGateway', nat })), ...anew];
  if (shareOf(packet.dst, publicFrom(packet.family, vpc.blocks[packet.family])) !== 'all') return [];
  if (walk.direction === 'return') return [igw];
  if (packet.family === 6) {
    const existing: RouteGoal[] = [];
    if (eigw) existing.push({ kind: 'egressOnlyInternetGateway', gateway: eigw });
    if (vpc.internetGateway.value) existing.push(igw);
    return existing.length > 0 ? existing : [igw];
  }
  const isDevice = place.emitter?.nat !== undefined;
  if (isDevice || mappingOf(packet.srcOwner, packet.src) || packet.srcFace) return [igw];
  const others = nats.filter((nat) => !shares(nat)).map((nat): RouteGoal => ({ kind: 'natGateway', nat }));
  return [...others, ...anew, igw];
}

/** Notes that a packet goes round at this place. */
export function dropInLoop(
  walk: Walk,
  place: Place | undefined,
  packet: Packet,
  fixes: (() => readonly Fix[]) | undefined,
): void {
  const table = place?.subnet && tableOf(walk.mended, place.subnet).value;
  const route = table && lookup(table, packet.dst)[0]?.route;
  drop(walk, packet, {
    code: 'FORWARDING_LOOP',
    resource: table?.id ?? place?.vpc.id ?? '',
    kind: 'routeTable',
    ...(route ? { rule: route.destination } : {}),
    parameters: { table: table?.id ?? '', destination: addressText(packet.dst) },
    ...(fixes ? { fixes } : {}),
  });
}

/**
 * A packet goes round: one of the routes of the loop is broken, and the way begins anew with that; of the blockers that
 * it met on the round only the first `kept` stand. Nothing is proposed where no other next hop is known.
 */
export function breakLoop(
  walk: Walk,
  place: Place | undefined,
  packet: Packet,
  kept: number,
): 'begin-anew' | 'lost' {
  const table = place?.subnet && tableOf(walk.mended, place.subnet).value;
  const route = table && lookup(table, packet.dst)[0]?.route;
  // A device that the way in leads through can't be left out where it is the one that sends it round (RT-12).
  const goals =
    table && place && route
      ? intendedGoals(walk, table, place, packet, route).filter((each) => each.kind !== 'interface')
      : [];
  const goal = goals.length > 0 ? goals[choose(walk.alternatives, goals.length)] : undefined;
  if (!walk.record || !walk.mended || !table || !route || !goal) {
    dropInLoop(walk, place, packet, undefined);
    return 'lost';
  }
  walk.record.blockers.splice(kept);
  if (goals.some((each) => each.kind === 'natGateway' || each.kind === 'newNatGateway'))
    walk.natsOffered = 'offered';
  dropInLoop(walk, place, packet, () =>
    goal.kind === 'local' ? backToLocal(table, route) : routeFix(table, place?.subnet, packet, goal, route),
  );
  walk.mended.routes.set(route, goal);
  return 'begin-anew';
}

/** The next hop to go on by: chosen once for a table, which holds one route to a destination. */
function settle(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  goals: readonly RouteGoal[],
): RouteGoal | undefined {
  const [first] = goals;
  if (!first || first.kind === 'local') return first;
  const own = table.implied === 'implied' ? (place.subnet?.id ?? '') : table.id;
  const key = `${own} ${shareOf(packet.dst, NAT64) === 'all' ? 'nat64' : packet.family}`;
  const goal = walk.mended?.goals.get(key) ?? goals[choose(walk.alternatives, goals.length)] ?? first;
  walk.mended?.goals.set(key, goal);
  return goal;
}

/** Notes a routing drop and continues along the intended next hop. */
function goOn(
  walk: Walk,
  table: TableNode,
  place: Place,
  packet: Packet,
  failing: RouteNode | undefined,
  report: RoutingDrop,
): Step {
  const goals = intendedGoals(walk, table, place, packet, failing);
  const goal = settle(walk, table, place, packet, goals);
  if (goals.some((each) => each.kind === 'natGateway' || each.kind === 'newNatGateway'))
    walk.natsOffered = 'offered';
  drop(walk, packet, {
    code: report.code,
    resource: report.resource ?? table.id,
    kind: report.kind ?? 'routeTable',
    ...(failing ? { rule: failing.destination } : {}),
    ...(place.subnet ? { at: place.subnet.id } : {}),
    parameters: report.parameters,
    fixes: () => (goal ? routeFix(table, place.subnet, packet, goal, failing) : []),
  });
  return goal ? follow(walk, goal, place, packet) : { to: 'lost' };
}

/** The next hop that a table would name with the fixes told so far. */
function follow(walk: Walk, goal: RouteGoal, place: Place, packet: Packet): Step {
  switch (goal.kind) {
    case 'local':
      return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: place.subnet };
    case 'internetGateway':
      if (goal.standing !== 'attached') walk.creates += 1;
      walk.via ??= goal.gateway.id;
      return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
    case 'egressOnlyInternetGateway':
      walk.via ??= goal.gateway.id;
      return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
    case 'newNatGateway':
      walk.creates += 1;
      walk.via ??= goal.nat.id;
      return { to: 'nat', nat: goal.nat, packet, place };
    case 'natGateway':
      walk.via ??= goal.nat.id;
      return { to: 'nat', nat: goal.nat, packet, place };
    case 'interface':
      walk.via ??= goal.interface.owner;
      return { to: 'arrive', at: goal.interface, packet, vpc: place.vpc, from: place.subnet };
  }
}

/** Could an interface whose address nobody stated hold this one? */
function perhapsHeld(vpc: VpcNode, packet: Packet): boolean {
  if (!vpc.interfacesComplete) return true;
  return vpc.interfaces.some((node) =>
    node.addresses[packet.family].some(
      (set) => singleAddress(set) === undefined && shareOf(packet.dst, set) !== 'none',
    ),
  );
}

/** A packet reaches an interface: its own, or that of a device that a route names. */
export function arrive(walk: Walk, step: Extract<Step, { to: 'arrive' }>): Step {
  const { packet, vpc, from } = step;
  const owner = packet.dstOwner?.vpc === vpc ? packet.dstOwner : ownerIn(vpc, packet.dst);
  const node = step.at === 'owner' ? owner : step.at;
  if (!node) {
    if (perhapsHeld(vpc, packet)) {
      doubt(walk, {
        fact: 'interface-with-address',
        resource: vpc.id,
        obtain: 'aws ec2 describe-network-interfaces',
        parameters: { address: addressText(packet.dst) },
      });
      return { to: 'cannotTell' };
    }
    const subnet = vpc.subnets.find((each) => shareOf(packet.dst, each.blocks[packet.family]) === 'all');
    drop(walk, packet, {
      code: 'NO_POSSIBLE_DESTINATION',
      resource: subnet?.id ?? vpc.id,
      kind: subnet ? 'subnet' : 'vpc',
      parameters: { destination: addressText(packet.dst), subnet: subnet?.id ?? '', vpc: vpc.id },
    });
    return { to: 'lost' };
  }
  if (from !== node.subnet) passAcl(walk, node.subnet, 'in', packet, 'surely');
  if (node !== owner) {
    if (node.nat)
      return { to: 'nat', nat: node.nat, packet, place: { vpc, subnet: from, emitter: undefined } };
    return throughAppliance(walk, node, packet);
  }
  if (node.nat) return { to: 'natOwn', nat: node.nat, packet };
  const restored = untranslate(walk, node, packet);
  if (restored) return restored;
  judgeState(walk, node, packet);
  if (node.service === 'unmodelled') doubt(walk, { fact: 'unsupported', resource: node.id });
  passGroups(walk, node, 'in', packet, 'direct');
  if (walk.record) addHop(walk, packet, { ...shownAs(node), action: 'deliver', at: node.subnet.id });
  return { to: 'delivered', at: node, packet };
}

/** An end counts only while it is attached to something alive (AD-15). */
export function judgeState(walk: Walk, node: InterfaceNode, packet: Packet): void {
  const shown = shownAs(node);
  switch (node.state.kind) {
    case 'live':
      if (node.state.assumed === 'running') {
        if (walk.network.assume === 'nothing')
          doubt(walk, { fact: 'state-of', resource: node.owner, obtain: 'aws ec2 describe-instances' });
        else walk.record?.assumptions.push({ code: 'ASSUMPTION_INSTANCE_RUNNING', resource: node.owner });
      }
      return;
    case 'unknown':
      doubt(walk, node.state.missing);
      return;
    case 'dead':
      drop(walk, packet, {
        code: 'BAD_STATE',
        ...shown,
        at: node.subnet.id,
        parameters: { interface: shown.resource, instance: shown.resource, state: node.state.state },
        fixes: () => startInstance(node),
      });
  }
}
