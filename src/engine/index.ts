/** How AWS networks behave: a document goes in, answers with their reasons come out. */

export * from './answers.ts';
export { compile, compileAfter, type CompileOptions } from './compile/compile.ts';
export { keptAnswer } from './compile/kept-answers.ts';
export type * from './compile/network.ts';
export { askAllowed, askBriefly, askReach } from './questions/reach.ts';
export { resolveEnd, type End } from './questions/ends.ts';
export { askTiers, tierOf } from './questions/tiers.ts';
export { askExposure, exposureInSteps } from './questions/exposure.ts';
export {
  askMatrix,
  classPairs,
  pairWalker,
  type ClassPair,
  type MatrixQuestion,
  type PairWalker,
} from './questions/matrix.ts';
export { classesOf, type InterfaceClass } from './questions/classes.ts';
export {
  askReachable,
  reachableInSteps,
  type ReachableAnswer,
  type ReachableEntry,
  type ReachableQuestion,
  type ReachableSteps,
} from './questions/reachable.ts';
export { askReachWithFixes } from './questions/verified.ts';
export { lookup, partition, type Hit } from './devices/routeTable.ts';
export { PUBLIC, publicFrom } from './addresses.ts';
export {
  changedFlows,
  type ChangedFlow,
  type ChangedFlows,
  type FlowEffects,
} from './questions/changed-flows.ts';
export type { Idle } from './questions/idle-rows.ts';
export type { RulePath } from './questions/rule-paths.ts';
export {
  chosenRoute,
  rowUse,
  ruleUsers,
  type RouteChoice,
  type RouteStanding,
  type RowUse,
  type RuleUsers,
} from './questions/rule-use.ts';
