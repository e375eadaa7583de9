/** What internet gateways of both kinds do not take: destinations that are not public, sources that are not (IG-2, AD-5, AD-17). */

import { shareOf } from '../../net/index.ts';
import { RFC1918, RFC6598, isUniqueLocal } from '../addresses.ts';
import type { GatewayNode, InterfaceNode } from '../compile/network.ts';
import { addressText, shownAs, type Packet, type Place } from './packet.ts';
import { doubt, drop, type Walk } from './walk.ts';

export const at = (place: Place): { readonly at?: string } => (place.subnet ? { at: place.subnet.id } : {});

export function refuseDestination(walk: Walk, gateway: GatewayNode, packet: Packet, place: Place): void {
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

export function refusePrivateIpv6(
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
