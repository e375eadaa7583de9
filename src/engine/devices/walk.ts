/**
 * One packet's way through the network, as sets: which headers surely pass, which may. Devices read and
 * narrow it; filters never stop it, so that every blocker is met (V-7). Knows no device.
 */

import type { ResourceId } from '../../model/index.ts';
import {
  ICMPV6_HEADERS,
  ICMP_HEADERS,
  NO_HEADERS,
  TCP_HEADERS,
  UDP_HEADERS,
  commonHeaders,
  hasHeader,
  headersWithin,
  headersWithout,
  icmpHeaders,
  isEmptyHeaderSet,
  unionOfHeaders,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import type {
  Advisory,
  Assumption,
  Direction,
  Fix,
  Hop,
  HopAction,
  MissingFact,
  Parameters,
} from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import type { Script } from './choices.ts';
import type { Mended } from './mended.ts';
import { addressText, type Packet, type Passage, type Standing } from './packet.ts';

export interface BlockerDraft {
  readonly code: string;
  /** The packet's, where it stands: behind NAT64 another one than the question's (V-10). */
  readonly family: Family;
  readonly direction: Direction;
  readonly resource: ResourceId;
  readonly rule?: string;
  readonly side?: 'in' | 'out';
  readonly at?: ResourceId;
  readonly parameters: Parameters;
  /** Built when asked for: most blockers are never shown. */
  readonly fixes: () => readonly Fix[];
}

export interface Recorder {
  readonly hops: Hop[];
  readonly blockers: BlockerDraft[];
  readonly facts: MissingFact[];
  readonly assumptions: Assumption[];
  readonly advisories: Advisory[];
}

export const recorder = (): Recorder => ({
  hops: [],
  blockers: [],
  facts: [],
  assumptions: [],
  advisories: [],
});

/** The part of a leg between two devices that change the client's port (EP-2). */
export interface Segment {
  readonly asked: HeaderSet;
  /** Each reading of what the client's system may use; all of each must pass (EP-1). */
  readonly cores: readonly HeaderSet[];
  /** The client's ports in this part, for the header line. */
  readonly clientPorts: string;
  yes: HeaderSet;
  maybe: HeaderSet;
}

export interface Walk {
  readonly network: Network;
  readonly direction: Direction;
  readonly record: Recorder | undefined;
  readonly readings: Script;
  readonly alternatives: Script;
  /** Where the packet stood before, for finding loops. */
  readonly visited: Standing[];
  /** Interfaces that the request passed; the reply is let through there (RP-2). */
  readonly tracked: Set<InterfaceNode>;
  /** Request: devices met so far. Reply: devices still to be met, last first. */
  readonly passages: Passage[];
  /** Parts of the leg that are done. */
  readonly segmentsDone: Segment[];
  segment: Segment;
  /** Reply: segments still ahead, next first. */
  readonly segmentsAhead: Segment[];
  /** What the fixes told so far would have changed; only where they are told. */
  readonly mended: Mended | undefined;
  /** Ways by a NAT gateway already stand among the alternatives. */
  natsOffered: 'offered' | 'not-yet';
  /** Facts whose readings led to several runs (V-0). */
  readonly readingFacts: MissingFact[];
  nat64: 'nat64' | 'same-family';
  /** How many new resources this alternative would need (V-9). */
  creates: number;
  /** The gateway or device that the alternative goes by. */
  via: ResourceId | undefined;
  steps: number;
  /** The client's ports as text, for the header line. */
  ports: { readonly src: string; readonly dst: string; readonly protocol: string };
}

export interface Judgement {
  /** Headers that pass under every reading. */
  readonly yes: HeaderSet;
  /** Headers that pass under some reading. */
  readonly maybe: HeaderSet;
}

/** Told only when someone listens. */
export interface FilterReport {
  readonly code: string;
  readonly resource: ResourceId;
  readonly kind: string;
  readonly rule?: string;
  readonly deniedBy?: string;
  readonly side?: 'in' | 'out';
  readonly at?: ResourceId;
  readonly parameters?: Parameters;
  readonly facts: readonly MissingFact[];
  readonly fixes: () => readonly Fix[];
  /** A device that is shown by its own hop is told here only when it denies. */
  readonly hop?: 'when-denied';
}

/** Maps what a device says behind NAT64 back to the headers that were asked (NG-9). */
function asAsked(walk: Walk, set: HeaderSet): HeaderSet {
  if (walk.nat64 === 'same-family') return set;
  const ports = unionOfHeaders(commonHeaders(set, TCP_HEADERS), commonHeaders(set, UDP_HEADERS));
  const [request, reply] = walk.direction === 'forward' ? [8, 128] : [0, 129];
  const echo = icmpHeaders(1, request, 0).bounds[0] ?? 0;
  if (headersWithin(ICMP_HEADERS, set)) return unionOfHeaders(ports, ICMPV6_HEADERS);
  return hasHeader(set, echo) ? unionOfHeaders(ports, icmpHeaders(58, reply, 0)) : ports;
}

const coreOf = (segment: Segment): HeaderSet =>
  segment.cores.reduce((sum, core) => unionOfHeaders(sum, core), NO_HEADERS);

/** Narrows the walk by a filter, notes the blocker or the missing fact, and goes on as if passed (V-7). */
export function filter(walk: Walk, packet: Packet, judgement: Judgement, report: () => FilterReport): void {
  const { segment } = walk;
  const yes = commonHeaders(segment.asked, asAsked(walk, judgement.yes));
  const maybe = commonHeaders(segment.asked, asAsked(walk, judgement.maybe));
  if (yes === segment.asked && !walk.record) return;
  segment.yes = commonHeaders(segment.yes, yes);
  segment.maybe = commonHeaders(segment.maybe, maybe);
  const { record } = walk;
  if (!record) return;
  const core = coreOf(segment);
  const blocked = headersWithout(core, maybe);
  const doubtful = headersWithout(commonHeaders(core, maybe), yes);
  const told = report();
  const denies = !isEmptyHeaderSet(blocked) && isEmptyHeaderSet(commonHeaders(core, maybe));
  if (denies || told.hop === undefined)
    addHop(walk, packet, {
      resource: told.resource,
      kind: told.kind,
      action: denies ? 'deny' : 'allow',
      rule: denies ? (told.deniedBy ?? told.rule) : told.rule,
      at: told.at,
      side: told.side,
    });
  if (!isEmptyHeaderSet(blocked)) {
    record.blockers.push({
      code: told.code,
      family: packet.family,
      direction: walk.direction,
      resource: told.resource,
      ...(told.deniedBy === undefined ? {} : { rule: told.deniedBy }),
      ...(told.side === undefined ? {} : { side: told.side }),
      ...(told.at === undefined ? {} : { at: told.at }),
      parameters: told.parameters ?? {},
      fixes: told.fixes,
    });
  }
  if (!isEmptyHeaderSet(doubtful)) record.facts.push(...told.facts);
}

export interface StopReport {
  readonly code: string;
  readonly resource: ResourceId;
  readonly kind: string;
  readonly rule?: string;
  readonly at?: ResourceId;
  readonly side?: 'in' | 'out';
  readonly parameters?: Parameters;
  readonly fixes?: () => readonly Fix[];
}

/** Notes a certain drop of everything. The caller says where an intended packet would go on (V-8). */
export function drop(walk: Walk, packet: Packet, report: StopReport): void {
  walk.segment.yes = NO_HEADERS;
  walk.segment.maybe = NO_HEADERS;
  if (!walk.record) return;
  addHop(walk, packet, { ...report, action: 'drop', at: report.at, side: report.side, rule: report.rule });
  walk.record.blockers.push({
    code: report.code,
    family: packet.family,
    direction: walk.direction,
    resource: report.resource,
    ...(report.rule === undefined ? {} : { rule: report.rule }),
    ...(report.side === undefined ? {} : { side: report.side }),
    ...(report.at === undefined ? {} : { at: report.at }),
    parameters: report.parameters ?? {},
    fixes: report.fixes ?? (() => []),
  });
}

/** A fact is missing: nothing is certain to pass from here on. */
export function doubt(walk: Walk, missing: MissingFact): void {
  walk.segment.yes = NO_HEADERS;
  walk.record?.facts.push(missing);
}

export function assume(walk: Walk, assumption: Assumption): void {
  walk.record?.assumptions.push(assumption);
}

export function advise(walk: Walk, advisory: Advisory): void {
  walk.record?.advisories.push(advisory);
}

export interface HopReport {
  readonly resource: ResourceId;
  readonly kind: string;
  readonly action: HopAction;
  readonly rule?: string | undefined;
  readonly by?: ResourceId | undefined;
  readonly at?: ResourceId | undefined;
  readonly side?: 'in' | 'out' | undefined;
  readonly tracked?: true;
}

export function addHop(walk: Walk, packet: Packet, hop: HopReport): void {
  if (!walk.record) return;
  walk.record.hops.push({
    resource: hop.resource,
    kind: hop.kind,
    action: hop.action,
    ...(hop.rule === undefined ? {} : { because: { resource: hop.by ?? hop.resource, rule: hop.rule } }),
    ...(hop.at === undefined ? {} : { at: hop.at }),
    ...(hop.side === undefined ? {} : { side: hop.side }),
    ...(hop.tracked === undefined ? {} : { tracked: hop.tracked }),
    header: {
      src: addressText(packet.src),
      dst: addressText(packet.dst),
      protocol: walk.ports.protocol,
      srcPort: walk.ports.src,
      // Without a source port there are none: what stands beside it is a type.
      dstPort: walk.ports.src === '' ? '' : walk.ports.dst,
    },
  });
}

/** The sender's port is one of a device's own from here on (NG-3, EP-2). */
export function takeDevicePort(walk: Walk): void {
  if (walk.ports.src !== '') walk.ports = { ...walk.ports, src: '1024-65535' };
}

/** A device gave the client's own port back: the rest of the reply is judged with that (EP-2). */
export function enterNextSegment(walk: Walk): void {
  const next = walk.segmentsAhead.shift();
  if (!next) return;
  walk.segmentsDone.push(walk.segment);
  walk.segment = next;
  if (walk.ports.src !== '') walk.ports = { ...walk.ports, dst: next.clientPorts };
}
