/**
 * Properties of random networks. A property gets a network as lines, questions and dice, and says what is wrong, or
 * nothing. What fails is made smaller line by line and word by word, with the same questions and the same throws, so
 * that a failure reads like a case of a table. (A library's shrinking would shrink the seed, which says nothing.)
 */

import { expect, it } from 'vitest';
import type { Design, Resource } from '../model/index.ts';
import type { FamilyAnswer, ReachQuestion, Verdict } from './answers.ts';
import { askReach, compile, type Network } from './index.ts';
import { network } from './notation.test-support.ts';
import {
  asksItself,
  questionText,
  randomQuestion,
  type RandomQuestion,
} from './random-questions.test-support.ts';
import { dice, type Dice } from './dice.test-support.ts';
import { randomNetwork } from './random.test-support.ts';
import { smallest } from './smallest.test-support.ts';

export type Property = (
  design: Design,
  questions: readonly RandomQuestion[],
  thrown: Dice,
) => string | undefined;

const NETWORKS = Number(process.env['NETWORKS'] ?? 150);
const SEED = Number(process.env['SEED'] ?? 1);
const SHOWN = 3;

/** How much a question lets pass, from nothing to all. */
const RANKS: readonly Verdict[] = ['not-applicable', 'blocked', 'undetermined', 'partial', 'reachable'];
export const rank = (verdict: Verdict): number => RANKS.indexOf(verdict);

/** The one family's answer; none where the question can't be asked of this network. */
export function ask(compiled: Network, question: ReachQuestion): FamilyAnswer | undefined {
  const answer = askReach(compiled, question);
  return answer.ok ? answer.value.families[question.ipVersion === '6' ? 6 : 4] : undefined;
}

/** The first question whose answers before and after are not as they must be. */
export function firstWrong(
  questions: readonly ReachQuestion[],
  before: Design,
  after: Design,
  isRight: (before: FamilyAnswer, after: FamilyAnswer) => boolean,
): string | undefined {
  const [was, is] = [compile(before), compile(after)];
  for (const question of questions) {
    const [first, second] = [ask(was, question), ask(is, question)];
    if (!first || !second || isRight(first, second)) continue;
    return `${asText(question)}: ${first.verdict}, then ${second.verdict}`;
  }
  return undefined;
}

export const asText = ({ from, to, protocol, port, ipVersion }: ReachQuestion): string =>
  questionText({
    from,
    to,
    protocol: protocol ?? 'tcp',
    ...(port === undefined ? {} : { port }),
    ipVersion: ipVersion === '6' ? '6' : '4',
  });

/** What passes is the same: verdict and parts. */
export const sameFlows = (before: FamilyAnswer, after: FamilyAnswer): boolean =>
  before.verdict === after.verdict && JSON.stringify(before.allowed) === JSON.stringify(after.allowed);
export const notLess = (before: FamilyAnswer, after: FamilyAnswer): boolean =>
  rank(after.verdict) >= rank(before.verdict);
export const notMore = (before: FamilyAnswer, after: FamilyAnswer): boolean =>
  rank(after.verdict) <= rank(before.verdict);

/** The design with one resource changed. */
export const withResource = (design: Design, id: string, resource: Resource): Design => ({
  ...design,
  resources: { ...design.resources, [id]: resource },
});

/** Resources of a kind, to throw dice over. */
export const all = <K extends Resource['kind']>(
  design: Design,
  kind: K,
): { readonly id: string; readonly resource: Extract<Resource, { readonly kind: K }> }[] =>
  Object.entries(design.resources).flatMap(([id, resource]) =>
    isOfKind(resource, kind) ? [{ id, resource }] : [],
  );

const isOfKind = <K extends Resource['kind']>(
  resource: Resource,
  kind: K,
): resource is Extract<Resource, { readonly kind: K }> => resource.kind === kind;

/** A member's list where it is told; none where it is absent or not told. */
export const listOf = <Item>(
  value: readonly Item[] | { readonly $unknown: unknown } | undefined,
): readonly Item[] | undefined => (value === undefined || '$unknown' in value ? undefined : value);

/** One test: the property holds on all networks. `many` stretches or shortens the usual number of them. */
export function holds(name: string, property: Property, many = 1): void {
  it(
    name,
    () => {
      const found: string[] = [];
      const count = Math.ceil(NETWORKS * many);
      for (let seed = SEED; seed < SEED + count && found.length < SHOWN; seed += 1) {
        const made = randomNetwork(seed);
        const thrown = dice(seed * 15_485_863);
        const questions = Array.from({ length: 12 }, () => randomQuestion(made, thrown)).filter(
          (question) => !asksItself(made.lines, question),
        );
        const judge = (lines: readonly string[]): string | undefined =>
          property(network(...lines), questions, dice(seed * 32_452_843));
        if (judge(made.lines) === undefined) continue;
        const small = smallest(made.lines, (fewer) => judge(fewer) !== undefined);
        found.push([`seed ${seed}: ${judge(small) ?? ''}`, ...small].join('\n'));
      }
      expect(found, found.join('\n\n')).toEqual([]);
    },
    120_000,
  );
}
