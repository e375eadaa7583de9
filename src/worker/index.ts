/** The engine behind a message port: patches in, answers out. */

export { applyDelta } from './delta.ts';
export {
  buffersOf,
  createReachMemory,
  createReachPacker,
  entryAt,
  familyOf,
  joinedRows,
  otherOf,
  verdictOf,
} from './reach-rows.ts';
export type { PackedReach, ReachMemory, ReachRows, ReachTables } from './reach-rows.ts';
export type { IntentAnswer, IntentTrouble } from '../findings/index.ts';
export type { FindingAnswer, FlowChanges, OfferedFix, Severity } from '../findings/index.ts';
export type {
  AnalyzerReport,
  AnalyzerRequest,
  AskTopic,
  Delta,
  ReachableRequest,
  RuleRequest,
} from './messages.ts';
export type {
  Excerpt,
  JobName,
  JobReply,
  JobRequest,
  Jobs,
  PickedFile,
  Picture,
  PictureOptions,
  PicturePart,
  PreviewOptions,
  Reading,
} from './jobs.ts';
export type { UndeterminedPath, UndeterminedPaths } from './review.ts';
export type { Addition, Conflict, ImportReport, PngTexts } from '../formats/index.ts';
