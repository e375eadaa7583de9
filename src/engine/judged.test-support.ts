/**
 * A whole question judged by the simulator: one packet for each source port, destination port and NAT port
 * that some rule could tell apart, and their verdicts put together as the rules say (V-2, V-3, EP-1).
 */

import type { Design, ResourceId } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import type { ReachQuestion, Verdict } from './answers.ts';
import { readAddress } from './simulator-blocks.test-support.ts';
import { readFacts, valueOf, type Facts, type SimInterface } from './simulator-facts.test-support.ts';
import type { Assume } from './simulator-filters.test-support.ts';
import { simulateWith } from './simulator.test-support.ts';
import type { Packet, Simulation } from './simulator-flow.test-support.ts';

/** Every port that a rule or entry names, and both its neighbours. */
export function namedPorts(design: Design): number[] {
  const found = new Set<number>([0, 65_535]);
  const add = (from: number | undefined, to: number | undefined): void => {
    for (const port of [from, to]) {
      if (port === undefined) continue;
      for (const near of [port - 1, port, port + 1]) if (near >= 0 && near <= 65_535) found.add(near);
    }
  };
  for (const resource of Object.values(design.resources)) {
    if (resource.kind === 'securityGroup') {
      for (const rule of valueOf(resource.rules) ?? []) add(valueOf(rule.fromPort), valueOf(rule.toPort));
    } else if (resource.kind === 'networkAcl') {
      for (const entry of valueOf(resource.entries) ?? []) add(entry.portRange?.from, entry.portRange?.to);
    }
  }
  return [...found].sort((a, b) => a - b);
}

interface Range {
  readonly first: number;
  readonly last: number;
}

const readRanges = (text: string): Range[] =>
  text.split(',').map((part) => {
    const [first = '', last = first] = part.split('-');
    return { first: Number(first), last: Number(last) };
  });

/** The ends of a range, and every port inside it that something names. */
const telling = (range: Range, ports: readonly number[]): number[] => [
  ...new Set([range.first, range.last, ...ports.filter((port) => port > range.first && port < range.last)]),
];

/** EP: the ports that a client's system may pick. */
function clientRange(design: Design, sender: SimInterface | undefined): Range {
  if (!sender) return { first: 32_768, last: 65_535 };
  const owner = sender.instance?.known === true ? design.resources[sender.instance.value] : undefined;
  const isWindows = owner?.kind === 'instance' && valueOf(owner.platform)?.toLowerCase() === 'windows';
  return isWindows ? { first: 49_152, last: 65_535 } : { first: 32_768, last: 60_999 };
}

/** The interface that speaks for a name: of an instance its first (V-3). */
export function speakerOf(facts: Facts, id: ResourceId): SimInterface | undefined {
  return (
    facts.interfaces.find((eni) => eni.id === id) ??
    facts.interfaces.find((eni) => eni.isPrimary && eni.instance?.known === true && eni.instance.value === id)
  );
}

/** Whose private address a source is: it speaks with that one. */
function holderOf(
  facts: Facts,
  text: string,
): { readonly interface: ResourceId; readonly address: number } | undefined {
  if (!/^[\d.]+$|:.*:/.test(text)) return undefined;
  const { family, value } = readAddress(text);
  for (const eni of facts.interfaces) {
    const place = eni.addresses
      .filter((one) => one.family === family)
      .findIndex((one) => one.value === value);
    if (place >= 0) return { interface: eni.id, address: place };
  }
  return undefined;
}

/** All interfaces that a name stands for. */
const interfacesOf = (facts: Facts, id: ResourceId): SimInterface[] =>
  facts.interfaces.filter(
    (eni) => eni.id === id || (eni.instance?.known === true && eni.instance.value === id),
  );

/** Every packet of a question to one destination: its verdicts, put together. */
export interface Judged {
  readonly verdict: Verdict;
  readonly packets: readonly { readonly packet: Packet; readonly simulation: Simulation }[];
}

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

/** One port, one family, between single ends: what the engine's verdict must be. */
export function judge(
  design: Design,
  question: ReachQuestion,
  family: Family,
  assume: Assume = 'stated',
): Judged {
  return judgeWith(readFacts(design), question, family, assume);
}

/** The same, for many questions of one design. */
export function judgeWith(
  facts: Facts,
  question: ReachQuestion,
  family: Family,
  assume: Assume = 'stated',
): Judged {
  const said = question.protocol ?? 'tcp';
  // AT-6: ICMP over IPv6 is ICMPv6.
  const protocol = said === 'icmp' && family === 6 ? 58 : (PROTOCOLS[said] ?? Number(said));
  // V-2: a protocol of the other family.
  if (protocol === (family === 4 ? 58 : 1)) return { verdict: 'not-applicable', packets: [] };
  const held = holderOf(facts, question.from);
  const sender = speakerOf(facts, held?.interface ?? question.from);
  const from: Packet['from'] = held ?? (sender ? { interface: sender.id } : { internet: question.from });
  const targets: Packet['to'][] = interfacesOf(facts, question.to).flatMap((eni) =>
    eni.addresses
      .filter((address) => address.family === family)
      .flatMap((held, address) => {
        const byPrivate: Packet['to'] = { interface: eni.id, address };
        // DN-1: from another VPC a name leads to the public address.
        const isElsewhere = sender !== undefined && sender.subnet.vpc.id !== eni.subnet.vpc.id;
        return isElsewhere && held.mapped !== undefined
          ? [byPrivate, { ...byPrivate, by: 'public' as const }]
          : [byPrivate];
      }),
  );
  if (targets.length === 0 && interfacesOf(facts, question.to).length === 0)
    targets.push({ address: question.to });
  const judgements = targets.map((to) =>
    judgePair(facts, question, family, protocol, from, to, sender, assume),
  );
  // V-3: of the addresses of a destination, one suffices.
  const best = ORDER.map((verdict) => judgements.find((one) => one.verdict === verdict)).find((one) => one);
  return best ?? { verdict: 'not-applicable', packets: [] };
}

const ORDER: readonly Verdict[] = ['reachable', 'partial', 'undetermined', 'blocked', 'not-applicable'];

function judgePair(
  facts: Facts,
  question: ReachQuestion,
  family: Family,
  protocol: number,
  from: Packet['from'],
  to: Packet['to'],
  sender: SimInterface | undefined,
  assume: Assume,
): Judged {
  const isPorted = protocol === 6 || protocol === 17;
  const ports = namedPorts(facts.design);
  const [type, code] = isPorted
    ? []
    : (question.port ?? '').split('/').map((part) => (part === '' ? undefined : Number(part)));
  const base: Packet = {
    family,
    from,
    to,
    protocol,
    ...(isPorted ? { port: Number(question.port) } : {}),
    ...(type === undefined ? {} : { type }),
    ...(code === undefined ? {} : { code }),
  };
  const ranges =
    question.sourcePort === undefined ? [clientRange(facts.design, sender)] : readRanges(question.sourcePort);
  const sourcePorts = isPorted ? ranges.flatMap((range) => telling(range, ports)) : [0];
  const packets: { packet: Packet; simulation: Simulation }[] = [];
  for (const sourcePort of sourcePorts) {
    const packet: Packet = { ...base, sourcePort, natPort: 1024 };
    const simulation = simulateWith(facts, packet, assume);
    packets.push({ packet, simulation });
    if (simulation.isLostThere) break;
    if (!simulation.isTranslated || !isPorted) continue;
    // NG-3: the gateway picks; every port of its range must pass.
    for (const natPort of telling({ first: 1024, last: 65_535 }, ports)) {
      if (natPort === 1024) continue;
      const other: Packet = { ...packet, natPort };
      packets.push({ packet: other, simulation: simulateWith(facts, other, assume) });
    }
  }
  return { verdict: together(packets.map((one) => one.simulation.verdict)), packets };
}

/** EP-1: all pass, none passes, or some do. */
export function together(verdicts: readonly Simulation['verdict'][]): Verdict {
  const [first = 'not-applicable'] = verdicts;
  if (verdicts.every((verdict) => verdict === first)) return first;
  return verdicts.includes('undetermined') ? 'undetermined' : 'partial';
}
