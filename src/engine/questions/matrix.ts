/** Every pair: who reaches whom, on which headers. Walks classes, tells members. */

import {
  commonAddresses,
  failure,
  isEmptyAddressSet,
  isEmptyHeaderSet,
  NO_HEADERS,
  success,
  unionOfAddresses,
  unionOfHeaders,
  describeHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
  type Result,
} from '../../net/index.ts';
import type { MatrixAnswer, MatrixPair, QuestionProblem, Verdict } from '../answers.ts';
import { keptAnswer } from '../compile/kept-answers.ts';
import type { InterfaceNode, Network, VpcNode } from '../compile/network.ts';
import { classesOf, type InterfaceClass } from './classes.ts';
import { internetHalves } from './halves.ts';
import { parseHeaders } from './headers.ts';
import { betterVerdict, verdictOver, VERDICT_ORDER, type Outcome } from './verdicts.ts';
import { tierOf } from './tiers.ts';
import { askTrip } from './trip.ts';
import type { TripEnd } from './trip-ends.ts';

export interface MatrixQuestion {
  /** What the rows and columns are: instances and bare interfaces, or wholes that hold them. */
  readonly between?: 'instances' | 'subnets' | 'vpcs' | 'groups' | 'tiers';
  readonly protocol?: string;
  readonly port?: string;
  readonly ipVersion?: '4' | '6' | 'both';
}

export interface ClassPair {
  readonly from: InterfaceClass;
  readonly to: InterfaceClass;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

type InterfaceEnd = Extract<TripEnd, { kind: 'interface' }>;

const privateEnd = (node: InterfaceNode, index: number, family: Family): InterfaceEnd | undefined => {
  const address = node.addresses[family][index];
  return address ? { kind: 'interface', interface: node, address } : undefined;
};

function waysTo(from: InterfaceNode, to: InterfaceNode, family: Family): TripEnd[] {
  const privately = to.addresses[family]
    .map((_, index) => privateEnd(to, index, family))
    .flatMap((end) => end ?? []);
  if (from.vpc === to.vpc || family === 6) return privately;
  const faces = to.mappings.map((mapping): TripEnd => ({
    kind: 'face',
    face: { kind: 'interface', interface: to, mapping },
    set: mapping.public,
  }));
  return [...privately, ...faces];
}

const NOTHING: Outcome = { yes: NO_HEADERS, maybe: NO_HEADERS, partly: NO_HEADERS };

const isElsewhere = (own: VpcNode, vpc: VpcNode, family: Family): boolean =>
  vpc !== own && isEmptyAddressSet(commonAddresses(own.blocks[family], vpc.blocks[family]));

function isClosedTo(network: Network, asked: HeaderSet, start: InterfaceEnd, set: AddressSet): boolean {
  const question = {
    from: start,
    to: { kind: 'addresses', set },
    family: set.family,
    asked,
    sourcePorts: undefined,
    portText: '',
    protocolText: '',
  } as const;
  return isEmptyHeaderSet(askTrip(network, question, 'sets-only').maybe);
}

/**
 * Whether nothing of a VPC can be reached by its private addresses, found by one walk to all of them: the sender's own
 * part says it, and where the blocks of others lie.
 */
function isClosedTowards(network: Network, asked: HeaderSet, start: InterfaceEnd, vpc: VpcNode): boolean {
  const { interface: node, address } = start;
  const { family } = address;
  if (!isElsewhere(node.vpc, vpc, family)) return false;
  // Mostly nothing of any other VPC is open: then one walk tells all.
  const whole = keptAnswer(network, node, `closed ${asked.id}`, () => {
    const all = [...network.vpcs.values()].filter((each) => isElsewhere(node.vpc, each, family));
    const blocks = unionOfAddresses(
      all.map(({ blocks: own }) => own[family]),
      family,
    );
    return all.length > 1 && isClosedTo(network, asked, start, blocks);
  });
  return (
    whole ||
    keptAnswer(network, node, `closed ${asked.id} ${vpc.id}`, () =>
      isClosedTo(network, asked, start, vpc.blocks[family]),
    )
  );
}

/** What passes from one interface to another, by the best way to address it. */
export interface PairAnswer {
  readonly outcome: Outcome;
  readonly verdict: Verdict;
}

export interface PairWalker {
  readonly walk: (from: InterfaceNode, to: InterfaceNode) => PairAnswer;
  /** Surely nothing passes: found without a walk of its own, by what is known of the sender. */
  readonly isClosed: (from: InterfaceNode, vpc: VpcNode) => boolean;
}

const NO_WAY: PairAnswer = { outcome: NOTHING, verdict: 'blocked' };

/** Walks pairs of one family, many of them: what several pairs share is walked once. */
export function pairWalker(network: Network, asked: HeaderSet, family: Family): PairWalker {
  const halves = internetHalves(network, asked);
  const isClosed = (from: InterfaceNode, vpc: VpcNode): boolean => {
    const start = privateEnd(from, 0, family);
    return start === undefined || (family === 4 && isClosedTowards(network, asked, start, vpc));
  };
  const walk = (from: InterfaceNode, to: InterfaceNode): PairAnswer => {
    const start = privateEnd(from, 0, family);
    if (!start) return NO_WAY;
    const blockedWhole = isClosed(from, to.vpc);
    let best: PairAnswer | undefined;
    for (const end of waysTo(from, to, family)) {
      if (blockedWhole && end.kind === 'interface') continue;
      const { yes, maybe, partly } =
        (end.kind === 'face' ? halves(start, end) : undefined) ??
        askTrip(
          network,
          { from: start, to: end, family, asked, sourcePorts: undefined, portText: '', protocolText: '' },
          'sets-only',
        );
      const outcome: Outcome = { yes, maybe, partly };
      const verdict = verdictOver(asked, [outcome]);
      if (!best || VERDICT_ORDER.indexOf(verdict) < VERDICT_ORDER.indexOf(best.verdict))
        best = { outcome, verdict };
      if (verdict === 'reachable') break;
    }
    return best ?? NO_WAY;
  };
  return { walk, isClosed };
}

/** All class pairs of a family with what passes between them, by the first class. */
export function classPairs(
  network: Network,
  asked: HeaderSet,
  family: Family,
  nodes: readonly InterfaceNode[],
): ClassPair[] {
  const classes = classesOf(network, nodes, family);
  const { walk } = pairWalker(network, asked, family);
  const pairs: ClassPair[] = [];
  for (const from of classes) {
    if (from.speaker.addresses[family].length === 0) continue;
    for (const to of classes) {
      // A class of one has no pair with itself; of several, another member stands for the other end.
      const other = from === to ? to.members.find((node) => node.owner !== from.speaker.owner) : to.speaker;
      if (other) pairs.push({ from, to, ...walk(from.speaker, other) });
    }
  }
  return pairs;
}

type Grouping = (node: InterfaceNode) => readonly string[];

/** The wholes that an interface belongs to; undefined where each stands for itself. */
function groupingOf(network: Network, between: NonNullable<MatrixQuestion['between']>): Grouping | undefined {
  switch (between) {
    case 'subnets':
      return (node) => [node.subnet.id];
    case 'vpcs':
      return (node) => [node.vpc.id];
    case 'groups':
      return (node) => node.groups.map((group) => group.id);
    case 'tiers': {
      const tiers = new Map<string, string>();
      return ({ subnet }) => {
        const tier = tiers.get(subnet.id) ?? tierOf(network, subnet, 4).tier;
        tiers.set(subnet.id, tier);
        return [tier];
      };
    }
    case 'instances':
      return undefined;
  }
}

const FAMILIES: Readonly<Record<'4' | '6' | 'both', readonly Family[]>> = { 4: [4], 6: [6], both: [4, 6] };

/** Primary interfaces: who speaks for each instance; interfaces that AWS runs are no rows of their own. */
const speakers = (network: Network): InterfaceNode[] =>
  [...network.interfaces.values()].filter((node) => !node.nat && node.primaryOfInstance === undefined);

/** Every instance with every other, row by row. Pairs of two classes are told alike, with one list of what passes. */
function memberPairs(network: Network, pairs: readonly ClassPair[], family: Family): MatrixPair[] {
  const told: MatrixPair[] = [];
  const isRow = (node: InterfaceNode): boolean => Object.hasOwn(network.design.resources, node.owner);
  let begin = 0;
  while (begin < pairs.length) {
    const rows = pairs[begin]?.from;
    let end = begin;
    while (end < pairs.length && pairs[end]?.from === rows) end += 1;
    const line = pairs.slice(begin, end).map(({ to, outcome, verdict }) => ({
      ends: to.members.filter(isRow),
      verdict,
      allowed: describeHeaders(unionOfHeaders(outcome.yes, outcome.partly)),
    }));
    for (const from of rows?.members.filter(isRow) ?? []) {
      for (const { ends, verdict, allowed } of line) {
        for (const to of ends)
          if (to.owner !== from.owner)
            told.push({ from: from.owner, to: to.owner, family, verdict, allowed });
      }
    }
    begin = end;
  }
  return told;
}

interface Cell {
  best: Verdict;
  worst: Verdict;
  passing: HeaderSet;
}

/** Wholes with each other. All members of a class belong to the same ones: what tells them apart is in the class's key. */
function wholePairs(pairs: readonly ClassPair[], grouping: Grouping, family: Family): MatrixPair[] {
  const cells = new Map<string, Map<string, Cell>>();
  for (const { from, to, outcome, verdict } of pairs) {
    const passing = unionOfHeaders(outcome.yes, outcome.partly);
    for (const row of grouping(from.speaker)) {
      const line = cells.get(row) ?? new Map<string, Cell>();
      cells.set(row, line);
      for (const column of grouping(to.speaker)) {
        const cell = line.get(column);
        if (cell) {
          cell.best = betterVerdict(cell.best, verdict);
          if (betterVerdict(cell.worst, verdict) === cell.worst) cell.worst = verdict;
          cell.passing = unionOfHeaders(cell.passing, passing);
        } else line.set(column, { best: verdict, worst: verdict, passing });
      }
    }
  }
  const told: MatrixPair[] = [];
  for (const [from, line] of cells) {
    for (const [to, { best, worst, passing }] of line) {
      const mixed = best !== worst && (best === 'reachable' || best === 'partial');
      told.push({ from, to, family, verdict: mixed ? 'partial' : best, allowed: describeHeaders(passing) });
    }
  }
  return told;
}

/** The matrix. Of wholes, a pair is `reachable` when all members are, `partial` when some. */
export function askMatrix(network: Network, question: MatrixQuestion): Result<MatrixAnswer, QuestionProblem> {
  const pairs: MatrixPair[][] = [];
  const grouping = groupingOf(network, question.between ?? 'instances');
  const nodes = speakers(network);
  for (const family of FAMILIES[question.ipVersion ?? 'both']) {
    const asked = parseHeaders(question.protocol ?? '-1', question.port, family);
    if (!asked.ok) return failure(asked.problem);
    if (isEmptyHeaderSet(asked.value)) continue;
    const found = classPairs(network, asked.value, family, nodes);
    pairs.push(grouping ? wholePairs(found, grouping, family) : memberPairs(network, found, family));
  }
  return success({ pairs: pairs.flat() });
}
