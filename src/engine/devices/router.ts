/** The VPC's implicit router: leaving an interface, reading the table, arriving at an interface (OR-1…OR-9). */

import { shareOf, singleAddress } from '../../net/index.ts';
import { NAT64 } from '../addresses.ts';
import type { InterfaceNode, NatNode, RouteNode, TableNode, Target, VpcNode } from '../compile/network.ts';
import { throughAppliance, untranslate } from './appliance.ts';
import { sourceDestCheckOff, startInstance } from './fixes.ts';
import { follow, goOn } from './intendedHops.ts';
import { linkLocalService } from './linkLocal.ts';
import { doubtReserved } from './reserved.ts';
import { isChanged, ownTable, tableOf } from './mended.ts';
import { passAcl } from './networkAcl.ts';
import { backToLocal, leadNatOut } from './routeFixes.ts';
import { lookup } from './routeTable.ts';
import { passGroups } from './securityGroup.ts';
import { addHop, doubt, drop, type Walk } from './walk.ts';
import { addressText, ownerIn, shownAs, type Packet, type Place, type Step } from './packet.ts';
import { choose } from './choices.ts';

/** A packet leaves an interface. */
export function emit(walk: Walk, node: InterfaceNode, given: Packet): Step {
  const shown = shownAs(node);
  const packet: Packet =
    given.dstOwner === undefined && shareOf(given.dst, node.vpc.blocks[given.family]) === 'all'
      ? { ...given, dstOwner: ownerIn(node.vpc, given.dst) }
      : given;
  if (shareOf(packet.src, node.own[packet.family]) === 'all')
    doubtReserved(walk, node, packet.family, packet.src);
  else {
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
  // What an interface is said to hold is asked of that interface, and doubted where it arrives.
  const service = packet.dstOwner ? undefined : linkLocalService(walk, node, packet);
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
  if (node === owner) doubtReserved(walk, node, packet.family, packet.dst);
  else {
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
