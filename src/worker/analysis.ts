/** The analyzer's own life: a copy of the design, work in slices, the newest version first, questions in between. */

import type {
  ExposureAnswer,
  Network,
  QuestionProblem,
  ReachAnswer,
  ReachQuestion,
  SubnetTiers,
} from '../engine/index.ts';
import type { Check, FindingAnswer, FlowChanges, IntentAnswer } from '../findings/index.ts';
import {
  applyActions,
  applyPatches,
  emptyDesign,
  type AwsAction,
  type Design,
  type ResourceId,
} from '../model/index.ts';
import type { Result } from '../net/index.ts';
import { deltaBetween } from './delta.ts';
import type { AnalyzerReport, AnalyzerRequest, AskTopic } from './messages.ts';
import { createReachWork, type ReachEngine } from './reach-work.ts';
import { createRuleWork, type Present, type RuleEngine } from './rule-work.ts';

/** The engine as the analyzer calls it. */
export interface Engine extends RuleEngine, ReachEngine {
  readonly compile: (design: Design) => Network;
  readonly askTiers: (network: Network) => readonly SubnetTiers[];
  /** Exposure, interface by interface. */
  readonly askExposure: (network: Network) => Iterator<void, ExposureAnswer>;
  readonly askReach: (network: Network, question: ReachQuestion) => Result<ReachAnswer, QuestionProblem>;
  /** The same with only such fixes as helped on a copy. */
  readonly askReachWithFixes: Engine['askReach'];
  /** What a change lets through and what it stops. */
  readonly weigh: (
    network: Network,
    design: Design,
    actions: readonly AwsAction[],
  ) => { readonly opens: FlowChanges; readonly closes: FlowChanges };
  /** Judges what the person expects of the network, one intent a step. */
  readonly askIntents: (network: Network) => Iterator<IntentAnswer, void>;
  /** Asks beforehand, bit by bit, what the check will ask; of what was checked before only what an edit can touch. */
  readonly prepareCheck: (
    network: Network,
    design: Design,
    former: Network | undefined,
  ) => Iterator<void, void>;
  /** What there is to say, cheaply; fixes come after. */
  readonly beginCheck: (
    network: Network,
    design: Design,
    former: Network | undefined,
  ) => Iterator<void, Check>;
  /** Rules that are open to the world although nothing gets in by them; undefined where the check has them already. */
  readonly beginOpenRules: (network: Network, design: Design) => Iterator<void, Check> | undefined;
  /** Tries fixes bit by bit, those of what is looked at first; each step tells what is known by then. */
  readonly offerFixes: (
    check: Check,
    isLookedAt: (answer: FindingAnswer) => boolean,
  ) => Iterator<() => readonly FindingAnswer[], readonly FindingAnswer[]>;
}

export interface Surroundings {
  readonly engine: Engine;
  readonly post: (report: AnalyzerReport) => void;
  /** Calls back after messages that wait have been taken. */
  readonly later: (work: () => void) => void;
  /** Milliseconds since some start. */
  readonly now: () => number;
}

type Ask = Extract<AnalyzerRequest, { readonly kind: 'ask' }>;
type Weigh = Extract<AnalyzerRequest, { readonly kind: 'weigh' }>;

/** Milliseconds that one piece of work may take before messages are looked at. */
const SLICE = 8;

const FIXES_TOLD_EVERY = 200;

/** Work that comes in small steps: as many at once as fit into a slice. */
function* piecewise<Value>(
  work: Iterator<void, Value>,
  timed: (step: () => IteratorResult<void, Value>) => IteratorResult<void, Value>,
  now: () => number,
): Generator<undefined, Value, undefined> {
  let began = now();
  for (;;) {
    const step = timed(() => work.next());
    if (step.done === true) return step.value;
    if (now() - began < SLICE) continue;
    yield;
    began = now();
  }
}

/** The finding that the exposure lists apart. */
export const OPEN_RULES = 'open-rule-without-path';

/** The last of as many steps as fit into a slice. */
function lastOfSlice<Known, Value>(
  work: Iterator<Known, Value>,
  now: () => number,
): IteratorResult<Known, Value> {
  const began = now();
  let step = work.next();
  while (step.done !== true && now() - began < SLICE) step = work.next();
  return step;
}

/** Makes an analyzer; requests are handed to what comes back, reports go to `post`. */
export function createAnalyzer({
  engine,
  post,
  later,
  now,
}: Surroundings): (request: AnalyzerRequest) => void {
  let design = emptyDesign('');
  let version = 0;
  let network: { readonly version: number; readonly network: Network } | undefined;
  /** The network that was checked last. */
  let checked: Network | undefined;
  const asks = new Map<AskTopic, Ask>();
  /** An answered question whose fixes are still to be tried, and a fix whose effects are to be told. */
  let trying: Ask | undefined;
  let weighing: Weigh | undefined;
  let work: Iterator<void> | undefined;
  let workVersion = -1;
  /** The version of which all but fixes is told: only then rows are tried one by one. */
  let toldVersion = -1;
  const rules = createRuleWork(engine, post);
  const reach = createReachWork({ engine, post, now, slice: SLICE });
  let isScheduled = false;
  let visible: ReadonlySet<ResourceId> = new Set();
  const isLookedAt = ({ resource, related }: FindingAnswer): boolean =>
    visible.has(resource) || related.some((id) => visible.has(id));
  let toldTiers: Readonly<Record<string, SubnetTiers>> = {};
  let toldFindings: Readonly<Record<string, FindingAnswer>> = {};
  let toldIntents: readonly IntentAnswer[] = [];

  const compiled = (): Network => {
    if (network?.version !== version) network = { version, network: engine.compile(design) };
    return network.network;
  };

  const present = (): Present => ({ design, version, network: compiled });

  const tellFindings = (of: number, list: readonly FindingAnswer[]) => {
    const findings = Object.fromEntries(list.map((finding) => [finding.key, finding]));
    const delta = deltaBetween(toldFindings, findings);
    toldFindings = findings;
    post({ kind: 'findings', version: of, delta, order: list.map(({ key }) => key) });
  };

  /** One version's analysis; every `yield` is a place where a newer version or a question comes first. */
  function* analyse(of: number): Generator<undefined, void, undefined> {
    let spent = 0;
    const timed = <Value>(step: () => Value): Value => {
      const started = now();
      const value = step();
      spent += now() - started;
      return value;
    };
    const target = timed(compiled);
    yield;
    const tiers = Object.fromEntries(
      timed(() => engine.askTiers(target)).map((answer) => [answer.id, answer]),
    );
    post({ kind: 'tiers', version: of, delta: deltaBetween(toldTiers, tiers) });
    toldTiers = tiers;
    yield;
    yield* piecewise(engine.prepareCheck(target, design, checked), timed, now);
    const check = yield* piecewise(engine.beginCheck(target, design, checked), timed, now);
    checked = target;
    tellFindings(of, check.answers);
    yield;
    const exposure = yield* piecewise(engine.askExposure(target), timed, now);
    post({ kind: 'exposure', version: of, answer: exposure });
    const intents: IntentAnswer[] = [];
    const judging = engine.askIntents(target);
    for (let step = timed(() => judging.next()); step.done !== true; step = timed(() => judging.next())) {
      intents.push(step.value);
      yield;
    }
    if (intents.length + toldIntents.length > 0) post({ kind: 'intents', version: of, answers: intents });
    toldIntents = intents;
    const { size } = target.interfaces;
    post({ kind: 'done', version: of, milliseconds: spent, pairs: size * (size - 1) });
    toldVersion = of;
    let all: readonly FindingAnswer[] = [];
    const fixes = engine.offerFixes(check, isLookedAt);
    let told = now();
    for (;;) {
      yield;
      const step = lastOfSlice(fixes, now);
      if (step.done === true) {
        tellFindings(of, step.value);
        all = step.value;
        break;
      }
      // Fixes that were tried need not wait for the rest.
      if (now() - told < FIXES_TOLD_EVERY) continue;
      tellFindings(of, step.value());
      told = now();
    }
    yield;
    const openRules = engine.beginOpenRules(target, design);
    if (!openRules) {
      post({ kind: 'openRules', version: of, findings: all.filter(({ id }) => id === OPEN_RULES) });
      return;
    }
    const begun = yield* piecewise(openRules, timed, now);
    const rules = engine.offerFixes(begun, isLookedAt);
    for (;;) {
      const step = lastOfSlice(rules, now);
      if (step.done === true) {
        post({ kind: 'openRules', version: of, findings: step.value });
        return;
      }
      yield;
    }
  }

  const fail = (fault: unknown) => {
    const error = fault instanceof Error ? fault : new Error(String(fault));
    work = undefined;
    rules.drop();
    reach.drop();
    post({ kind: 'failed', version, message: error.message, details: error.stack ?? error.message });
  };

  const answer = (asked: Ask) => {
    const { ask, question, topic } = asked;
    const result = engine.askReach(compiled(), question);
    const hasFixes =
      topic === 'path' &&
      result.ok &&
      Object.values(result.value.families).some(
        ({ blockers, alternatives }) => blockers.length > 0 || alternatives.length > 0,
      );
    post({ kind: 'answer', ask, version, result, fixes: hasFixes ? 'likely' : 'tried' });
    if (topic === 'path') trying = hasFixes ? asked : undefined;
  };

  const tryFixes = ({ ask, question }: Ask) => {
    const result = engine.askReachWithFixes(compiled(), question);
    post({ kind: 'answer', ask, version, result, fixes: 'tried' });
  };

  const weigh = ({ ask, actions, question }: Weigh) => {
    const effects = engine.weigh(compiled(), design, actions);
    const after = question && engine.askReach(engine.compile(applyActions(design, actions)), question);
    post({
      kind: 'weighed',
      ask,
      version,
      ...effects,
      ...(after?.ok === true ? { after: after.value } : {}),
    });
  };

  /** What a person waits for comes before the rest of the analysis; false when nobody waits. */
  const serve = (): boolean => {
    const [waiting] = asks.values();
    if (waiting) {
      asks.delete(waiting.topic);
      answer(waiting);
    } else if (trying) {
      const asked = trying;
      trying = undefined;
      tryFixes(asked);
    } else if (weighing) {
      const asked = weighing;
      weighing = undefined;
      weigh(asked);
    } else {
      return (
        rules.answer(present()) ||
        // Rows that are looked at come before the rest, as what changed in view does.
        reach.step(present()) ||
        (toldVersion === version && rules.step(present()))
      );
    }
    return true;
  };

  /** One slice: the waiting questions, else the next part of the newest version. */
  const slice = () => {
    isScheduled = false;
    try {
      if (!serve()) {
        if (workVersion !== version) {
          work = analyse(version);
          workVersion = version;
        }
        if (work?.next().done === true) work = undefined;
      }
    } catch (fault) {
      fail(fault);
    }
    const isWaited =
      asks.size > 0 ||
      trying !== undefined ||
      weighing !== undefined ||
      rules.isWaiting() ||
      reach.isWaiting();
    if (isWaited || work !== undefined || workVersion !== version) schedule();
  };

  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    later(slice);
  };

  return (request) => {
    switch (request.kind) {
      case 'replace':
        design = request.design;
        version = request.version;
        rules.restart();
        reach.restart();
        break;
      case 'patch':
        design = applyPatches(design, request.patches);
        version = request.version;
        rules.restart();
        reach.restart();
        break;
      case 'ask':
        // A newer question makes an older one pointless: nobody looks at its answer.
        asks.set(request.topic, request);
        if (request.topic === 'path') trying = undefined;
        break;
      case 'weigh':
        weighing = request;
        break;
      case 'visible':
        visible = new Set(request.ids);
        return;
      case 'reachable':
        reach.take(request);
        break;
      case 'watch':
      case 'trial':
      case 'lookup':
        rules.take(request);
        break;
    }
    schedule();
  };
}
