/** NAT gateways: outward only, with replies; next hop from their own subnet's table (NG-1…NG-9). */

import {
  ICMP_HEADERS,
  ICMPV6_HEADERS,
  shareOf,
  TCP_HEADERS,
  UDP_HEADERS,
  unionOfHeaders,
  type AddressSet,
} from '../../net/index.ts';
import { NAT64, nat64Inside } from '../addresses.ts';
import type { NatNode, RouteNode, SubnetNode, TableNode, Target } from '../compile/network.ts';
import { backToLocal, routeFix } from './routeFixes.ts';
import { internetGoal } from './gatewayGoals.ts';
import { isChanged, tableOf } from './mended.ts';
import { passAcl } from './networkAcl.ts';
import { newNatGateway } from './newNatGateway.ts';
import { lookup } from './routeTable.ts';
import { addHop, advise, doubt, drop, enterNextSegment, filter, takeDevicePort, type Walk } from './walk.ts';
import type { Packet, Place, Step } from './packet.ts';

const CARRIED = [TCP_HEADERS, UDP_HEADERS, ICMP_HEADERS, ICMPV6_HEADERS].reduce(unionOfHeaders);

/** A packet whose route names the NAT gateway. */
export function throughNat(walk: Walk, nat: NatNode, packet: Packet, place: Place): Step {
  const shown = { resource: nat.id, kind: 'natGateway' };
  const where = place.subnet ? { at: place.subnet.id } : {};
  if (walk.direction === 'return') return replyThroughNat(walk, nat, packet, place);
  if (packet.family === 6 && shareOf(packet.dst, NAT64) !== 'all') {
    drop(walk, packet, { code: 'NGW_FAMILY_RESTRICTION', ...shown, ...where, parameters: { nat: nat.id } });
    return { to: 'lost' };
  }
  if (
    packet.family === 6 &&
    place.subnet &&
    shareOf(nat64Inside(packet.dst), place.subnet.blocks[4]) === 'all'
  ) {
    // NG-9: not back into the client's own subnet.
    drop(walk, packet, {
      code: 'NGW_FAMILY_RESTRICTION',
      ...shown,
      ...where,
      parameters: { nat: nat.id, subnet: place.subnet.id },
    });
    return { to: 'lost' };
  }
  // NG-1: nothing but tcp, udp and icmp. Of one that a fix would make, the present one has said it.
  if (walk.network.nats.has(nat.id))
    filter(walk, packet, { yes: CARRIED, maybe: CARRIED }, () => ({
      code: 'PROTOCOL_RESTRICTION',
      ...shown,
      deniedBy: walk.ports.protocol,
      ...where,
      parameters: { nat: nat.id, protocol: walk.ports.protocol },
      facts: [],
      fixes: () => [],
      hop: 'when-denied',
    }));
  if (!nat.subnet) return throughRegional(walk, nat, packet, place);
  const apart = apartFromLoop(walk, nat, nat.subnet, packet, place);
  if (apart) return apart;
  const own = nat.interface?.addresses[4][0];
  const { interface: node, subnet } = nat;
  if (!own || !node) {
    drop(walk, packet, { code: 'BAD_STATE', ...shown, ...where, parameters: { nat: nat.id } });
    return { to: 'lost' };
  }
  // 2.4 path 7; OR-6 for a client in the NAT gateway's own subnet.
  passAcl(walk, subnet, 'in', packet, place.subnet === subnet ? 'perhaps' : 'surely');
  if (place.subnet?.zone !== undefined && subnet.zone !== undefined && place.subnet.zone !== subnet.zone) {
    advise(walk, { code: 'AVAILABILITY_ZONE_CROSSED', resource: nat.id });
  }
  const nat64 = packet.family === 6 ? 'nat64' : 'same-family';
  if (nat64 === 'nat64') walk.nat64 = 'nat64';
  const after: Packet = {
    family: 4,
    src: own,
    dst: nat64 === 'nat64' ? nat64Inside(packet.dst) : packet.dst,
    identity: undefined,
    srcOwner: node,
    dstOwner: nat64 === 'nat64' ? undefined : packet.dstOwner,
    srcFace: undefined,
    dstFace: nat64 === 'nat64' ? undefined : packet.dstFace,
  };
  takeDevicePort(walk);
  if (walk.record) addHop(walk, after, { ...shown, action: 'translate', at: subnet.id });
  walk.passages.push({
    device: nat.id,
    kind: 'natGateway',
    before: packet,
    after,
    nat,
    interface: node,
    nat64,
  });
  // OR-1: not towards its own subnet.
  if (shareOf(after.dst, subnet.blocks[4]) !== 'all') passAcl(walk, subnet, 'out', after, 'surely');
  return {
    to: 'route',
    table: tableOf(walk.mended, subnet),
    packet: after,
    place: { vpc: nat.vpc, subnet, emitter: node },
  };
}

/**
 * NG-6: loops that no change of the NAT gateway's own table would open. Inside the VPC a client needs no NAT gateway;
 * one in the NAT gateway's own subnet is served by another that stands where routes lead out, else by a public address.
 */
function apartFromLoop(
  walk: Walk,
  nat: NatNode,
  own: SubnetNode,
  packet: Packet,
  place: Place,
): Step | undefined {
  const table = tableOf(walk.mended, own).value;
  const beyond = packet.family === 6 ? nat64Inside(packet.dst) : packet.dst;
  const [hit, ...readings] = table ? lookup(table, beyond) : [];
  const again = hit?.route;
  if (!table || again?.target.kind !== 'natGateway' || again.target.nat !== nat || readings.length > 0)
    return undefined;
  if (place.subnet && shareOf(packet.dst, place.vpc.blocks[packet.family]) === 'all')
    return pastNat(walk, nat, table, again, packet, place, place.subnet);
  if (place.subnet !== own) return undefined;
  const route = lookup(table, packet.dst)[0]?.route ?? again;
  const subnet = nat.vpc.subnets.find((each) => {
    const other = each.table.value;
    return (
      each !== own &&
      other !== undefined &&
      !isChanged(walk.mended, other) &&
      lookup(other, beyond)[0]?.route?.target.kind === 'internetGateway'
    );
  });
  const goal = internetGoal(walk, nat.vpc);
  const made = subnet ? newNatGateway(nat, subnet) : undefined;
  if (!made && packet.family === 6) return undefined;
  drop(walk, packet, {
    code: 'NGW_ROUTE_LOOP',
    resource: table.id,
    kind: 'routeTable',
    rule: route.destination,
    at: own.id,
    parameters: { table: table.id, nat: nat.id, destination: route.destination, subnet: own.id },
    fixes: () => routeFix(table, own, packet, made ? { kind: 'newNatGateway', nat: made } : goal, route),
  });
  // On the way that a fix opens the hop is no inner one any more (OR-6).
  passAcl(walk, own, 'out', packet, 'surely');
  if (!made) {
    if (goal.kind !== 'internetGateway') return undefined;
    walk.creates += goal.standing === 'attached' ? 0 : 1;
    walk.mended?.routes.set(route, goal);
    walk.via ??= goal.gateway.id;
    return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
  }
  walk.creates += 1;
  walk.mended?.routes.set(route, { kind: 'newNatGateway', nat: made });
  walk.via ??= made.id;
  return throughNat(walk, made, packet, place);
}

function pastNat(
  walk: Walk,
  nat: NatNode,
  table: TableNode,
  again: RouteNode,
  packet: Packet,
  place: Place,
  subnet: SubnetNode,
): Step {
  const clients = tableOf(walk.mended, subnet).value;
  const route = clients && lookup(clients, packet.dst)[0]?.route;
  drop(walk, packet, {
    code: 'NGW_ROUTE_LOOP',
    resource: table.id,
    kind: 'routeTable',
    rule: again.destination,
    at: nat.subnet?.id ?? subnet.id,
    parameters: { table: table.id, nat: nat.id, destination: again.destination, subnet: subnet.id },
    fixes: () => (clients && route ? backToLocal(clients, route) : []),
  });
  if (subnet === nat.subnet) passAcl(walk, subnet, 'out', packet, 'surely');
  return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: subnet };
}

/** NG-8: no subnet, its own table preset to the internet gateway. */
function throughRegional(walk: Walk, nat: NatNode, packet: Packet, place: Place): Step {
  const shown = { resource: nat.id, kind: 'natGateway' };
  const zone = place.subnet?.zone;
  if (nat.manualZones && zone === undefined && nat.manualZones.length > 0) {
    doubt(walk, { fact: 'zone-of', resource: place.subnet?.id ?? nat.id });
  } else if (nat.manualZones && (zone === undefined || !nat.manualZones.includes(zone))) {
    drop(walk, packet, {
      code: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
      ...shown,
      ...(place.subnet ? { at: place.subnet.id } : {}),
      parameters: { nat: nat.id, subnet: place.subnet?.id ?? '' },
    });
  }
  const nat64 = packet.family === 6 ? 'nat64' : 'same-family';
  if (nat64 === 'nat64') walk.nat64 = 'nat64';
  const after: Packet = {
    family: 4,
    src: nat.publicAddresses,
    dst: nat64 === 'nat64' ? nat64Inside(packet.dst) : packet.dst,
    identity: undefined,
    srcOwner: undefined,
    dstOwner: nat64 === 'nat64' ? undefined : packet.dstOwner,
    srcFace: { kind: 'regional', nat },
    // Whose public face the destination is still decides where it comes in.
    dstFace: nat64 === 'nat64' ? undefined : packet.dstFace,
  };
  takeDevicePort(walk);
  addHop(walk, after, { ...shown, action: 'translate' });
  walk.passages.push({
    device: nat.id,
    kind: 'natGateway',
    before: packet,
    after,
    nat,
    interface: undefined,
    nat64,
  });
  if (shareOf(after.dst, nat.vpc.blocks[4]) === 'all') {
    // NG-8: it has public addresses alone; what it does with a packet for the VPC itself is not settled.
    doubt(walk, { fact: 'unsupported', resource: nat.id });
    return { to: 'arrive', at: 'owner', packet: after, vpc: nat.vpc, from: undefined };
  }
  const beyond: Place = { vpc: nat.vpc, subnet: undefined, emitter: undefined };
  const table = nat.tableId === undefined ? undefined : walk.network.tables.get(nat.tableId);
  if (table) return { to: 'route', table: { value: table }, packet: after, place: beyond };
  const { value: gateway, missing } = nat.vpc.internetGateway;
  if (gateway) return { to: 'gatewayOut', gateway, packet: after, place: beyond };
  if (missing) {
    doubt(walk, missing);
    return { to: 'cannotTell' };
  }
  drop(walk, packet, {
    code: 'NO_ROUTE_TO_DESTINATION',
    ...shown,
    parameters: { nat: nat.id, vpc: nat.vpc.id, reason: 'no-internet-gateway' },
  });
  return { to: 'lost' };
}

const leadsTo = (target: Target, nat: NatNode): boolean =>
  target.kind === 'natGateway'
    ? target.nat === nat
    : target.kind === 'interface' && target.interface.nat === nat;

/** A reply that did not come through the NAT gateway would leave with another source than the client knows (RP-5). */
function replyThroughNat(walk: Walk, nat: NatNode, packet: Packet, place: Place): Step {
  const table = place.subnet && tableOf(walk.mended, place.subnet).value;
  const goal = internetGoal(walk, place.vpc);
  const route = table ? lookup(table, packet.dst)[0]?.route : undefined;
  const inside = shareOf(packet.dst, place.vpc.blocks[packet.family]) === 'all';
  drop(walk, packet, {
    code: 'REPLY_SOURCE_MISMATCH',
    resource: table?.id ?? nat.id,
    kind: table ? 'routeTable' : 'natGateway',
    ...(route ? { rule: route.destination } : {}),
    ...(place.subnet ? { at: place.subnet.id } : {}),
    parameters: {
      nat: nat.id,
      target: nat.id,
      table: table?.id ?? '',
      destination: route?.destination ?? '',
    },
    fixes: () => {
      // Not a route that only another fix would make, nor one that the request itself needs.
      if (!table || !route || !leadsTo(route.target, nat) || walk.mended?.taken.has(route) === true)
        return [];
      return inside ? backToLocal(table, route) : routeFix(table, place.subnet, packet, goal, route);
    },
  });
  // On the way that a fix opens the hop is no inner one any more (OR-6).
  if (place.subnet && place.subnet === nat.subnet) passAcl(walk, place.subnet, 'out', packet, 'surely');
  if (inside) return { to: 'arrive', at: 'owner', packet, vpc: place.vpc, from: place.subnet };
  if (goal.kind !== 'internetGateway' || goal.standing === 'new') return { to: 'lost' };
  return { to: 'gatewayOut', gateway: goal.gateway, packet, place };
}

const sameSet = (a: AddressSet, b: AddressSet): boolean => a === b || shareOf(a, b) === 'all';

/** A packet addressed to the NAT gateway itself: the reply of a flow it made, or something unsolicited (NG-2). */
export function atNat(walk: Walk, nat: NatNode, packet: Packet): Step {
  const top = walk.direction === 'return' ? walk.passages.at(-1) : undefined;
  if (top?.nat !== nat || !(nat.subnet === undefined || sameSet(packet.dst, top.after.src))) {
    drop(walk, packet, {
      code: 'NGW_UNSOLICITED_INBOUND',
      resource: nat.id,
      kind: 'natGateway',
      parameters: { nat: nat.id },
    });
    return { to: 'delivered', at: nat.interface ?? 'service', packet };
  }
  walk.passages.pop();
  enterNextSegment(walk);
  const restored: Packet = {
    family: top.before.family,
    src: top.nat64 === 'nat64' ? top.before.dst : packet.src,
    dst: top.before.src,
    identity: undefined,
    srcOwner: top.nat64 === 'nat64' ? undefined : packet.srcOwner,
    dstOwner: top.before.srcOwner,
    srcFace: undefined,
    dstFace: top.before.srcFace,
  };
  if (walk.record)
    addHop(walk, restored, {
      resource: nat.id,
      kind: 'natGateway',
      action: 'translate',
      tracked: true,
      ...(nat.subnet ? { at: nat.subnet.id } : {}),
    });
  const { subnet } = nat;
  if (!subnet) {
    // NG-8: the client subnet's ACL alone.
    return { to: 'arrive', at: 'owner', packet: restored, vpc: nat.vpc, from: undefined };
  }
  if (shareOf(restored.dst, subnet.blocks[restored.family]) !== 'all')
    passAcl(walk, subnet, 'out', restored, 'surely');
  return {
    to: 'route',
    table: tableOf(walk.mended, subnet),
    packet: restored,
    place: { vpc: nat.vpc, subnet, emitter: nat.interface },
  };
}
