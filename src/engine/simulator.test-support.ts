/**
 * A second opinion on the engine: one concrete packet walks a design, hop by hop, and its reply walks back.
 * Simple and slow on purpose: no sets, nothing compiled, nothing remembered between packets. What is not
 * known is tried in every reading (V-0). Written from the rules alone, a rule's number beside its line.
 *
 * Not walked: peering, transit gateways, VPN, endpoints, load balancers. A packet that such a route wins may
 * be carried or lost, so that the verdict is `undetermined` unless it is blocked either way.
 */

import type { ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { Direction } from './answers.ts';
import {
  faceOf,
  holderOf,
  isHidden,
  isPublicV6,
  natAddress,
  natHolds,
  privateOf,
  publicFace,
  sourceProblem,
} from './simulator-faces.test-support.ts';
import { RFC1918, RFC6598, inBlocks, isPublic, readAddress } from './simulator-blocks.test-support.ts';
import {
  addressValue,
  holds,
  readAs,
  type Facts,
  type SimInterface,
  type SimNat,
  type SimSubnet,
  type SimVpc,
} from './simulator-facts.test-support.ts';
import {
  aclAllows,
  groupsAllow,
  headerKey,
  interfaceAt,
  publicAccessAllows,
  type Assume,
  type Header,
  type World,
} from './simulator-filters.test-support.ts';
import {
  comesAgain,
  drop,
  hasReply,
  restored,
  reversed,
  type Delivery,
  type Flow,
  type Outcome,
  type Packet,
  type Sender,
  type Simulation,
  type Walk,
} from './simulator-flow.test-support.ts';
import { everyReading } from './simulator-readings.test-support.ts';
import {
  edgeHop,
  inVpc,
  internetGatewayOf,
  isAttached,
  isInUse,
  nextHop,
  type NextHop,
} from './simulator-routes.test-support.ts';
import { linkLocal } from './simulator-services.test-support.ts';
import { forwardingOf, hasPublicAddress, natDestination } from './simulator-tiers.test-support.ts';

/** Whether one packet arrives and its reply returns (V-1). */
export function simulateWith(facts: Facts, packet: Packet, assume: Assume = 'stated'): Simulation {
  if (!hasEnds(facts, packet))
    return { verdict: 'not-applicable', isLostThere: true, isTranslated: false, facts: [] }; // V-2
  const judged = everyReading(
    (readings) => roundTrip({ facts, readings, assume, apart: String, forwarding: new Map() }, packet),
    (outcomes) => outcomes.some((one) => one.drop) && outcomes.some((one) => !one.drop),
  );
  const passes = judged.outcomes.some((one) => !one.drop);
  const drop = judged.outcomes.find((one) => one.drop)?.drop;
  const verdict = judged.cut || (passes && drop) ? 'undetermined' : passes ? 'reachable' : 'blocked';
  const isTranslated = judged.outcomes.some((one) => one.isTranslated);
  const isLostThere = judged.outcomes.every((one) => one.drop?.direction === 'forward');
  return { verdict, isLostThere, isTranslated, facts: judged.facts, ...(drop ? { drop } : {}) };
}

function hasEnds(facts: Facts, packet: Packet): boolean {
  const ends = [packet.from, packet.to].flatMap((end) => ('interface' in end ? [end] : []));
  return ends.every((end) => {
    const eni = facts.interfaces.find((one) => one.id === end.interface);
    return (
      eni?.addresses.filter((address) => address.family === packet.family)[end.address ?? 0] !== undefined
    );
  });
}

interface RoundTrip {
  readonly isTranslated: boolean;
  readonly drop?: { readonly code: string; readonly where: string; readonly direction: Direction };
}

function roundTrip(world: World, packet: Packet): RoundTrip {
  const flow: Flow = { tracked: new Set(), translations: [], faces: [], exit: undefined };
  const result = walkBothWays(world, packet, flow);
  return { isTranslated: flow.translations.length > 0, ...(result ? { drop: result } : {}) };
}

/** The first drop of the request or its reply; none when both pass. */
function walkBothWays(world: World, packet: Packet, flow: Flow): RoundTrip['drop'] {
  const walkIn = (direction: Direction): Walk => ({
    world,
    flow,
    direction,
    natPort: packet.natPort ?? 40_000,
    met: new Set(),
    sent: new Set(),
  });
  const there = walkIn('forward');
  const asked = firstHeader(world, flow, packet);
  const arrived = send(there, packet, asked);
  if ('drop' in arrived) return { code: arrived.drop, where: arrived.where, direction: 'forward' };
  if ('interface' in packet.to && (typeof arrived.at === 'string' || arrived.at.id !== packet.to.interface)) {
    if (arrived.at !== 'beyond') return { code: 'MISROUTED', where: 'elsewhere', direction: 'forward' };
  }
  if (arrived.at === 'service' || !hasReply(asked)) return undefined;
  const back = walkIn('return');
  const translated = flow.translations.length;
  const returned = reply(back, arrived);
  if ('drop' in returned) return { code: returned.drop, where: returned.where, direction: 'return' };
  const wrong = (code: string): RoundTrip['drop'] => ({ code, where: 'client', direction: 'return' });
  // RP-5, NI-4: what passes one direction must pass the other; what lies beyond may lead back through anything.
  if (returned.at === 'beyond' && flow.translations.length > translated)
    return wrong('REPLY_SOURCE_MISMATCH');
  const isSame = [...back.met].every((id) => there.met.has(id));
  if (returned.at === 'beyond') return isSame ? undefined : wrong('STATEFUL_PATH_ASYMMETRY');
  const client = 'interface' in packet.from ? packet.from.interface : 'internet';
  if ((typeof returned.at === 'string' ? returned.at : returned.at.id) !== client)
    return wrong('REPLY_MISROUTED');
  // RP-5: the client takes a reply from whom it has asked.
  if (headerKey(returned.header) !== headerKey(reversed(asked))) return wrong('REPLY_SOURCE_MISMATCH');
  const isWhole = flow.exit?.kind === 'beyond' || [...there.met].every((id) => back.met.has(id));
  return isSame && isWhole ? undefined : wrong('STATEFUL_PATH_ASYMMETRY');
}

function endOf(
  world: World,
  end: { readonly interface: ResourceId; readonly address?: number },
  family: Family,
) {
  const eni = world.facts.interfaces.find((one) => one.id === end.interface);
  const address = eni?.addresses.filter((one) => one.family === family)[end.address ?? 0];
  if (!eni || !address) throw new Error(`no address of ${end.interface}`);
  return { eni, address, value: addressValue(world.facts, world.readings, eni.id, eni.subnet, address) };
}

function firstHeader(world: World, flow: Flow, packet: Packet): Header {
  const { family, protocol } = packet;
  const isPorted = protocol === 6 || protocol === 17;
  const sender = 'interface' in packet.from ? endOf(world, packet.from, family) : undefined;
  const src = sender
    ? sender.value
    : readAddress('internet' in packet.from ? packet.from.internet : '').value;
  let dst: bigint;
  if ('address' in packet.to && typeof packet.to.address === 'string')
    dst = readAddress(packet.to.address).value;
  else if ('interface' in packet.to) {
    const target = endOf(world, packet.to, family);
    // The internet knows an interface by its public face; one without has none, and its private address is nobody's.
    const { mapped } = target.address;
    dst = target.value;
    if ((!sender || packet.to.by === 'public') && family === 4 && mapped !== undefined) {
      dst = mapped === 'some' ? faceOf(world, target.eni.id) : mapped;
      flow.faces.push({ vpc: target.eni.subnet.vpc.id, own: target.value, face: dst });
    }
  } else throw new Error('no destination');
  return {
    family,
    src,
    dst,
    protocol,
    sport: isPorted ? (packet.sourcePort ?? 50_000) : 0,
    dport: isPorted ? (packet.port ?? 443) : 0,
    type: packet.type ?? (protocol === 1 ? 8 : protocol === 58 ? 128 : 0),
    code: packet.code ?? 0,
    identity: sender?.eni,
  };
}

function send(walk: Walk, packet: Packet, h: Header): Outcome {
  if ('interface' in packet.from) {
    const { eni } = endOf(walk.world, packet.from, packet.family);
    return isInUse(walk.world, eni) ? emit(walk, eni, h) : drop('BAD_STATE', eni.id); // AD-15
  }
  return overInternet(walk, h, undefined);
}

function reply(walk: Walk, arrived: Delivery): Outcome {
  const { world, flow } = walk;
  const h = reversed(arrived.header);
  if (typeof arrived.at === 'object')
    return emit(walk, replying(world, arrived.at), { ...h, identity: arrived.at });
  const exit = flow.exit;
  if (!exit) return drop('NO_POSSIBLE_DESTINATION', 'internet');
  if (exit.kind === 'internet') return igwIn(walk, exit.id, exit.vpc, h);
  if (exit.kind === 'egress only') return eigwIn(walk, exit.id, exit.vpc, h);
  return deliverLocally(walk, exit.vpc, h, undefined);
}

/** RP-6: the reply leaves by the interface that was addressed; a host without policy routing uses its first. */
function replying(world: World, addressed: SimInterface): SimInterface {
  const first = world.facts.interfaces.find(
    (one) =>
      one.isPrimary &&
      one.instance?.known === true &&
      addressed.instance?.known === true &&
      one.instance.value === addressed.instance.value,
  );
  if (world.assume === 'stated' || !first || addressed.isPrimary) return addressed;
  return world.readings.choose(`reply of ${addressed.id}`, [addressed, first]);
}

/** 2.2: a packet leaves an interface. */
function emit(walk: Walk, e: SimInterface, h: Header): Outcome {
  const { world, flow } = walk;
  if (comesAgain(walk, e.id, h)) return drop('FORWARDING_LOOP', e.id);
  const { subnet } = e;
  if (isChecked(world, e) && !holds(world.readings, e, h.family, h.src)) {
    return drop('ENI_SOURCE_DEST_CHECK_RESTRICTION', e.id);
  }
  const service = linkLocal(world, e, h);
  if (service)
    return service === 'delivered' ? { at: 'service', header: h } : drop('LINK_LOCAL_SERVICE_OFF', e.id);
  const isNear = inBlocks(subnet.blocks, h.family, h.dst);
  const hop: NextHop = isNear ? { kind: 'local' } : nextHop(world, subnet, h.family, h.dst);
  const isTracked = walk.direction === 'return' && flow.tracked.has(`${e.id} ${headerKey(reversed(h))}`); // RP-2
  const way = hop.kind === 'local' ? 'direct' : 'through a device';
  if (!isTracked && !groupsAllow(world, e, 'out', h, way)) return drop('SG', e.id);
  flow.tracked.add(`${e.id} ${headerKey(h)}`);
  if (isNear) return deliverLocally(walk, subnet.vpc, h, subnet); // OR-1, OR-5: no ACL, no table
  return leave(walk, { vpc: subnet.vpc, subnet, id: e.id, isNat: false }, hop, h);
}

const isChecked = (world: World, e: SimInterface): boolean =>
  readAs(world.readings, `check of ${e.id}`, e.check, [true, false]);

/** A packet leaves its subnet by a route. */
function leave(walk: Walk, from: Sender, hop: NextHop, h: Header): Outcome {
  const { world, flow } = walk;
  const place =
    hop.kind === 'interface' ? hop.eni.subnet : hop.kind === 'natGateway' ? hop.nat.subnet : undefined;
  const isInner = place !== undefined && place.id === from.subnet?.id;
  // OR-6: whether the ACL is read on a hop inside one subnet is not settled.
  const isCrossing = !isInner || world.readings.choose(`inner hop in ${place.id}`, [true, false]);
  if (isCrossing && from.subnet && !aclAllows(world, from.subnet, 'out', h)) {
    return drop('SUBNET_ACL_RESTRICTION', from.subnet.id);
  }
  const border = isCrossing ? 'crossing' : 'inside';
  switch (hop.kind) {
    case 'none':
      return drop('NO_ROUTE_TO_DESTINATION', from.id);
    case 'dead':
      return drop('BAD_STATE_ROUTE', from.id);
    case 'local':
      if (!inVpc(world, from.vpc, h.family, h.dst)) return drop('VPC_LOCAL_ROUTE_CIDR_RESTRICTION', from.id);
      return deliverLocally(walk, from.vpc, h, from.subnet);
    case 'interface':
      return arrive(walk, hop.eni, h, border);
    case 'natGateway':
      return natForward(walk, hop.nat, h, from, border);
    case 'internetGateway':
      return igwOut(walk, hop.id, from, h);
    case 'egressOnlyInternetGateway':
      return eigwOut(walk, hop.id, from, h);
    case 'beyond':
      if (
        world.readings.choose(`${hop.id} ${walk.direction} ${headerKey(h)}`, ['lost', 'carried']) === 'lost'
      ) {
        return drop('UNSUPPORTED_COMPONENT', hop.id);
      }
      if (walk.direction === 'forward') flow.exit = { kind: 'beyond', id: hop.id, vpc: from.vpc };
      return { at: 'beyond', header: h };
    default:
      return hop satisfies never;
  }
}

/** AD-13: the implicit router brings a packet to whoever holds its address. `from` absent: a gateway sends it. */
function deliverLocally(walk: Walk, vpc: SimVpc, h: Header, from: SimSubnet | undefined): Outcome {
  const { world } = walk;
  const nat = world.facts.nats.find(
    (one) => one.vpc.id === vpc.id && h.family === 4 && natAddress(world, one) === h.dst,
  );
  if (nat) return natArrive(walk, nat, h, from && nat.subnet?.id === from.id ? 'inside' : 'crossing');
  const eni = interfaceAt(world, vpc, h.family, h.dst);
  if (!eni) return drop('NO_POSSIBLE_DESTINATION', vpc.id); // AD-9
  return arrive(walk, eni, h, eni.subnet.id === from?.id ? 'inside' : 'crossing');
}

/** 2.2: a packet comes to an interface. */
function arrive(walk: Walk, d: SimInterface, h: Header, border: 'crossing' | 'inside'): Outcome {
  const { world, flow } = walk;
  if (border === 'crossing' && !aclAllows(world, d.subnet, 'in', h)) {
    return drop('SUBNET_ACL_RESTRICTION', d.subnet.id);
  }
  if (!isInUse(world, d)) return drop('BAD_STATE', d.id);
  const isOwn = holds(world.readings, d, h.family, h.dst);
  if (!isOwn && isChecked(world, d)) return drop('ENI_SOURCE_DEST_CHECK_RESTRICTION', d.id); // NI-1
  const isTracked = walk.direction === 'return' && flow.tracked.has(`${d.id} ${headerKey(reversed(h))}`); // RP-2
  if (!isTracked && !groupsAllow(world, d, 'in', h, 'direct')) return drop('SG', d.id); // NI-2
  flow.tracked.add(`${d.id} ${headerKey(h)}`);
  if (isOwn) {
    const before = restored(walk, d.id, h);
    if (before) return emit(walk, d, before);
    const isServed = !d.isService || world.readings.choose(`${d.id} takes ${headerKey(h)}`, [true, false]);
    return isServed ? { at: d, header: h } : drop('UNSUPPORTED_COMPONENT', d.id); // AD-16
  }
  const passed = { ...h, identity: undefined }; // NI-5, SG-6
  switch (forwardingOf(world, d, [])) {
    case 'none':
      return drop('ENI_SOURCE_DEST_CHECK_RESTRICTION', d.id);
    case 'pass':
      walk.met.add(d.id);
      return emit(walk, d, passed);
    case 'nat': {
      const own = d.addresses.find((address) => address.family === h.family);
      if (!own) return drop('NGW_FAMILY_RESTRICTION', d.id);
      const src = addressValue(world.facts, world.readings, d.id, d.subnet, own);
      // EP-2: it keeps the client's port where it can, or takes another.
      const sport =
        h.sport === 0
          ? 0
          : world.readings.choose(`port of ${d.id}`, ['kept', 'new']) === 'kept'
            ? h.sport
            : walk.natPort;
      const after: Header = { ...passed, src, sport };
      flow.translations.push({ device: d.id, before: h, after });
      return emit(walk, d, after);
    }
    default:
      throw new Error('no such forwarding');
  }
}

/** NG: a client's packet comes to a NAT gateway. */
function natForward(
  walk: Walk,
  nat: SimNat,
  h: Header,
  from: Sender,
  border: 'crossing' | 'inside',
): Outcome {
  const { world, flow } = walk;
  const isPing = h.protocol === 1 || (h.protocol === 58 && h.family === 6);
  if (h.protocol !== 6 && h.protocol !== 17 && !isPing) return drop('PROTOCOL_RESTRICTION', nat.id); // NG-1
  const dst = natDestination(nat, h.family, h.dst);
  if (dst === undefined) return drop('NGW_FAMILY_RESTRICTION', nat.id); // NG-9
  // NG-9: NAT64 does not reach its client's own subnet.
  if (h.family === 6 && from.subnet && inBlocks(from.subnet.blocks, 4, dst))
    return drop('NGW_FAMILY_RESTRICTION', nat.id);
  if (border === 'crossing' && nat.subnet && !aclAllows(world, nat.subnet, 'in', h)) {
    return drop('SUBNET_ACL_RESTRICTION', nat.subnet.id); // NG-4
  }
  if (nat.zones) {
    // NG-8: a manual regional gateway serves the zones that it has addresses in.
    const zone = from.subnet?.zone;
    const isServed =
      zone === undefined && nat.zones.length > 0
        ? world.readings.choose(`zone of ${from.id}`, [true, false])
        : zone !== undefined && nat.zones.includes(zone);
    if (!isServed) return drop('REGIONAL_NGW_ROUTE_AZ_RESTRICTION', nat.id);
  }
  const src = nat.subnet
    ? addressValue(world.facts, world.readings, nat.id, nat.subnet, nat.address)
    : (nat.address.value ?? faceOf(world, nat.id));
  const after: Header = {
    ...h,
    family: 4,
    src,
    dst,
    protocol: h.protocol === 58 ? 1 : h.protocol,
    type: h.protocol === 58 ? (h.type === 129 ? 0 : 8) : h.type,
    sport: h.sport === 0 ? 0 : walk.natPort, // NG-3
    identity: undefined,
  };
  flow.translations.push({ device: nat.id, before: h, after });
  return natLeave(walk, nat, after);
}

/** NG-2: a packet to a NAT gateway's own address is a reply to one of its flows, or nothing. */
function natArrive(walk: Walk, nat: SimNat, h: Header, border: 'crossing' | 'inside'): Outcome {
  if (border === 'crossing' && nat.subnet && !aclAllows(walk.world, nat.subnet, 'in', h)) {
    return drop('SUBNET_ACL_RESTRICTION', nat.subnet.id);
  }
  const before = restored(walk, nat.id, h);
  return before ? natLeave(walk, nat, before) : drop('NGW_UNSOLICITED_INBOUND', nat.id);
}

function natLeave(walk: Walk, nat: SimNat, h: Header): Outcome {
  const { world } = walk;
  if (comesAgain(walk, nat.id, h)) return drop('FORWARDING_LOOP', nat.id);
  const from: Sender = { vpc: nat.vpc, subnet: nat.subnet, id: nat.id, isNat: true };
  if (!nat.subnet) {
    // NG-8: its own table holds the VPC and the internet gateway.
    if (inVpc(world, nat.vpc, h.family, h.dst)) {
      // What it does with a request for the VPC itself is not settled.
      const isCarried =
        walk.direction === 'return' || world.readings.choose(`${nat.id} serves the VPC`, [true, false]);
      return isCarried ? deliverLocally(walk, nat.vpc, h, undefined) : drop('UNSUPPORTED_COMPONENT', nat.id);
    }
    const gateway = internetGatewayOf(world, nat.vpc);
    return gateway === undefined ? drop('BAD_STATE_ROUTE', nat.id) : igwOut(walk, gateway, from, h);
  }
  const hop = nextHop(world, nat.subnet, h.family, h.dst); // NG-5
  if (hop.kind === 'natGateway' && hop.nat.id === nat.id) return drop('NGW_ROUTE_LOOP', nat.id); // NG-6
  if (inBlocks(nat.subnet.blocks, h.family, h.dst)) return deliverLocally(walk, nat.vpc, h, nat.subnet); // OR-1
  return leave(walk, from, hop, h);
}

/** IG: a packet goes out by an internet gateway. */
function igwOut(walk: Walk, gateway: ResourceId, from: Sender, h: Header): Outcome {
  const { world, flow } = walk;
  const { vpc } = from;
  const block = from.subnet?.blocks.find((one) => one.family === h.family);
  if (block) {
    // RT-12: a subnet whose return is redirected can't go straight, but for the device that it is redirected to.
    const edge = edgeHop(world, gateway, vpc, h.family, block.first);
    const isOwn = edge.kind === 'interface' && edge.eni.id === from.id;
    const isRedirected = edge.kind === 'interface' || edge.kind === 'beyond';
    if (isRedirected && !isOwn) return drop('INGRESS_RTB_TRAFFIC_REDIRECTION', gateway);
  }
  const initiator = walk.direction === 'forward' ? 'inside' : 'outside';
  if (!publicAccessAllows(world, 'internet', from, initiator))
    return drop('VPC_BLOCK_PUBLIC_ACCESS_ENABLED', vpc.id);
  if (inBlocks([...RFC1918, ...RFC6598], h.family, h.dst)) return drop('IGW_DESTINATION_ADDRESS', gateway);
  if (!isPublic(vpc, h.family, h.dst) || isHidden(world, h))
    return drop('IGW_DESTINATION_NOT_PUBLIC', gateway);
  if (h.family === 6) {
    const problem = sourceProblem(walk, vpc, h);
    return problem ? drop(problem, gateway) : overInternet(walk, h, { kind: 'internet', id: gateway, vpc });
  }
  const face = publicFace(walk, vpc, h);
  if (face === undefined) return drop('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', from.id); // IG-1, IG-2
  flow.faces.push({ vpc: vpc.id, own: h.src, face });
  return overInternet(walk, { ...h, src: face, identity: undefined }, { kind: 'internet', id: gateway, vpc });
}

/** Between gateways: into another VPC of the model, or to the internet (IG-3). */
function overInternet(walk: Walk, h: Header, by: Flow['exit']): Outcome {
  const { world, flow } = walk;
  const face = flow.faces.find((one) => one.face === h.dst);
  const vpc = world.facts.vpcs.find((one) => one.id === face?.vpc) ?? holderOf(world, h.family, h.dst);
  if (vpc) {
    // What went out by an egress-only gateway comes back by it.
    if (walk.direction === 'return' && flow.exit?.kind === 'egress only' && flow.exit.vpc.id === vpc.id) {
      return eigwIn(walk, flow.exit.id, vpc, h);
    }
    if (walk.direction === 'forward' && by) flow.exit = by;
    const gateway = internetGatewayOf(world, vpc);
    return gateway === undefined
      ? drop('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', vpc.id)
      : igwIn(walk, gateway, vpc, h);
  }
  if (!by) return drop('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', 'internet');
  if (walk.direction === 'forward') flow.exit = by;
  return { at: 'internet', header: h };
}

/** IG: a packet comes in by an internet gateway. */
function igwIn(walk: Walk, gateway: ResourceId, vpc: SimVpc, arriving: Header): Outcome {
  const { world, flow } = walk;
  const { family } = arriving;
  if (inBlocks([...RFC1918, ...RFC6598], family, arriving.src)) return drop('IGW_SOURCE_ADDRESS', gateway);
  if (gateway !== 'some' && !isAttached(world, gateway, vpc)) return drop('BAD_STATE_ROUTE', gateway);
  const own = family === 4 ? privateOf(walk, vpc, arriving.dst) : arriving.dst;
  if (own === undefined) return drop('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', gateway);
  const h: Header = { ...arriving, dst: own, identity: undefined };
  const nat =
    family === 4
      ? world.facts.nats.find((one) => one.vpc.id === vpc.id && natHolds(world, one, own))
      : undefined;
  const eni = interfaceAt(world, vpc, family, own);
  if (family === 6) {
    if (!isPublicV6(vpc, own)) return drop('IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS', gateway);
    if (!eni) return drop('NO_POSSIBLE_DESTINATION', gateway);
    if (eni.denyIgw) return drop('ENI_IGW_TRAFFIC_DENIED', eni.id); // AD-17
  }
  if (eni && !nat && !isInUse(world, eni)) return drop('BAD_STATE', eni.id);
  const edge: NextHop = nat && !nat.subnet ? { kind: 'local' } : edgeHop(world, gateway, vpc, family, own); // OR-9
  const initiator = walk.direction === 'forward' ? 'outside' : 'inside';
  const at: Sender =
    edge.kind === 'interface'
      ? { vpc, subnet: edge.eni.subnet, id: edge.eni.id, isNat: false } // BP-3
      : { vpc, subnet: nat ? nat.subnet : eni?.subnet, id: nat?.id ?? gateway, isNat: nat !== undefined };
  if (!publicAccessAllows(world, 'internet', at, initiator))
    return drop('VPC_BLOCK_PUBLIC_ACCESS_ENABLED', vpc.id);
  if (nat && !restored(walk, nat.id, h)) return drop('NGW_UNSOLICITED_INBOUND', nat.id); // NG-2
  if (nat && !nat.subnet) return natArrive(walk, nat, h, 'crossing');
  if (edge.kind === 'local') return deliverLocally(walk, vpc, h, undefined);
  if (edge.kind !== 'interface') {
    if (edge.kind !== 'beyond') return drop('BAD_STATE_ROUTE', gateway);
    if (walk.direction === 'forward') flow.exit = { kind: 'beyond', id: edge.id, vpc };
    const isLost =
      world.readings.choose(`${edge.id} ${walk.direction} ${headerKey(h)}`, ['lost', 'carried']) === 'lost';
    return isLost ? drop('UNSUPPORTED_COMPONENT', edge.id) : { at: 'beyond', header: h };
  }
  if (family === 4 && !hasPublicAddress(edge.eni)) return drop('INGRESS_RTB_NO_PUBLIC_IP', edge.eni.id);
  return arrive(walk, edge.eni, h, 'crossing');
}

/** EG: a packet goes out by an egress-only internet gateway. */
function eigwOut(walk: Walk, gateway: ResourceId, from: Sender, h: Header): Outcome {
  const { world } = walk;
  if (h.family === 4) return drop('EIGW_FAMILY_RESTRICTION', gateway);
  const initiator = walk.direction === 'forward' ? 'inside' : 'outside';
  if (!publicAccessAllows(world, 'egress only', from, initiator))
    return drop('VPC_BLOCK_PUBLIC_ACCESS_ENABLED', from.vpc.id);
  if (!isPublic(from.vpc, 6, h.dst) || isHidden(world, h)) return drop('IGW_DESTINATION_NOT_PUBLIC', gateway);
  const problem = sourceProblem(walk, from.vpc, h);
  if (problem) return drop(problem, gateway);
  walk.met.add(gateway); // RP-5: it is stateful, so it passes replies only to what it let out
  return overInternet(walk, h, { kind: 'egress only', id: gateway, vpc: from.vpc });
}

function eigwIn(walk: Walk, gateway: ResourceId, vpc: SimVpc, h: Header): Outcome {
  const { world } = walk;
  const eni = interfaceAt(world, vpc, 6, h.dst);
  const at = { vpc, subnet: eni?.subnet, isNat: false };
  if (!publicAccessAllows(world, 'egress only', at, 'inside'))
    return drop('VPC_BLOCK_PUBLIC_ACCESS_ENABLED', vpc.id);
  walk.met.add(gateway);
  return deliverLocally(walk, vpc, { ...h, identity: undefined }, undefined);
}
