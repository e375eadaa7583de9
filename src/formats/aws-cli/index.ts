/** AWS CLI answers in JSON. */

export { awsErrorProblem } from './failures.ts';
export { importAwsCli, type CliDocument } from './import.ts';
export { commandReaders } from './commands/index.ts';
export type { Capture } from './command.ts';
export { missingFacts } from './missing.ts';
export { agrees, isJudged, shownValue } from './merge-facts.ts';
