/** Internet gateways outward: what the gateway takes, the private source given its public face (IG-1, IG-2, RT-12). */

import { shareOf } from '../../net/index.ts';
import { PUBLIC, publicFrom } from '../addresses.ts';
import type { AddressMapping, GatewayNode } from '../compile/network.ts';
import { passBlock } from './blockPublicAccess.ts';
import { egressOnlyOut } from './egressOnlyInternetGateway.ts';
import { failingRoute, redirected } from './gatewayGoals.ts';
import { at, refuseDestination, refusePrivateIpv6 } from './gatewayRefusals.ts';
import { beyond, judgeMapping } from './publicFaces.ts';
import { routeFix, type RouteGoal } from './routeFixes.ts';
import { addHop, advise, doubt, drop, type Walk } from './walk.ts';
import { mappingOf, ownerIn, type Packet, type Place, type Step } from './packet.ts';
import { withoutPublicAddress } from './withoutPublicAddress.ts';

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
