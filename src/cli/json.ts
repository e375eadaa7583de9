/** The answers as the contract's JSON: the engine's codes with the sentences added. */

import type {
  Advisory,
  Alternative,
  Assumption,
  Blocker,
  FamilyAnswer,
  Fix,
  Leg,
  MissingFact,
  QuestionProblem,
  ReachAnswer,
  Reason,
} from '../engine/index.ts';
import {
  explainAdvisory,
  explainAssumption,
  explainBlocker,
  explainFact,
  explainFix,
  explainProblem,
  explainReason,
  type ExplainContext,
} from '../i18n/explain/index.ts';
import { alternativeTitle, distinct } from '../i18n/report/index.ts';

export const schemaOf = (command: string): string => `vpc-designer/${command}@1`;

const fixJson = (fix: Fix, context: ExplainContext) => ({
  id: fix.id,
  title: explainFix(fix, context),
  patch: fix.actions,
});

const blockerJson = (blocker: Blocker, context: ExplainContext) => ({
  code: blocker.code,
  direction: blocker.direction,
  family: blocker.family,
  resource: blocker.resource,
  rule: blocker.rule,
  side: blocker.side,
  at: blocker.at,
  message: explainBlocker(blocker, context),
  parameters: blocker.parameters,
  fixes: blocker.fixes.map((fix) => fixJson(fix, context)),
});

const legJson = (leg: Leg, context: ExplainContext) => ({
  verdict: leg.verdict,
  hops: leg.hops,
  blockers: leg.blockers.map((blocker) => blockerJson(blocker, context)),
});

const alternativeJson = (alternative: Alternative, context: ExplainContext) => ({
  title: alternativeTitle(alternative, context),
  via: alternative.via,
  blockers: alternative.blockers.map((blocker) => blockerJson(blocker, context)),
});

export const assumptionJson = (assumption: Assumption, context: ExplainContext) => ({
  code: assumption.code,
  resource: assumption.resource,
  what: explainAssumption(assumption, context),
});

export const unknownJson = (missing: MissingFact, context: ExplainContext) => ({
  fact: missing.fact,
  resource: missing.resource,
  obtain: missing.obtain,
  message: explainFact(missing, context),
});

const advisoryJson = (advisory: Advisory, context: ExplainContext) => ({
  code: advisory.code,
  resource: advisory.resource,
  message: explainAdvisory(advisory, context),
});

const familyJson = (family: FamilyAnswer, context: ExplainContext) => ({
  verdict: family.verdict,
  source: family.source,
  destination: family.destination,
  forward: legJson(family.forward, context),
  return: legJson(family.return, context),
  allowed: family.allowed,
});

export function reachJson(answer: ReachAnswer, context: ExplainContext, id?: string) {
  const families = Object.entries(answer.families);
  const all = families.map(([, family]) => family);
  return {
    schema: schemaOf('reach'),
    id,
    from: answer.from,
    to: answer.to,
    protocol: answer.protocol,
    port: answer.port,
    verdict: answer.verdict,
    families: Object.fromEntries(families.map(([family, of]) => [family, familyJson(of, context)])),
    blockers: all.flatMap((family) => family.blockers).map((blocker) => blockerJson(blocker, context)),
    alternatives: all
      .flatMap((family) => family.alternatives)
      .map((other) => alternativeJson(other, context)),
    advisories: distinct(all.map((family) => family.advisories)).map((advisory) =>
      advisoryJson(advisory, context),
    ),
    assumptions: distinct(all.map((family) => family.assumptions)).map((one) => assumptionJson(one, context)),
    unknowns: distinct(all.map((family) => family.unknowns)).map((missing) => unknownJson(missing, context)),
  };
}

export const problemJson = (problem: QuestionProblem, context: ExplainContext, id: string | undefined) => ({
  schema: schemaOf('reach'),
  id,
  error: { message: explainProblem(problem, context), candidates: problem.candidates ?? [] },
});

/** Ids, not names: the contract's `rtb-1 0.0.0.0/0 → igw-1`. */
export const reasonJson = (reason: Reason, context: ExplainContext): string =>
  explainReason(reason, { language: context.language, nameOf: (id) => id });
