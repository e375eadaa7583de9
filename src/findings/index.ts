/** What deserves a person's attention in a design, why, and what would put it right. */

export type { FindingAnswer, FlowChanges, OfferedFix } from './_answer.ts';
export {
  beginCheck,
  checkInSteps,
  checkDesign,
  offerFixes,
  prepareCheck,
  weighChange,
  type Check,
  type CheckOptions,
} from './_check.ts';
export { findings } from './_all.generated.ts';
export type { FindingDefinition, Severity } from './_finding.ts';
export { askIntents, intentHolds, type IntentAnswer, type IntentTrouble } from './_intents.ts';
