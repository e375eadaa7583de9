/** Whether what a person expects of the network holds, and why not: so that no fix is offered that would break it. */

import {
  askReach,
  askTiers,
  type Network,
  type QuestionProblem,
  type ReachAnswer,
  type ReachQuestion,
  type Verdict,
} from '../engine/index.ts';
import type { Intent, ResourceId } from '../model/index.ts';

/** Why an intent is broken or cannot be told, beside the verdict. */
export type IntentTrouble =
  /** The traffic does not go by these. */
  | { readonly code: 'not-through'; readonly missing: readonly ResourceId[] }
  /** An end is not there, or is no end. */
  | { readonly code: 'no-question'; readonly problem: QuestionProblem }
  /** It says something that is not judged here, such as what may fail meanwhile. */
  | { readonly code: 'not-judged'; readonly members: readonly string[] }
  | { readonly code: 'unfinished' };

export interface IntentAnswer {
  readonly id: string;
  /** Null: it cannot be told. */
  readonly held: boolean | null;
  /** Of its question, where it asks one. */
  readonly verdict?: Verdict;
  readonly trouble?: IntentTrouble;
}

/** Traffic that can't exist is not reached; a part that passes breaks `blocked` as well as `reachable`. */
function holds(expect: 'reachable' | 'blocked', verdict: Verdict): boolean | null {
  if (verdict === 'undetermined') return null;
  return expect === 'reachable'
    ? verdict === 'reachable'
    : verdict === 'blocked' || verdict === 'not-applicable';
}

/** Members of a file that nothing here judges: an intent that has one is not called held. */
const NOT_JUDGED = ['only', 'down'] as const;

/** The question that an intent asks; undefined for one about a tier, or without ends. */
export function questionOf(intent: Intent): ReachQuestion | undefined {
  const { from, to, protocol, port, ipVersion, expect } = intent;
  if ((expect !== 'reachable' && expect !== 'blocked') || from === undefined || to === undefined)
    return undefined;
  return {
    from,
    to,
    ...(protocol === undefined ? {} : { protocol }),
    ...(port === undefined ? {} : { port }),
    ...(ipVersion === '4' || ipVersion === '6' || ipVersion === 'both' ? { ipVersion } : {}),
  };
}

/** How the hops name a thing: an interface is its instance, unless that has several of them. */
function hopOf(network: Network, id: ResourceId): ResourceId | undefined {
  const owner = network.interfaces.get(id)?.owner ?? id;
  if (owner === id) return id;
  return (network.interfacesOf.get(owner)?.length ?? 0) > 1 ? undefined : owner;
}

/** Things that every family that passes must go by, and does not; undefined where hops do not tell. */
function notPassed(
  network: Network,
  { families }: ReachAnswer,
  through: readonly ResourceId[],
): readonly ResourceId[] | undefined {
  const open = Object.values(families).filter(({ verdict }) => verdict === 'reachable');
  const wanted = through.map((id) => ({ id, hop: hopOf(network, id) }));
  if (wanted.some(({ hop }) => hop === undefined)) return undefined;
  return wanted
    .filter(({ hop }) => open.some(({ forward }) => !forward.hops.some(({ resource }) => resource === hop)))
    .map(({ id }) => id);
}

/** Judges one intent. */
export function judgeIntent(network: Network, id: string, intent: Intent): IntentAnswer {
  const members = NOT_JUDGED.filter((name) => Object.hasOwn(intent, name));
  if (members.length > 0) return { id, held: null, trouble: { code: 'not-judged', members } };
  const { from, to, ipVersion, expect, through } = intent;
  const question = questionOf(intent);
  if (question && (expect === 'reachable' || expect === 'blocked')) {
    const answer = askReach(network, question);
    if (!answer.ok) return { id, held: null, trouble: { code: 'no-question', problem: answer.problem } };
    const { verdict } = answer.value;
    const held = holds(expect, verdict);
    if (expect === 'blocked' || held !== true || through === undefined) return { id, held, verdict };
    const missing = notPassed(network, answer.value, through);
    if (missing === undefined)
      return { id, held: null, verdict, trouble: { code: 'not-judged', members: ['through'] } };
    return missing.length > 0
      ? { id, held: false, verdict, trouble: { code: 'not-through', missing } }
      : { id, held, verdict };
  }
  const subject = from ?? to;
  const isTier = expect !== undefined && expect !== 'reachable' && expect !== 'blocked';
  const tiers = isTier ? askTiers(network).find((answer) => answer.id === subject) : undefined;
  if (!tiers) return { id, held: null, trouble: { code: 'unfinished' } };
  const { tier, undetermined } = tiers.families[ipVersion === '6' ? 6 : 4];
  return { id, held: undetermined ? null : tier === expect };
}

/** All intents of the network's design, in its order, one by one. */
export function* askIntents(network: Network): Generator<IntentAnswer, void, undefined> {
  for (const [id, intent] of Object.entries(network.design.intents)) yield judgeIntent(network, id, intent);
}

/** True: held. False: broken. Null: it can't be told, or the intent is not finished. */
export const intentHolds = (network: Network, intent: Intent): boolean | null =>
  judgeIntent(network, '', intent).held;

/** Ids of the design's intents that hold. */
export const heldIntents = (network: Network): readonly string[] =>
  [...askIntents(network)].flatMap(({ id, held }) => (held === true ? [id] : []));

/** Whether each of these intents, all held before, is not broken now. */
export const keepsIntents = (network: Network, held: readonly string[]): boolean =>
  held.every((id) => {
    const intent = network.design.intents[id];
    return !intent || intentHolds(network, intent) !== false;
  });
