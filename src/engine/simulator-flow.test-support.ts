/** What one packet of the simulator is, what its request leaves behind for the reply, and how both end. */

import type { ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { Direction } from './answers.ts';
import type { SimInterface, SimSubnet, SimVpc } from './simulator-facts.test-support.ts';
import { headerKey, type Header, type World } from './simulator-filters.test-support.ts';

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

export type Outcome = { readonly drop: string; readonly where: string } | Delivery;

export interface Delivery {
  readonly at: SimInterface | 'internet' | 'beyond' | 'service';
  readonly header: Header;
}

export const drop = (code: string, where: string): Outcome => ({ drop: code, where });

/** What the request leaves behind for its reply. */
export interface Flow {
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

export interface Walk {
  readonly world: World;
  readonly flow: Flow;
  readonly direction: Direction;
  readonly natPort: number;
  /** Stateful devices that pass packets on unchanged (RP-5). */
  readonly met: Set<ResourceId>;
  /** Devices with the headers they sent: one that comes again goes round for ever. */
  readonly sent: Set<string>;
}

/** V-1: an ICMP message other than an echo request is not answered. */
export const hasReply = (h: Header): boolean =>
  h.protocol === 1 ? h.type === 8 : h.protocol === 58 ? h.type === 128 : true;

const ECHO: Readonly<Record<number, number>> = { 8: 0, 0: 8, 128: 129, 129: 128 };

/** The header of a reply (RP-1). */
export const reversed = (h: Header): Header => ({
  ...h,
  src: h.dst,
  dst: h.src,
  sport: h.dport,
  dport: h.sport,
  type: h.protocol === 1 || h.protocol === 58 ? (ECHO[h.type] ?? h.type) : 0,
  identity: undefined,
});

export function comesAgain(walk: Walk, device: ResourceId, h: Header): boolean {
  const key = `${device} ${headerKey(h)}`;
  if (walk.sent.has(key) || walk.sent.size > 64) return true;
  walk.sent.add(key);
  return false;
}

/** Who sends from a subnet: an interface or a NAT gateway. */
export interface Sender {
  readonly vpc: SimVpc;
  /** Absent: a regional NAT gateway. */
  readonly subnet: SimSubnet | undefined;
  readonly id: ResourceId;
  readonly isNat: boolean;
}

/** The header before a translation, for a reply to the translated one. */
export function restored(walk: Walk, device: ResourceId, h: Header): Header | undefined {
  if (walk.direction === 'forward') return undefined;
  const found = walk.flow.translations.find(
    (one) => one.device === device && headerKey(reversed(one.after)) === headerKey(h),
  );
  return found && reversed(found.before);
}
