/** What the internet can open, and who can reach the internet, by which rule (AT-4). */

import {
  headersWithout,
  isEmptyHeaderSet,
  NO_HEADERS,
  unionOfHeaders,
  UDP_HEADERS,
  type Family,
  type HeaderSet,
} from '../../net/index.ts';
import type {
  Assumption,
  ExposureAnswer,
  InboundExposure,
  MissingFact,
  OutboundExposure,
  Verdict,
} from '../answers.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { decidingRule, ruleName } from '../devices/securityGroup.ts';
import { addressText } from '../devices/packet.ts';
import type { Recorder } from '../devices/walk.ts';
import { classesOf } from './classes.ts';
import type { End } from './ends.ts';
import { everyHeaderOf } from './families.ts';
import { combinationsFor, type Combination } from './options.ts';
import { describeAllowed, verdictOver, type Outcome } from './verdicts.ts';
import { passes } from './reach.ts';
import { askTrip, type Run } from './trip.ts';

const INTERNET: End = { kind: 'internet', reference: { id: 'internet', kind: 'internet' } };

interface Seen {
  readonly combinations: readonly Combination[];
  readonly outcomes: readonly Outcome[];
  readonly verdict: Verdict;
  readonly run: Run;
}

function look(network: Network, from: End, to: End, family: Family, asked: HeaderSet): Seen | undefined {
  const question = { asked, family, sourcePorts: undefined, protocolText: '-1', portText: 'all' };
  for (const combinations of combinationsFor(network, from, to, family)) {
    const outcomes = passes(network, question, combinations);
    const verdict = verdictOver(asked, outcomes);
    if (verdict === 'blocked' || verdict === 'not-applicable') continue;
    const index =
      outcomes.findIndex((outcome) => !isEmptyHeaderSet(outcome.yes)) >= 0
        ? outcomes.findIndex((outcome) => !isEmptyHeaderSet(outcome.yes))
        : outcomes.findIndex((outcome) => !isEmptyHeaderSet(outcome.maybe));
    const combination = combinations[Math.max(index, 0)];
    if (!combination) continue;
    const { main } = askTrip(network, { ...question, from: combination.from, to: combination.to }, 'record');
    return { combinations, outcomes, verdict, run: main };
  }
  return undefined;
}

const records = (run: Run): Recorder[] =>
  [run.forwardRecord, run.returnRecord].flatMap((record) => record ?? []);

const distinct = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const factsOf = (seen: Seen): MissingFact[] =>
  seen.verdict === 'undetermined'
    ? distinct(
        records(seen.run).flatMap((record) => record.facts),
        (fact) => `${fact.fact} ${fact.resource}`,
      )
    : [];

const assumptionsOf = (seen: Seen): Assumption[] =>
  distinct(
    records(seen.run).flatMap((record) => record.assumptions),
    (each) => `${each.code} ${each.resource}`,
  );

/** All group rules that let some of what passes in or out. */
function rulesBehind(
  seen: Seen,
  node: InterfaceNode,
  side: 'in' | 'out',
): { resource: string; rule?: string }[] {
  const found = seen.combinations.flatMap((combination, index) => {
    const outcome = seen.outcomes[index];
    if (!outcome || !combination.part) return [];
    const passing = unionOfHeaders(outcome.yes, outcome.maybe);
    if (isEmptyHeaderSet(passing)) return [];
    const peer = { set: combination.part, identity: undefined };
    return node.groups.flatMap((group) =>
      (side === 'in' ? group.ingress : group.egress).flatMap((rule) => {
        const decides = decidingRule([{ ...group, ingress: [rule], egress: [rule] }], side, peer, passing);
        return decides ? [{ resource: group.id, rule: ruleName(group, side, rule) }] : [];
      }),
    );
  });
  return distinct(found, (each) => `${each.resource} ${each.rule}`);
}

const inbound = (network: Network, node: InterfaceNode, family: Family): readonly InboundExposure[] =>
  keptAnswer(network, node, `inbound ${family}`, () => findInbound(network, node, family));

function findInbound(network: Network, node: InterfaceNode, family: Family): InboundExposure[] {
  // IPv4 without a public face can't be opened from the internet: no walk needed (AD-3).
  if (family === 4 && node.mappings.length === 0 && !node.mappingsMissing) return [];
  const asked = everyHeaderOf(family);
  const end: End = {
    kind: 'thing',
    reference: { id: node.owner, kind: node.ownerKind },
    interfaces: [node],
    address: undefined,
  };
  const seen = look(network, INTERNET, end, family, asked);
  const oneWay = oneWayTo(network, node, family, seen);
  if (!seen) return oneWay ? [oneWay] : [];
  const speaker = seen.combinations[0];
  return [
    {
      resource: node.owner,
      interface: node.id,
      family,
      address: speaker
        ? addressText(speaker.to.kind === 'interface' ? speaker.to.address : speaker.to.set)
        : '',
      allowed: describeAllowed(seen.combinations, seen.outcomes, []),
      verdict: seen.verdict,
      because: rulesBehind(seen, node, 'in'),
      unknowns: factsOf(seen),
      assumptions: assumptionsOf(seen),
    },
    ...(oneWay ? [oneWay] : []),
  ];
}

/** RP-7: a datagram may arrive although no reply leaves; that is exposure too. */
function oneWayTo(
  network: Network,
  node: InterfaceNode,
  family: Family,
  seen: Seen | undefined,
): InboundExposure | undefined {
  const end: End = {
    kind: 'thing',
    reference: { id: node.owner, kind: node.ownerKind },
    interfaces: [node],
    address: undefined,
  };
  for (const combinations of combinationsFor(network, INTERNET, end, family)) {
    const outcomes = combinations.map((combination): Outcome => {
      const trip = askTrip(
        network,
        {
          from: combination.from,
          to: combination.to,
          family,
          asked: UDP_HEADERS,
          sourcePorts: undefined,
          portText: 'all',
          protocolText: 'udp',
        },
        'sets-only',
      );
      const silent = headersWithout(trip.main.forwardYes, trip.maybe);
      return { yes: silent, maybe: silent, partly: NO_HEADERS };
    });
    if (outcomes.every((outcome) => isEmptyHeaderSet(outcome.yes))) continue;
    const speaker = combinations[0];
    return {
      resource: node.owner,
      interface: node.id,
      family,
      address: speaker
        ? addressText(speaker.to.kind === 'interface' ? speaker.to.address : speaker.to.set)
        : '',
      allowed: describeAllowed(combinations, outcomes, []),
      verdict: 'blocked',
      because: seen ? rulesBehind(seen, node, 'in') : [],
      oneWay: true,
      unknowns: [],
      assumptions: [],
    };
  }
  return undefined;
}

type Outbound = Omit<OutboundExposure, 'resource' | 'interface'>;

const outboundOf = (network: Network, speaker: InterfaceNode, family: Family): Outbound | undefined =>
  keptAnswer(network, speaker, `outbound ${family}`, () => findOutbound(network, speaker, family));

function findOutbound(network: Network, speaker: InterfaceNode, family: Family): Outbound | undefined {
  const end: End = {
    kind: 'thing',
    reference: { id: speaker.owner, kind: speaker.ownerKind },
    interfaces: [speaker],
    address: undefined,
  };
  const seen = look(network, end, INTERNET, family, everyHeaderOf(family));
  if (!seen) return undefined;
  const hops = seen.run.forwardRecord?.hops ?? [];
  const via = distinct(
    hops
      .filter(
        (hop) =>
          hop.kind === 'natGateway' ||
          hop.kind === 'internetGateway' ||
          hop.kind === 'egressOnlyInternetGateway' ||
          hop.action === 'translate',
      )
      .map((hop) => hop.resource),
    (id) => id,
  );
  return {
    family,
    via,
    allowed: describeAllowed(seen.combinations, seen.outcomes, []),
    verdict: seen.verdict,
    because: [
      ...rulesBehind(seen, speaker, 'out'),
      ...hops
        .filter((hop) => hop.kind === 'routeTable')
        .map((hop) => ({
          resource: hop.resource,
          ...(hop.because?.rule === undefined ? {} : { rule: hop.because.rule }),
        })),
    ],
    unknowns: factsOf(seen),
    assumptions: assumptionsOf(seen),
  };
}

/** Exposure of every interface that is not a NAT gateway's. */
export function askExposure(network: Network): ExposureAnswer {
  const work = exposureInSteps(network);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same, interface by interface, for whoever must do something else in between. */
export function* exposureInSteps(network: Network): Generator<undefined, ExposureAnswer, undefined> {
  const nodes = [...network.interfaces.values()].filter((node) => !node.nat);
  const inboundAll: InboundExposure[] = [];
  for (const node of nodes) {
    for (const family of [4, 6] as const)
      if (node.addresses[family].length > 0) inboundAll.push(...inbound(network, node, family));
    yield;
  }
  const outboundAll: OutboundExposure[] = [];
  for (const family of [4, 6] as const) {
    for (const each of classesOf(network, nodes, family)) {
      const answer = outboundOf(network, each.speaker, family);
      if (answer)
        for (const node of each.members)
          outboundAll.push({ resource: node.owner, interface: node.id, ...answer });
      yield;
    }
  }
  return { inbound: inboundAll, outbound: outboundAll };
}
