/** Who reaches an end, and what it reaches: every other thing of the network and the internet, over all headers (AT-4, V-1, V-3). */

import {
  commonHeaders,
  failure,
  headersWithout,
  NO_HEADERS,
  success,
  unionOfHeaders,
  describeHeaders,
  type Family,
  type HeaderSet,
  type Result,
} from '../../net/index.ts';
import type { Allowed, EndReference, MissingFact, QuestionProblem, Verdict } from '../answers.ts';
import type { InterfaceNode, Network } from '../compile/network.ts';
import { classesOf } from './classes.ts';
import { resolveEnd, type End } from './ends.ts';
import { everyHeaderOf } from './families.ts';
import { pairWalker, type PairAnswer, type PairWalker } from './matrix.ts';
import { optionsOf, type Option } from './options.ts';
import { answerFamily, bestOption, type FamilyQuestion } from './reach.ts';
import { betterVerdict, describeAllowed, type Outcome } from './verdicts.ts';

export interface ReachableQuestion {
  /** An instance, an interface, a NAT gateway or a subnet, by id or name. */
  readonly end: string;
  /** `to`: who reaches it. `from`: what it reaches. */
  readonly direction: 'to' | 'from';
}

/** What passes between the end and another, request and reply, over one family. */
export interface ReachableEntry {
  /** An instance or bare interface, or `internet`. */
  readonly other: string;
  readonly family: Family;
  readonly verdict: Verdict;
  /** What passes, as a question about all traffic has it. Entries that say the same share one list. */
  readonly allowed: readonly Allowed[];
  /** What of it passes for every part of the two ends; all of it, unless their parts differ. */
  readonly everywhere: readonly Allowed[];
  /** The part of it that passes for some client ports only (EP-1). */
  readonly narrow: readonly Allowed[];
  /** What may pass besides: a missing fact decides. */
  readonly unsure: readonly Allowed[];
  /** The facts that decide. */
  readonly unknowns: readonly MissingFact[];
}

export interface ReachableAnswer {
  readonly end: EndReference;
  readonly direction: ReachableQuestion['direction'];
  readonly entries: readonly ReachableEntry[];
}

export type ReachableSteps = Generator<readonly ReachableEntry[], void, undefined>;

type Said = Omit<ReachableEntry, 'other' | 'family'>;

type Thing = Extract<End, { readonly kind: 'thing' }>;
type Inside = Extract<End, { readonly kind: 'thing' | 'all' }>;

const INTERNET: End = { kind: 'internet', reference: { id: 'internet', kind: 'internet' } };

/** Both ends of one question, the asked end at the side that the direction gives it. */
const endsOf = (direction: ReachableQuestion['direction'], end: End, other: End): readonly [End, End] =>
  direction === 'to' ? [other, end] : [end, other];

const passingOf = ({ yes, partly }: Outcome): HeaderSet => unionOfHeaders(yes, partly);

const unsureOf = (outcome: Outcome): HeaderSet => headersWithout(outcome.maybe, passingOf(outcome));

const NO_FACTS: readonly MissingFact[] = [];

interface Asking {
  readonly network: Network;
  readonly direction: ReachableQuestion['direction'];
  readonly end: Inside;
  /** Those of the end that speak for all of it. */
  readonly speakers: Inside;
  readonly question: FamilyQuestion;
  readonly walker: PairWalker;
}

const optionsBetween = (
  { network, direction, question: { family } }: Asking,
  end: Inside,
  other: End,
): Option[] => optionsOf(network, ...endsOf(direction, end, other), family);

/** The missing facts, where some of the traffic hangs on them. */
function factsOf(asking: Asking, other: End, isUnsure: boolean): readonly MissingFact[] {
  if (!isUnsure) return NO_FACTS;
  const { network, question } = asking;
  return answerFamily(network, optionsBetween(asking, asking.speakers, other), question, 'brief').unknowns;
}

function saidOfOutcome(asking: Asking, other: End, { outcome, verdict }: PairAnswer): Said {
  const unsure = describeHeaders(unsureOf(outcome));
  const allowed = describeHeaders(passingOf(outcome));
  return {
    verdict,
    allowed,
    everywhere: allowed,
    narrow: describeHeaders(outcome.partly),
    unsure,
    unknowns: factsOf(asking, other, unsure.length > 0),
  };
}

/** V-3: one thing speaks by the primary address of its primary interface, and is reached by any of its own. */
function betweenThings(asking: Asking, end: Thing, other: Thing): Said {
  const [from, to] = asking.direction === 'to' ? [other, end] : [end, other];
  const [speaker] = from.interfaces;
  let best: PairAnswer | undefined;
  for (const target of to.interfaces) {
    if (!speaker || target.addresses[asking.question.family].length === 0) continue;
    const answer = asking.walker.walk(speaker, target);
    if (!best || betterVerdict(best.verdict, answer.verdict) !== best.verdict) best = answer;
    if (best.verdict === 'reachable') break;
  }
  const nothing: Outcome = { yes: NO_HEADERS, maybe: NO_HEADERS, partly: NO_HEADERS };
  return saidOfOutcome(asking, other, best ?? { verdict: 'blocked', outcome: nothing });
}

/** Between a whole and another, or the internet: what holds for all of it, with the parts where they differ. */
function betweenSets(asking: Asking, other: End): Said {
  const { network, question, end, speakers } = asking;
  const chosen = bestOption(network, optionsBetween(asking, speakers, other), question);
  if (!chosen)
    return { verdict: 'not-applicable', allowed: [], everywhere: [], narrow: [], unsure: [], unknowns: [] };
  const [first] = chosen.outcomes;
  const isAlike =
    first !== undefined &&
    chosen.option.except.length === 0 &&
    chosen.outcomes.every(
      ({ yes, maybe, partly }) => yes === first.yes && maybe === first.maybe && partly === first.partly,
    );
  if (isAlike) return saidOfOutcome(asking, other, { verdict: chosen.verdict, outcome: first });
  // Which parts pass is told by the addresses of all, not only of those who speak for them.
  const whole = speakers === end ? chosen : bestOption(network, optionsBetween(asking, end, other), question);
  const { option, outcomes, verdict } = whole ?? chosen;
  const only = (part: (outcome: Outcome) => HeaderSet): readonly Allowed[] =>
    describeAllowed(
      option.combinations,
      outcomes.map((outcome): Outcome => ({ yes: part(outcome), maybe: NO_HEADERS, partly: NO_HEADERS })),
      option.except,
    );
  const unsure = only(unsureOf);
  return {
    verdict,
    allowed: describeAllowed(option.combinations, outcomes, option.except),
    everywhere: describeHeaders(outcomes.map(passingOf).reduce(commonHeaders, question.asked)),
    narrow: only(({ partly }) => partly),
    unsure,
    unknowns: factsOf(asking, other, unsure.length > 0),
  };
}

function say(asking: Asking, other: End): Said {
  const { end } = asking;
  return end.kind === 'thing' && other.kind === 'thing'
    ? betweenThings(asking, end, other)
    : betweenSets(asking, other);
}

/** Things that no rule tells apart, each by all of its interfaces (AT-3): what holds for one holds for all. */
function groupsOfThings(network: Network, family: Family, left: ReadonlySet<string>): Thing[][] {
  const nodes = [...network.interfaces.values()];
  const classOf = new Map<InterfaceNode, number>();
  classesOf(network, nodes, family).forEach(({ members }, index) => {
    for (const member of members) classOf.set(member, index);
  });
  const groups = new Map<string, Thing[]>();
  const seen = new Set(left);
  for (const { owner, ownerKind, nat } of nodes) {
    if (nat || seen.has(owner)) continue;
    seen.add(owner);
    const interfaces = network.interfacesOf.get(owner) ?? [];
    if (!interfaces.some((node) => classOf.has(node))) continue;
    const key = interfaces.map((node) => classOf.get(node) ?? node.id).join();
    const thing: Thing = {
      kind: 'thing',
      reference: { id: owner, kind: ownerKind },
      interfaces,
      address: undefined,
    };
    const list = groups.get(key);
    if (list) list.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}

/** Of a whole, two of each class speak: that they are several is a part of how it is asked (V-3). */
function speakersOf(network: Network, end: Inside, family: Family): Inside {
  if (end.kind === 'thing' || end.interfaces.length <= 2) return end;
  const spoken = classesOf(network, end.interfaces, family).flatMap(({ members }) => {
    // The reply of a further interface may leave by the first of its instance.
    const further = members.filter((node) => node.primaryOfInstance !== undefined);
    const plain = members.filter((node) => node.primaryOfInstance === undefined);
    return [...plain.slice(0, 2), ...further];
  });
  return { ...end, interfaces: spoken };
}

const hasFamily = ({ interfaces }: Inside, family: Family): boolean =>
  interfaces.some((node) => node.addresses[family].length > 0);

function* inSteps(network: Network, end: Inside, direction: ReachableQuestion['direction']): ReachableSteps {
  const owners = new Set(end.interfaces.map(({ owner }) => owner));
  for (const family of [4, 6] as const) {
    if (!hasFamily(end, family)) continue;
    const asked = everyHeaderOf(family);
    const asking: Asking = {
      network,
      direction,
      end,
      speakers: speakersOf(network, end, family),
      question: { asked, family, sourcePorts: undefined, protocolText: '-1', portText: 'all' },
      walker: pairWalker(network, asked, family),
    };
    const entries = (things: readonly End[], said: Said): readonly ReachableEntry[] =>
      said.verdict === 'not-applicable'
        ? []
        : things.map(({ reference }) => ({ other: reference.id, family, ...said }));
    yield entries([INTERNET], say(asking, INTERNET));
    for (const things of groupsOfThings(network, family, owners)) {
      const [speaker] = things;
      if (speaker) yield entries(things, say(asking, speaker));
    }
  }
}

/** The same, class by class, for whoever must do something else in between. */
export function reachableInSteps(
  network: Network,
  { end: text, direction }: ReachableQuestion,
): Result<ReachableSteps, QuestionProblem> {
  const resolved = resolveEnd(network, text, direction);
  if (!resolved.ok) return resolved;
  const end = resolved.value;
  const isInside = end.kind === 'thing' || end.kind === 'all';
  // NG-1: a NAT gateway opens nothing of its own accord.
  if (!isInside || (direction === 'from' && end.interfaces.some(({ nat }) => nat)))
    return failure({ code: 'unsupported-end', parameters: { end: text } });
  return success(inSteps(network, end, direction));
}

/** Who reaches the end, or what it reaches; blocked ones too. A family that one of the two lacks gives no entry. */
export function askReachable(
  network: Network,
  question: ReachableQuestion,
): Result<ReachableAnswer, QuestionProblem> {
  const steps = reachableInSteps(network, question);
  if (!steps.ok) return steps;
  const end = resolveEnd(network, question.end, question.direction);
  if (!end.ok) return end;
  const entries: ReachableEntry[] = [];
  for (const found of steps.value) entries.push(...found);
  return success({ end: end.value.reference, direction: question.direction, entries });
}
