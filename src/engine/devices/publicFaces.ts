/** Whose public address it is, what leans on it, and what lies beyond a gateway: the internet, or the network again (AD-3, AD-4, IG-3). */

import { known } from '../../model/index.ts';
import {
  commonAddresses,
  isEmptyAddressSet,
  sameAddresses,
  shareOf,
  singleAddress,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { AddressMapping, InterfaceNode, VpcNode } from '../compile/network.ts';
import { addressText, ownerIn, type Face, type Packet, type Step } from './packet.ts';
import { advise, assume, doubt, drop, type Walk } from './walk.ts';

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

/** The packet enters the internet, or comes straight back to a public address of the network (IG-3). */
export function beyond(walk: Walk, packet: Packet): Step {
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

/** What an answer leans on when it takes a public face for granted (AD-4, AD-14). */
export function judgeMapping(walk: Walk, owner: InterfaceNode, mapping: AddressMapping): void {
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
