/** Where a trip begins and ends: the first step of the request and of its reply, and whether the reply came home (RP-1, RP-5, PX-4). */

import {
  NO_HEADERS,
  sameAddresses,
  shareOf,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { judgeState } from '../devices/router.ts';
import { addressText, type Face, type Packet, type Step } from '../devices/packet.ts';
import { assume, doubt, drop, type Walk } from '../devices/walk.ts';
import { choose } from '../devices/choices.ts';
import type { End } from './follow.ts';
import type { PortRange } from './headers.ts';

/** A settled end: an interface with one of its addresses, or somewhere on the internet. */
export type TripEnd =
  | { readonly kind: 'interface'; readonly interface: InterfaceNode; readonly address: AddressSet }
  /** Addresses outside the network, or an unowned one inside. */
  | { readonly kind: 'addresses'; readonly set: AddressSet }
  /** An interface by its public face; without a mapping it has none yet. */
  | { readonly kind: 'face'; readonly face: Face; readonly set: AddressSet };

export interface TripQuestion {
  readonly from: TripEnd;
  readonly to: TripEnd;
  readonly family: Family;
  readonly asked: HeaderSet;
  readonly sourcePorts: PortRange | undefined;
  readonly portText: string;
  readonly protocolText: string;
}

const faceOf = (end: TripEnd): Face | undefined => (end.kind === 'face' ? end.face : undefined);

const addressesOfEnd = (end: TripEnd): AddressSet => (end.kind === 'interface' ? end.address : end.set);

export function firstStep(walk: Walk, question: TripQuestion): Step {
  const { from, to } = question;
  const { network } = walk;
  const packet: Packet = {
    family: question.family,
    src: addressesOfEnd(from),
    dst: addressesOfEnd(to),
    identity: from.kind === 'interface' ? from.interface : undefined,
    srcOwner: from.kind === 'interface' ? from.interface : undefined,
    dstOwner: to.kind === 'interface' ? to.interface : undefined,
    srcFace: faceOf(from),
    dstFace: faceOf(to),
  };
  if (from.kind === 'interface') {
    if (
      to.kind === 'interface' &&
      to.interface.vpc !== from.interface.vpc &&
      shareOf(to.address, from.interface.vpc.blocks[question.family]) !== 'none'
    ) {
      // The local route wins: such a packet stays in the sender's own VPC and never finds this one.
      drop(walk, packet, {
        code: 'OVERLAPPING_CIDRS',
        resource: from.interface.vpc.id,
        kind: 'vpc',
        parameters: {
          vpc: from.interface.vpc.id,
          target: to.interface.vpc.id,
          destination: addressText(to.address),
        },
      });
      return { to: 'lost' };
    }
    judgeState(walk, from.interface, packet);
    if (from.interface.service === 'unmodelled')
      doubt(walk, { fact: 'unsupported', resource: from.interface.id });
    return { to: 'emit', from: from.interface, packet };
  }
  // From outside: the destination's own VPC is where it must come in.
  if (to.kind === 'face') {
    const vpc = to.face.kind === 'regional' ? to.face.nat.vpc : to.face.interface.vpc;
    return { to: 'gatewayIn', vpc, packet };
  }
  if (to.kind === 'interface') {
    return { to: 'gatewayIn', vpc: to.interface.vpc, packet: { ...packet, dstOwner: to.interface } };
  }
  // A private or free address means nothing out there.
  const door = [...network.gateways.values()][0]?.id ?? [...network.vpcs.keys()][0] ?? '';
  drop(walk, packet, {
    code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    resource: door,
    kind: 'internetGateway',
    parameters: { address: addressText(packet.dst), gateway: door },
  });
  return { to: 'lost' };
}

/** Where the reply starts: at the interface that took the request, or out on the internet. */
export function replyStart(walk: Walk, network: Network, end: Extract<End, { to: 'delivered' }>): Step {
  const { packet } = end;
  const reversed: Packet = {
    family: packet.family,
    src: packet.dst,
    dst: packet.src,
    identity: undefined,
    srcOwner: packet.dstOwner,
    dstOwner: packet.srcOwner,
    srcFace: packet.dstFace,
    dstFace: packet.srcFace,
  };
  if (end.at === 'internet' || end.at === 'service') {
    const face = packet.srcFace;
    const vpc = face?.kind === 'regional' ? face.nat.vpc : face?.interface.vpc;
    if (!vpc) return { to: 'cannotTell' };
    return { to: 'gatewayIn', vpc, packet: { ...reversed, srcOwner: undefined } };
  }
  let from = end.at;
  if (from.primaryOfInstance) {
    // RP-6: policy routing is a matter of the system inside.
    if (network.assume === 'nothing') {
      walk.readingFacts.push({ fact: 'policy-routing-of', resource: from.owner });
      if (choose(walk.readings, 2) === 1) from = from.primaryOfInstance;
    } else assume(walk, { code: 'MULTI_ENI_REPLY_ASSUMED', resource: from.owner });
  }
  return { to: 'emit', from, packet: { ...reversed, identity: end.at } };
}

/** The reply must come home to the very end that asked, from the address that it asked (RP-5, PX-4). */
export function judgeHomecoming(walk: Walk, question: TripQuestion, end: End): void {
  if (end.to === 'cannotTell') {
    walk.segment.yes = NO_HEADERS;
    return;
  }
  if (end.to === 'lost') return;
  for (const passage of walk.passages) {
    drop(walk, end.packet, {
      code: 'STATEFUL_PATH_ASYMMETRY',
      resource: passage.nat?.id ?? passage.interface?.owner ?? passage.device,
      kind: passage.kind === 'natGateway' ? 'natGateway' : 'networkInterface',
      parameters: {
        target: passage.nat?.id ?? passage.interface?.owner ?? passage.device,
        interface: passage.interface?.owner ?? '',
      },
    });
  }
  const { from, to } = question;
  const asked = addressesOfEnd(to);
  const home = from.kind === 'interface' ? end.at === from.interface : end.at === 'internet';
  if (!home) {
    // Out in the world, the last that saw it is named.
    const at = typeof end.at === 'string' ? (walk.record?.hops.at(-1)?.resource ?? end.at) : end.at.owner;
    drop(walk, end.packet, {
      code: 'REPLY_MISROUTED',
      resource: at,
      kind: 'networkInterface',
      parameters: { target: at, destination: addressText(end.packet.dst) },
    });
    return;
  }
  const face = faceOf(to);
  const expected =
    face?.kind === 'interface' && face.mapping === undefined && question.family === 4 ? PUBLIC[4] : asked;
  if (
    !sameAddresses(end.packet.src, expected) &&
    shareOf(end.packet.src, expected) !== 'all' &&
    shareOf(expected, end.packet.src) !== 'all'
  ) {
    const resource =
      end.packet.srcFace?.kind === 'interface'
        ? end.packet.srcFace.interface.owner
        : typeof end.at === 'string'
          ? end.at
          : end.at.owner;
    drop(walk, end.packet, {
      code: 'REPLY_SOURCE_MISMATCH',
      resource,
      kind: 'networkInterface',
      parameters: {
        address: addressText(end.packet.src),
        destination: addressText(expected),
        target: resource,
      },
    });
  }
}
