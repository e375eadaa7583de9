/** Can A reach B? One question over both families, with hops, all blockers, their fixes, and what is missing (V-1…V-12). */

import {
  addressesWithout,
  commonHeaders,
  countAddresses,
  describeHeaders,
  failure,
  formatCidr,
  headersWithout,
  isEmptyHeaderSet,
  NO_HEADERS,
  shareOf,
  singleAddress,
  success,
  toCidrs,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
  type Result,
} from '../../net/index.ts';
import type {
  Advisory,
  Allowed,
  Alternative,
  Assumption,
  Blocker,
  FamilyAnswer,
  Hop,
  Leg,
  MissingFact,
  QuestionProblem,
  ReachAnswer,
  ReachQuestion,
  Verdict,
} from '../answers.ts';
import type { InterfaceNode, Network, VpcNode } from '../compile/network.ts';
import { lookup } from '../devices/routeTable.ts';
import { addressText, type BlockerDraft, type Recorder } from '../devices/walk.ts';
import { atomsOf, internetAtoms } from './atoms.ts';
import { resolveEnd, type End } from './ends.ts';
import { parseHeaders, parseSourcePorts, protocolName, type PortRange } from './headers.ts';
import { askTrip, type Run } from './trip.ts';
import { type LegState } from './lift.ts';
import { type TripEnd, type TripQuestion } from './trip-ends.ts';

export const VERDICT_ORDER: readonly Verdict[] = [
  'reachable',
  'partial',
  'undetermined',
  'blocked',
  'not-applicable',
];

export const betterVerdict = (a: Verdict, b: Verdict): Verdict =>
  VERDICT_ORDER.indexOf(a) <= VERDICT_ORDER.indexOf(b) ? a : b;

/** One pair of settled ends, and the part of the asked set it stands for. */
export interface Combination {
  readonly from: TripEnd;
  readonly to: TripEnd;
  /** The addresses of the set end that this stands for; undefined when both ends are things. */
  readonly part: AddressSet | undefined;
}

/** Ways to address the destination: one that works is enough; of each, all combinations must pass. */
interface Option {
  readonly combinations: readonly Combination[];
  readonly except: readonly string[];
}

export interface Outcome {
  readonly yes: HeaderSet;
  readonly maybe: HeaderSet;
  readonly partly: HeaderSet;
}

/** The verdict over all combinations of an option (V-3). */
export function verdictOver(asked: HeaderSet, outcomes: readonly Outcome[]): Verdict {
  if (outcomes.length === 0) return 'not-applicable';
  if (outcomes.every((outcome) => outcome.yes === asked)) return 'reachable';
  if (outcomes.some((outcome) => !isEmptyHeaderSet(outcome.yes) || !isEmptyHeaderSet(outcome.partly)))
    return 'partial';
  return outcomes.some((outcome) => !isEmptyHeaderSet(outcome.maybe)) ? 'undetermined' : 'blocked';
}

const addressesAt = (end: TripEnd): AddressSet => (end.kind === 'interface' ? end.address : end.set);

const facesOf = (node: InterfaceNode): TripEnd[] => {
  if (node.mappings.length === 0)
    return [
      {
        kind: 'face',
        face: { kind: 'interface', interface: node, mapping: undefined },
        set: node.addresses[4][0] ?? { family: 4, ranges: [] },
      },
    ];
  return node.mappings.map((mapping) => ({
    kind: 'face',
    face: { kind: 'interface', interface: node, mapping },
    set: mapping.public,
  }));
};

const privatesOf = (node: InterfaceNode, family: Family): TripEnd[] =>
  node.addresses[family].map((address) => ({ kind: 'interface', interface: node, address }));

/** An interface as the internet addresses it. */
const outwardFaces = (node: InterfaceNode, family: Family): TripEnd[] =>
  family === 4
    ? node.addresses[4].length > 0
      ? facesOf(node)
      : []
    : node.addresses[6].map((set) => ({
        kind: 'face',
        face: { kind: 'interface', interface: node, mapping: undefined },
        set,
      }));

const primaryOf = (node: InterfaceNode, family: Family): TripEnd[] => privatesOf(node, family).slice(0, 1);

/** The source side: ends of which each must pass. */
function sourcesOf(end: End, family: Family): TripEnd[] | 'outside' {
  switch (end.kind) {
    case 'thing': {
      if (end.address) {
        const [node] = end.interfaces;
        return node && end.address.family === family
          ? [{ kind: 'interface', interface: node, address: end.address.set }]
          : [];
      }
      // V-3: the primary address of the primary interface speaks.
      const [primary] = end.interfaces;
      return primary ? primaryOf(primary, family) : [];
    }
    case 'all':
      return end.interfaces.flatMap((node) => primaryOf(node, family));
    case 'internet':
    case 'addresses':
      return 'outside';
  }
}

const vpcOf = (end: TripEnd): VpcNode | undefined =>
  end.kind === 'interface' ? end.interface.vpc : undefined;

/** Parts of the set that the inside end's table sends elsewhere on purpose are no part of `internet` (V-3). */
function splitPurpose(
  node: InterfaceNode,
  atoms: readonly AddressSet[],
): { readonly atoms: AddressSet[]; readonly except: string[] } {
  const table = node.subnet.table.value;
  if (!table) return { atoms: [...atoms], except: [] };
  const kept: AddressSet[] = [];
  const except: string[] = [];
  for (const atom of atoms) {
    const route = lookup(table, atom)[0]?.route;
    if (route?.target.kind === 'unsupported' && route.cidr.prefixLength > 0) except.push(route.destination);
    else kept.push(atom);
  }
  return { atoms: kept, except: [...new Set(except)] };
}

/** Of a block inside the VPC, the interfaces count; free addresses are nobody. */
const insideEnds = (from: InterfaceNode, set: AddressSet): TripEnd[] =>
  from.vpc.interfaces
    .filter((node) => node !== from && !node.nat)
    .flatMap((node) =>
      privatesOf(node, set.family).filter(
        (end) => end.kind === 'interface' && shareOf(end.address, set) === 'all',
      ),
    );

function outwardOptions(
  network: Network,
  sources: readonly TripEnd[],
  set: AddressSet | 'internet',
  family: Family,
): Option[] {
  const combinations: Combination[] = [];
  const except = new Set<string>();
  for (const from of sources) {
    if (from.kind !== 'interface') continue;
    const { vpc } = from.interface;
    if (set !== 'internet' && singleAddress(set) === undefined) {
      const inside = insideEnds(from.interface, set);
      if (inside.length > 0) {
        for (const to of inside) combinations.push({ from, to, part: addressesAt(to) });
        const outside = addressesWithout(set, vpc.blocks[family]);
        for (const part of atomsOf(network, [vpc], outside))
          combinations.push({ from, to: { kind: 'addresses', set: part }, part });
        continue;
      }
    }
    const whole = set === 'internet' ? internetAtoms(network, vpc, family) : atomsOf(network, [vpc], set);
    const split =
      set === 'internet' ? splitPurpose(from.interface, whole) : { atoms: [...whole], except: [] };
    for (const part of split.atoms) combinations.push({ from, to: { kind: 'addresses', set: part }, part });
    for (const text of split.except) except.add(text);
  }
  return combinations.length === 0 ? [] : [{ combinations, except: [...except] }];
}

function inwardOptions(
  network: Network,
  from: End,
  targets: readonly InterfaceNode[],
  mode: 'some' | 'all',
  family: Family,
): Option[] {
  const combine = (to: TripEnd, node: InterfaceNode): Combination[] => {
    const set = from.kind === 'addresses' ? from.set : undefined;
    if (set && set.family !== family) return [];
    const atoms = set
      ? atomsOf(network, [node.vpc], set)
      : splitPurpose(node, internetAtoms(network, node.vpc, family)).atoms;
    return atoms.map((part) => ({ from: { kind: 'addresses', set: part }, to, part }));
  };
  const except = (node: InterfaceNode): readonly string[] =>
    from.kind === 'internet' ? splitPurpose(node, internetAtoms(network, node.vpc, family)).except : [];
  if (mode === 'all') {
    const combinations = targets.flatMap((node) =>
      outwardFaces(node, family)
        .slice(0, 1)
        .flatMap((to) => combine(to, node)),
    );
    return combinations.length === 0 ? [] : [{ combinations, except: [] }];
  }
  return targets.flatMap((node) =>
    outwardFaces(node, family).map((to) => ({ combinations: combine(to, node), except: except(node) })),
  );
}

function pairOptions(sources: readonly TripEnd[], to: End, family: Family): Option[] {
  if (to.kind !== 'thing' && to.kind !== 'all') return [];
  const waysTo = (from: TripEnd, node: InterfaceNode): TripEnd[] => {
    if (vpcOf(from) === node.vpc) return privatesOf(node, family);
    // IG-3: from another VPC its public face is a way as well.
    return family === 4
      ? [...privatesOf(node, 4), ...(node.mappings.length > 0 ? facesOf(node) : [])]
      : privatesOf(node, 6);
  };
  const other = (from: TripEnd, node: InterfaceNode): boolean =>
    !(from.kind === 'interface' && from.interface === node);
  if (to.kind === 'all') {
    const combinations = sources.flatMap((from) =>
      to.interfaces
        .filter((node) => other(from, node))
        .flatMap((node) =>
          waysTo(from, node)
            .slice(0, 1)
            .map((end) => ({ from, to: end, part: addressesAt(end) })),
        ),
    );
    return combinations.length === 0 ? [] : [{ combinations, except: [] }];
  }
  const [first] = sources;
  if (sources.length === 1 && first) {
    return to.interfaces
      .flatMap((node) => waysTo(first, node))
      .map((end) => ({ combinations: [{ from: first, to: end, part: undefined }], except: [] }));
  }
  const combinations = sources.flatMap((from) =>
    to.interfaces
      .slice(0, 1)
      .filter((node) => other(from, node))
      .flatMap((node) =>
        waysTo(from, node)
          .slice(0, 1)
          .map((end) => ({ from, to: end, part: addressesAt(from) })),
      ),
  );
  return combinations.length === 0 ? [] : [{ combinations, except: [] }];
}

/** An address of the outside world, asked from outside: whose public face it is. */
function faceOfAddress(network: Network, set: AddressSet): InterfaceNode[] {
  const value = singleAddress(set);
  if (value === undefined) return [];
  if (set.family === 4) {
    const face = network.publicFaces.get(value);
    return face ? [face.interface] : [];
  }
  for (const vpc of network.vpcs.values()) {
    const node = vpc.byAddress[6]?.get(value);
    if (node) return [node];
  }
  return [];
}

function optionsOf(network: Network, from: End, to: End, family: Family): Option[] {
  const sources = sourcesOf(from, family);
  if (sources === 'outside') {
    if (from.kind === 'addresses' && from.set.family !== family) return [];
    if (to.kind === 'thing' || to.kind === 'all')
      return inwardOptions(network, from, to.interfaces, to.kind === 'all' ? 'all' : 'some', family);
    if (to.kind === 'addresses' && to.set.family === family) {
      const holders = faceOfAddress(network, to.set);
      if (holders.length > 0) {
        const options = inwardOptions(network, from, holders, 'some', family);
        // Of several faces only the one that was asked for.
        const asked = options.filter((option) =>
          option.combinations.some(
            (each) => each.to.kind === 'face' && singleAddress(each.to.set) === singleAddress(to.set),
          ),
        );
        return asked.length > 0 ? asked : options;
      }
      const set = from.kind === 'addresses' ? from.set : undefined;
      return [
        {
          combinations: [
            {
              from: { kind: 'addresses', set: set ?? to.set },
              to: { kind: 'addresses', set: to.set },
              part: undefined,
            },
          ],
          except: [],
        },
      ];
    }
    return [];
  }
  switch (to.kind) {
    case 'thing':
    case 'all':
      return pairOptions(sources, to, family);
    case 'internet':
      return outwardOptions(network, sources, 'internet', family);
    case 'addresses':
      return to.set.family === family ? outwardOptions(network, sources, to.set, family) : [];
  }
}

/** How `allowed` tells what passes, by part where parts differ. */
export function describeAllowed(
  combinations: readonly Combination[],
  outcomes: readonly Outcome[],
  except: readonly string[],
): Allowed[] {
  const passing = outcomes.map((outcome) => unionOfHeaders(outcome.yes, outcome.partly));
  const distinct = new Map<HeaderSet, AddressSet[]>();
  let inward: 'sources' | 'destinations' = 'destinations';
  passing.forEach((set, index) => {
    const combination = combinations[index];
    if (!combination) return;
    if (combination.part && combination.part === addressesAt(combination.from)) inward = 'sources';
    const list = distinct.get(set) ?? [];
    if (combination.part) list.push(combination.part);
    distinct.set(set, list);
  });
  const exceptMember = except.length > 0 ? { except } : {};
  if (distinct.size <= 1) {
    return describeHeaders(passing[0] ?? NO_HEADERS).map((part) => ({ ...part, ...exceptMember }));
  }
  return [...distinct].flatMap(([set, parts]) => {
    if (isEmptyHeaderSet(set)) return [];
    const blocks = parts.flatMap((part) =>
      part.ranges.length > 64 ? [addressText(part)] : toCidrs(part).map(formatCidr),
    );
    return describeHeaders(set).map((part) => ({
      ...part,
      ...(blocks.length > 0 ? { [inward]: blocks } : {}),
      ...exceptMember,
    }));
  });
}

const legVerdict: Readonly<Record<LegState, Verdict>> = {
  pass: 'reachable',
  partial: 'partial',
  undetermined: 'undetermined',
  blocked: 'blocked',
  'not-walked': 'not-applicable',
};

function blockerFrom(draft: BlockerDraft): Blocker {
  return {
    code: draft.code,
    direction: draft.direction,
    family: draft.family,
    resource: draft.resource,
    ...(draft.rule === undefined ? {} : { rule: draft.rule }),
    ...(draft.side === undefined ? {} : { side: draft.side }),
    ...(draft.at === undefined ? {} : { at: draft.at }),
    parameters: draft.parameters,
    fixes: draft.fixes(),
  };
}

const blockerKey = (
  blocker: Pick<Blocker, 'code' | 'direction' | 'family' | 'resource' | 'rule' | 'side' | 'at'>,
): string =>
  [
    blocker.code,
    blocker.direction,
    blocker.family,
    blocker.resource,
    blocker.rule,
    blocker.side,
    blocker.at,
  ].join('|');

function distinctBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const text = key(item);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

const blockersWithFixes = (record: Recorder | undefined): Blocker[] =>
  distinctBy((record?.blockers ?? []).map(blockerFrom), blockerKey);

const blockersAlone = (record: Recorder | undefined): Blocker[] =>
  distinctBy(
    (record?.blockers ?? []).map((draft) => blockerFrom({ ...draft, fixes: () => [] })),
    blockerKey,
  );

const both = <Item>(run: Run, pick: (record: Recorder) => readonly Item[]): Item[] => [
  ...(run.forwardRecord ? pick(run.forwardRecord) : []),
  ...(run.returnRecord ? pick(run.returnRecord) : []),
];

function legOf(state: LegState, record: Recorder | undefined, blockers: readonly Blocker[]): Leg {
  const hops: readonly Hop[] = record?.hops ?? [];
  return { verdict: legVerdict[state], hops, blockers };
}

export interface FamilyQuestion {
  readonly asked: HeaderSet;
  readonly family: Family;
  readonly sourcePorts: PortRange | undefined;
  readonly protocolText: string;
  readonly portText: string;
}

const tripOf = (question: FamilyQuestion, combination: Combination): TripQuestion => ({
  from: combination.from,
  to: combination.to,
  family: question.family,
  asked: question.asked,
  sourcePorts: question.sourcePorts,
  portText: question.portText,
  protocolText: question.protocolText,
});

const nothingAsked = (verdict: Verdict): FamilyAnswer => ({
  verdict,
  forward: { verdict, hops: [], blockers: [] },
  return: { verdict, hops: [], blockers: [] },
  allowed: [],
  blockers: [],
  alternatives: [],
  unknowns: [],
  assumptions: [],
  advisories: [],
});

/** What passes between two ends, without a reason: for many questions at once. */
export const passes = (
  network: Network,
  question: FamilyQuestion,
  combinations: readonly Combination[],
): Outcome[] =>
  combinations.map((combination) => {
    const answer = askTrip(network, tripOf(question, combination), 'sets-only');
    return { yes: answer.yes, maybe: answer.maybe, partly: answer.partly };
  });

/**
 * How much is told. `brief`: of what is reached that it is, and how narrowly; of the rest all but fixes. `allowed`: what
 * passes, without any reason.
 */
type Detail = 'whole' | 'brief' | 'allowed';

const sizeOf = (part: AddressSet | undefined): bigint => (part ? countAddresses(part) : 0n);

/** The combination that speaks for an option: the largest of those that decide the verdict. */
function spokesman(asked: HeaderSet, verdict: Verdict, option: Option, outcomes: readonly Outcome[]): number {
  const decides = (outcome: Outcome): boolean => {
    switch (verdict) {
      case 'reachable':
        return outcome.yes === asked;
      case 'partial':
        return !isEmptyHeaderSet(outcome.yes) || !isEmptyHeaderSet(outcome.partly);
      case 'undetermined':
        return !isEmptyHeaderSet(outcome.maybe);
      case 'blocked':
      case 'not-applicable':
        return true;
    }
  };
  let best = -1;
  outcomes.forEach((outcome, index) => {
    if (!decides(outcome)) return;
    const current = option.combinations[best];
    if (best < 0 || sizeOf(option.combinations[index]?.part) > sizeOf(current?.part)) best = index;
  });
  return Math.max(best, 0);
}

function answerFamily(
  network: Network,
  options: readonly Option[],
  question: FamilyQuestion,
  detail: Detail,
): FamilyAnswer {
  const { asked } = question;
  if (options.length === 0 || isEmptyHeaderSet(asked)) return nothingAsked('not-applicable');
  let chosen: { option: Option; outcomes: Outcome[]; verdict: Verdict } | undefined;
  for (const option of options) {
    const outcomes = passes(network, question, option.combinations);
    const verdict = verdictOver(asked, outcomes);
    if (!chosen || VERDICT_ORDER.indexOf(verdict) < VERDICT_ORDER.indexOf(chosen.verdict))
      chosen = { option, outcomes, verdict };
    if (verdict === 'reachable') break;
  }
  if (!chosen) return nothingAsked('not-applicable');
  const { option, outcomes, verdict } = chosen;
  const index = spokesman(asked, verdict, option, outcomes);
  const combination = option.combinations[index];
  if (!combination) return nothingAsked('not-applicable');
  if (detail === 'allowed')
    return {
      ...nothingAsked(verdict),
      allowed: describeAllowed(option.combinations, outcomes, option.except),
    };
  if (detail === 'brief' && verdict === 'reachable')
    return {
      ...nothingAsked(verdict),
      advisories:
        askTrip(network, tripOf(question, combination), 'sets-only').main.narrow === 'core-only'
          ? [{ code: 'EPHEMERAL_RANGE_NARROW', resource: vpcOwner(combination.from) }]
          : [],
    };
  const answer = askTrip(network, tripOf(question, combination), 'record');
  const { main } = answer;
  const blockersOf = detail === 'whole' ? blockersWithFixes : blockersAlone;
  const forwardBlockers = blockersOf(main.forwardRecord);
  const returnBlockers = blockersOf(main.returnRecord);
  let blockers: Blocker[] = verdict === 'reachable' ? [] : [...forwardBlockers, ...returnBlockers];
  if (verdict === 'partial' && blockers.length === 0) {
    // Some addresses pass and others do not: say what stops the others.
    const failing = option.combinations.findIndex((_, position) => outcomes[position]?.yes !== asked);
    const other = option.combinations[failing];
    if (other) {
      const why = askTrip(network, tripOf(question, other), 'record').main;
      blockers = [...blockersOf(why.forwardRecord), ...blockersOf(why.returnRecord)];
    }
  }
  const unsure = headersWithout(
    commonHeaders(answer.maybe, asked),
    unionOfHeaders(answer.yes, answer.partly),
  );
  const unknowns: MissingFact[] =
    verdict === 'undetermined' || (verdict === 'partial' && !isEmptyHeaderSet(unsure))
      ? distinctBy(
          [...both(main, (record) => record.facts), ...answer.readingFacts],
          (fact) => `${fact.fact} ${fact.resource}`,
        )
      : [];
  const advisories: Advisory[] = both(main, (record) => record.advisories);
  if (main.back === 'partial')
    advisories.push({
      code: 'EPHEMERAL_PORTS_PARTIAL',
      resource:
        option.combinations[index]?.from.kind === 'interface' ? vpcOwner(combination.from) : 'internet',
    });
  else if (verdict === 'reachable' && main.narrow === 'core-only')
    advisories.push({ code: 'EPHEMERAL_RANGE_NARROW', resource: vpcOwner(combination.from) });
  if (verdict === 'blocked' && main.forward === 'pass' && main.back === 'blocked')
    advisories.push({ code: 'ONE_WAY_DELIVERY', resource: vpcOwner(combination.to) });
  const assumptions: Assumption[] = distinctBy(
    both(main, (record) => record.assumptions),
    (each) => `${each.code} ${each.resource}`,
  );
  const alternatives: Alternative[] =
    verdict === 'reachable'
      ? []
      : answer.alternatives.map((run) => ({
          via: run.via ?? '',
          blockers: [...blockersOf(run.forwardRecord), ...blockersOf(run.returnRecord)],
        }));
  return {
    verdict,
    source: addressText(
      combination.from.kind === 'interface' ? combination.from.address : combination.from.set,
    ),
    destination: addressText(
      combination.to.kind === 'interface' ? combination.to.address : combination.to.set,
    ),
    forward: legOf(main.forward, main.forwardRecord, verdict === 'reachable' ? [] : forwardBlockers),
    return: legOf(main.back, main.returnRecord, verdict === 'reachable' ? [] : returnBlockers),
    allowed: describeAllowed(option.combinations, outcomes, option.except),
    blockers,
    alternatives,
    unknowns,
    assumptions,
    advisories: distinctBy(advisories, (each) => `${each.code} ${each.resource}`),
  };
}

const vpcOwner = (end: TripEnd): string => {
  if (end.kind === 'interface') return end.interface.owner;
  if (end.kind === 'face') return end.face.kind === 'regional' ? end.face.nat.id : end.face.interface.owner;
  return 'internet';
};

const FAMILIES: Readonly<Record<'4' | '6' | 'both', readonly Family[]>> = { 4: [4], 6: [6], both: [4, 6] };

/** Answers one question, or says why it can't be asked. */
export const askReach = (network: Network, question: ReachQuestion): Result<ReachAnswer, QuestionProblem> =>
  answerQuestion(network, question, 'whole');

/** The same for whoever asks very many: without fixes, and of what is reached no more than that it is. */
export const askBriefly = (network: Network, question: ReachQuestion): Result<ReachAnswer, QuestionProblem> =>
  answerQuestion(network, question, 'brief');

/** What passes, by family: verdict and `allowed` of the answer, and nothing else. */
export const askAllowed = (network: Network, question: ReachQuestion): Result<ReachAnswer, QuestionProblem> =>
  answerQuestion(network, question, 'allowed');

function answerQuestion(
  network: Network,
  question: ReachQuestion,
  detail: Detail,
): Result<ReachAnswer, QuestionProblem> {
  const from = resolveEnd(network, question.from, 'from');
  if (!from.ok) return from;
  const to = resolveEnd(network, question.to, 'to');
  if (!to.ok) return to;
  const outside = (end: End): boolean => end.kind === 'internet' || end.kind === 'addresses';
  if (from.value.kind === 'internet' && to.value.kind === 'internet')
    return failure({ code: 'unsupported-end', parameters: { end: question.to } });
  const sourcePorts = parseSourcePorts(question.sourcePort);
  if (!sourcePorts.ok) return sourcePorts;
  const families: Partial<Record<Family, FamilyAnswer>> = {};
  let verdict: Verdict = 'not-applicable';
  for (const family of FAMILIES[question.ipVersion ?? 'both']) {
    const asked = parseHeaders(question.protocol, question.port, family);
    if (!asked.ok) return asked;
    const options =
      outside(from.value) && outside(to.value) && to.value.kind === 'internet'
        ? []
        : optionsOf(network, from.value, to.value, family);
    const answer = answerFamily(
      network,
      options,
      {
        asked: asked.value,
        family,
        sourcePorts: sourcePorts.value,
        protocolText: protocolName(question.protocol ?? 'tcp', family),
        portText: question.port?.trim() === '' || question.port === undefined ? 'all' : question.port.trim(),
      },
      detail,
    );
    families[family] = answer;
    verdict = betterVerdict(verdict, answer.verdict);
  }
  return success({
    from: from.value.reference,
    to: to.value.reference,
    protocol: question.protocol ?? 'tcp',
    ...(question.port === undefined ? {} : { port: question.port }),
    verdict,
    families,
  });
}

/** Ends and combinations for callers that ask many pairs: the matrix, exposure, findings. */
export const combinationsFor = (
  network: Network,
  from: End,
  to: End,
  family: Family,
): readonly (readonly Combination[])[] =>
  optionsOf(network, from, to, family).map((option) => option.combinations);
