/** The engine's coded answers in words, English and Japanese. */

export { explainAction } from './actions.ts';
export { explainAdvisory, explainAssumption } from './advisories.ts';
export { explainBlocker } from './blockers.ts';
export type { ExplainContext } from './context.ts';
export { explainFact, explainMissing } from './facts.ts';
export { explainFix } from './fixes.ts';
export { explainHop } from './hops.ts';
export { explainProblem } from './problems.ts';
export { openingName } from './sentence.ts';
export { explainReason, explainReasonShortly } from './tiers.ts';
export { ruleWords } from './values.ts';
export { severityWord, tierWord, trafficWords, verdictWord, type Severity } from './words.ts';
