/** A packet, where it stands and what may happen to it next; whose its addresses are. Knows no device and no walk. */

import type { ResourceId } from '../../model/index.ts';
import {
  formatAddress,
  formatCidr,
  sameAddresses,
  singleAddress,
  toCidrs,
  type AddressSet,
  type Family,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type {
  AddressMapping,
  GatewayNode,
  InterfaceNode,
  Known,
  NatNode,
  SubnetNode,
  TableNode,
  VpcNode,
} from '../compile/network.ts';

/** Whose public address it is: an interface's, or a regional NAT gateway's. */
export type Face =
  | {
      readonly kind: 'interface';
      readonly interface: InterfaceNode;
      readonly mapping: AddressMapping | undefined;
    }
  | { readonly kind: 'regional'; readonly nat: NatNode };

/** A packet whose addresses may each be one of several: then every one of them counts. */
export interface Packet {
  readonly family: Family;
  readonly src: AddressSet;
  readonly dst: AddressSet;
  /** The interface whose groups a reference rule sees as the source; lost on the way through devices (SG-6). */
  readonly identity: InterfaceNode | undefined;
  /** Whose private address the source or destination is, where that is known. */
  readonly srcOwner: InterfaceNode | undefined;
  readonly dstOwner: InterfaceNode | undefined;
  /** Whose public address it is. */
  readonly srcFace: Face | undefined;
  readonly dstFace: Face | undefined;
}

/** A stateful device that the request met: the reply must meet it too (RP-5). */
export interface Passage {
  readonly device: ResourceId;
  readonly kind: 'natGateway' | 'natInstance' | 'appliance' | 'egressOnlyInternetGateway';
  readonly before: Packet;
  readonly after: Packet;
  readonly nat: NatNode | undefined;
  readonly interface: InterfaceNode | undefined;
  /** NAT64 changed the family on the way. */
  readonly nat64: 'nat64' | 'same-family';
}

/** Where a packet stands when a route table is read. */
export interface Place {
  readonly vpc: VpcNode;
  readonly subnet: SubnetNode | undefined;
  readonly emitter: InterfaceNode | undefined;
}

/** A packet at a device that may send it round in a circle. */
export interface Standing {
  readonly device: SubnetNode | VpcNode | NatNode;
  readonly emitter: InterfaceNode | undefined;
  readonly src: AddressSet;
  readonly dst: AddressSet;
}

/** What happens next to a packet. */
export type Step =
  | { readonly to: 'emit'; readonly from: InterfaceNode; readonly packet: Packet }
  | { readonly to: 'route'; readonly table: Known<TableNode>; readonly packet: Packet; readonly place: Place }
  | {
      readonly to: 'arrive';
      readonly at: InterfaceNode | 'owner';
      readonly packet: Packet;
      readonly vpc: VpcNode;
      readonly from: SubnetNode | undefined;
    }
  | {
      readonly to: 'gatewayOut';
      readonly gateway: GatewayNode;
      readonly packet: Packet;
      readonly place: Place;
    }
  | { readonly to: 'gatewayIn'; readonly vpc: VpcNode; readonly packet: Packet }
  | { readonly to: 'nat'; readonly nat: NatNode; readonly packet: Packet; readonly place: Place }
  | { readonly to: 'natOwn'; readonly nat: NatNode; readonly packet: Packet }
  | { readonly to: 'delivered'; readonly at: InterfaceNode | 'internet' | 'service'; readonly packet: Packet }
  | { readonly to: 'lost' }
  | { readonly to: 'cannotTell' };

/** Texts of sets: the same few sets are told at every hop of every walk. */
const texts = new WeakMap<AddressSet, string>();

/** A set as a person reads it: an address, blocks, or `internet`. */
export function addressText(set: AddressSet): string {
  const known = texts.get(set);
  if (known !== undefined) return known;
  const text = textOfSet(set);
  texts.set(set, text);
  return text;
}

function textOfSet(set: AddressSet): string {
  const single = singleAddress(set);
  if (single !== undefined) return formatAddress(set.family, single);
  // The very set of all public addresses stands for one of them, of AWS's choice.
  if (set === PUBLIC[set.family]) return 'public address';
  if (sameAddresses(set, PUBLIC[set.family])) return 'internet';
  const blocks = toCidrs(set);
  if (blocks.length > 24) return 'internet';
  return blocks.slice(0, 4).map(formatCidr).join(', ') + (blocks.length > 4 ? ', …' : '');
}

/** The mapping of a private source address, if it has a public face (AD-3). */
export function mappingOf(owner: InterfaceNode | undefined, address: AddressSet): AddressMapping | undefined {
  return owner?.mappings.find(
    (mapping) => mapping.private === address || sameAddresses(mapping.private, address),
  );
}

/** The interface of a VPC that holds a private address for sure. */
export function ownerIn(vpc: VpcNode, address: AddressSet): InterfaceNode | undefined {
  const value = singleAddress(address);
  if (value === undefined) return undefined;
  const direct = vpc.byAddress[address.family]?.get(value);
  if (direct) return direct;
  return vpc.interfaces.find((node) =>
    node.own[address.family].ranges.some(
      (range) =>
        range.first <= value &&
        value <= range.last &&
        !isChoice(node, address.family, range.first, range.last),
    ),
  );
}

/** A range that stands for one address of AWS's choice, not for many. */
const isChoice = (node: InterfaceNode, family: Family, first: bigint, last: bigint): boolean =>
  node.addresses[family].some(
    (set) => singleAddress(set) === undefined && set.ranges.some((r) => r.first <= first && last <= r.last),
  );

/** What the interface's owner is called in hops and blockers. */
export const shownAs = (node: InterfaceNode): { readonly resource: ResourceId; readonly kind: string } => ({
  resource: node.owner,
  kind: node.ownerKind,
});
