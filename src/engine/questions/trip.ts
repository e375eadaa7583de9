/** One request and its reply between two settled ends, walked under every reading and every alternative (V-0, V-1, V-7…V-9). */

import {
  commonHeaders,
  EVERY_HEADER,
  headersWithin,
  headersWithout,
  icmpHeaders,
  ICMP_HEADERS,
  ICMPV6_HEADERS,
  isEmptyHeaderSet,
  NO_HEADERS,
  sameAddresses,
  shareOf,
  TCP_HEADERS,
  tcpPorts,
  UDP_HEADERS,
  udpPorts,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import { PUBLIC } from '../addresses.ts';
import type { MissingFact } from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { gatewayIn, gatewayOut } from '../devices/internetGateway.ts';
import { countChanges, nothingMended } from '../devices/mended.ts';
import { atNat, throughNat } from '../devices/natGateway.ts';
import { arrive, breakLoop, dropInLoop, emit, judgeState, readTable } from '../devices/router.ts';
import {
  addressText,
  assume,
  choose,
  doubt,
  drop,
  otherPicks,
  recorder,
  script,
  type Face,
  type Packet,
  type Passage,
  type Recorder,
  type Script,
  type Segment,
  type Standing,
  type Step,
  type Walk,
} from '../devices/walk.ts';
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

export type LegState = 'pass' | 'partial' | 'undetermined' | 'blocked' | 'not-walked';

/** One run: what passes, and what was met on the way. */
export interface Run {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  /** Passes, but not for every client port (EP-1). */
  readonly partly: HeaderSet;
  readonly forward: LegState;
  readonly back: LegState;
  readonly narrow: 'safe' | 'core-only';
  readonly forwardRecord: Recorder | undefined;
  readonly returnRecord: Recorder | undefined;
  readonly forwardYes: HeaderSet;
  readonly creates: number;
  readonly via: string | undefined;
  readonly delivered: InterfaceNode | 'internet' | 'service' | 'nowhere';
  /** The request as it was delivered. */
  readonly arrived: Packet | undefined;
  readonly passages: readonly Passage[];
}

const ECHO_REQUEST: Readonly<Record<Family, HeaderSet>> = {
  4: icmpHeaders(1, 8, 'any'),
  6: icmpHeaders(58, 128, 'any'),
};
const ECHO_REPLY: Readonly<Record<Family, HeaderSet>> = {
  4: icmpHeaders(1, 0, 0),
  6: icmpHeaders(58, 129, 0),
};
const WITH_PORTS = unionOfHeaders(TCP_HEADERS, UDP_HEADERS);
const PORTLESS = headersWithout(
  EVERY_HEADER,
  unionOfHeaders(WITH_PORTS, unionOfHeaders(ICMP_HEADERS, ICMPV6_HEADERS)),
);

/** The client ports of each kind of client (EP). */
export const CLIENT_PORTS = {
  linux: { first: 32_768, last: 60_999 },
  windows: { first: 49_152, last: 65_535 },
  device: { first: 1024, last: 65_535 },
  internet: { first: 32_768, last: 65_535 },
} as const satisfies Record<string, PortRange>;

/** The ports that the asking end's system may pick (EP). */
export function clientPorts(question: Pick<TripQuestion, 'from' | 'sourcePorts'>): PortRange {
  if (question.sourcePorts) return question.sourcePorts;
  if (question.from.kind !== 'interface') return CLIENT_PORTS.internet;
  return question.from.interface.windows ? CLIENT_PORTS.windows : CLIENT_PORTS.linux;
}

/** The headers of the reply to `asked`, for a client that uses these ports. */
function replyHeaders(asked: HeaderSet, ports: PortRange, family: Family): HeaderSet {
  let reply = commonHeaders(asked, PORTLESS);
  if (!isEmptyHeaderSet(commonHeaders(asked, TCP_HEADERS)))
    reply = unionOfHeaders(reply, tcpPorts(ports.first, ports.last));
  if (!isEmptyHeaderSet(commonHeaders(asked, UDP_HEADERS)))
    reply = unionOfHeaders(reply, udpPorts(ports.first, ports.last));
  const echoes = unionOfHeaders(ECHO_REQUEST[4], ECHO_REQUEST[6]);
  if (!isEmptyHeaderSet(commonHeaders(asked, echoes))) reply = unionOfHeaders(reply, ECHO_REPLY[family]);
  return reply;
}

const hasPorts = (headers: HeaderSet): boolean => !isEmptyHeaderSet(commonHeaders(headers, WITH_PORTS));

const portText = (range: PortRange): string =>
  range.first === range.last ? `${range.first}` : `${range.first}-${range.last}`;

function segment(asked: HeaderSet, cores: readonly HeaderSet[], clientPorts: string): Segment {
  return { asked, cores, clientPorts, yes: asked, maybe: asked };
}

/** The reply's segments, from the answering end back to the client: each device with NAT begins a new one. */
function replySegments(question: TripQuestion, passages: readonly Passage[]): Segment[] {
  const client = clientPorts(question);
  let ports: PortRange[] = [client];
  let family = question.family;
  const make = (): Segment => {
    const cores = ports.map((range) => replyHeaders(question.asked, range, family));
    const safe = replyHeaders(question.asked, question.sourcePorts ?? CLIENT_PORTS.device, family);
    return segment(cores.reduce(unionOfHeaders, safe), cores, portText(ports[ports.length - 1] ?? client));
  };
  const segments = [make()];
  for (const passage of passages) {
    if (passage.kind === 'natGateway') {
      ports = [CLIENT_PORTS.device];
      if (passage.nat64 === 'nat64') family = 4;
      segments.unshift(make());
    } else if (passage.kind === 'natInstance') {
      // EP-2: it keeps the client's port, or takes any other: both readings count.
      ports = [...ports, { first: Math.min(ports[0]?.first ?? 1024, 1024), last: 65_535 }];
      segments.unshift(make());
    }
  }
  return segments;
}

interface Scripts {
  readonly readings: readonly number[];
  readonly alternatives: readonly number[];
}

type RecordMode = 'record' | 'sets-only';

function newWalk(
  network: Network,
  direction: Walk['direction'],
  first: Segment,
  ahead: Segment[],
  scripts: { readings: Script; alternatives: Script },
  mode: RecordMode,
  ports: Walk['ports'],
  shared: Pick<Walk, 'tracked' | 'mended'>,
  passages: Passage[],
): Walk {
  return {
    network,
    direction,
    record: mode === 'record' ? recorder() : undefined,
    readings: scripts.readings,
    alternatives: scripts.alternatives,
    visited: [],
    ...shared,
    passages,
    segmentsDone: [],
    segmentsAhead: ahead,
    segment: first,
    readingFacts: [],
    nat64: 'same-family',
    natsOffered: 'not-yet',
    creates: 0,
    via: undefined,
    steps: 0,
    ports,
  };
}

type End = Extract<Step, { to: 'delivered' | 'lost' | 'cannotTell' }>;

const MAX_HOPS = 64;

function standingOf(step: Step): Standing | undefined {
  switch (step.to) {
    case 'route':
      return {
        device: step.place.subnet ?? step.place.vpc,
        emitter: step.place.emitter,
        src: step.packet.src,
        dst: step.packet.dst,
      };
    case 'nat':
      return { device: step.nat, emitter: undefined, src: step.packet.src, dst: step.packet.dst };
    case 'arrive':
    case 'emit':
    case 'gatewayOut':
    case 'gatewayIn':
    case 'natOwn':
    case 'delivered':
    case 'lost':
    case 'cannotTell':
      return undefined;
  }
}

const sameSet = (a: AddressSet, b: AddressSet): boolean => a === b || sameAddresses(a, b);

const isSame = (a: Standing, b: Standing): boolean =>
  a.device === b.device && a.emitter === b.emitter && sameSet(a.src, b.src) && sameSet(a.dst, b.dst);

/** Follows a packet until it is delivered, lost, or nobody can tell. */
function run(walk: Walk, start: Step): End {
  let step = start;
  const passages = [...walk.passages];
  const kept = walk.record?.blockers.length ?? 0;
  const changes = countChanges(walk);
  for (;;) {
    // Without anyone to tell, what is surely lost need not be followed.
    if (!walk.record && isEmptyHeaderSet(walk.segment.maybe)) return { to: 'lost' };
    walk.steps += 1;
    if (walk.steps > 3) {
      const standing = standingOf(step);
      const again = standing !== undefined && walk.visited.some((before) => isSame(before, standing));
      if (standing) walk.visited.push(standing);
      if ((again || walk.steps > MAX_HOPS * 4) && 'packet' in step) {
        const place = step.to === 'route' || step.to === 'nat' ? step.place : undefined;
        const broken = countChanges(walk) === changes ? breakLoop(walk, place, step.packet, kept) : undefined;
        if (broken !== 'begin-anew') {
          if (broken === undefined) dropInLoop(walk, place, step.packet, undefined);
          return { to: 'lost' };
        }
        walk.visited.splice(0);
        walk.passages.splice(0, walk.passages.length, ...passages);
        step = start;
      }
    }
    switch (step.to) {
      case 'emit':
        step = emit(walk, step.from, step.packet);
        break;
      case 'route':
        step = readTable(walk, step);
        break;
      case 'arrive':
        step = arrive(walk, step);
        break;
      case 'gatewayOut':
        step = gatewayOut(walk, step.gateway, step.packet, step.place);
        break;
      case 'gatewayIn':
        step = gatewayIn(walk, step.vpc, step.packet);
        break;
      case 'nat':
        step = throughNat(walk, step.nat, step.packet, step.place);
        break;
      case 'natOwn':
        step = atNat(walk, step.nat, step.packet);
        break;
      case 'delivered':
      case 'lost':
      case 'cannotTell':
        return step;
    }
  }
}

const faceOf = (end: TripEnd): Face | undefined => (end.kind === 'face' ? end.face : undefined);

const addressesOfEnd = (end: TripEnd): AddressSet => (end.kind === 'interface' ? end.address : end.set);

function firstStep(walk: Walk, question: TripQuestion): Step {
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
function replyStart(walk: Walk, network: Network, end: Extract<End, { to: 'delivered' }>): Step {
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
function judgeHomecoming(walk: Walk, question: TripQuestion, end: End): void {
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

type ProtocolState = 'pass' | 'partial' | 'undetermined' | 'blocked';

/** How one protocol's replies fare in a segment, under one reading of the client's ports (EP-1). */
function stateUnder(part: Segment, core: HeaderSet, line: HeaderSet): ProtocolState {
  const wanted = commonHeaders(core, line);
  if (isEmptyHeaderSet(wanted) || headersWithin(wanted, part.yes)) return 'pass';
  if (isEmptyHeaderSet(commonHeaders(wanted, part.maybe))) return 'blocked';
  if (isEmptyHeaderSet(commonHeaders(wanted, part.yes))) return 'undetermined';
  return headersWithin(wanted, part.maybe) ? 'undetermined' : 'partial';
}

function stateInSegment(part: Segment, line: HeaderSet): ProtocolState {
  const states = new Set(part.cores.map((core) => stateUnder(part, core, line)));
  const [only] = states;
  if (states.size === 1 && only) return only;
  return 'undetermined';
}

const WORST: readonly ProtocolState[] = ['pass', 'partial', 'undetermined', 'blocked'];

const worse = (a: ProtocolState, b: ProtocolState): ProtocolState =>
  WORST.indexOf(a) > WORST.indexOf(b) ? a : b;

const over = (parts: readonly Segment[], line: HeaderSet): ProtocolState =>
  parts.reduce<ProtocolState>((state, part) => worse(state, stateInSegment(part, line)), 'pass');

interface Lifted {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
  readonly state: LegState;
  readonly narrow: 'safe' | 'core-only';
}

/** Lifts the reply's fate onto the request's headers: what passes forward and comes back. */
function lift(
  question: TripQuestion,
  forwardYes: HeaderSet,
  forwardMaybe: HeaderSet,
  parts: readonly Segment[],
): Lifted {
  let yes = NO_HEADERS;
  let maybe = NO_HEADERS;
  let partly = NO_HEADERS;
  const states: ProtocolState[] = [];
  const give = (headers: HeaderSet, state: ProtocolState): void => {
    if (isEmptyHeaderSet(commonHeaders(headers, question.asked))) return;
    states.push(state);
    if (state === 'pass') yes = unionOfHeaders(yes, commonHeaders(forwardYes, headers));
    if (state !== 'blocked') maybe = unionOfHeaders(maybe, commonHeaders(forwardMaybe, headers));
    if (state === 'partial') partly = unionOfHeaders(partly, commonHeaders(forwardYes, headers));
  };
  give(TCP_HEADERS, over(parts, TCP_HEADERS));
  give(UDP_HEADERS, over(parts, UDP_HEADERS));
  const echo = unionOfHeaders(ECHO_REQUEST[4], ECHO_REQUEST[6]);
  const echoReply = unionOfHeaders(ECHO_REPLY[4], ECHO_REPLY[6]);
  give(echo, over(parts, echoReply));
  // Error messages and other ICMP types expect no reply (V-1).
  give(headersWithout(unionOfHeaders(ICMP_HEADERS, ICMPV6_HEADERS), echo), 'pass');
  // Other protocols reply under their own number: told point by point.
  const others = commonHeaders(question.asked, PORTLESS);
  if (!isEmptyHeaderSet(others)) {
    const surely = parts.reduce((set, part) => commonHeaders(set, part.yes), others);
    const perhaps = parts.reduce((set, part) => commonHeaders(set, part.maybe), others);
    states.push(
      surely === others
        ? 'pass'
        : isEmptyHeaderSet(perhaps)
          ? 'blocked'
          : isEmptyHeaderSet(surely)
            ? 'undetermined'
            : 'partial',
    );
    yes = unionOfHeaders(yes, commonHeaders(forwardYes, surely));
    maybe = unionOfHeaders(maybe, commonHeaders(forwardMaybe, perhaps));
  }
  const kinds = new Set(states);
  const state: LegState =
    kinds.size <= 1
      ? (states[0] ?? 'pass')
      : kinds.has('partial') || kinds.has('pass')
        ? 'partial'
        : kinds.has('undetermined')
          ? 'undetermined'
          : 'blocked';
  const narrow = parts.every((part) => headersWithin(part.asked, part.yes)) ? 'safe' : 'core-only';
  return { yes, maybe, partly, state, narrow };
}

const legState = (asked: HeaderSet, yes: HeaderSet, maybe: HeaderSet): LegState =>
  yes === asked
    ? 'pass'
    : !isEmptyHeaderSet(yes)
      ? 'partial'
      : isEmptyHeaderSet(maybe)
        ? 'blocked'
        : 'undetermined';

interface RunOutcome {
  readonly run: Run;
  readonly readings: Script;
  readonly alternatives: Script;
  readonly readingFacts: readonly MissingFact[];
}

function runOnce(network: Network, question: TripQuestion, picks: Scripts, mode: RecordMode): RunOutcome {
  const scripts = { readings: script(picks.readings), alternatives: script(picks.alternatives) };
  const asked = segment(question.asked, [question.asked], '');
  // ICMP and protocols of other numbers have no ports.
  const client = hasPorts(question.asked) ? portText(clientPorts(question)) : '';
  const shared = {
    tracked: new Set<InterfaceNode>(),
    mended: mode === 'record' ? nothingMended() : undefined,
  };
  const passages: Passage[] = [];
  const forward = newWalk(
    network,
    'forward',
    asked,
    [],
    scripts,
    mode,
    { src: client, dst: question.portText, protocol: question.protocolText },
    shared,
    passages,
  );
  const end = run(forward, firstStep(forward, question));
  if (end.to !== 'delivered') asked.yes = NO_HEADERS;
  if (end.to === 'lost') asked.maybe = NO_HEADERS;
  const base = {
    forwardRecord: forward.record,
    forwardYes: asked.yes,
    forward: legState(question.asked, asked.yes, asked.maybe),
    delivered: end.to === 'delivered' ? end.at : ('nowhere' as const),
    arrived: end.to === 'delivered' ? end.packet : undefined,
    passages: [...passages],
  };
  const done = (rest: Omit<Run, keyof typeof base>, facts: readonly MissingFact[]): RunOutcome => ({
    run: { ...base, ...rest },
    ...scripts,
    readingFacts: facts,
  });
  const hopeless = mode === 'sets-only' && isEmptyHeaderSet(asked.maybe);
  if (end.to !== 'delivered' || end.at === 'service' || hopeless) {
    const answered = end.to === 'delivered' && end.at === 'service';
    return done(
      {
        yes: asked.yes,
        maybe: asked.maybe,
        partly: NO_HEADERS,
        back: answered ? 'pass' : 'not-walked',
        narrow: 'safe',
        returnRecord: undefined,
        creates: forward.creates,
        via: forward.via,
      },
      forward.readingFacts,
    );
  }
  const segments = replySegments(question, passages);
  const noReply = isEmptyHeaderSet(
    segments.reduce((set, part) => unionOfHeaders(set, part.asked), NO_HEADERS),
  );
  if (noReply) {
    // V-1: an ICMP error message is not answered.
    return done(
      {
        yes: asked.yes,
        maybe: asked.maybe,
        partly: NO_HEADERS,
        back: 'pass',
        narrow: 'safe',
        returnRecord: undefined,
        creates: forward.creates,
        via: forward.via,
      },
      forward.readingFacts,
    );
  }
  const [first, ...ahead] = segments;
  if (!first) throw new Error('a reply has at least one segment');
  const back = newWalk(
    network,
    'return',
    first,
    ahead,
    scripts,
    mode,
    client === ''
      ? { src: '', dst: question.portText, protocol: question.protocolText }
      : { src: question.portText, dst: first.clientPorts, protocol: question.protocolText },
    shared,
    [...passages],
  );
  const home = run(back, replyStart(back, network, end));
  judgeHomecoming(back, question, home);
  if (home.to === 'lost') {
    back.segment.yes = NO_HEADERS;
    back.segment.maybe = NO_HEADERS;
  }
  const settled = lift(question, asked.yes, asked.maybe, segments);
  return done(
    {
      yes: settled.yes,
      maybe: settled.maybe,
      partly: settled.partly,
      back: settled.state,
      narrow: settled.narrow,
      returnRecord: back.record,
      creates: forward.creates + back.creates,
      via: forward.via ?? back.via,
    },
    [...forward.readingFacts, ...back.readingFacts],
  );
}

export interface TripAnswer {
  /** Passes under every reading. */
  readonly yes: HeaderSet;
  /** Passes under some reading. */
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
  /** The run that stands for the answer: hops, blockers, facts. */
  readonly main: Run;
  /** Other ways to make it pass, each with its own blockers (V-9). */
  readonly alternatives: readonly Run[];
  readonly readingFacts: readonly MissingFact[];
  /** In how many ways what is unknown was read. */
  readonly readings: number;
}

const MAX_READINGS = 24;
const MAX_ALTERNATIVES = 8;

function allReadings(
  network: Network,
  question: TripQuestion,
  alternatives: readonly number[],
  mode: RecordMode,
): RunOutcome[] {
  const outcomes: RunOutcome[] = [];
  const open: (readonly number[])[] = [[]];
  while (open.length > 0 && outcomes.length < MAX_READINGS) {
    const readings = open.pop() ?? [];
    const outcome = runOnce(network, question, { readings, alternatives }, mode);
    outcomes.push(outcome);
    open.push(...otherPicks(outcome.readings));
  }
  return outcomes;
}

const blockersOf = (each: Run): number =>
  (each.forwardRecord?.blockers.length ?? 0) + (each.returnRecord?.blockers.length ?? 0);

/** Walks a trip. `sets-only` gives what passes and nothing of why. */
export function askTrip(network: Network, question: TripQuestion, mode: RecordMode): TripAnswer {
  const outcomes = allReadings(network, question, [], mode);
  const [first] = outcomes;
  if (!first) throw new Error('a trip has at least one reading');
  const yes = outcomes.reduce((set, outcome) => commonHeaders(set, outcome.run.yes), question.asked);
  const maybe = outcomes.reduce((set, outcome) => unionOfHeaders(set, outcome.run.maybe), NO_HEADERS);
  const partly = outcomes.reduce(
    (set, outcome) => commonHeaders(set, unionOfHeaders(outcome.run.partly, outcome.run.yes)),
    question.asked,
  );
  const readingFacts = outcomes.length > 1 ? outcomes.flatMap((outcome) => outcome.readingFacts) : [];
  if (mode === 'sets-only')
    return {
      yes,
      maybe,
      partly: headersWithout(partly, yes),
      main: first.run,
      alternatives: [],
      readingFacts,
      readings: outcomes.length,
    };
  const runs: Run[] = [first.run];
  const open = otherPicks(first.alternatives);
  while (open.length > 0 && runs.length < MAX_ALTERNATIVES) {
    const outcome = runOnce(network, question, { readings: [], alternatives: open.shift() ?? [] }, mode);
    runs.push(outcome.run);
    open.push(...otherPicks(outcome.alternatives));
  }
  // V-9: the way that creates nothing, then the one with the fewest blockers, then today's route table.
  const ordered = runs
    .map((each, index) => ({ each, index }))
    .sort(
      (a, b) =>
        a.each.creates - b.each.creates || blockersOf(a.each) - blockersOf(b.each) || a.index - b.index,
    );
  const main = ordered[0]?.each ?? first.run;
  return {
    yes,
    maybe,
    partly: headersWithout(partly, yes),
    main,
    alternatives: ordered.slice(1).map(({ each }) => each),
    readingFacts,
    readings: outcomes.length,
  };
}
