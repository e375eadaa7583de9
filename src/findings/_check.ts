/** Checks a whole design: cheaply first, then each fix tried on a copy, and what has one cause told as one. */

import { compileAfter, type Network } from '../engine/index.ts';
import { applyActions, type AwsAction, type Design, type Mute } from '../model/index.ts';
import { findings as definitions } from './_all.generated.ts';
import type { FindingAnswer, OfferedFix } from './_answer.ts';
import { changedKinds, sinceEdit, sinceOf, type Since } from './_changes.ts';
import { findingContext, type FindingContext, type Mode } from './_context.ts';
import { effects, effectsInSteps } from './_effects.ts';
import { prepareExposure } from './_exposure.ts';
import {
  DOCUMENTATION,
  LAYERS,
  type FindingDefinition,
  type ProposedFix,
  type RawFinding,
  type Severity,
} from './_finding.ts';
import { prepareFlows } from './_flows.ts';
import { inputsOf, type Said } from './_inputs.ts';
import { heldIntents, keepsIntents } from './_intents.ts';
import { say, type Naming } from './_words.ts';

export interface CheckOptions {
  /** `review` unless told: everything counts as finished. `live`: a drawing in the making. */
  readonly mode?: Mode;
  /** `editing`: a hand is still moving, so only contradictions in what is drawn are told. */
  readonly settled?: 'settled' | 'editing';
  /** `full` unless told. */
  readonly naming?: Naming;
  /** Only these findings, by id. */
  readonly only?: readonly string[];
  /** Today as `2026-11-24`: an acceptance that ended before it no longer mutes. Without it none ends. */
  readonly today?: string;
  /** A network of which most is as it was: what it was asked is not asked again, as far as the edit leaves it alone. */
  readonly former?: Network;
}

interface Found {
  readonly key: string;
  readonly definition: FindingDefinition;
  readonly raw: RawFinding;
}

/** A check whose fixes are still to be tried. */
export interface Check {
  readonly network: Network;
  readonly design: Design;
  readonly options: Required<Omit<CheckOptions, 'today' | 'only' | 'former'>>;
  readonly answers: readonly FindingAnswer[];
  readonly found: ReadonlyMap<string, Found>;
  readonly context: FindingContext;
}

const keyOf = (id: string, { resource, family, detail }: RawFinding): string =>
  [
    id,
    resource,
    ...(family === undefined ? [] : [`ipv${family}`]),
    ...(detail === undefined ? [] : [detail]),
  ].join(':');

function findAll(context: FindingContext, which: readonly FindingDefinition[]): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const definition of which) {
    for (const raw of definition.find(context)) {
      const key = keyOf(definition.id, raw);
      if (!found.has(key)) found.set(key, { key, definition, raw });
    }
  }
  return found;
}

/** The same, finding by finding, with time for something else in between. */
function* findInSteps(
  context: FindingContext,
  which: readonly FindingDefinition[],
): Generator<undefined, ReadonlyMap<string, Found>, undefined> {
  const found = new Map<string, Found>();
  for (const definition of which) {
    for (const [key, each] of findAll(context, [definition])) found.set(key, each);
    yield;
  }
  return found;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const gravity = (severity: Severity): number => SEVERITIES.indexOf(severity);

const severityOf = ({ definition, raw }: Found): Severity => raw.severity ?? definition.severity;

const layerOf = ({ definition }: Found): number => LAYERS.indexOf(definition.layer);

/** Acceptances that still hold: not ended, and of a state that is still the same. One that names no state holds for all. */
function muteOf(
  mutes: readonly Mute[],
  { definition, raw }: Found,
  inputs: string,
  today: string | undefined,
): Mute | undefined {
  return mutes.find(
    (mute) =>
      mute.finding === definition.id &&
      mute.resource === raw.resource &&
      (mute.inputs === undefined || mute.inputs === inputs) &&
      (mute.until === undefined || today === undefined || mute.until >= today),
  );
}

const subjectOf = ({ definition, raw }: Found): string => `${definition.id} ${raw.resource}`;

/** What each finding on each resource goes by. */
function allInputs(design: Design, found: Iterable<Found>): ReadonlyMap<string, string> {
  const said = new Map<string, Said[]>();
  for (const each of found) {
    const list = said.get(subjectOf(each)) ?? [];
    said.set(subjectOf(each), list);
    list.push({ key: each.key, severity: severityOf(each), raw: each.raw });
  }
  return new Map([...said].map(([subject, list]) => [subject, inputsOf(design, list)]));
}

function answerOf(
  found: Found,
  context: FindingContext,
  inputs: string,
  today: string | undefined,
): FindingAnswer {
  const { key, definition, raw } = found;
  const mute = muteOf(context.design.muted ?? [], found, inputs, today);
  return {
    key,
    id: definition.id,
    severity: severityOf(found),
    live: definition.live,
    ...(raw.family === undefined ? {} : { family: raw.family }),
    resource: raw.resource,
    related: raw.related ?? [],
    message: say(raw.message ?? definition.message, raw.values, context.name),
    fixes: [],
    references: [DOCUMENTATION + definition.reference],
    alsoKnownAs: definition.alsoKnownAs,
    inputs,
    ...(raw.gap === undefined ? {} : { gap: raw.gap }),
    ...(mute
      ? { muted: { reason: mute.reason, ...(mute.until === undefined ? {} : { until: mute.until }) } }
      : {}),
    ...(raw.proof === undefined ? {} : { proof: raw.proof }),
  };
}

/** Gravest first, then what touches most, then the order in which a person would mend. */
const inOrder = (a: Found, b: Found): number =>
  gravity(severityOf(a)) - gravity(severityOf(b)) ||
  (b.raw.related?.length ?? 0) - (a.raw.related?.length ?? 0) ||
  layerOf(a) - layerOf(b) ||
  (a.key < b.key ? -1 : 1);

function definitionsFor(options: Check['options']): readonly FindingDefinition[] {
  if (options.mode === 'review') return definitions;
  return definitions.filter(
    ({ live }) => live === 'now' || (live === 'joined' && options.settled === 'settled'),
  );
}

/** What an edit has left alone. The former network's context begins anew, so that it holds no earlier one. */
const sinceFormer = (former: Network | undefined, network: Network, design: Design): Since | undefined =>
  former && sinceEdit(findingContext(former, former.design, 'live', 'full'), network, design);

/**
 * Asks beforehand, bit by bit, what findings will ask of a network. A check that begins afterwards finds the answers
 * there; what an edit did not touch is known from before.
 */
export function* prepareCheck(
  network: Network,
  design: Design,
  former?: Network,
): Generator<undefined, void, undefined> {
  const context = findingContext(network, design, 'live', 'full', sinceFormer(former, network, design));
  yield* prepareExposure(context);
  yield* prepareFlows(context);
}

/**
 * What there is to say about a design, without fixes and without folding: quick enough to follow each edit.
 * Hand the result to `offerFixes` for the rest.
 */
export const beginCheck = (network: Network, design: Design, given: CheckOptions = {}): Check =>
  whole(checkInSteps(network, design, given));

/** The same, finding by finding, for whoever must do something else in between. */
export function* checkInSteps(
  network: Network,
  design: Design,
  given: CheckOptions = {},
): Generator<undefined, Check, undefined> {
  const options = {
    mode: given.mode ?? 'review',
    settled: given.settled ?? 'settled',
    naming: given.naming ?? 'full',
  };
  const since = sinceFormer(given.former, network, design);
  const context = findingContext(network, design, options.mode, options.naming, since);
  const { only } = given;
  const wanted = definitionsFor(options).filter(({ id }) => only === undefined || only.includes(id));
  const found = yield* findInSteps(context, wanted);
  const inputs = allInputs(design, found.values());
  const answers = [...found.values()]
    .sort(inOrder)
    .map((each) => answerOf(each, context, inputs.get(subjectOf(each)) ?? '', given.today));
  return { network, design, options, answers, found, context };
}

/** Work in steps, done at once. */
function whole<Value>(work: Generator<unknown, Value, undefined>): Value {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** What is said of the design after a fix, if the finding is gone and no intent broke. */
function* tryFix(
  check: Check,
  found: Found,
  fix: ProposedFix,
  held: readonly string[],
): Generator<undefined, FindingContext | undefined, undefined> {
  const { network, options } = check;
  const after = applyActions(check.design, fix.actions);
  if (after === check.design) return undefined;
  const changed = compileAfter(network, after);
  const since = sinceOf(check.context, changed, after);
  const context = findingContext(changed, after, options.mode, options.naming, since);
  yield;
  if ((yield* findInSteps(context, [found.definition])).has(found.key)) return undefined;
  return keepsIntents(changed, held) ? context : undefined;
}

/** What a change would let through and what it would stop, tried on a copy. */
export function weighChange(
  network: Network,
  design: Design,
  actions: readonly AwsAction[],
): ReturnType<typeof effects> {
  const after = applyActions(design, actions);
  const changed = compileAfter(network, after);
  const before = findingContext(network, design, 'review', 'full');
  return effects(before, findingContext(changed, after, 'review', 'full', sinceOf(before, changed, after)));
}

/** Findings that went with another's fix, are no graver, and lie no earlier on the way. */
function* consequences(
  check: Check,
  cause: Found,
  trial: FindingContext,
  folded: ReadonlyMap<string, string>,
): Generator<undefined, string[], undefined> {
  const changed = changedKinds(check.design, trial.design);
  const candidates = check.answers.flatMap((answer) => {
    const other = check.found.get(answer.key);
    if (!other || other === cause || answer.muted || folded.has(answer.key)) return [];
    const later =
      layerOf(other) >= layerOf(cause) && gravity(severityOf(other)) >= gravity(severityOf(cause));
    return later && other.definition.reads.some((kind) => changed.has(kind)) ? [other] : [];
  });
  const left = yield* findInSteps(trial, [...new Set(candidates.map(({ definition }) => definition))]);
  return candidates.flatMap(({ key }) => (left.has(key) ? [] : [key]));
}

/** Causes before what they cause. */
const causesFirst = (a: Found, b: Found): number =>
  layerOf(a) - layerOf(b) ||
  Number(b.definition.leads ?? false) - Number(a.definition.leads ?? false) ||
  inOrder(a, b);

/** Hands on what is known by then after each step of some work. */
function* telling<Known, Value>(
  work: Generator<undefined, Value, undefined>,
  known: Known,
): Generator<Known, Value, undefined> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield known;
  }
}

/** The fixes of a finding that helped on a copy, and what is said of the design after the first. */
interface Tried {
  readonly fixes: readonly OfferedFix[];
  /** Let go once it has been seen what goes with the finding: a copy of the design hangs on it. */
  readonly trial?: FindingContext;
}

/** Tries every fix of a finding, with what else each does. */
function* triedFixes(
  check: Check,
  found: Found,
  held: readonly string[],
): Generator<undefined, Tried, undefined> {
  const fixes: OfferedFix[] = [];
  let first: FindingContext | undefined;
  for (const fix of found.raw.fixes?.() ?? []) {
    const trial = yield* tryFix(check, found, fix, held);
    if (!trial) continue;
    first ??= trial;
    fixes.push({ ...fix, ...(yield* effectsInSteps(check.context, trial)) });
  }
  return { fixes, ...(first ? { trial: first } : {}) };
}

/**
 * Tries every fix on a copy and folds consequences under their cause, whose fix is theirs too. Yields after each
 * piece of work what is known by then, so that a worker can stop between; returns the whole.
 * @param isLookedAt fixes of such findings are tried first; what comes of it all is the same
 */
export function* offerFixes(
  check: Check,
  isLookedAt: (answer: FindingAnswer) => boolean = () => false,
): Generator<() => readonly FindingAnswer[], readonly FindingAnswer[], undefined> {
  const { network, answers } = check;
  const held = heldIntents(network);
  const tried = new Map<string, Tried>();
  const settled = new Set<string>();
  const folded = new Map<string, string>();
  const fixesOf = ({ key }: FindingAnswer): readonly OfferedFix[] =>
    // What goes with its cause before its turn comes has that one's fix.
    folded.has(key) && !settled.has(key) ? [] : (tried.get(key)?.fixes ?? []);
  const known = (): FindingAnswer[] =>
    answers.map((answer) => {
      const causedBy = folded.get(answer.key);
      return { ...answer, fixes: fixesOf(answer), ...(causedBy === undefined ? {} : { causedBy }) };
    });
  const muted = new Set(answers.filter((answer) => answer.muted).map((answer) => answer.key));
  function* trying(found: Found): Generator<() => FindingAnswer[], Tried, undefined> {
    const before = tried.get(found.key);
    if (before) return before;
    const own = yield* telling(triedFixes(check, found, held), known);
    tried.set(found.key, own);
    yield known;
    return own;
  }
  for (const found of [...check.found.values()].sort(causesFirst)) {
    // Somebody may look elsewhere by now.
    for (const answer of answers) {
      const seen = check.found.get(answer.key);
      if (seen && !folded.has(answer.key) && !tried.has(answer.key) && isLookedAt(answer))
        yield* trying(seen);
    }
    if (folded.has(found.key)) continue;
    const { fixes, trial } = yield* trying(found);
    if (trial && !muted.has(found.key)) {
      const gone = yield* telling(consequences(check, found, trial, folded), known);
      for (const key of gone) {
        folded.set(key, found.key);
        // What it was the cause of goes with it.
        for (const [other, cause] of folded) if (cause === key) folded.set(other, found.key);
      }
    }
    tried.set(found.key, { fixes });
    settled.add(found.key);
    yield known;
  }
  return known();
}

/** Everything there is to say about a design, with fixes that were tried. */
export function checkDesign(
  network: Network,
  design: Design,
  options: CheckOptions = {},
): readonly FindingAnswer[] {
  return whole(offerFixes(beginCheck(network, design, options)));
}
