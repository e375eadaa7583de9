/** AWS CLI answers in JSON. */

export { awsErrorProblem } from './failures.ts';
export { importAwsCli, type CliDocument } from './import.ts';
