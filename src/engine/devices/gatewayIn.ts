/** A packet comes to a VPC from the internet, or back from it: public address to private, then the gateway's edge table (IG-1, OR-9, RT-10). */

import { shareOf, type AddressSet } from '../../net/index.ts';
import { RFC1918, RFC6598, isUniqueLocal } from '../addresses.ts';
import type { GatewayNode, InterfaceNode, NatNode, VpcNode } from '../compile/network.ts';
import { passBlock } from './blockPublicAccess.ts';
import { associateAddress } from './fixes.ts';
import { detachedGateway, gatewayFor } from './gatewayGoals.ts';
import { judgeMapping } from './publicFaces.ts';
import { attachGateway } from './routeFixes.ts';
import { lookup } from './routeTable.ts';
import { addHop, doubt, drop, type Walk } from './walk.ts';
import { addressText, shownAs, type Packet, type Step } from './packet.ts';

/** The interface that the gateway's edge table leads an address of the VPC to. */
function edgeDevice(gateway: GatewayNode, inside: AddressSet): InterfaceNode | undefined {
  const target = gateway.edgeTable && lookup(gateway.edgeTable, inside)[0]?.route?.target;
  return target?.kind === 'interface' ? target.interface : undefined;
}

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
