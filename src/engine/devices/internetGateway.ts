/** Internet and egress-only gateways: mapping of public addresses, in and out (IG-1…IG-3, EG-1, RT-12). */

import {
  isEmptyAddressSet,
  commonAddresses,
  sameAddresses,
  shareOf,
  singleAddress,
  type AddressSet,
} from '../../net/index.ts';
import { known } from '../../model/index.ts';
import { isUniqueLocal, PUBLIC, publicFrom, RFC1918, RFC6598 } from '../addresses.ts';
import type { Fix } from '../answers.ts';
import type {
  AddressMapping,
  GatewayNode,
  InterfaceNode,
  NatNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';
import { assumedForwarding } from './appliance.ts';
import { passBlock } from './blockPublicAccess.ts';
import { associateAddress, attachGateway, routeFix, type RouteGoal } from './fixes.ts';
import { tableOf } from './mended.ts';
import { newNatGateway } from './newNatGateway.ts';
import { lookup } from './routeTable.ts';
import {
  addHop,
  addressText,
  advise,
  assume,
  choose,
  doubt,
  drop,
  mappingOf,
  ownerIn,
  shownAs,
  type Face,
  type Packet,
  type Place,
  type Step,
  type Walk,
} from './walk.ts';

const at = (place: Place): { readonly at?: string } => (place.subnet ? { at: place.subnet.id } : {});

/** The route that led here, for fixes that change it. */
function failingRoute(
  walk: Walk,
  place: Place,
  packet: Packet,
): { readonly table: TableNode; readonly route: ReturnType<typeof lookup>[number]['route'] } | undefined {
  const table = place.subnet && tableOf(walk.mended, place.subnet).value;
  if (!table) return undefined;
  const [hit] = lookup(table, packet.dst);
  return { table, route: hit?.route };
}

/** Does the gateway's edge table lead this subnet through a device? Then its direct route fails (RT-12). */
function redirected(gateway: GatewayNode, place: Place, packet: Packet): InterfaceNode | undefined {
  if (!gateway.edgeTable || !place.subnet) return undefined;
  for (const block of place.subnet.cidrs[packet.family]) {
    const [hit] = lookup(gateway.edgeTable, { family: packet.family, ranges: [block] });
    if (hit?.route?.target.kind === 'interface' && hit.route.target.interface !== place.emitter)
      return hit.route.target.interface;
  }
  return undefined;
}

/** The interface that the gateway's edge table leads an address of the VPC to. */
function edgeDevice(gateway: GatewayNode, inside: AddressSet): InterfaceNode | undefined {
  const target = gateway.edgeTable && lookup(gateway.edgeTable, inside)[0]?.route?.target;
  return target?.kind === 'interface' ? target.interface : undefined;
}

/** RT-12: the way out of a subnet whose way in leads through a device is by that device. */
export function aroundGateway(goal: RouteGoal, place: Place, packet: Packet): RouteGoal {
  const device = goal.kind === 'internetGateway' ? redirected(goal.gateway, place, packet) : undefined;
  return device && device.subnet !== place.subnet ? { kind: 'interface', interface: device } : goal;
}

/** Whose public face a destination is, if the network itself holds it. */
function heldBy(
  walk: Walk,
  packet: Packet,
): { readonly face: Face; readonly vpc: VpcNode } | 'nobody' | undefined {
  const { network } = walk;
  if (packet.dstFace) {
    const vpc = packet.dstFace.kind === 'regional' ? packet.dstFace.nat.vpc : packet.dstFace.interface.vpc;
    return { face: packet.dstFace, vpc };
  }
  if (packet.family === 4) {
    const value = singleAddress(packet.dst);
    const held = value === undefined ? undefined : network.publicFaces.get(value);
    if (held) return { face: { kind: 'interface', ...held }, vpc: held.interface.vpc };
    if (value !== undefined) {
      for (const nat of network.nats.values()) {
        if (
          !nat.subnet &&
          !sameAddresses(nat.publicAddresses, PUBLIC[4]) &&
          shareOf(packet.dst, nat.publicAddresses) === 'all'
        ) {
          return { face: { kind: 'regional', nat }, vpc: nat.vpc };
        }
      }
    }
    return undefined;
  }
  for (const vpc of network.vpcs.values()) {
    if (isEmptyAddressSet(commonAddresses(packet.dst, vpc.blocks[6]))) continue;
    const owner = packet.dstOwner ?? ownerIn(vpc, packet.dst);
    return owner ? { face: { kind: 'interface', interface: owner, mapping: undefined }, vpc } : 'nobody';
  }
  return undefined;
}

function refuseDestination(walk: Walk, gateway: GatewayNode, packet: Packet, place: Place): void {
  const code =
    packet.family === 4 && shareOf(packet.dst, RFC1918) === 'all'
      ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
      : packet.family === 4 && shareOf(packet.dst, RFC6598) === 'all'
        ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
        : 'IGW_DESTINATION_NOT_PUBLIC';
  drop(walk, packet, {
    code,
    resource: gateway.id,
    kind: gateway.kind,
    ...at(place),
    parameters: {
      gateway: gateway.id,
      destination: addressText(packet.dst),
      table: place.subnet?.table.value?.id ?? '',
    },
  });
}

/** The packet enters the internet, or comes straight back to a public address of the network (IG-3). */
function beyond(walk: Walk, packet: Packet): Step {
  const held = heldBy(walk, packet);
  if (held === 'nobody') {
    drop(walk, packet, {
      code: 'NO_POSSIBLE_DESTINATION',
      resource: packet.srcOwner?.owner ?? '',
      kind: 'internetGateway',
      parameters: { destination: addressText(packet.dst) },
    });
    return { to: 'lost' };
  }
  if (held) {
    if (walk.direction === 'forward')
      advise(walk, {
        code: 'HAIRPIN_THROUGH_IGW',
        resource: held.face.kind === 'regional' ? held.face.nat.id : held.face.interface.owner,
      });
    return { to: 'gatewayIn', vpc: held.vpc, packet: { ...packet, dstFace: held.face } };
  }
  return { to: 'delivered', at: 'internet', packet };
}

/** The ways on for a private source without a public face: an address of its own, or a NAT gateway (V-8, V-9). */
function withoutPublicAddress(
  walk: Walk,
  gateway: GatewayNode,
  packet: Packet,
  place: Place,
  owner: InterfaceNode | undefined,
  block: () => void,
): Step {
  const regionalOrPrivateNat = place.emitter?.nat;
  const nats: NatNode[] =
    walk.direction === 'forward' &&
    walk.natsOffered === 'not-yet' &&
    !regionalOrPrivateNat &&
    place.emitter === owner
      ? place.vpc.natGateways.filter(
          (nat) =>
            nat.state === 'available' &&
            nat.connectivity === 'public' &&
            nat.subnet?.table.value !== place.subnet?.table.value,
        )
      : [];
  const anew = owner?.nat?.connectivity === 'private' ? publicInstead(walk, owner) : undefined;
  const translator = owner === place.emitter ? undefined : wouldTranslate(walk, place);
  const fixable =
    owner !== undefined &&
    (owner.nat === undefined || owner.nat.connectivity === 'public') &&
    !owner.denyAllIgwTraffic;
  const options: ('address' | NatNode)[] = [...(fixable ? (['address'] as const) : []), ...nats];
  const choice = options.length === 0 ? undefined : options[choose(walk.alternatives, options.length)];
  const shown = owner ? shownAs(owner) : { resource: gateway.id, kind: gateway.kind };
  const failing = failingRoute(walk, place, packet);
  drop(walk, packet, {
    code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    resource: shown.resource,
    kind: shown.kind,
    ...at(place),
    parameters: { interface: shown.resource, gateway: gateway.id, address: addressText(packet.src) },
    fixes: () => {
      if (anew) return anew();
      if (choice === 'address') return owner ? associateAddress(translator ?? owner) : [];
      if (choice === undefined || !failing) return [];
      return routeFix(
        failing.table,
        place.subnet,
        packet,
        { kind: 'natGateway', nat: choice },
        failing.route,
      );
    },
  });
  // Whoever goes by a NAT gateway does not meet this gateway here.
  if (choice === undefined || choice === 'address') block();
  if (choice === undefined && !anew) return { to: 'lost' };
  if (choice !== undefined && choice !== 'address') {
    walk.via = choice.id;
    if (failing?.route) walk.mended?.routes.set(failing.route, { kind: 'natGateway', nat: choice });
    return { to: 'nat', nat: choice, packet, place };
  }
  walk.creates += 1;
  walk.via ??= gateway.id;
  const own = translator?.addresses[4][0];
  if (translator && own) asTranslated(walk, translator, own);
  const faced = translator ?? owner;
  const face: Face | undefined = faced
    ? { kind: 'interface', interface: faced, mapping: undefined }
    : undefined;
  const mapping = {
    private: own ?? packet.src,
    public: PUBLIC[4],
    elasticIp: undefined,
    predicted: 'stated' as const,
  };
  return beyond(walk, {
    ...packet,
    src: PUBLIC[4],
    identity: undefined,
    srcFace: face?.kind === 'interface' ? { ...face, mapping } : undefined,
    srcOwner: undefined,
  });
}

/** NG-5: a private NAT gateway faces no gateway; a public one in its place does, with the client's route to it. */
function publicInstead(walk: Walk, node: InterfaceNode): (() => readonly Fix[]) | undefined {
  const passage = walk.passages.at(-1);
  const client = passage?.before.srcOwner?.subnet;
  const table = client && tableOf(walk.mended, client).value;
  const route = table && lookup(table, passage.before.dst)[0]?.route;
  const { nat } = node;
  if (walk.direction === 'return' || !nat || !route || passage.nat !== nat) return undefined;
  if (route.target.kind !== 'natGateway' || route.target.nat !== nat) return undefined;
  const goal: RouteGoal = { kind: 'newNatGateway', nat: newNatGateway(nat, node.subnet) };
  return () => routeFix(table, client, passage.before, goal, route);
}

/** NI-3: an appliance of which nothing is stated would translate, had it a public address of its own. */
function wouldTranslate(walk: Walk, place: Place): InterfaceNode | undefined {
  const node = place.emitter;
  const top = walk.passages.at(-1);
  return node &&
    top?.kind === 'appliance' &&
    top.interface === node &&
    node.forwarding === 'unstated' &&
    node.mappings.length === 0 &&
    assumedForwarding(walk.network, { ...node, mappings: [GRANTED] }) === 'nat'
    ? node
    : undefined;
}

const GRANTED: AddressMapping = {
  private: PUBLIC[4],
  public: PUBLIC[4],
  elasticIp: undefined,
  predicted: 'stated',
};

/** The way goes on as if the appliance had translated (V-8). */
function asTranslated(walk: Walk, node: InterfaceNode, own: AddressSet): void {
  const top = walk.passages.pop();
  if (top)
    walk.passages.push({
      ...top,
      kind: 'natInstance',
      after: { ...top.after, src: own, srcOwner: node, srcFace: undefined },
    });
}

/** A packet leaves by a gateway. */
export function gatewayOut(walk: Walk, gateway: GatewayNode, packet: Packet, place: Place): Step {
  if (gateway.kind === 'egressOnlyInternetGateway') return egressOnlyOut(walk, gateway, packet, place);
  const device = redirected(gateway, place, packet);
  if (device) {
    const failing = failingRoute(walk, place, packet);
    // NI-4: but not inside one subnet.
    const around: RouteGoal | undefined =
      device.subnet === place.subnet ||
      failing?.route === undefined ||
      walk.mended?.routes.has(failing.route) === true
        ? undefined
        : { kind: 'interface', interface: device };
    drop(walk, packet, {
      code: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
      resource: gateway.edgeTable?.id ?? gateway.id,
      kind: 'routeTable',
      ...at(place),
      parameters: {
        gateway: gateway.id,
        subnet: place.subnet?.id ?? '',
        target: device.owner,
        table: gateway.edgeTable?.id ?? '',
      },
      fixes: () =>
        failing?.route && around ? routeFix(failing.table, place.subnet, packet, around, failing.route) : [],
    });
    if (failing?.route && around && walk.record) {
      walk.mended?.routes.set(failing.route, around);
      return { to: 'arrive', at: device, packet, vpc: place.vpc, from: place.subnet };
    }
  }
  const nat = place.emitter?.nat;
  const regional = packet.srcFace?.kind === 'regional' ? packet.srcFace.nat : undefined;
  const edge = regional ? undefined : (place.emitter ?? packet.srcOwner);
  const block = (): void =>
    passBlock(walk, gateway, place.vpc, edge, regional ? 'regional' : 'in-subnet', 'out', packet);
  const open = shareOf(packet.dst, publicFrom(packet.family, place.vpc.blocks[packet.family]));
  if (open === 'none') {
    block();
    refuseDestination(walk, gateway, packet, place);
    return { to: 'lost' };
  }
  // D-7: AWS may choose an address that one of the VPC's own blocks hides.
  if (open === 'some')
    doubt(walk, {
      fact: 'public-address-of',
      resource: packet.dstFace?.kind === 'interface' ? packet.dstFace.interface.owner : gateway.id,
    });
  const hop = { resource: gateway.id, kind: gateway.kind, ...at(place) };
  if (packet.family === 6) {
    block();
    const owner = packet.srcOwner ?? ownerIn(place.vpc, packet.src);
    refusePrivateIpv6(walk, gateway, packet, place, owner);
    addHop(walk, packet, { ...hop, action: 'forward' });
    return beyond(walk, {
      ...packet,
      identity: undefined,
      srcFace: owner ? { kind: 'interface', interface: owner, mapping: undefined } : undefined,
    });
  }
  if (regional) {
    block();
    addHop(walk, packet, { ...hop, action: 'forward' });
    return beyond(walk, packet);
  }
  const owner = packet.srcOwner ?? ownerIn(place.vpc, packet.src);
  const granted: AddressMapping | undefined =
    owner && walk.mended?.faces.has(owner)
      ? { private: packet.src, public: PUBLIC[4], elasticIp: undefined, predicted: 'stated' }
      : undefined;
  const mapping = mappingOf(owner, packet.src) ?? granted;
  if (!mapping) {
    if (owner?.mappingsMissing) {
      block();
      doubt(walk, owner.mappingsMissing);
      return beyond(walk, { ...packet, src: PUBLIC[4], identity: undefined });
    }
    return withoutPublicAddress(walk, gateway, packet, place, owner, block);
  }
  block();
  if (owner) judgeMapping(walk, owner, mapping);
  const mapped: Packet = {
    ...packet,
    src: mapping.public,
    identity: undefined,
    srcOwner: undefined,
    srcFace: owner ? { kind: 'interface', interface: owner, mapping } : undefined,
  };
  if (walk.record) addHop(walk, mapped, { ...hop, action: 'translate' });
  if (nat) advise(walk, { code: 'NGW_SOURCE_ADDRESS_REASSIGN', resource: nat.id });
  return beyond(walk, mapped);
}

/** What an answer leans on when it takes a public face for granted (AD-4, AD-14). */
function judgeMapping(walk: Walk, owner: InterfaceNode, mapping: AddressMapping): void {
  if (mapping.predicted === 'predicted') assumePublicAddress(walk, owner);
  const address =
    mapping.elasticIp === undefined ? undefined : walk.network.design.resources[mapping.elasticIp];
  const pool = address?.kind === 'elasticIp' ? known(address.publicIpv4Pool) : undefined;
  if (pool === undefined || pool === 'amazon') return;
  if (walk.network.assume === 'nothing')
    doubt(walk, { fact: 'byoip-advertised', resource: mapping.elasticIp ?? owner.owner });
  else assume(walk, { code: 'ASSUMPTION_BYOIP_ADVERTISED', resource: mapping.elasticIp ?? owner.owner });
}

/** AD-4: an address foretold from the launch default is an assumption, and an unknown where none are made. */
function assumePublicAddress(walk: Walk, owner: InterfaceNode): void {
  if (walk.network.assume === 'nothing') doubt(walk, { fact: 'public-address-of', resource: owner.owner });
  else
    assume(walk, {
      code: 'ASSUMPTION_PUBLIC_IP_AT_LAUNCH',
      resource: owner.owner,
      parameters: { subnet: owner.subnet.id },
    });
}

function refusePrivateIpv6(
  walk: Walk,
  gateway: GatewayNode,
  packet: Packet,
  place: Place,
  owner: InterfaceNode | undefined,
): void {
  const shown = owner ? shownAs(owner) : { resource: gateway.id, kind: gateway.kind };
  if (isUniqueLocal(packet.src) || shareOf(packet.src, place.vpc.privateIpv6) === 'all') {
    drop(walk, packet, {
      code: 'IGW_SOURCE_ADDRESS_PRIVATE_IPV6',
      resource: shown.resource,
      kind: shown.kind,
      ...at(place),
      parameters: { interface: shown.resource, gateway: gateway.id, address: addressText(packet.src) },
    });
  } else if (!owner || owner.vpc !== place.vpc) {
    drop(walk, packet, {
      code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
      resource: gateway.id,
      kind: gateway.kind,
      ...at(place),
      parameters: { gateway: gateway.id, address: addressText(packet.src) },
    });
  } else if (owner.denyAllIgwTraffic) {
    // AD-17: whether its own traffic outward is cut as well is not settled.
    doubt(walk, { fact: 'deny-all-igw-traffic', resource: owner.owner });
  }
}

/** EG-1: IPv6 only, started inside, replies let back in. */
function egressOnlyOut(walk: Walk, gateway: GatewayNode, packet: Packet, place: Place): Step {
  if (packet.family === 4) {
    drop(walk, packet, {
      code: 'EIGW_FAMILY_RESTRICTION',
      resource: gateway.id,
      kind: gateway.kind,
      ...at(place),
      parameters: { gateway: gateway.id },
    });
    return { to: 'lost' };
  }
  passBlock(walk, gateway, place.vpc, place.emitter ?? packet.srcOwner, 'in-subnet', 'out', packet);
  if (shareOf(packet.dst, publicFrom(6, place.vpc.blocks[6])) !== 'all') {
    refuseDestination(walk, gateway, packet, place);
    return { to: 'lost' };
  }
  const owner = packet.srcOwner ?? ownerIn(place.vpc, packet.src);
  refusePrivateIpv6(walk, gateway, packet, place, owner);
  const after: Packet = {
    ...packet,
    identity: undefined,
    srcFace: owner ? { kind: 'interface', interface: owner, mapping: undefined } : undefined,
  };
  if (walk.direction === 'return') {
    // RP-5: it has not seen the request, so it does not know this flow.
    const failing = failingRoute(walk, place, packet);
    const goal = internetGoal(walk, place.vpc);
    drop(walk, packet, {
      code: 'EIGW_INBOUND_RESTRICTION',
      resource: gateway.id,
      kind: gateway.kind,
      ...at(place),
      parameters: { target: gateway.id, table: failing?.table.id ?? '', gateway: gateway.id },
      fixes: () => (failing ? routeFix(failing.table, place.subnet, packet, goal, failing.route) : []),
    });
    return beyond(walk, after);
  }
  addHop(walk, packet, { resource: gateway.id, kind: gateway.kind, action: 'forward', ...at(place) });
  walk.passages.push({
    device: gateway.id,
    kind: 'egressOnlyInternetGateway',
    before: packet,
    after,
    nat: undefined,
    interface: undefined,
    nat64: 'same-family',
  });
  return beyond(walk, after);
}

/** A gateway that stands detached, ready to be attached. */
function detachedGateway(walk: Walk, vpc: VpcNode): GatewayNode | undefined {
  const gateways = walk.mended?.gateways;
  const isFree = (gateway: GatewayNode): boolean =>
    !gateway.vpc && (gateways?.get(gateway.id) ?? vpc) === vpc;
  const found = [...walk.network.gateways.values()].find(
    (gateway) => gateway.kind === 'internetGateway' && isFree(gateway),
  );
  if (found) gateways?.set(found.id, vpc);
  return found;
}

/** The gateway that the VPC would have: the detached one with its own edge table, or a new one. */
const gatewayFor = (vpc: VpcNode, detached: GatewayNode | undefined): GatewayNode =>
  detached
    ? { ...detached, vpc }
    : { id: `${vpc.id}.internetGateway`, kind: 'internetGateway', vpc, edgeTable: undefined };

/** What stands at the VPC's door for arriving packets; a drawn one where there is none, so that all blockers are found. */
function doorOf(walk: Walk, vpc: VpcNode, packet: Packet): GatewayNode {
  const { value, missing } = vpc.internetGateway;
  if (value) return value;
  const detached = detachedGateway(walk, vpc);
  const standIn: GatewayNode = gatewayFor(vpc, detached);
  if (missing) {
    doubt(walk, missing);
    return standIn;
  }
  walk.creates += detached ? 0 : 1;
  drop(walk, packet, {
    code: detached ? 'BAD_STATE_ATTACHMENT' : 'NO_ROUTE_TO_DESTINATION',
    resource: detached?.id ?? vpc.id,
    kind: detached ? 'internetGateway' : 'vpc',
    parameters: {
      gateway: detached?.id ?? '',
      vpc: vpc.id,
      destination: addressText(packet.dst),
      reason: 'no-internet-gateway',
    },
    fixes: () => attachGateway(vpc, detached),
  });
  return standIn;
}

/** A packet from the internet, or back through the gateway from inside, meets the VPC. */
export function gatewayIn(walk: Walk, vpc: VpcNode, packet: Packet): Step {
  const top = walk.direction === 'return' ? walk.passages.at(-1) : undefined;
  if (top?.kind === 'egressOnlyInternetGateway') {
    walk.passages.pop();
    const gateway = walk.network.gateways.get(top.device);
    if (gateway) passBlock(walk, gateway, vpc, top.before.srcOwner, 'in-subnet', 'in', packet);
    addHop(walk, packet, {
      resource: top.device,
      kind: 'egressOnlyInternetGateway',
      action: 'forward',
      tracked: true,
    });
    return {
      to: 'arrive',
      at: 'owner',
      packet: { ...packet, dstOwner: top.before.srcOwner },
      vpc,
      from: undefined,
    };
  }
  const egressOnly = vpc.egressOnlyGateway.value;
  if (packet.family === 6 && !vpc.internetGateway.value && !vpc.internetGateway.missing && egressOnly) {
    drop(walk, packet, {
      code: 'EIGW_INBOUND_RESTRICTION',
      resource: egressOnly.id,
      kind: egressOnly.kind,
      parameters: { gateway: egressOnly.id, vpc: vpc.id },
      fixes: () => attachGateway(vpc, detachedGateway(walk, vpc)),
    });
    walk.creates += 1;
  }
  const gateway: GatewayNode =
    packet.family === 6 && !vpc.internetGateway.value && egressOnly
      ? gatewayFor(vpc, detachedGateway(walk, vpc))
      : doorOf(walk, vpc, packet);
  walk.via ??= gateway.id;
  if (packet.family === 4) refuseSource(walk, gateway, packet);
  const face = packet.dstFace;
  if (face?.kind === 'regional') return regionalIn(walk, gateway, vpc, packet, face.nat);
  const owner = face?.interface;
  const inside = packet.family === 6 ? packet.dst : (face?.mapping?.private ?? owner?.addresses[4][0]);
  // BP-3: the device that the edge table leads to is what meets the gateway.
  const met = (inside && edgeDevice(gateway, inside)) ?? owner;
  passBlock(walk, gateway, vpc, met, 'in-subnet', 'in', packet);
  if (packet.family === 6) return ipv6In(walk, gateway, vpc, packet, owner);
  const mapping = face?.mapping;
  if (!owner || !mapping) {
    if (owner?.mappingsMissing) {
      doubt(walk, owner.mappingsMissing);
      return afterEdge(walk, gateway, vpc, {
        ...packet,
        dst: owner.addresses[4][0] ?? packet.dst,
        dstOwner: owner,
      });
    }
    drop(walk, packet, {
      code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      resource: owner?.owner ?? gateway.id,
      kind: owner?.ownerKind ?? gateway.kind,
      parameters: { interface: owner?.owner ?? '', gateway: gateway.id, address: addressText(packet.dst) },
      fixes: () => (owner && !owner.denyAllIgwTraffic ? associateAddress(owner) : []),
    });
    const [primary] = owner?.addresses[4] ?? [];
    if (!owner || !primary) return { to: 'lost' };
    walk.creates += 1;
    walk.mended?.faces.add(owner);
    return afterEdge(walk, gateway, vpc, { ...packet, dst: primary, dstOwner: owner });
  }
  judgeMapping(walk, owner, mapping);
  if (owner.denyAllIgwTraffic) refuseDenied(walk, owner, packet);
  const mapped: Packet = { ...packet, dst: mapping.private, dstOwner: owner, identity: undefined };
  if (walk.record) addHop(walk, mapped, { resource: gateway.id, kind: gateway.kind, action: 'translate' });
  return afterEdge(walk, gateway, vpc, mapped);
}

function refuseSource(walk: Walk, gateway: GatewayNode, packet: Packet): void {
  for (const [range, code] of [
    [RFC1918, 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'],
    [RFC6598, 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS'],
  ] as const) {
    if (shareOf(packet.src, range) !== 'all') continue;
    drop(walk, packet, {
      code,
      resource: gateway.id,
      kind: gateway.kind,
      parameters: { gateway: gateway.id, address: addressText(packet.src) },
    });
  }
}

function refuseDenied(walk: Walk, owner: InterfaceNode, packet: Packet): void {
  const shown = shownAs(owner);
  drop(walk, packet, { code: 'ENI_IGW_TRAFFIC_DENIED', ...shown, parameters: { interface: shown.resource } });
}

function ipv6In(
  walk: Walk,
  gateway: GatewayNode,
  vpc: VpcNode,
  packet: Packet,
  owner: InterfaceNode | undefined,
): Step {
  if (!owner) {
    drop(walk, packet, {
      code: 'NO_POSSIBLE_DESTINATION',
      resource: gateway.id,
      kind: gateway.kind,
      parameters: { destination: addressText(packet.dst) },
    });
    return { to: 'lost' };
  }
  if (isUniqueLocal(packet.dst) || shareOf(packet.dst, vpc.privateIpv6) === 'all') {
    drop(walk, packet, {
      code: 'IGW_DESTINATION_NOT_PUBLIC',
      resource: gateway.id,
      kind: gateway.kind,
      parameters: { gateway: gateway.id, destination: addressText(packet.dst) },
    });
  }
  // AD-17
  if (owner.denyAllIgwTraffic) refuseDenied(walk, owner, packet);
  addHop(walk, packet, { resource: gateway.id, kind: gateway.kind, action: 'forward' });
  return afterEdge(walk, gateway, vpc, { ...packet, dstOwner: owner, identity: undefined });
}

function regionalIn(walk: Walk, gateway: GatewayNode, vpc: VpcNode, packet: Packet, nat: NatNode): Step {
  passBlock(walk, gateway, vpc, undefined, 'regional', 'in', packet);
  return { to: 'natOwn', nat, packet };
}

/** The gateway's edge table acts on the private address, after the mapping (OR-9). */
function afterEdge(walk: Walk, gateway: GatewayNode, vpc: VpcNode, packet: Packet): Step {
  if (gateway.edgeTable) {
    const [hit] = lookup(gateway.edgeTable, packet.dst);
    const target = hit?.route?.target;
    const shown = { resource: gateway.edgeTable.id, kind: 'routeTable' };
    if (target?.kind === 'interface') {
      const device = target.interface;
      addHop(walk, packet, { ...shown, action: 'forward', rule: hit?.route?.destination ?? '' });
      if (packet.family === 4 && device.mappings.length === 0) {
        drop(walk, packet, {
          code: 'INGRESS_RTB_NO_PUBLIC_IP',
          ...shown,
          at: device.owner,
          parameters: { table: gateway.edgeTable.id, interface: device.owner },
          fixes: () => associateAddress(device),
        });
      }
      return { to: 'arrive', at: device, packet, vpc, from: undefined };
    }
    if (target?.kind === 'unsupported' || target?.kind === 'missing') {
      doubt(walk, target.kind === 'missing' ? target.missing : { fact: 'unsupported', resource: target.id });
      return { to: 'cannotTell' };
    }
    if (target?.kind === 'dead' || (!hit?.route && gateway.edgeTable.missing === undefined)) {
      drop(walk, packet, {
        code: hit?.route ? 'BAD_STATE_ROUTE' : 'NO_ROUTE_TO_DESTINATION',
        ...shown,
        rule: hit?.route?.destination ?? '',
        parameters: {
          table: gateway.edgeTable.id,
          destination: hit?.route?.destination ?? addressText(packet.dst),
          target: hit?.route?.targetId ?? '',
          targetState: target?.kind === 'dead' ? target.state : '',
        },
      });
    } else if (gateway.edgeTable.missing) doubt(walk, gateway.edgeTable.missing);
  }
  return { to: 'arrive', at: 'owner', packet, vpc, from: undefined };
}

/** A goal for a route towards the internet, for whoever proposes one. */
export const internetGoal = (walk: Walk, vpc: VpcNode): RouteGoal => {
  const { value } = vpc.internetGateway;
  if (value) return { kind: 'internetGateway', gateway: value, standing: 'attached' };
  const detached = detachedGateway(walk, vpc);
  return {
    kind: 'internetGateway',
    gateway: gatewayFor(vpc, detached),
    standing: detached ? 'detached' : 'new',
  };
};
