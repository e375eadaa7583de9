/** The other way to know who reaches whom: one packet for every header that some rule of the network tells apart. */

import { together } from '../src/engine/judged.test-support.ts';
import type { Packet } from '../src/engine/simulator-flow.test-support.ts';
import { simulateWith } from '../src/engine/simulator.test-support.ts';
import { valueOf, type Facts, type SimInterface } from '../src/engine/simulator-facts.test-support.ts';
import type { Verdict } from '../src/engine/index.ts';

/** A header of a request: what a rule may tell apart. */
export interface Point {
  readonly protocol: number;
  readonly port?: number;
  readonly type?: number;
  readonly code?: number;
}

export interface Cuts {
  /** First ports of stretches that no rule divides. */
  readonly ports: readonly number[];
  readonly points: readonly Point[];
}

const LAST_PORT = 65_535;

/** Where stretches begin: at each port that a rule starts with, and after each that one ends with. */
function portCuts(facts: Facts): number[] {
  const cuts = new Set<number>([0]);
  const add = (from: number | undefined, to: number | undefined): void => {
    if (from !== undefined && from > 0) cuts.add(from);
    if (to !== undefined && to < LAST_PORT) cuts.add(to + 1);
  };
  for (const resource of Object.values(facts.design.resources)) {
    if (resource.kind === 'securityGroup') {
      for (const rule of valueOf(resource.rules) ?? []) {
        const protocol = valueOf(rule.ipProtocol);
        if (protocol === 'tcp' || protocol === 'udp') add(valueOf(rule.fromPort), valueOf(rule.toPort));
      }
    } else if (resource.kind === 'networkAcl') {
      for (const entry of valueOf(resource.entries) ?? []) add(entry.portRange?.from, entry.portRange?.to);
    }
  }
  return [...cuts].sort((a, b) => a - b);
}

/** One header for every stretch: tcp and udp ports, an echo request, another ICMP message, another protocol. */
export function cutsOf(facts: Facts): Cuts {
  const ports = portCuts(facts);
  return {
    ports,
    points: [
      ...[6, 17].flatMap((protocol) => ports.map((port): Point => ({ protocol, port }))),
      { protocol: 1, type: 8, code: 0 },
      { protocol: 1, type: 3, code: 4 },
      { protocol: 47 },
    ],
  };
}

/** What of a range has to be tried: its ends, and where a stretch begins inside. */
const inside = (ports: readonly number[], first: number, last: number): number[] => [
  ...new Set([first, ...ports.filter((port) => port > first && port < last), last]),
];

const CLIENT: readonly [number, number] = [32_768, 60_999];
const DEVICE: readonly [number, number] = [1024, LAST_PORT];

const BEST: readonly Verdict[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

/** One pair, one header, by whichever address of the destination serves best (V-3). */
export function judgePoint(
  facts: Facts,
  cuts: Cuts,
  from: SimInterface,
  to: SimInterface,
  point: Point,
): Verdict {
  let best: Verdict = 'not-applicable';
  for (const target of targetsOf(from, to)) {
    const verdict = judgeTarget(facts, cuts, {
      family: 4,
      from: { interface: from.id },
      to: target,
      ...point,
    });
    if (BEST.indexOf(verdict) < BEST.indexOf(best)) best = verdict;
    if (best === 'reachable') break;
  }
  return best;
}

/** Each IPv4 address; from another VPC the public ones too. */
function targetsOf(from: SimInterface, to: SimInterface): Packet['to'][] {
  const held = to.addresses.filter((address) => address.family === 4);
  return held.flatMap((address, index): Packet['to'][] => {
    const byPrivate = { interface: to.id, address: index };
    const isElsewhere = from.subnet.vpc.id !== to.subnet.vpc.id;
    return isElsewhere && address.mapped !== undefined
      ? [byPrivate, { ...byPrivate, by: 'public' }]
      : [byPrivate];
  });
}

/** Every source port, and every port that a NAT gateway may pick (EP-1). */
function judgeTarget(facts: Facts, cuts: Cuts, packet: Packet): Verdict {
  if (packet.port === undefined) return simulateWith(facts, packet).verdict;
  const verdicts: ReturnType<typeof simulateWith>['verdict'][] = [];
  for (const sourcePort of inside(cuts.ports, ...CLIENT)) {
    const first = simulateWith(facts, { ...packet, sourcePort, natPort: DEVICE[0] });
    verdicts.push(first.verdict);
    if (first.isLostThere) break;
    if (!first.isTranslated) continue;
    for (const natPort of inside(cuts.ports, ...DEVICE).slice(1)) {
      verdicts.push(simulateWith(facts, { ...packet, sourcePort, natPort }).verdict);
    }
  }
  return together(verdicts);
}
