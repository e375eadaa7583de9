/** Fixes that have been tried: each applied to a copy and asked again before it is offered (V-11, V-12). */

import { applyActions } from '../../model/edits/index.ts';
import type { Design } from '../../model/index.ts';
import { success, type Family, type Result } from '../../net/index.ts';
import type {
  Alternative,
  Blocker,
  FamilyAnswer,
  Fix,
  QuestionProblem,
  ReachAnswer,
  ReachQuestion,
  Verdict,
} from '../answers.ts';
import { compileAfter } from '../compile/compile.ts';
import type { Network } from '../compile/network.ts';
import { askReach } from './reach.ts';
import { VERDICT_ORDER } from './verdicts.ts';

const keyOf = (blocker: Blocker): string =>
  [
    blocker.code,
    blocker.direction,
    blocker.family,
    blocker.resource,
    blocker.rule,
    blocker.side,
    blocker.at,
  ].join('|');

function askAgain(
  network: Network,
  design: Design,
  question: ReachQuestion,
  family: Family,
): FamilyAnswer | undefined {
  const again = askReach(compileAfter(network, design), {
    ...question,
    ipVersion: family === 4 ? '4' : '6',
  });
  return again.ok ? again.value.families[family] : undefined;
}

const isBetter = (after: Verdict, before: Verdict): boolean =>
  VERDICT_ORDER.indexOf(after) < VERDICT_ORDER.indexOf(before);

/** Does this fix alone remove its blocker? */
function removes(
  network: Network,
  question: ReachQuestion,
  family: Family,
  before: FamilyAnswer,
  blocker: Blocker,
  fix: Fix,
): boolean {
  const after = askAgain(network, applyActions(network.design, fix.actions), question, family);
  if (!after) return false;
  if (after.verdict === 'reachable' || isBetter(after.verdict, before.verdict)) return true;
  return (
    !after.blockers.some((each) => keyOf(each) === keyOf(blocker)) &&
    after.blockers.length < before.blockers.length
  );
}

function verifyBlockers(
  network: Network,
  question: ReachQuestion,
  family: Family,
  answer: FamilyAnswer,
): Blocker[] {
  return answer.blockers.map((blocker) => ({
    ...blocker,
    fixes: blocker.fixes.filter((fix) => removes(network, question, family, answer, blocker, fix)),
  }));
}

/** The first fixes of an alternative, all together: offered only if the way is then open. */
function verifyAlternative(
  network: Network,
  question: ReachQuestion,
  family: Family,
  alternative: Alternative,
): Alternative {
  const actions = alternative.blockers.flatMap((blocker) => blocker.fixes[0]?.actions ?? []);
  const after =
    actions.length === 0
      ? undefined
      : askAgain(network, applyActions(network.design, actions), question, family);
  if (after?.verdict === 'reachable') return alternative;
  return { ...alternative, blockers: alternative.blockers.map((blocker) => ({ ...blocker, fixes: [] })) };
}

function verifyFamily(
  network: Network,
  question: ReachQuestion,
  family: Family,
  answer: FamilyAnswer,
): FamilyAnswer {
  if (answer.blockers.length === 0 && answer.alternatives.length === 0) return answer;
  const blockers = verifyBlockers(network, question, family, answer);
  const verified = new Map(blockers.map((blocker) => [keyOf(blocker), blocker]));
  const take = (list: readonly Blocker[]): Blocker[] =>
    list.map((blocker) => verified.get(keyOf(blocker)) ?? { ...blocker, fixes: [] });
  return {
    ...answer,
    blockers,
    forward: { ...answer.forward, blockers: take(answer.forward.blockers) },
    return: { ...answer.return, blockers: take(answer.return.blockers) },
    alternatives: answer.alternatives.map((alternative) =>
      verifyAlternative(network, question, family, alternative),
    ),
  };
}

/** Answers a question like `askReach`, offering only fixes that were tried on a copy. */
export function askReachWithFixes(
  network: Network,
  question: ReachQuestion,
): Result<ReachAnswer, QuestionProblem> {
  const answer = askReach(network, question);
  if (!answer.ok) return answer;
  const families: Partial<Record<Family, FamilyAnswer>> = {};
  for (const family of [4, 6] as const) {
    const own = answer.value.families[family];
    if (own) families[family] = verifyFamily(network, question, family, own);
  }
  return success({ ...answer.value, families });
}
