/** Can A reach B? One question over both families, with hops, all blockers, their fixes, and what is missing (V-1…V-12). */

import {
  commonHeaders,
  countAddresses,
  failure,
  headersWithout,
  isEmptyHeaderSet,
  success,
  unionOfHeaders,
  type AddressSet,
  type Family,
  type HeaderSet,
  type Result,
} from '../../net/index.ts';
import type {
  Advisory,
  Alternative,
  Assumption,
  Blocker,
  FamilyAnswer,
  MissingFact,
  QuestionProblem,
  ReachAnswer,
  ReachQuestion,
  Verdict,
} from '../answers.ts';
import type { Network } from '../compile/network.ts';
import { addressText } from '../devices/packet.ts';
import { resolveEnd, type End } from './ends.ts';
import { parseHeaders, parseSourcePorts, protocolName, type PortRange } from './headers.ts';
import { optionsOf, type Combination, type Option } from './options.ts';
import { blockersAlone, blockersWithFixes, both, distinctBy, legOf } from './told-blockers.ts';
import type { TripEnd, TripQuestion } from './trip-ends.ts';
import { askTrip, type TripAnswer } from './trip.ts';
import { VERDICT_ORDER, betterVerdict, describeAllowed, verdictOver, type Outcome } from './verdicts.ts';

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

/** What passes, and whether it does so by an assumption about client ports alone (EP-1). */
interface Passed extends Outcome {
  readonly narrow: TripAnswer['main']['narrow'];
}

const passedOf = ({ yes, maybe, partly, main: { narrow } }: TripAnswer): Passed => ({
  yes,
  maybe,
  partly,
  narrow,
});

/** What passes between two ends, without a reason: for many questions at once. */
export const passes = (
  network: Network,
  question: FamilyQuestion,
  combinations: readonly Combination[],
): Passed[] =>
  combinations.map((combination) => passedOf(askTrip(network, tripOf(question, combination), 'sets-only')));

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

interface Chosen {
  readonly option: Option;
  readonly outcomes: readonly Passed[];
  readonly verdict: Verdict;
  /** Where it was walked with everything recorded. */
  readonly answer?: TripAnswer;
}

/** The one pair that a question comes to is walked once: the walk that judges it also tells of it. */
function onlyPair(
  network: Network,
  [option, ...others]: readonly Option[],
  question: FamilyQuestion,
  detail: Detail,
): Chosen | undefined {
  const [combination, ...more] = option?.combinations ?? [];
  if (!option || !combination || others.length > 0 || more.length > 0 || detail !== 'whole') return undefined;
  const answer = askTrip(network, tripOf(question, combination), 'record');
  const outcomes = [passedOf(answer)];
  return { option, outcomes, verdict: verdictOver(question.asked, outcomes), answer };
}

/** V-3: of several ways to address the destination the best one speaks. */
export function bestOption(
  network: Network,
  options: readonly Option[],
  question: FamilyQuestion,
): Chosen | undefined {
  let chosen: Chosen | undefined;
  for (const option of options) {
    const outcomes = passes(network, question, option.combinations);
    const verdict = verdictOver(question.asked, outcomes);
    if (!chosen || VERDICT_ORDER.indexOf(verdict) < VERDICT_ORDER.indexOf(chosen.verdict))
      chosen = { option, outcomes, verdict };
    if (verdict === 'reachable') break;
  }
  return chosen;
}

/** The answer over one family, of ends that are settled. */
export function answerFamily(
  network: Network,
  options: readonly Option[],
  question: FamilyQuestion,
  detail: Detail,
): FamilyAnswer {
  const { asked } = question;
  if (options.length === 0 || isEmptyHeaderSet(asked)) return nothingAsked('not-applicable');
  const chosen = onlyPair(network, options, question, detail) ?? bestOption(network, options, question);
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
        outcomes[index]?.narrow === 'core-only'
          ? [{ code: 'EPHEMERAL_RANGE_NARROW', resource: vpcOwner(combination.from) }]
          : [],
    };
  const answer = chosen.answer ?? askTrip(network, tripOf(question, combination), 'record');
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
