/** The engine behind a message port: patches in, answers out. */

export { applyDelta } from './delta.ts';
export type { FindingAnswer, FlowChanges, OfferedFix, Severity } from '../findings/index.ts';
export type { AnalyzerReport, AnalyzerRequest, AskTopic, Delta, RuleRequest } from './messages.ts';
export type { JobName, JobReply, JobRequest, Jobs, PickedFile, PictureOptions } from './jobs.ts';
export type { ImportReport } from '../formats/index.ts';
