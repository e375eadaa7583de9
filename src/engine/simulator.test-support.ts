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
  addressValue,
  holds,
  inBlock,
  inBlocks,
  isImport,
  isPublic,
  readAddress,
  readAs,
  settledValue,
  RFC1918,
  RFC6598,
  edgesWithin,
  oneOfEach,
  told,
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
import { everyReading } from './simulator-readings.test-support.ts';
import {
  edgeHop,
  internetGatewayOf,
  inVpc,
  isAttached,
  isInUse,
  nextHop,
  type NextHop,
} from './simulator-routes.test-support.ts';
import { forwardingOf, hasPublicAddress, natDestination } from './simulator-tiers.test-support.ts';

/**
 * One packet to try. Addresses of an interface are numbered within the family; the first is meant unless told.
 * `by: 'public'`: asked for by its public IPv4, as from anywhere outside its VPC.
 */
export interface Packet {
  readonly family: Family;
  readonly from:
    | { readonly interface: ResourceId; readonly address?: number }
    | { readonly internet: string };
  readonly to:
    | { readonly interface: ResourceId; readonly address?: number; readonly by?: 'private' | 'public' }
    | { readonly address: string };
  readonly protocol: number;
  /** Destination port of tcp and udp. */
  readonly port?: number;
  readonly type?: number;
  readonly code?: number;
  readonly sourcePort?: number;
  /** The port that a NAT gateway on the way picks, 1024-65535 (NG-3). */
  readonly natPort?: number;
}

export interface Simulation {
  readonly verdict: 'reachable' | 'blocked' | 'undetermined' | 'not-applicable';
  /** The first drop met, of the first reading that drops. */
  readonly drop?: { readonly code: string; readonly where: string; readonly direction: Direction };
  /** Every reading loses the packet before it arrives, so that its source port can't matter (OR-4). */
  readonly isLostThere: boolean;
  /** An address was translated on the way by a device that picks ports, so that `natPort` may matter. */
  readonly isTranslated: boolean;
  /** Facts that were not known on the way. */
  readonly facts: readonly string[];
}

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

type Outcome = { readonly drop: string; readonly where: string } | Delivery;

interface Delivery {
  readonly at: SimInterface | 'internet' | 'beyond' | 'service';
  readonly header: Header;
}

const drop = (code: string, where: string): Outcome => ({ drop: code, where });

/** What the request leaves behind for its reply. */
interface Flow {
  /** Interfaces and headers that security groups have let through (RP-2). */
  readonly tracked: Set<string>;
  readonly translations: { readonly device: ResourceId; readonly before: Header; readonly after: Header }[];
  /** Public faces that an internet gateway gave (AD-3). */
  readonly faces: { readonly vpc: ResourceId; readonly own: bigint; readonly face: bigint }[];
  /** The way that the request left the model. */
  exit:
    | { readonly kind: 'internet' | 'egress only' | 'beyond'; readonly id: ResourceId; readonly vpc: SimVpc }
    | undefined;
}

interface Walk {
  readonly world: World;
  readonly flow: Flow;
  readonly direction: Direction;
  readonly natPort: number;
  /** Stateful devices that pass packets on unchanged (RP-5). */
  readonly met: Set<ResourceId>;
  /** Devices with the headers they sent: one that comes again goes round for ever. */
  readonly sent: Set<string>;
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

/** V-1: an ICMP message other than an echo request is not answered. */
const hasReply = (h: Header): boolean =>
  h.protocol === 1 ? h.type === 8 : h.protocol === 58 ? h.type === 128 : true;

const ECHO: Readonly<Record<number, number>> = { 8: 0, 0: 8, 128: 129, 129: 128 };

/** The header of a reply (RP-1). */
const reversed = (h: Header): Header => ({
  ...h,
  src: h.dst,
  dst: h.src,
  sport: h.dport,
  dport: h.sport,
  type: h.protocol === 1 || h.protocol === 58 ? (ECHO[h.type] ?? h.type) : 0,
  identity: undefined,
});

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

/** One of the public addresses that AWS may choose. */
function faceOf(world: World, holder: ResourceId): bigint {
  const all = [...world.facts.interfaces.map((one) => one.id), ...world.facts.nats.map((one) => one.id)];
  return readAddress('45.33.0.1').value + BigInt(all.indexOf(holder));
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

function comesAgain(walk: Walk, device: ResourceId, h: Header): boolean {
  const key = `${device} ${headerKey(h)}`;
  if (walk.sent.has(key) || walk.sent.size > 64) return true;
  walk.sent.add(key);
  return false;
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

const SERVICES: Readonly<Record<string, 'metadata' | 'dns' | 'other'>> = {
  '169.254.169.254': 'metadata',
  'fd00:ec2::254': 'metadata',
  '169.254.169.253': 'dns',
  'fd00:ec2::253': 'dns',
  '169.254.169.123': 'other',
  'fd00:ec2::123': 'other',
  '169.254.170.2': 'other',
};

/** AD-12: services of the link itself, which nothing filters. */
function linkLocal(world: World, e: SimInterface, h: Header): 'delivered' | 'off' | undefined {
  const { design } = world.facts;
  const { vpc } = e.subnet;
  const named = Object.entries(SERVICES).find(([text]) => {
    const address = readAddress(text);
    return address.family === h.family && address.value === h.dst;
  })?.[1];
  const primary = vpc.blocks.find((block) => block.family === 4);
  const isResolver = h.family === 4 && primary !== undefined && h.dst === primary.first + 2n;
  // AD-9: a subnet's router is its own hosts' alone.
  const isRouter = e.subnet.blocks.some((block) => block.family === h.family && h.dst === block.first + 1n);
  const service = isResolver ? 'dns' : isRouter ? 'other' : named;
  if (service === 'dns')
    return readAs(world.readings, `dns of ${vpc.id}`, vpc.dns, [true, false]) ? 'delivered' : 'off';
  if (service !== 'metadata') return service && 'delivered';
  const instance = e.instance?.known === true ? design.resources[e.instance.value] : undefined;
  if (instance?.kind !== 'instance') return 'off';
  const options = told(instance.metadataOptions);
  if (h.family === 6 && (options?.known === false || (!options && isImport(design)))) {
    return world.readings.choose(`metadata of ${e.id}`, ['delivered', 'off'] as const);
  }
  const given = options?.known ? options.value : undefined;
  const read = (
    name: string,
    said: Parameters<typeof told<string>>[0],
    usual: string,
    other: string,
  ): string =>
    readAs(world.readings, `${name} of ${e.id}`, told<string>(said) ?? { known: true, value: usual }, [
      usual,
      other,
    ]);
  if (read('httpEndpoint', given?.httpEndpoint, 'enabled', 'disabled') === 'disabled') return 'off';
  if (h.family === 4) return 'delivered';
  return read('httpProtocolIpv6', given?.httpProtocolIpv6, 'disabled', 'enabled') === 'enabled'
    ? 'delivered'
    : 'off';
}

/** Who sends from a subnet: an interface or a NAT gateway. */
interface Sender {
  readonly vpc: SimVpc;
  /** Absent: a regional NAT gateway. */
  readonly subnet: SimSubnet | undefined;
  readonly id: ResourceId;
  readonly isNat: boolean;
}

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

/** The header before a translation, for a reply to the translated one. */
function restored(walk: Walk, device: ResourceId, h: Header): Header | undefined {
  if (walk.direction === 'forward') return undefined;
  const found = walk.flow.translations.find(
    (one) => one.device === device && headerKey(reversed(one.after)) === headerKey(h),
  );
  return found && reversed(found.before);
}

const natAddress = (world: World, nat: SimNat): bigint | undefined =>
  settledValue(world.readings, nat.id, nat.address);

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
    if (inVpc(world, nat.vpc, h.family, h.dst)) return deliverLocally(walk, nat.vpc, h, undefined);
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

/** IPv6 at a gateway: the source is an interface's, and public (AD-5). */
function sourceProblem(walk: Walk, vpc: SimVpc, h: Header): string | undefined {
  const { world } = walk;
  const owner = interfaceAt(world, vpc, 6, h.src);
  if (!owner) return 'GATEWAY_REJECTS_SPOOFED_TRAFFIC';
  if (!isPublicV6(vpc, h.src)) return 'IGW_SOURCE_ADDRESS_PRIVATE_IPV6';
  // AD-17: what such an interface sends itself is not settled.
  return owner.denyIgw && world.readings.choose(`${owner.id} sends`, [true, false])
    ? 'ENI_IGW_TRAFFIC_DENIED'
    : undefined;
}

/** AD-5: an address of a block that is marked private is dropped at gateways. */
const isHidden = (world: World, h: Header): boolean =>
  h.family === 6 &&
  world.facts.vpcs.some((vpc) => vpc.blocks.some((block) => block.isPrivate && inBlock(block, 6, h.dst)));

const isPublicV6 = (vpc: SimVpc, address: bigint): boolean =>
  vpc.blocks.some((block) => block.family === 6 && !block.isPrivate && inBlock(block, 6, address));

/** AD-3: the public address that stands for a private one at the gateway. */
function publicFace(walk: Walk, vpc: SimVpc, h: Header): bigint | undefined {
  const { world } = walk;
  // A reply keeps the face that the request was sent to.
  const used = walk.flow.faces.find((one) => one.vpc === vpc.id && one.own === h.src);
  if (used && walk.direction === 'return') return used.face;
  const nat = world.facts.nats.find(
    (one) => one.vpc.id === vpc.id && (natAddress(world, one) ?? faceOf(world, one.id)) === h.src,
  );
  const eni = interfaceAt(world, vpc, 4, h.src);
  const holder = nat?.id ?? eni?.id;
  const mapped = nat
    ? nat.address.mapped
    : eni?.addresses.find((one) => one.family === 4 && settledValue(world.readings, eni.id, one) === h.src)
        ?.mapped;
  if (mapped !== 'some' || holder === undefined) return mapped === 'some' ? undefined : mapped;
  if (!holderOf(world, 4, h.dst)) return faceOf(world, holder);
  // Seen by another interface of the model, it may be any public address.
  const offered = edgesWithin(world.facts, world.facts.named).filter(
    // What something already holds is not AWS's to give.
    (value) => value < 1n << 32n && isPublic(vpc, 4, value) && !holderOf(world, 4, value),
  );
  const options = oneOfEach(world.facts, 4, [faceOf(world, holder), ...offered]);
  return world.readings.choose(`public address of ${holder}`, options);
}

/** The VPC in which a public address has its place. */
function holderOf(world: World, family: Family, dst: bigint): SimVpc | undefined {
  const { facts } = world;
  if (family === 6) return facts.vpcs.find((vpc) => isPublicV6(vpc, dst));
  return (
    facts.interfaces.find((eni) => eni.addresses.some((address) => address.mapped === dst))?.subnet.vpc ??
    facts.nats.find((nat) => nat.address.mapped === dst)?.vpc
  );
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

const natHolds = (world: World, nat: SimNat, own: bigint): boolean =>
  (natAddress(world, nat) ?? (nat.subnet ? undefined : faceOf(world, nat.id))) === own;

/** The private address behind a public one. */
function privateOf(walk: Walk, vpc: SimVpc, face: bigint): bigint | undefined {
  const { facts, readings } = walk.world;
  const used = walk.flow.faces.find((one) => one.vpc === vpc.id && one.face === face);
  if (used) return used.own;
  for (const eni of facts.interfaces) {
    const address =
      eni.subnet.vpc.id === vpc.id ? eni.addresses.find((one) => one.mapped === face) : undefined;
    if (address) return addressValue(facts, readings, eni.id, eni.subnet, address);
  }
  const nat = facts.nats.find((one) => one.vpc.id === vpc.id && one.address.mapped === face);
  if (!nat) return undefined;
  return nat.subnet
    ? addressValue(facts, readings, nat.id, nat.subnet, nat.address)
    : (nat.address.value ?? faceOf(walk.world, nat.id));
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
